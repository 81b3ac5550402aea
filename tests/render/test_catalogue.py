"""Words of protocol by language, and days in words: a golden table."""

import re
from datetime import date

import pytest
import yaml
from babel.dates import format_date

from loi_cli.files.packed import templates_folder
from loi_cli.render.catalogue import capitals, catalogue
from loi_cli.render.dates import in_figures, in_words, number_in_words

WRITTEN = ("en", "id", "ru", "be", "fr", "es", "ar", "zh")


@pytest.mark.parametrize(
    ("language", "day", "figures", "words"),
    [
        ("en", date(2022, 2, 20), "20 February 2022",
         "the twentieth day of February in the year two thousand and twenty-two"),
        ("en", date(1999, 12, 31), "31 December 1999",
         "the thirty-first day of December in the year one thousand, nine hundred and ninety-nine"),
        ("en", date(2001, 5, 1), "1 May 2001", "the first day of May in the year two thousand and one"),
        ("id", date(2022, 2, 20), "20 Februari 2022",
         "dua puluh bulan Februari tahun dua ribu dua puluh dua"),
        ("id", date(2011, 8, 11), "11 Agustus 2011", "sebelas bulan Agustus tahun dua ribu sebelas"),
        ("ru", date(2022, 2, 20), "20 февраля 2022 года", "20 февраля 2022 года"),
        ("be", date(2022, 11, 3), "3 лістапада 2022 года", "3 лістапада 2022 года"),
        ("fr", date(2022, 2, 20), "20 février 2022", "vingt février deux mille vingt-deux"),
        ("fr", date(2001, 5, 1), "1er mai 2001", "premier mai deux mille un"),
        ("es", date(2022, 2, 20), "20 de febrero de 2022", "veinte de febrero de dos mil veintidós"),
        ("es", date(2001, 5, 1), "1 de mayo de 2001", "primero de mayo de dos mil uno"),
        ("ar", date(2022, 2, 20), "20 فبراير 2022", "20 فبراير 2022"),
        ("zh", date(2022, 2, 20), "2022年2月20日", "2022年2月20日"),
        ("it", date(2022, 2, 20), "20 febbraio 2022", "20 febbraio 2022"),
        ("de", date(2022, 2, 20), "20. Februar 2022", "20. Februar 2022"),
        ("ja", date(2022, 2, 20), "2022年2月20日", "2022年2月20日"),
        ("pt-BR", date(2022, 2, 20), "20 de fevereiro de 2022", "20 de fevereiro de 2022"),
        ("xx", date(2022, 2, 20), "2022-02-20", "2022-02-20"),
    ],
)  # fmt: skip
def test_days(language: str, day: date, figures: str, words: str) -> None:
    assert in_figures(day, language) == figures
    assert in_words(day, language) == words


@pytest.mark.parametrize("language", WRITTEN)
@pytest.mark.parametrize("month", range(1, 13))
def test_our_months_are_those_of_cldr(language: str, month: int) -> None:
    day = date(2022, month, 5)
    assert f"5 {catalogue(language).month(month)} 2022" == format_date(day, "d MMMM y", locale=language)


def test_every_day_and_year_that_a_document_may_bear_has_words() -> None:
    for number in (*range(1, 32), *range(1990, 2101)):
        for language in ("en", "id"):
            assert number_in_words(number, language).replace(",", "").replace("-", "").replace(" ", "").isalpha()
    assert number_in_words(21, "en", ordinal=True) == "twenty-first"
    assert number_in_words(7, "xx") == "7"


@pytest.mark.parametrize(
    ("language", "listed"),
    [
        ("en", "Indonesian, English and Russian"),
        ("id", "Indonesia, Inggris, dan Rusia"),
        ("ru", "индонезийском, английском и русском"),
        ("be", "інданезійскай, англійскай і рускай"),
        ("fr", "indonésien, anglais et russe"),
        ("es", "indonesio, inglés y ruso"),
        ("ar", "الإندونيسية والإنجليزية والروسية"),
        ("zh", "印度尼西亚文、英文和俄文"),
        ("it", "indonesiano, inglese e russo"),
        ("ja", "インドネシア語、英語、ロシア語"),
        ("xx", "Indonesian, English and Russian"),
    ],
)
def test_names_of_languages_stand_in_the_form_of_the_testimonium(language: str, listed: str) -> None:
    words = catalogue(language)
    assert words.listed([words.name_of_language(other) for other in ("id", "en", "ru")]) == listed


