"""Languages beside each other or one after the other; signatures stand under every text of every original."""

from dataclasses import replace

import pytest

from loi_cli.model.dossier import Numerals, Profile
from loi_cli.model.text import Kind
from loi_cli.render.layout import Layout
from loi_cli.render.material import Material
from loi_cli.render.papers import render_html
from tests.render.builder import clause, dossier, material, party, version

FRA = party("FRA", fr="Ministère de l’Industrie", en="Ministry of Industry of France", ar="وزارة الصناعة")
MAR = party("MAR", ar="وزارة الصناعة والتجارة", en="Ministry of Industry of Morocco", fr="Ministère du Commerce")

TEXT = (
    clause("aim", Kind.ARTICLE, {"en": "Aim.", "id": "Tujuan.", "ru": "Цель.", "fr": "But.", "ar": "الهدف."}),
    clause("how", Kind.ARTICLE, {"en": "See {@aim}, {@aim.number}.", "ru": "См. {@aim}."}),
    clause("done", Kind.TESTIMONIUM, {"en": "DONE in {languages}.", "id": "DIBUAT dalam {languages}.",
                                      "ru": "{languages}", "fr": "FAIT en {languages}.", "ar": "{languages}"}),
)  # fmt: skip


def made(layout: Layout, receiver: str | None = None, **more: object) -> Material:
    return replace(material(version(*TEXT), dossier("id", "en", "ru", **more), receiver=receiver), layout=layout)


def body(it: Material) -> str:
    return render_html("loi", it).split("<body>")[1]


def signers(html: str) -> list[str]:
    """For whom the blocks under the texts are, as they stand."""
    return [
        part.split("</strong>")[0] for part in html.split('<p class="signature keep-next" lang="en"><br><strong>')[1:]
    ]


@pytest.mark.parametrize(("receiver", "first"), [(None, "Indonesia"), ("BLR", "Belarus")])
@pytest.mark.parametrize("layout", [Layout.PARALLEL, Layout.SEQUENCE])
def test_under_every_text_both_parties_sign_and_that_of_the_original_first(
    layout: Layout, receiver: str | None, first: str
) -> None:
    html = body(made(layout, receiver))
    assert html.count('<p class="signature keep-next"') == 2 * 2 * 3  # two lines, two parties, three languages
    who = signers(html)
    assert len(who) == 2
    assert who[0].endswith(first)


def test_articles_are_the_same_in_both_originals() -> None:
    def articles(receiver: str | None) -> str:
        html = body(replace(made(Layout.SEQUENCE, receiver), languages=("en",)))
        return html[html.index('id="loi-en-aim"') : html.index("DONE in")]

    assert articles(None) == articles("BLR")


def test_in_sequence_each_language_is_a_text_of_its_own() -> None:
    html = body(made(Layout.SEQUENCE, "BLR"))
    assert [part[:2] for part in html.split('<section class="paper" lang="')[1:]] == ["ru", "en", "id"]
    assert html.count('class="parallel"') == 0
    assert body(made(Layout.PARALLEL, "BLR")).count("<section") == 1


def test_two_other_ministries_in_two_other_scripts() -> None:
    it = dossier("fr", "ar", home=FRA, other=MAR)
    ours = body(replace(material(version(*TEXT), it), layout=Layout.SEQUENCE))
    theirs = body(replace(material(version(*TEXT), it, receiver="MAR"), layout=Layout.SEQUENCE))
    assert [part[:2] for part in ours.split('<section class="paper" lang="')[1:]] == ["fr", "ar"]
    assert [part[:2] for part in theirs.split('<section class="paper" lang="')[1:]] == ["ar", "fr"]
    assert "FAIT en français et arabe." in ours
    assert "FAIT en arabe et français." in theirs


def test_roman_numbers_are_those_of_labels_and_of_references() -> None:
    html = body(made(Layout.SEQUENCE, profile=Profile(numerals=Numerals.ROMAN)))
    assert 'data-format="upperRoman" data-number="2">Article II</span>' in html
    assert 'See <a class="ref" href="#loi-en-aim">Article I</a>, <a class="ref" href="#loi-en-aim">I</a>.' in html
    assert "Pasal II" in html
    assert "статья I<" in html


def test_an_instrument_that_does_not_bind_speaks_of_participants_and_paragraphs() -> None:
    html = body(made(Layout.SEQUENCE, profile=Profile(non_binding=True)))
    assert "“the Participants”" in html
    assert "Paragraph 2</span>" in html
    assert "Участниками" in html
    assert "Para Pihak" in html  # Indonesian practice keeps it
    assert "Parties" not in html
    assert "Article" not in html


def test_an_original_carries_nothing_but_the_text() -> None:
    html = body(replace(made(Layout.PARALLEL), final=True))
    for mark in ("<header", "<footer", "DRAFT", "v3", "RESTRICTED", "native speaker", "3b4d5e6f"):
        assert mark not in html
    assert "RANCANGAN per 20 Januari 2022" in body(made(Layout.PARALLEL))
