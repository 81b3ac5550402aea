"""How the clauses of a text are counted in a language: a) in French, а) in Russian, أ in Arabic, 一 in Chinese.

The catalogue of a language names the way of each kind of clause under `counting`. What people type and what JSON tells
are the numbers of `model.numbering`, which are the same in all languages.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from loi_cli.model.numbering import BELARUSIAN, letter_value, letters, roman_value
from loi_cli.word.numbering import FORMATS


class Counting(NamedTuple):
    """`shows` a number; `format` is Word's name of it, `surely` the last number that Word and LibreOffice show so."""

    shows: Callable[[int], str]
    format: str
    surely: int


def _as_word(format: str, surely: int = 30_000) -> Counting:
    return Counting(FORMATS[format], format, surely)


WAYS: Mapping[str, Counting] = {
    "figures": _as_word("decimal"),
    "letters": _as_word("lowerLetter"),
    "roman": _as_word("lowerRoman"),
    "capital-roman": _as_word("upperRoman"),
    "russian": _as_word("russianLower", surely=25),
    "belarusian": Counting(lambda n: letters(n, BELARUSIAN), "russianLower", surely=8),
    "abjad": _as_word("arabicAbjad", surely=28),
    "chinese": _as_word("chineseCountingThousand", surely=99),
}
"""The ways by the names that catalogues give them."""


def place_of(shown: str, kind: str) -> int:
    """Which of its kind a clause is, by the last part of its number: `c` is the third item, `iv` the fourth subitem;
    0 for one deeper than that, which is only told by a figure."""
    if kind == "item":
        return letter_value(shown) if shown.isalpha() else 0
    if kind == "subitem":
        return roman_value(shown) if shown.isalpha() else 0
    return int(shown) if shown.isdecimal() else 0
