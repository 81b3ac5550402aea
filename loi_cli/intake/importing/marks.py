"""Numbers and letters that stand before paragraphs, typed by hand or counted by Word."""

import re
from dataclasses import dataclass

from loi_cli.intake.importing.figures import ARABIC_LETTER, CHINESE, number_of
from loi_cli.model.numbering import letter_value, roman_value
from loi_cli.word.list_levels import Level

_BULLET = re.compile(r"[-–—•·▪●○◦‣\uf0b7*]\s+")
_TYPED = re.compile(
    r"(?P<open>\()?(?P<value>\d{1,3}(?:\.\d{1,3})+|\d{1,3}|[ivxlcdm]+|[a-z]{1,2}|[а-яё]"
    rf"|{ARABIC_LETTER})(?P<close>[.)]\)?)(?=\s|\Z)\s*"
)
_DASHED = re.compile(rf"(?P<value>\d{{1,3}}|{ARABIC_LETTER})\s?[-–]\s*(?=[\u0620-\u064a])")
"""Arabic drafts write `1- …`."""
_CHINESE = re.compile(
    rf"(?P<value>{CHINESE}|\d{{1,3}})[、．]\s*|[（(](?P<inner>{CHINESE}|\d{{1,3}})[）)]\s*(?=[\u2e80-\u9fff])"
)
"""`一、`, and `（一）`, which is an item."""
_PARTS = re.compile(r"(?P<value>\d{1,3}(?:\.\d{1,3})+)\s+")
"""`5.2` needs no full stop after it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """`series` is what it counts in: `1`, `1.1`, `a`, `i`, or `-` for a bullet; `form` how it is written, `depth` the
    level of Word's list, -1 where it was typed; `value` is 0 where Word counts."""

    series: str
    form: str
    value: int
    depth: int = -1
    typed: str = ""


def opens(text: str) -> bool:
    """Whether a line begins with a number or a letter of a list."""
    return _opening(text) is not None


def _opening(text: str) -> re.Match[str] | None:
    return next((found for way in (_TYPED, _PARTS, _DASHED, _CHINESE) if (found := way.match(text))), None)


def bullet(text: str) -> re.Match[str] | None:
    return _BULLET.match(text)


_LETTERED = ("lowerLetter", "upperLetter", "russianLower", "russianUpper", "arabicAbjad", "arabicAlpha")
_SERIES = dict.fromkeys(_LETTERED, "a") | {"lowerRoman": "i", "upperRoman": "i", "bullet": "-"}
"""Word's names of formats; all others count in figures."""


def counted(level: Level) -> Mark:
    """The mark of a paragraph that Word numbers; `（一）` is an item, as where it was typed."""
    is_item = level.format.startswith("chinese") and level.text.startswith(("（", "("))
    found = "a" if is_item else _SERIES.get(level.format, "1")
    if found == "1" and level.text.count("%") > 1:
        found = "1.1"
    return Mark(found, "word", 0, level.depth)


def typed(text: str, last: "dict[tuple[str, str], int]") -> tuple[Mark, str] | None:
    """The mark that a line begins with and the words after it; `last` are the values of the series that are open, which
    tell the letter i from the number one."""
    if found := _BULLET.match(text):
        return Mark("-", text[0], 0, typed=text[: found.end()].strip()), text[found.end() :]
    match = _opening(text)
    if match is None:
        return None
    value = match["value"] or match["inner"]
    form = re.sub(re.escape(value), "%", match[0].strip(), count=1)
    if re.fullmatch(CHINESE, value):
        mark = Mark("1" if match["value"] else "a", form, number_of(value), typed=match[0].strip())
    elif "." in value:
        mark = Mark("1.1", form, int(value.rsplit(".", 1)[1]), typed=match[0].strip())
    elif value.isdecimal():
        mark = Mark("1", form, int(value), typed=match[0].strip())
    else:
        mark = _lettered(value, form, match[0].strip(), last)
    return mark, text[match.end() :]


def _lettered(value: str, form: str, typed: str, last: "dict[tuple[str, str], int]") -> Mark:
    letter = letter_value(value)
    if set(value) <= set("ivxlcdm") and last.get(("a", form)) != letter - 1:
        number = roman_value(value)
        if value == "i" or len(value) > 1 or last.get(("i", form)) == number - 1:
            return Mark("i", form, number, typed=typed)
    return Mark("a", form, letter, typed=typed)
