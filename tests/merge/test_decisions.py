"""What a decision settles, and what opens it again."""

from datetime import date

import pytest

from loi_cli.merge.decisions import Rulings
from loi_cli.merge.readings import spaced
from loi_cli.model.conflicts import conflict_of
from loi_cli.model.records import Decision
from loi_cli.model.words import Bracket, Reading, Side

A, B, C = Reading("develop", (Side("ilmate", "ilmate-1"),)), Reading("expand", (Side("agro", "agro-1"),)), Reading(
    "foster", (Side("kemlu", "kemlu-1"),)
)  # fmt: skip


def dispute(*readings: Reading) -> Bracket:
    return Bracket("promote", readings)


def decided(on: Bracket, number: int = 1, **how: object) -> Decision:
    name = f"2022-01-31-decision-{number}"
    known = conflict_of("aim", "text.en", on).id
    return Decision(name=name, sha256="", conflict=known, by="x", date=date(2022, 1, 31), reason="y", **how)  # type: ignore[arg-type]


def outcome(bracket: Bracket, *decisions: Decision) -> str:
    judged = Rulings(decisions).judge("aim", "text.en", bracket)
    return judged.ruling.text if judged.ruling else judged.bracket.shown


def test_a_side_the_base_and_words_are_taken() -> None:
    both = dispute(A, B)
    assert outcome(both, decided(both, take="agro")) == "expand"
    assert outcome(both, decided(both, take="base")) == "promote"
    assert outcome(both, decided(both, words={"en": "build up"})) == "build up"


def test_the_order_of_sides_and_their_names_do_not_matter() -> None:
    again = dispute(Reading("expand", (Side("BLR", "BLR-1"),)), Reading("develop", (Side("ikft", "ikft-2"),)))
    assert outcome(again, decided(dispute(A, B), take="agro", reads="expand")) == "expand"


def test_it_names_who_is_behind_the_words() -> None:
    both = dispute(A, B)
    ruling = Rulings([decided(both, take="agro")]).judge("aim", "text.en", both).ruling
    assert ruling is not None
    assert ruling.by == ("agro-1", "2022-01-31-decision-1")


@pytest.mark.parametrize(
    "how", [{"bracket": True}, {"words": {"id": "majukan"}}, {"take": "ikft"}], ids=["open", "language", "nobody"]
)
def test_what_settles_nothing_leaves_the_dispute_as_it_is(how: dict[str, object]) -> None:
    both = dispute(A, B)
    assert outcome(both, decided(both, **how)) == both.shown


def test_a_record_keeps_no_blank_before_its_words() -> None:
    spaced = dispute(Reading(" and agro", A.sides), Reading(", and trade", B.sides))
    assert outcome(spaced, decided(spaced, take="ilmate", reads="and agro")) == " and agro"


def test_words_of_its_own_do_not_go_on_the_word_before_them() -> None:
    texts = ("", ", including trade")
    assert spaced("and trade", "", texts, before="agro") == " and trade"
    assert spaced("; trade", "", texts, before="agro") == "; trade"
    assert spaced("and trade", " ", texts, before="agro") == "and trade"


def test_contradicting_decisions_settle_nothing_equal_ones_do() -> None:
    both = dispute(A, B)
    first, second = decided(both, 1, take="agro"), decided(both, 2, take="ilmate")
    assert outcome(both, first, second) == both.shown
    assert outcome(both, first, decided(both, 2, words={"en": "expand"})) == "expand"


def test_a_third_decision_settles_what_two_contradict_in() -> None:
    both = dispute(A, B)
    first, second = decided(both, 1, take="agro"), decided(both, 2, take="ilmate")
    known = conflict_of("aim", "text.en", both).id
    assert Rulings([second, first]).contradicting(known) == (first.name, second.name)
    third = decided(both, 3, take="agro", overrules=(first.name, second.name))
    assert outcome(both, first, second, third) == outcome(both, third, second, first) == "expand"
    assert Rulings([first, second, third]).contradicting(known) == (third.name,)


def test_what_one_overruled_decision_overruled_does_not_come_back() -> None:
    both = dispute(A, B)
    first = decided(both, 1, take="agro")
    second = decided(both, 2, take="ilmate", overrules=(first.name,))
    third = decided(both, 3, words={"en": "build up"}, overrules=(second.name,))
    assert outcome(both, first, second, third) == "build up"


def test_two_that_overrule_the_same_earlier_one_reopen() -> None:
    both = dispute(A, B)
    first = decided(both, 1, take="agro")
    here = decided(both, 2, take="ilmate", overrules=(first.name,))
    there = decided(both, 3, take="base", overrules=(first.name,))
    assert outcome(both, first, here, there) == both.shown


def test_a_decision_overrules_that_it_stays_open_and_nothing_of_another_dispute() -> None:
    both, other = dispute(A, B), dispute(A, C)
    opened = decided(both, 1, bracket=True)
    known = conflict_of("aim", "text.en", both).id
    assert Rulings([opened, decided(both, 2, take="agro", overrules=(opened.name,))]).kept_open(known) is None
    elsewhere = decided(other, 3, take="ilmate")
    assert outcome(other, elsewhere, decided(both, 2, take="agro", overrules=(elsewhere.name,))) == "develop"


def test_a_new_reading_reopens_with_the_decision_as_a_side() -> None:
    settled = decided(dispute(A, B), words={"en": "build up"})
    more = dispute(A, B, C)
    assert outcome(more, settled) == "[ilmate: develop] [agro: expand] [kemlu: foster] [decision: build up]"
    taken = decided(dispute(A, B), take="agro")
    assert outcome(more, taken) == "[ilmate: develop] [agro, decision: expand] [kemlu: foster]"


def test_the_reopened_dispute_can_be_decided_and_reopened_again() -> None:
    first = decided(dispute(A, B), 1, words={"en": "build up"})
    reopened = Rulings([first]).judge("aim", "text.en", dispute(A, B, C)).bracket
    second = decided(reopened, 2, take="kemlu", reads="foster")
    assert outcome(dispute(A, B, C), first, second) == "foster"
    fourth = Reading("widen", (Side("ikft", "ikft-1"),))
    assert "[kemlu, decision: foster]" in outcome(dispute(A, B, C, fourth), first, second)


def test_another_field_is_another_dispute() -> None:
    both = dispute(A, B)
    assert Rulings([decided(both, take="agro")]).judge("aim", "text.id", both).ruling is None
