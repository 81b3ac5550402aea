"""Numbers of clauses: derived from the order, never stored.

An article is `5`, its second paragraph `5.2`, an item of that `5.2.a`, an item of an item `5.2.a.i`; an annex is `A1`.
Recitals, their items and the testimonium carry no number (an empty string).
"""

from collections.abc import Callable, Mapping

from loi_cli.model.text import Clause, Kind, Text

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def roman(number: int) -> str:
    """4 -> iv, as Word's lowerRoman."""
    out = ""
    for value, letters in _ROMAN:
        while number >= value:
            out, number = out + letters, number - value
    return out


LATIN = "abcdefghijklmnopqrstuvwxyz"
RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
"""Without ё, й, ъ, ы, ь, as lists are lettered."""
BELARUSIAN = "абвгдежзіклмнопрстуфхцчшэюя"
ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"


def letters(number: int, alphabet: str = LATIN) -> str:
    """1 -> a, 26 -> z, 27 -> aa, 53 -> aaa: as Word's lowerLetter counts."""
    return alphabet[(number - 1) % len(alphabet)] * ((number - 1) // len(alphabet) + 1)


def letter_value(value: str) -> int:
    """c -> 3, в -> 3, ج -> 3, bb -> 28; of letters that lists have."""
    for alphabet in (RUSSIAN, BELARUSIAN, ABJAD):
        if value[0] in alphabet:
            return alphabet.index(value[0]) + 1
    return 1 if value[0] == "ا" else ord(value[0]) - ord("a") + 1 + 26 * (len(value) - 1)


_SIGNS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def roman_value(text: str) -> int:
    """IV -> 4; what is no sound Roman number has a value too, which nobody relies on."""
    values = [_SIGNS[sign] for sign in text.lower()]
    return sum(-v if v < max(values[n:]) else v for n, v in enumerate(values))


CHINESE = "一二三四五六七八九十"


def chinese(number: int) -> str:
    """4 -> 四, 12 -> 十二, 20 -> 二十; in figures from a hundred on."""
    if number > 99:
        return str(number)
    tens, ones = divmod(number, 10)
    return (CHINESE[tens - 1] if tens > 1 else "") + CHINESE[9] * (tens > 0) + (CHINESE[ones - 1] if ones else "")


_COUNTERS: Mapping[Kind, Callable[[int], str]] = {
    Kind.ARTICLE: str,
    Kind.PARAGRAPH: str,
    Kind.ANNEX: lambda n: f"A{n}",
}


def _item_counter(depth: int) -> Callable[[int], str]:
    return (letters, roman, str)[min(depth, 2)]


def numbers(text: Text) -> dict[str, str]:
    """The number of every clause by id, in reading order."""
    found: dict[str, str] = {}
    counts: dict[tuple[str | None, Kind], int] = {}
    depths: dict[str, int] = {}
    clauses: dict[str, Clause] = {}
    for clause in text:
        clauses[clause.id] = clause
        parent = clauses.get(clause.parent or "")
        depths[clause.id] = depths[parent.id] + 1 if parent and parent.kind is Kind.ITEM else 0
        prefix = found.get(clause.parent or "", "")
        if clause.kind in (Kind.RECITAL, Kind.TESTIMONIUM) or (parent and not prefix):
            found[clause.id] = ""
            continue
        counts[clause.parent, clause.kind] = count = counts.get((clause.parent, clause.kind), 0) + 1
        counter = _COUNTERS.get(clause.kind) or _item_counter(depths[clause.id])
        found[clause.id] = f"{prefix}.{counter(count)}" if prefix else counter(count)
    return found
