"""Placeholders filled, references named, brackets kept apart."""

from datetime import date
from typing import Any

import pytest

from loi_cli.model.text import Kind, Text
from loi_cli.render.filling import Filling, Segment
from tests.render.builder import bracket, clause, dossier, words

TEXT = Text(
    (
        clause("wish", Kind.RECITAL),
        clause("aim", Kind.ARTICLE),
        clause("areas", Kind.ARTICLE),
        clause("areas.who", Kind.PARAGRAPH, parent="areas"),
        clause("areas.what", Kind.PARAGRAPH, parent="areas"),
        clause("areas.what.cars", Kind.ITEM, parent="areas.what"),
        clause("areas.what.cars.parts", Kind.ITEM, parent="areas.what.cars"),
        clause("plan", Kind.ANNEX),
        clause("plan.steps", Kind.PARAGRAPH, parent="plan"),
    )
)


def filling(original_of: str = "IDN", text: Text = TEXT, **more: Any) -> Filling:
    return Filling.of(text, dossier("id", "en", "ru", **more), original_of, "loi")


def plain(segments: list[Segment]) -> str:
    return "".join("____" if s["type"] == "blank" else str(s["text"]) for s in segments)


def filled(text: str, language: str = "en", original_of: str = "IDN", **more: Any) -> str:
    return plain(filling(original_of, **more).segments(text, language))


SIGNED: dict[str, Any] = {
    "place_of_signature": {"en": {"nom": "Minsk"}, "ru": {"nom": "Минск", "loc": "Минске"}},
    "date_of_signature": date(2022, 2, 20),
}


@pytest.mark.parametrize(
    ("clause_id", "language", "name"),
    [
        ("areas", "en", "Article 2"),
        ("areas.what", "en", "Article 2(2)"),
        ("areas.what.cars", "en", "Article 2(2)(a)"),
        ("areas.what.cars.parts", "en", "Article 2(2)(a)(i)"),
        ("plan", "en", "the Annex"),
        ("plan.steps", "en", "the Annex, paragraph (1)"),
        ("wish", "en", "the preamble"),
        ("areas", "id", "Pasal 2"),
        ("areas.what.cars", "id", "Pasal 2 ayat (2) huruf a"),
        ("plan", "id", "Lampiran"),
        ("areas", "ru", "статья 2"),
        ("areas.what", "ru", "пункт 2 статьи 2"),
        ("areas.what.cars", "ru", "подпункт а) пункта 2 статьи 2"),
        ("plan.steps", "be", "пункт 1 дадатка"),
        ("areas.what.cars", "fr", "point a) du paragraphe 2 de l’article 2"),
        ("plan.steps", "es", "párrafo 1 del anexo"),
        ("areas.what", "ar", "الفقرة 2 من المادة 2"),
        ("areas.what.cars", "zh", "第二条第二款第（一）项"),
        ("areas.what", "it", "Article 2(2)"),
    ],
)
def test_a_sentence_names_a_clause(clause_id: str, language: str, name: str) -> None:
    assert filled(f"{{@{clause_id}}}", language) == name


def test_several_annexes_are_numbered() -> None:
    text = Text((clause("one", Kind.ANNEX), clause("two", Kind.ANNEX)))
    assert plain(filling(text=text).segments("{@two}", "en")) == "Annex 2"
    assert plain(filling(text=text).segments("{@two.number}", "en")) == "2"


def test_a_reference_is_a_link_in_its_own_language() -> None:
    assert filling().segments("under {@areas}.", "id") == [
        {"type": "text", "text": "under "},
        {"type": "ref", "text": "Pasal 2", "href": "#loi-id-areas"},
        {"type": "text", "text": "."},
    ]


def test_the_number_alone_is_that_of_the_clause_itself() -> None:
    assert filled("статьёй {@areas.number}", "ru") == "статьёй 2"
    assert filled("{@areas.what.number}", "ru") == "2"


def test_a_reference_to_nothing_is_a_blank() -> None:
    assert filled("see {@gone}") == "see ____"


def test_the_date_leads_with_its_word_once() -> None:
    words_ = "the twentieth day of February in the year two thousand and twenty-two"
    assert filled("done on {date}", **SIGNED) == f"done on {words_}"
    assert filled("done {date}", **SIGNED) == f"done on {words_}"
    assert filled("{date}", **SIGNED) == f"On {words_}"
    assert filled("pada {date}", "id", **SIGNED) == "pada tanggal dua puluh bulan Februari tahun dua ribu dua puluh dua"
    assert filled("pada tanggal {date}", "id") == "pada tanggal ____"
    assert filled("в {place.loc} {date}", "ru", **SIGNED) == "в Минске 20 февраля 2022 года"


def test_what_is_not_known_is_a_blank() -> None:
    assert filled("at {place} on {date}, by {blank}") == "at ____ on ____, by ____"


def test_parties_alternate() -> None:
    ours, theirs = (
        "Ministry of Industry of the Republic of Indonesia",
        "Ministry of Industry of the Republic of Belarus",
    )
    assert filled("between {parties}") == f"between the {ours} and the {theirs}"
    assert filled("between the {parties}", original_of="BLR") == f"between the {theirs} and the {ours}"
    assert filled("The {parties}") == f"The {ours} and the {theirs}"
    assert filled("{parties}") == f"The {ours} and the {theirs}"


def test_one_party_has_case_forms() -> None:
    assert filled("с {party.BLR.ins}", "ru") == "с Министерством промышленности Республики Беларусь"
    assert filled("с {party.BLR.dat}", "ru") == "с Министерство промышленности Республики Беларусь"
    assert filled("{party.FRA}") == "____"


def test_languages_alternate() -> None:
    assert filled("in the {languages} languages") == "in the Indonesian, English and Russian languages"
    assert filled("на {languages} языках", "ru", "BLR") == "на русском, английском и индонезийском языках"


def test_doubled_braces_are_braces_and_unknown_ones_stay() -> None:
    assert filled("{{x}} {unknown}") == "{x} {unknown}"


def test_a_placeholder_is_seen_whole_whoever_wrote_its_parts() -> None:
    pieces = (*words("see {@ar", by="a"), *words("eas}", by="b"))
    assert plain(filling().of_words(pieces, "en")) == "see Article 2"


def test_a_bracket_keeps_its_sides_apart() -> None:
    disputed = words("to ", bracket("help", ilmate="promote {@aim}", agro=""), " trade")
    assert filling().of_words(disputed, "en") == [
        {"type": "text", "text": "to "},
        {"type": "bracket", "names": "ilmate", "segments": [
            {"type": "text", "text": "promote "}, {"type": "ref", "text": "Article 1", "href": "#loi-en-aim"}]},
        {"type": "text", "text": " "},
        {"type": "bracket", "names": "agro", "segments": [{"type": "text", "text": "–"}]},
        {"type": "text", "text": " trade"},
    ]  # fmt: skip
