"""What alternates between the two originals."""

from typing import Any

from loi_cli.model.dossier import Instrument
from loi_cli.render import protocol
from tests.render.builder import BLR, IDN, dossier, party

JPN = party("JPN", ja="経済産業省", en="Ministry of Economy")
XXA = party("XXA", en="Bureau", qu="Wasi")
XXB = party("XXB", en="Office")


def order(original_of: str, *languages: str) -> tuple[str, ...]:
    return protocol.order_of_languages(dossier(*languages), original_of)


def test_our_original_has_the_languages_of_the_dossier() -> None:
    assert order("IDN", "id", "en", "ru") == ("id", "en", "ru")


def test_in_the_other_original_the_parties_languages_change_places() -> None:
    assert order("BLR", "id", "en", "ru") == ("ru", "en", "id")
    assert order("BLR", "id", "ru", "en") == ("ru", "id", "en")
    assert order("BLR", "id", "be", "ru", "en") == ("be", "ru", "id", "en")
    assert order("BLR", "en", "id", "ru") == ("ru", "en", "id")


def test_ours_goes_last_where_the_other_party_has_none() -> None:
    assert order("BLR", "id", "en") == ("en", "id")
    assert order("BLR", "en") == ("en",)


def test_a_code_that_is_no_country_has_the_languages_that_only_it_is_named_in() -> None:
    it = dossier("en", "qu", home=XXB, other=XXA)
    assert protocol.order_of_languages(it, "XXA") == ("qu", "en")
    assert protocol.order_of_languages(it, "XXB") == ("en", "qu")


def test_only_the_languages_shown_stay() -> None:
    assert protocol.order_of_languages(dossier("id", "en", "ru"), "BLR", ("id", "ru")) == ("ru", "id")


def lines(original_of: str, language: str, **more: Any) -> list[str]:
    block = protocol.title_block(dossier("id", "en", "ru", **more), original_of, language)
    found = block["lines"]
    assert isinstance(found, list)
    return [str(block["instrument"]), *(line["text"] for line in found)]


def test_the_title_names_the_party_of_the_original_first() -> None:
    assert lines("IDN", "en") == [
        "LETTER OF INTENT",
        "BETWEEN",
        "THE MINISTRY OF INDUSTRY OF THE REPUBLIC OF INDONESIA",
        "AND",
        "THE MINISTRY OF INDUSTRY OF THE REPUBLIC OF BELARUS",
        "ON",
        "INDUSTRIAL COOPERATION",
    ]
    assert lines("BLR", "id")[2] == "KEMENTERIAN PERINDUSTRIAN REPUBLIK BELARUS"


def test_russian_declines_the_names_and_puts_the_subject_in_one_line() -> None:
    assert lines("BLR", "ru") == [
        "ПИСЬМО О НАМЕРЕНИЯХ",
        "МЕЖДУ",
        "МИНИСТЕРСТВОМ ПРОМЫШЛЕННОСТИ РЕСПУБЛИКИ БЕЛАРУСЬ",
        "И",
        "МИНИСТЕРСТВОМ ПРОМЫШЛЕННОСТИ РЕСПУБЛИКИ ИНДОНЕЗИИ",
        "О ПРОМЫШЛЕННОМ СОТРУДНИЧЕСТВЕ",
    ]


def test_the_preposition_of_a_russian_subject_follows_its_sound_and_is_not_doubled() -> None:
    assert lines("BLR", "ru", subject={"ru": "обмене опытом"})[-1] == "ОБ ОБМЕНЕ ОПЫТОМ"
    assert lines("BLR", "ru", subject={"ru": "о торговле"})[-1] == "О ТОРГОВЛЕ"


def test_a_language_without_a_catalogue_gets_no_english_article() -> None:
    it = dossier("ja", "en", other=JPN)
    assert protocol.preamble(it, "JPN", "ja").startswith("経済産業省 and Ministry of Industry")
    assert protocol.both_names(it, "JPN", "ja") == "経済産業省、Ministry of Industry of the Republic of Indonesia"


def test_other_instruments() -> None:
    assert lines("IDN", "en", instrument=Instrument.AGREED_MINUTES)[0] == "AGREED MINUTES"
    assert protocol.pivot(dossier(instrument=Instrument.AGREED_MINUTES), "id").startswith("TELAH SEPAKAT")


def test_who_signs_is_an_office() -> None:
    first, second = protocol.signatures(dossier("en"), "BLR", "en")
    assert first == {"for": "For the Ministry of Industry of the Republic of Belarus", "office": "Minister"}
    assert second["for"] == "For the Ministry of Industry of the Republic of Indonesia"


def test_a_name_that_brings_its_article_gets_no_second_one() -> None:
    it = dossier("en", other=party("BLR", en="The State Committee"))
    assert protocol.preamble(it, "BLR", "en").startswith("The State Committee and the Ministry")


def test_a_missing_case_is_the_nominative_and_a_missing_language_english() -> None:
    assert protocol.name_of(BLR, "ru", "dat") == "Министерство промышленности Республики Беларусь"
    assert protocol.name_of(IDN, "fr") == "Ministry of Industry of the Republic of Indonesia"
