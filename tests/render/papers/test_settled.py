"""What minutes show of a bracket that was settled: the sentence around it, and no more than its reader may see."""

from dataclasses import replace

from loi_cli.model.conflicts import Conflict, Standing, conflict_of
from loi_cli.model.minutes import MinutesItem, Settlement
from loi_cli.model.words import Bracket, Reading, Run, Side, Words
from loi_cli.render.papers import render_html
from tests.render.papers.golden import section_of
from tests.render.papers.samples import HELD, MINUTES, material

OURS = Bracket("two", (Reading("four", (Side("ilmate", ""),)), Reading("six", (Side("agro", ""),))), " ")
THEIRS = Bracket("year", (Reading("month", (Side("IDN", ""),)), Reading("decade", (Side("BLR", ""),))), " ")
WORDS: Words = (Run("They meet", ()), OURS, Run(" times a", ()), THEIRS, Run(".", ()))


def shown(name: str, *answers: tuple[Conflict, Settlement], field: Words = WORDS, receiver: str | None = None) -> str:
    item = MinutesItem(item="areas", settled=tuple(one for _conflict, one in answers), place=HELD)
    held = replace(
        material(receiver),
        minutes=MINUTES._replace(items=(item,)),
        disputes={conflict.id: Standing(conflict, field) for conflict, _one in answers},
    )
    return section_of(render_html(name, held))


def taken(bracket: Bracket, side: str, field: str = "text.en") -> tuple[Conflict, Settlement]:
    conflict = conflict_of("areas", field, bracket)
    return conflict, Settlement(conflict=conflict.id, take=side, place=HELD)


def test_all_that_was_settled_in_a_sentence_reads_so_in_it() -> None:
    html = shown("minutes", taken(OURS, "agro"), taken(THEIRS, "BLR"))
    assert "They meet <strong>six</strong> times a decade." in html
    assert "They meet six times a <strong>decade</strong>." in html


def test_what_is_open_beside_it_names_no_unit_before_the_other_party() -> None:
    assert "[<span" in shown("minutes", taken(THEIRS, "BLR"))
    for receiver in (None, "BLR"):
        html = shown("agreed-minutes", taken(THEIRS, "BLR"), receiver=receiver)
        assert "They meet two times a <strong>decade</strong>." in html, "as it started"


def test_words_that_go_leave_their_sentence() -> None:
    gone = THEIRS._replace(readings=(*THEIRS.readings[:1], Reading("", (Side("BLR", ""),))))
    html = shown("minutes", taken(gone, "BLR"), field=(Run("They meet", ()), gone, Run(".", ())))
    assert "They meet." in html


def test_a_new_clause_of_theirs_stands_with_its_words() -> None:
    new = Bracket("absent", (Reading("absent", (Side("IDN", ""),)), Reading("en: They meet.", (Side("BLR", ""),))))
    for name in ("minutes", "agreed-minutes", "report"):
        assert "<strong>en: They meet.</strong>" in shown(name, taken(new, "BLR", "exists"), field=())
    assert "<strong>leave out</strong>" in shown("agreed-minutes", taken(new, "IDN", "exists"), field=())
