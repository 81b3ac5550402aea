"""Nothing that is ours alone is in any paper for a party: marked words in every internal field, looked for in all."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from loi_cli.model.problems import LoiError
from loi_cli.render.calendar_entry import calendar_entry
from loi_cli.render.papers import PAPERS, render_html
from loi_cli.word.writer import write_docx
from tests.render.papers.canary import MARK, marked
from tests.render.papers.samples import material

FOR_A_PARTY = sorted(name for name, paper in PAPERS.items() if paper.for_party)
REFERENCE = Path(__file__).parents[3] / "templates" / "reference.docx"


@pytest.mark.parametrize("name", FOR_A_PARTY)
@pytest.mark.parametrize("languages", [("id", "en"), ("en",)])
def test_no_paper_for_a_party_holds_a_marked_word(name: str, languages: tuple[str, ...]) -> None:
    html = render_html(name, marked(material("BLR", languages=languages)))
    assert MARK not in html


@pytest.mark.parametrize("name", FOR_A_PARTY)
def test_nor_is_one_at_hand_for_a_template_of_an_office_s_own(name: str) -> None:
    assert MARK not in repr(PAPERS[name].context(marked(material("BLR"))))


@pytest.mark.parametrize("name", FOR_A_PARTY)
def test_nor_does_any_part_of_its_word_file(name: str) -> None:
    html = render_html(name, marked(material("BLR")))
    made = write_docx(html, reference=REFERENCE.read_bytes(), made=datetime(2022, 2, 1, tzinfo=UTC))
    with ZipFile(BytesIO(made)) as package:
        assert all(MARK.encode() not in package.read(part) for part in package.namelist())


@pytest.mark.parametrize(
    "name",
    [
        "agenda",
        "matrix",
        "talking-points",
        "positions",
        "briefing",
        "distribution",
        "invitation",
        "packet",
        "minutes",
        "report",
    ],
)
def test_the_marks_are_really_in_the_material(name: str) -> None:
    assert MARK in render_html(name, marked(material()))


def test_nor_is_one_in_the_calendar_entry() -> None:
    assert MARK.encode() not in calendar_entry(marked(material("BLR"))).replace(b"\r\n ", b"")
    assert MARK.encode() in calendar_entry(marked(material())).replace(b"\r\n ", b"")


INTERNAL = ["talking-points", "positions", "briefing", "summary", "distribution", "plain-agenda"]


@pytest.mark.parametrize("name", INTERNAL)
def test_what_is_internal_is_refused_for_a_party(name: str) -> None:
    with pytest.raises(LoiError, match="internal"):
        render_html(name, material("BLR"))


def test_the_packet_for_a_party_has_all_papers_that_the_agenda_hands_out_and_no_other() -> None:
    html = render_html("packet", marked(material("BLR")))
    assert 'href="#packet-matrix"' in html
    assert "talking-points" not in html