def test_a_case_can_be_asked_for() -> None:
    assert catalogue("ru").name_of_language("en", "nom") == "английский"
    assert catalogue("ru").name_of_language("en", "ins") == "английским"
    assert catalogue("en").name_of_language("uk") == "Ukrainian"


def test_one_and_two_are_listed_too() -> None:
    assert catalogue("id").listed(["Indonesia"]) == "Indonesia"
    assert catalogue("id").listed(["Indonesia", "Inggris"]) == "Indonesia dan Inggris"
    assert catalogue("de").listed(["A", "B"]) == "A und B"


def read(language: str) -> dict[str, object]:
    """A catalogue as its file has it, with nothing of another behind it."""
    file = templates_folder() / "catalogues" / f"{language}.yaml"
    found: dict[str, object] = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return found


def keys(entries: object, path: str = "") -> set[str]:
    if not isinstance(entries, dict):
        return {path}
    return {key for name, inner in entries.items() for key in keys(inner, f"{path}.{name}")}


_SAME = re.compile(
    r"\.(preamble-case|article|label\.(paragraph|item|loose)|signature\.case|list\.between|documents\.loi|checks\.equal-force)"
    r"|\.non-binding\..*"
)
"""What is the same in every language, or has other keys in each: the words of a text that does not bind."""

_INSIDE = {
    "id": r"",
    "ru": r"page",
    "be": r"page|correspondence|planning\.(how|shared|open|due|by|how-minutes|turn)|meeting-form|"
    r"papers\.(internal|talking-points|positions|briefing|summary|"
    r"distribution|agenda\.(title-home|result|internal|open|proposed|proposed-by)|packet\.lacks|matrix)",
}
_INSIDE |= dict.fromkeys(("fr", "es"), "page") | dict.fromkeys(("ar", "zh"), _INSIDE["be"])
"""What is read in our own office alone, and so in the languages of offices that have used loi."""


@pytest.mark.parametrize("language", _INSIDE)
def test_a_catalogue_lacks_no_word_that_a_party_may_see(language: str) -> None:
    missing = keys(read("en")) - keys(read(language))
    inside = re.compile(rf"\.({_INSIDE[language] or '-'})(\..*)?")
    assert not {key for key in missing if not _SAME.fullmatch(key) and not inside.fullmatch(key)}


def test_a_region_falls_back_to_its_language() -> None:
    assert catalogue("id-ID").say("title.on") == "tentang"
    assert catalogue("id-ID").own
    assert not catalogue("it").own
    assert catalogue("it").say("title.on") == "on"
    assert catalogue("it").article_of("Ministero") == catalogue("it").before_a_date == ""


@pytest.mark.parametrize(
    ("language", "name", "article"),
    [
        ("en", "Ministry of Industry", "the "),
        ("en", "The Ministry of Industry", "the "),
        ("fr", "Ministère de l’Industrie", "le "),
        ("fr", "Direction générale du commerce", "la "),
        ("fr", "Agence de l’énergie", "l’"),
        ("fr", "l’Agence de l’énergie", "l’"),
        ("fr", "du Ministère de l’Industrie", ""),
        ("es", "Secretaría de Economía", "la "),
        ("ar", "وزارة الصناعة", ""),
        ("id", "Kementerian Perindustrian", ""),
    ],
)
def test_a_name_has_the_article_of_its_first_word(language: str, name: str, article: str) -> None:
    assert catalogue(language).article_of(name) == article


def test_only_languages_that_somebody_has_read_count_as_checked() -> None:
    assert [language for language in (*WRITTEN, "it") if catalogue(language).checked] == ["en", "id"]


def test_capitals_keep_the_turkish_dot() -> None:
    assert capitals("niyet", "tr") == "NİYET"
    assert capitals("Минск", "ru") == "МИНСК"
