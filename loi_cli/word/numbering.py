"""Live numbers: labels of clauses, ordered and unordered lists, as w:abstractNum and w:num.

Word counts paragraphs by itself. `Numbering.label` counts along with it, and where Word's own count would not give the
number that the paper must show (a clause left out, a second original, a redline), it starts a new w:num there: what
is shown is always exactly the label.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from loi_cli.model.numbering import ABJAD, CHINESE, RUSSIAN, chinese, letters, roman
from loi_cli.word.markup import DECLARATION, W, attribute

FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "lowerLetter": letters,
    "upperLetter": lambda n: letters(n).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda n: roman(n).upper(),
    "russianLower": lambda n: letters(n, RUSSIAN),
    "arabicAbjad": lambda n: letters(n, ABJAD),
    "chineseCountingThousand": chinese,
}
"""Word's name of a format -> how it shows a number."""

LEVELS = 9


class Label(NamedTuple):
    """A label as the HTML gives it: `number` is the figure in it, between the words before it and those after."""

    list_name: str
    lang: str
    level: int
    format: str
    number: int
    before: str
    after: str


class Level(NamedTuple):
    """What a level of a list looks like: `text` with %1 … %9 for numbers, `suffix` what follows, `properties` w:pPr."""

    format: str
    text: str
    suffix: str
    properties: str


_level = lru_cache(maxsize=256)(Level)
"""Levels are compared for each paragraph, and few differ."""


@dataclass(slots=True)
class _Scheme:
    """One w:abstractNum. `counts` is what Word's counters show; None: not begun, _UNSURE: readers of files differ."""

    number: int
    levels: dict[int, Level] = field(default_factory=dict)
    counts: list[int | None] = field(default_factory=lambda: [None] * LEVELS)
    current: int = 0
    overrides: frozenset[int] = frozenset()

    def next(self, level: int) -> int | None:
        """The number that Word would give to the next paragraph of a level; None where that is not certain."""
        count = self.counts[level]
        if count is None:
            return None if level in self.overrides or not self.current else 1
        return None if count == _UNSURE else count + 1

    def count(self, level: int, number: int) -> None:
        """A paragraph of a level has got its number: lower levels begin anew."""
        counts = self.counts
        for above in range(level):
            if counts[above] is None:
                counts[above] = _UNSURE
        counts[level] = number
        counts[level + 1 :] = _NOT_BEGUN[level + 1 :]


_UNSURE = -1
_NOT_BEGUN: tuple[int | None, ...] = (None,) * LEVELS
_LAST_TRIED = 8


class Numbering:
    """All lists of one file."""

    def __init__(self) -> None:
        self._abstract: list[dict[int, Level]] = []
        self._nums: list[tuple[int, Mapping[int, int]]] = []
        self._schemes: dict[tuple[str, str], list[_Scheme]] = {}
        self._plain: dict[str, int] = {}
        self._bullets = 0

    def label(self, label: Label, suffix: str, properties: str) -> int:
        """The w:num under which a paragraph shows exactly this label."""
        schemes = self._schemes.setdefault((label.list_name, label.lang), [])
        fitting: _Scheme | None = None
        for scheme in reversed(schemes[-_LAST_TRIED:]):
            level = _level(label.format, _level_text(label, scheme), suffix, properties)
            if scheme.levels.get(label.level, level) != level:
                continue
            fitting = fitting or scheme
            if scheme.next(label.level) == label.number:
                scheme.levels[label.level] = level
                scheme.count(label.level, label.number)
                return scheme.current
        if fitting is None:
            fitting = _Scheme(len(self._abstract))
            schemes.append(fitting)
            self._abstract.append(fitting.levels)
        fitting.levels[label.level] = _level(label.format, _level_text(label, fitting), suffix, properties)
        return self._begin(fitting, label)

    def _begin(self, scheme: _Scheme, label: Label) -> int:
        first = not scheme.current and label.number == 1
        overrides = {} if first else {label.level: label.number}
        scheme.current = self._num(scheme.number, overrides)
        scheme.overrides = frozenset(overrides)
        scheme.count(label.level, label.number)
        return scheme.current

    def list(self, format_: str, depth: int, start: int, properties: Callable[[int], str]) -> int:
        """The w:num of one `<ol>`, or `<ul>` (format `bullet`), that stands `depth` lists deep."""
        if format_ not in self._plain:
            self._plain[format_] = len(self._abstract)
            shown = "•–▪" if format_ == "bullet" else ""
            self._abstract.append({
                level: Level(format_, shown[level % 3] if shown else f"%{level + 1}.", "tab", properties(level))
                for level in range(LEVELS)
            })  # fmt: skip
            self._bullets = self._num(self._plain[format_], {}) if format_ == "bullet" else self._bullets
        return self._bullets if format_ == "bullet" else self._num(self._plain[format_], {depth: start})

    def _num(self, abstract: int, overrides: Mapping[int, int]) -> int:
        self._nums.append((abstract, overrides))
        return len(self._nums)

    def xml(self) -> str:
        """word/numbering.xml."""
        abstract = "".join(_abstract_xml(number, levels) for number, levels in enumerate(self._abstract))
        nums = "".join(_num_xml(number, *num) for number, num in enumerate(self._nums, 1))
        return f'{DECLARATION}<w:numbering xmlns:w="{W}">{abstract}{nums}</w:numbering>'


def _level_text(label: Label, scheme: _Scheme) -> str:
    """The label with %N for its number, and for the numbers of higher levels that stand before it (5.2 -> %1.%2)."""
    before, tail = label.before, f"%{label.level + 1}{label.after}"
    if len(before) < 2:  # "(2)": no room for a higher number and what parts it from this one
        return before + tail
    for level in range(label.level - 1, -1, -1):
        count, above = scheme.counts[level], scheme.levels.get(level)
        found = last_number(before, FORMATS[above.format](count)) if above and count not in (None, _UNSURE) else None
        if found:
            before, tail = before[: found[0]], f"%{level + 1}{before[found[1] :]}{tail}"
    return before + tail


def last_number(text: str, shown: str) -> tuple[int, int] | None:
    """Where a shown number last stands in a label, not as a part of a longer figure or word."""
    same = str.isdigit if shown.isdigit() else _is_chinese if _is_chinese(shown[:1]) else str.isalpha
    at = text.rfind(shown)
    while at >= 0:
        end = at + len(shown)
        if not same(text[at - 1 : at]) and not same(text[end : end + 1]):
            return at, end
        at = text.rfind(shown, 0, end - 1)
    return None


def _is_chinese(letter: str) -> bool:
    """Whether a letter is a figure in Chinese, which stands between words without a blank: 第五条."""
    return letter != "" and letter in CHINESE


def _abstract_xml(number: int, levels: Mapping[int, Level]) -> str:
    empty = Level("none", "", "nothing", "")
    written = "".join(_level_xml(level, levels.get(level, empty)) for level in range(max(levels) + 1))
    return f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{written}</w:abstractNum>'


def _level_xml(number: int, level: Level) -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{level.format}"/>'
        f'<w:suff w:val="{level.suffix}"/><w:lvlText w:val="{attribute(level.text)}"/><w:lvlJc w:val="left"/>'
        f"{level.properties}</w:lvl>"
    )


def _num_xml(number: int, abstract: int, overrides: Mapping[int, int]) -> str:
    starts = "".join(
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        for level, start in overrides.items()
    )
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{starts}</w:num>'
