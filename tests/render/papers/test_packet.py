"""The packet: all papers in one document, what is missing on the cover."""

import re
from dataclasses import replace

import pytest

from loi_cli.model.meetings import Meeting
from loi_cli.model.text import Text
from loi_cli.render.papers import PAPERS, Contexts, packet, render_html
from tests.render.papers.samples import MEET, material, version

ALL_HANDED_OUT = MEET._replace(agenda=(MEET.agenda[1]._replace(papers=("redline", "matrix")),))


def ids(html: str) -> list[str]:
    return re.findall(r' id="([^"]+)"', html)


@pytest.mark.parametrize("receiver", [None, "BLR"])
@pytest.mark.parametrize("meeting", [MEET, ALL_HANDED_OUT])
def test_every_link_of_the_packet_leads_somewhere_and_no_bookmark_stands_twice(
    receiver: str | None, meeting: Meeting
) -> None:
    html = render_html("packet", material(receiver, meeting=meeting))
    assert len(set(ids(html))) == len(ids(html))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids(html))


def test_the_papers_come_in_the_order_of_the_contents() -> None:
    of_all = ("agenda", "rundown", "delegations", "redline")
    ours = packet.parts(packet.context(material()))
    assert ours == (
        *of_all,
        "loi",
        "matrix",
        "positions",
        "talking-points",
        "briefing",
    )
    assert packet.parts(packet.context(material("BLR"))) == (*of_all, "loi")
    assert packet.parts(packet.context(material("BLR", meeting=ALL_HANDED_OUT))) == (*of_all, "matrix", "loi")


def test_what_is_missing_is_on_the_cover_with_the_reason() -> None:
    html = render_html("packet", material(against=False))
    assert "<li>Naskah lacak perubahan: belum ada versi sebelumnya yang dikenal pembaca</li>" in html
    assert "<li>country-profile: disebut dalam agenda; disisipkan sendiri</li>" in html


def test_a_party_is_told_of_what_it_was_promised_and_does_not_get_and_of_nothing_else() -> None:
    html = render_html("packet", material("BLR", against=False))
    assert "<li>Tracked changes: there is no earlier version that the reader knows</li>" in html
    assert "country-profile" not in html
    assert "matrix" not in html.split("<body>")[1]


def test_a_packet_of_next_to_nothing_is_still_a_packet() -> None:
    bare = MEET._replace(agenda=(), delegations={}, venue={}, figures=())
    html = render_html("packet", replace(material(meeting=bare, against=False), inputs=(), version=version(Text(), 1)))
    assert html.count("<li>") == 9


@pytest.mark.parametrize("receiver", [None, "BLR"])
def test_papers_made_before_it_are_the_same_in_it(receiver: str | None) -> None:
    contexts, about = Contexts(), material(receiver)
    for name, paper in PAPERS.items():
        if (receiver is None or paper.for_party) and not paper.needs_unit:
            alone = replace(about, meeting=about.meeting if paper.needs_meeting else None)
            render_html(name, alone, contexts=contexts)
    assert render_html("packet", about, contexts=contexts) == render_html("packet", about)


def test_a_context_is_made_once_for_the_same_material_and_anew_for_another() -> None:
    contexts, about = Contexts(), material()
    loi, matrix = PAPERS["loi"], PAPERS["matrix"]
    without = replace(about, meeting=None)
    assert contexts.of(loi, about) is contexts.of(loi, without)
    assert contexts.of(matrix, about) is not contexts.of(matrix, without)
    assert contexts.of(loi, about) is not contexts.of(loi, replace(about, languages=("en",)))
