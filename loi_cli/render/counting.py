"""How the clauses of a text are counted in a language: a) in French, а) in Russian, أ in Arabic, 一 in Chinese.

The catalogue of a language names the way of each kind of clause under `counting`. What people type and what JSON tells
are the numbers of `model.numbering`, which are the same in all languages.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from loi_cli.model.numbering import ABJAD, BELARUSIAN, LATIN, RUSSIAN, chinese, letters, roman


class Counting(NamedTuple):
    """`shows` a number; `format` is Word's name of it, `surely` the last number that Word and LibreOffice show so."""

    shows: Callable[[int], str]
    format: str
    surely: int = 30_000


WAYS: Mapping[str, Counting] = {
    "figures": Counting(str, "decimal"),
    "letters": Counting(letters, "lowerLetter"),
    "roman": Counting(roman, "lowerRoman"),
    "capital-roman": Counting(lambda n: roman(n).upper(), "upperRoman"),
    "russian": Counting(lambda n: letters(n, RUSSIAN), "russianLower", surely=25),
    "belarusian": Counting(lambda n: letters(n, BELARUSIAN), "russianLower", surely=8),
    "abjad": Counting(lambda n: letters(n, ABJAD), "arabicAbjad", surely=28),
    "chinese": Counting(chinese, "chineseCountingThousand", surely=99),
}
"""The ways by the names that catalogues give them."""

_ROMAN = {roman(n): n for n in range(1, 1000)}


def place_of(shown: str, kind: str) -> int:
    """Which of its kind a clause is, by the last part of its number: `c` is the third item, `iv` the fourth subitem;
    0 for one deeper than that, which is only told by a figure."""
    if kind == "item":
        return (len(shown) - 1) * len(LATIN) + LATIN.index(shown[0]) + 1 if shown.isalpha() else 0
    if kind == "subitem":
        return _ROMAN.get(shown, 0)
    return int(shown) if shown.isdecimal() else 0
