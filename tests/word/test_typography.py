"""Blanks that do not break, by language; words at the ends of lines that are parted or not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loi_cli.word.markup import w
from loi_cli.word.typography import NO_BREAK, bound
from tests.word.opened import page, whole, written


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Under Article~5 and (Articles~6), 10~kg of steel, 5~percent, No.~7, J.~R.~Smith in Annex~II at 20 metres.",
        ),
        ("id", "Pasal~5 ayat~(2) huruf~a) senilai 10~juta rupiah"),
        ("ru", "в~Минске и~с~заводом №~5 по статье~5, пункт~3)~– 20 февраля 2022~г., А.~С.~Иванов"),
        ("be-BY", "у~Мінску і~з~заводам"),
        ("fr", "Quoi~? «~Article~5~»~: oui~; non~!"),
        ("xx", "10~kg, Article 5"),
    ],
)
def test_what_a_line_does_not_part(language: str, text: str) -> None:
    assert bound(text.replace("~", " "), language) == text.replace("~", NO_BREAK)


@given(st.text(st.sampled_from("aв 5.;«»–AII№()")), st.sampled_from(["en", "id", "ru", "be", "fr", "zz"]))
def test_nothing_but_blanks_changes(text: str, language: str) -> None:
    made = bound(text, language)
    assert made.replace(NO_BREAK, " ") == text and bound(made, language) == made


def test_each_run_in_its_own_language() -> None:
    found = written('<p>Article 5 <span lang="ru">в Минске</span> <b>10 kg</b></p>').texts()
    assert found == ["Article\xa05 в\xa0Минске 10\xa0kg"]


def test_words_are_parted_but_not_where_the_paper_says_so() -> None:
    parted = written("<p>x</p>").parts["word/settings.xml"]
    assert parted.find(w("autoHyphenation")) is not None
    kept = whole(page("<p>x</p>", head='<title>x</title><meta name="hyphenation" content="none">'))
    names = {element.tag for element in kept.parts["word/settings.xml"]}
    assert not {name for name in names if "yphen" in str(name)} and w("compat") in names
