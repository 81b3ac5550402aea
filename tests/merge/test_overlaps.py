"""Which edits meet: one passage that two put in close by; a further input that asks for more than the first one."""

from collections.abc import Sequence
from datetime import date

from loi_cli.merge.scene import Scene, Wording
from loi_cli.merge.wording import merge_words
from loi_cli.model.conflicts import conflict_of
from loi_cli.model.records import Decision
from loi_cli.model.words import Bracket, Side, Words, agreed, shown
from tests.properties.drafting import rules


def merged(base: str, *wordings: Wording, decisions: Sequence[Decision] = ()) -> Words:
    scene = Scene(clause="aim", field="text.en", language="en", rules=rules(decisions))
    return merge_words(agreed(base, "concept"), wordings, None, scene).words


def wants(side: str, text: str, gone: bool = False) -> Wording:
    return Wording(Side(side, f"{side}-1"), agreed(text, f"{side}-1"), gone=gone)


def disputes(words: Words) -> list[Bracket]:
    return [piece for piece in words if isinstance(piece, Bracket)]


BASE = "Parties exchange trade data and hold talks each year"
PASSAGE = "in line with their laws on foreign trade"
EARLY = BASE.replace("Parties", f"Parties {PASSAGE}")


def test_the_same_passage_a_few_words_apart_is_asked_about() -> None:
    late = BASE.replace("data", f"data {PASSAGE}")
    [dispute] = disputes(merged(BASE, wants("ilmate", EARLY), wants("agro", late)))
    assert [r.text for r in dispute.readings] == [f"{PASSAGE} exchange trade data", f"exchange trade data {PASSAGE}"]


def test_so_it_is_where_somebody_changes_a_word_in_between() -> None:
    late = BASE.replace("data", f"data {PASSAGE}")
    other = BASE.replace("trade", "export")
    words = merged(BASE, wants("ilmate", EARLY), wants("agro", late), wants("ikft", other))
    [dispute] = disputes(words)
    assert shown(words).count(PASSAGE) == 2  # once for either side
    assert [r.names for r in dispute.readings] == [("ilmate",), ("agro",), ("ikft",)]


def test_far_from_each_other_it_is_wanted_twice() -> None:
    late = f"{BASE} {PASSAGE}"
    assert shown(merged(BASE, wants("ilmate", EARLY), wants("agro", late))) == f"{EARLY} {PASSAGE}"


def test_passages_that_only_begin_alike_are_two() -> None:
    once = BASE.replace("exchange", "exchange in line with their own laws on foreign trade and investment")
    again = BASE.replace("trade", "trade in line with their own means as the Ministers see fit")
    assert not disputes(merged(BASE, wants("ilmate", once), wants("agro", again)))


def test_few_words_may_come_twice() -> None:
    once = BASE.replace("exchange", "exchange now and then")
    again = BASE.replace("trade", "trade now and then")
    both = "Parties exchange now and then trade now and then data and hold talks each year"
    assert shown(merged(BASE, wants("ilmate", once), wants("agro", again))) == both


def test_whoever_puts_it_in_twice_wants_it_twice() -> None:
    twice = EARLY.replace("data", f"data {PASSAGE}")
    assert shown(merged(BASE, wants("ilmate", EARLY), wants("agro", twice))) == twice


def test_a_further_input_taken_back_leaves_the_narrower_edit_that_it_spoke_for() -> None:
    """`ilmate.2` disputes the first words with `agro`, which was decided; of the last ones it asks for all that
    `ilmate` does and for more, so that it speaks for both. Then it is taken back."""
    base = "Parties promote trade in goods and hold talks each year"
    narrow = wants("ilmate", "Parties promote trade in goods and hold meetings each year")
    wide = "Parties develop trade in goods and arrange meetings each year"
    against = wants("agro", "Parties foster trade in goods and hold talks each year")
    before = merged(base, narrow, wants("ilmate.2", wide), against)
    assert shown(before) == "Parties [ilmate.2: develop] [agro: foster] trade in goods and arrange meetings each year"
    known = conflict_of("aim", "text.en", disputes(before)[0]).id
    decided = [Decision("d-1", "", known, "Director", date(2022, 1, 31), "", take="agro", reads="foster")]
    after = merged(base, narrow, wants("ilmate.2", wide, gone=True), against, decisions=decided)
    assert shown(after) == "Parties foster trade in goods and hold meetings each year"
