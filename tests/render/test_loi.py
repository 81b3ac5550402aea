"""The instrument as a page: golden files, and what must hold of them."""

from datetime import date
from typing import Any

import pytest

from loi_cli.model.text import Clause, Kind
from loi_cli.render.clauses import label_of
from loi_cli.render.filling import Filling
from loi_cli.render.papers import render_html
from tests.render.builder import bracket, clause, dossier, material, version, words
from tests.render.golden import check_golden

DISPUTED = bracket("help", ilmate="promote", agro="develop")


def text() -> tuple[Clause, ...]:
    """A small text with one of everything."""
    return (
        clause("wish", Kind.RECITAL, {"en": words("DESIRING to ", DISPUTED, " trade;"),
                                      "id": "BERKEINGINAN untuk meningkatkan perdagangan;", "ru": "ЖЕЛАЯ;"}),
        clause("aim", Kind.ARTICLE, {"en": "The aim is trade.", "id": "Tujuannya perdagangan.", "ru": "Цель."},
               {"en": "Objective", "id": "Tujuan", "ru": "Цель"}),
        clause("areas", Kind.ARTICLE, {}, {"en": "Areas", "id": "Bidang", "ru": "Области"},
               place=bracket("after aim", agro="first")),
        clause("areas.what", Kind.PARAGRAPH, {"en": "Besides {@aim}:", "id": "Selain {@aim}:", "ru": "Кроме:"},
               parent="areas"),
        clause("areas.cars", Kind.ITEM, {"en": "cars & <parts>;", "id": "mobil;", "ru": "части;"}, parent="areas.what"),
        clause("areas.cars.new", Kind.ITEM, {"en": "new ones.", "id": "yang baru.", "ru": "новые."},
               parent="areas.cars"),
        clause("done", Kind.TESTIMONIUM, {"en": "DONE at {place} on {date} in the {languages} languages.",
                                          "id": "DIBUAT di {place} pada {date} dalam bahasa {languages}.",
                                          "ru": "СОВЕРШЕНО {date} на {languages} языках."}),
        clause("plan", Kind.ANNEX, {"en": "The plan.", "id": "Rencananya.", "ru": "План."}, {"en": "Plan"}),
    )  # fmt: skip


def page(*languages: str, receiver: str | None = None, **more: Any) -> str:
    return render_html(
        "loi", material(version(*text()), dossier("id", "en", "ru", **more), *languages, receiver=receiver)
    )


def test_one_language() -> None:
    check_golden("loi-en.html", page("en"))


def test_languages_side_by_side_for_the_other_party() -> None:
    signed = {
        "date_of_signature": date(2022, 2, 17),
        "place_of_signature": {"id": {"nom": "Jakarta"}, "en": {"nom": "Jakarta"}},
    }
    check_golden("loi-id-en-for-BLR.html", page("id", "en", receiver="BLR", **signed))


def test_the_party_sees_no_bracket_of_ours_and_no_internal_note() -> None:
    html = page("en", receiver="BLR")
    assert "DESIRING to help trade;" in html
    assert "ilmate" not in html
    assert 'class="internal"' not in html


def test_our_side_sees_who_disputes_what() -> None:
    html = page("en")
    assert '<span class="bracket">[<span class="side">ilmate:</span> promote]</span>' in html
    wish = '<span class="bracket">[<span class="side">agro:</span> at the beginning]</span>'
    assert f"Disputed where this clause stands: {wish}" in html


def test_unchecked_words_of_protocol_are_noted_at_their_title_for_us_alone() -> None:
    noted = '<span class="footnote" lang="id">Kata-kata protokol dalam bahasa Rusia masih perlu diperiksa penutur asli.'
    assert f'lang="ru">ПИСЬМО О НАМЕРЕНИЯХ{noted}</span></h1>' in page("id", "ru")
    assert "penutur asli" not in page("id", "en")
    assert "penutur asli" not in page("id", "ru", receiver="BLR")


def test_each_original_is_called_by_its_own_party_first() -> None:
    assert "<title>Surat Pernyataan Kehendak IDN–BLR</title>" in page("id", "en")
    assert "<title>Letter of Intent BLR–IDN</title>" in page("id", "en", receiver="BLR")


def test_three_languages_turn_the_page_and_four_follow_one_another() -> None:
    assert page("id", "en", "ru").count('<section class="paper landscape"') == 1
    four = material(version(*text()), dossier("id", "en", "ru", "be"))
    html = render_html("loi", four)
    assert html.count('<section class="paper"') == 4
    assert html.count('<table class="signature">') == 4


@pytest.mark.parametrize(
    "languages", [("en",), ("id", "en"), ("fr", "pt-BR", "ja"), ("id", "en", "ru", "be", "sr-Latn")]
)
def test_any_languages_hold_and_ids_are_unique(languages: tuple[str, ...]) -> None:
    html = render_html("loi", material(version(*text()), dossier(*languages)))
    ids = [part.split('"')[0] for part in html.split(' id="')[1:]]
    assert len(ids) == len(set(ids)) == 8 * len(languages)
    for target in (part.split('"')[0] for part in html.split('href="#')[1:]):
        assert target in ids


def test_an_empty_text_is_a_page_too() -> None:
    assert "LETTER OF INTENT" in render_html("loi", material(version()))


def test_labels_are_live_where_word_can_count_them() -> None:
    deep = (
        *text(),
        clause("x", Kind.ITEM, "deep", parent="areas.cars.new"),
        clause("o", Kind.ITEM, "o", parent="wish"),
    )
    filling = Filling.of(version(*deep).text, dossier(), "IDN", "loi")

    def label(name: str) -> tuple[object, ...]:
        found = label_of(filling.clauses[name], "en", filling)
        assert found is not None
        return (found["text"], found["number"], found.get("level"))

    assert label("areas") == ("Article 2", 2, 0)
    assert label("areas.what") == ("(1)", 1, 1)
    assert label("areas.cars") == ("(a)", 1, 2)
    assert label("areas.cars.new") == ("(i)", 1, 3)
    assert label("x") == ("(1)", 0, None)
    assert label("o") == ("–", 0, None)
    assert label("plan") == ("Annex", 0, None)


def test_the_twenty_eighth_item_is_ab() -> None:
    items = [clause(f"a.i{n}", Kind.ITEM, "x", parent="a") for n in range(28)]
    html = render_html("loi", material(version(clause("a", Kind.ARTICLE), *items)))
    # Word's lowerLetter counts aa, bb: the 28th is the second of the second round.
    assert 'data-number="28">(bb)</span>' in html
