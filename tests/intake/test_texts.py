"""Words: one spelling, scripts that mix, names by case."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loi_cli.intake.scripts import mixed_words
from loi_cli.intake.texts import Forms, InEveryLanguage, on_one_line
from loi_cli.model.words import tidy
from tests.files.test_shapes import read


@given(st.text(st.sampled_from("a \t\r\n\u00a0\u2003e\u0301é")))
def test_the_cheap_spelling_is_the_one_spelling(text: str) -> None:
    assert on_one_line(text) == tidy(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Минск, Minsk", ()),
        ("Мiнск и Minsк", ("Мiнск", "Minsк")),
        ("в соответствии c пунктом", ("c",)),
        ("подпункт a) пункта", ()),
        ("МАЗ-5340B2", ()),
        ("café a b", ()),
    ],
)
def test_words_that_mix_scripts(text: str, words: tuple[str, ...]) -> None:
    assert mixed_words(text) == words


def test_names_by_case() -> None:
    assert read(Forms(), "Ministry\n")[0] == {"nom": "Ministry"}
    assert read(Forms(), "{nom: A, ins: B}\n")[0] == {"nom": "A", "ins": "B"}


def test_one_text_stands_in_every_language() -> None:
    known = {"language": ("id", "en")}
    assert read(InEveryLanguage(), "Zoom\n", known)[0] == {"id": "Zoom", "en": "Zoom"}
    assert read(InEveryLanguage(), "{en: Zoom}\n", known)[0] == {"en": "Zoom"}
