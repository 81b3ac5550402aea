"""Classification and urgency on every paper of a meeting; numbered copies; numbers of letters."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest

from loi_cli.model.dossier import Classification, Letters
from loi_cli.model.meetings import Urgency
from loi_cli.render.material import Material
from loi_cli.render.papers import PAPERS, render_html
from loi_cli.word.writer import write_docx
from tests.render.papers.samples import MEET, material
from tests.render.papers.test_canary import REFERENCE

# What both delegations hold in hand is in the language of the meeting, and so is its mark.
_OTHERWISE = ("agreed-minutes", "attendance", "badges", "place-cards", "packet")
HEADED = [name for name, p in PAPERS.items() if p.needs_meeting and name not in _OTHERWISE]


def rated(level: Classification, urgency: Urgency = Urgency.VERY_URGENT, receiver: str | None = None) -> Material:
    return material(receiver, meeting=MEET._replace(classification=level, urgency=urgency))


@pytest.mark.parametrize("name", HEADED)
@pytest.mark.parametrize(
    ("level", "mark"),
    [
        (Classification.SECRET, '<span class="red">SR – SANGAT RAHASIA</span>'),
        (Classification.CONFIDENTIAL, '<span class="red">R – RAHASIA</span>'),
        (Classification.RESTRICTED, "T – TERBATAS"),
        (Classification.PUBLIC, "B – BIASA"),
    ],
)
def test_the_mark_stands_at_the_top_left_and_the_urgency_after_it(name: str, level: Classification, mark: str) -> None:
    html = render_html(name, rated(level))
    assert f"<header><p><strong>{mark}</strong> · SANGAT SEGERA<span" in html


def test_red_is_red_in_word() -> None:
    made = write_docx(
        render_html("agenda", rated(Classification.SECRET)), reference=REFERENCE.read_bytes(), made=datetime.now(UTC)
    )
    with ZipFile(BytesIO(made)) as package:
        assert b'<w:color w:val="C00000"/>' in package.read("word/header1.xml")


def test_what_lies_on_the_table_is_not_said_to_be_for_us_alone() -> None:
    both = render_html("attendance", rated(Classification.SECRET))
    assert '<strong><span class="red">SECRET</span></strong> · VERY URGENT<span class="tab"></span></p>' in both
    ours = MEET._replace(delegations={"IDN": MEET.delegations["IDN"]}, classification=Classification.SECRET)
    assert "Internal – hanya untuk delegasi kita" in render_html("attendance", material(meeting=ours))


def test_in_english_words_stand_alone() -> None:
    html = render_html("agenda", rated(Classification.SECRET, Urgency.URGENT, "BLR"))
    assert '<strong><span class="red">SECRET</span></strong> · URGENT<span' in html


def copies(count: int, copy: int = 0, holders: tuple[str, ...] = (), receiver: str | None = None) -> Material:
    return replace(material(receiver, meeting=MEET._replace(holders=holders)), copies=count, copy=copy)


def test_a_numbered_copy_says_which_and_whose_and_the_list_has_them_all() -> None:
    html = render_html("packet", copies(3, 2, ("Menteri", "Dirjen <KPAII>")))
    assert "<strong>2 dari 3</strong> – Dirjen &lt;KPAII&gt;" in html
    rows = html.split('id="packet-distribution"')[1].split("</section>")[0]
    assert rows.count('<tr style="height:1cm">') == 3
    assert "Menteri" in rows and "Dirjen &lt;KPAII&gt;" in rows


def test_a_party_s_copy_has_its_number_and_no_list() -> None:
    html = render_html("packet", copies(3, 2, ("Menteri",), "BLR"))
    assert "<strong>2 of 3</strong>" in html
    assert "Menteri" not in html and "packet-distribution" not in html


@pytest.mark.parametrize(("level", "listed"), [(Classification.CONFIDENTIAL, True), (Classification.RESTRICTED, False)])
def test_what_is_confidential_has_a_list_to_fill_in_any_case(level: Classification, listed: bool) -> None:
    assert ("packet-distribution" in render_html("packet", rated(level))) is listed


@pytest.mark.parametrize(
    ("pattern", "number"),
    [
        ("{blank}/KPAII/{month}/{year}", '<span class="blank">__________</span>/KPAII/II/2022'),
        ("", '<span class="blank">__________</span>'),
        ("{unit}-{round}", '<span class="blank">__________</span>-<span class="blank">__________</span>'),
    ],
)
def test_a_letter_s_number_is_the_pattern_or_a_blank_and_never_made_up(pattern: str, number: str) -> None:
    about = material()
    about = replace(about, dossier=about.dossier._replace(letters=Letters(number=pattern)))
    for name in ("invitation", "summary"):
        assert number in render_html(name, about)


def test_an_invitation_to_a_party_names_no_unit_of_ours() -> None:
    html = render_html("invitation", material("BLR"))
    assert "Direktur Akses," not in html
    assert "Director-General, KPAII," in html
    assert "Menteri Perindustrian" not in html


@pytest.mark.parametrize("receiver", [None, "BLR"])
@pytest.mark.parametrize(
    ("text", "meeting", "every"),
    [
        (Classification.RESTRICTED, Classification.SECRET, "SR|SECRET"),
        (Classification.CONFIDENTIAL, Classification.PUBLIC, "R|CONFIDENTIAL"),
        (None, Classification.RESTRICTED, "T|RESTRICTED"),
    ],
)
def test_every_page_of_a_packet_bears_the_strictest_level_in_it(
    receiver: str | None, text: Classification | None, meeting: Classification, every: str
) -> None:
    about = rated(meeting, receiver=receiver)
    about = replace(about, dossier=about.dossier._replace(classification=text))
    html = render_html("packet", about)
    marks = re.findall(r'<header><p><strong>(?:<span class="red">)?(?:(?:SR|R|T|B) – )?([A-Z ]+)', html)
    assert len(marks) == html.count("<header>") > 3
    assert len(set(marks)) == 1
    assert re.search(rf"<strong>(<span class=\"red\">)?({every})", html)
