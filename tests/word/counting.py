"""Counts the numbers of paragraphs as Word does (ECMA-376, 17.9), from the written parts alone."""

import re
from collections.abc import Callable, Mapping

from lxml.etree import _Element

from loi_cli.model.numbering import letters, roman
from loi_cli.word.markup import w
from tests.word.opened import Opened

_RUSSIAN = tuple("абвгдежзиклмнопрстуфхцчшщ")
_ABJAD = tuple("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ")
_CHINESE = [*"一二三四五六七八九十", *(f"十{n}" for n in "一二三四五六七八九"), "二十", "二十一", "二十二"]
"""As far as Word and LibreOffice count alike: Word has а … я with ы."""

_SHOWN: Mapping[str, Callable[[int], str]] = {
    "russianLower": lambda n: _RUSSIAN[n - 1],
    "arabicAbjad": lambda n: _ABJAD[n - 1],
    "chineseCountingThousand": lambda n: _CHINESE[n - 1],
    "decimal": str,
    "lowerLetter": letters,
    "lowerRoman": roman,
    "upperRoman": lambda n: roman(n).upper(),
    "upperLetter": lambda n: letters(n).upper(),
    "bullet": lambda _n: "",
    "none": lambda _n: "",
}


class _Lists:
    def __init__(self, numbering: _Element) -> None:
        self._abstract = {a.get(w("abstractNumId")): a for a in numbering.iter(w("abstractNum"))}
        self._nums = {n.get(w("numId")): n for n in numbering.iter(w("num"))}
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()

    def label(self, num_id: str, level: int) -> str:
        num = self._nums[num_id]
        abstract_id = _val(num, "abstractNumId")
        counts = self._counts.setdefault(abstract_id, {})
        start = self._override(num, level)
        if start is not None and (num_id, level) not in self._started:
            self._started.add((num_id, level))
            counts[level] = start
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = start if start is not None else int(_val(self._level(abstract_id, level), "start"))
        for lower in [key for key in counts if key > level]:
            del counts[lower]

        def shown(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            return _SHOWN[_val(self._level(abstract_id, at), "numFmt")](counts.get(at, 1))

        return re.sub(r"%([1-9])", shown, _val(self._level(abstract_id, level), "lvlText"))

    def _level(self, abstract_id: str, level: int) -> _Element:
        return next(e for e in self._abstract[abstract_id].iter(w("lvl")) if e.get(w("ilvl")) == str(level))

    @staticmethod
    def _override(num: _Element, level: int) -> int | None:
        for override in num.iter(w("lvlOverride")):
            if override.get(w("ilvl")) == str(level):
                return int(_val(override, "startOverride"))
        return None


def _val(parent: _Element, name: str) -> str:
    found = parent.find(w(name))
    assert found is not None
    return found.get(w("val"), "")


def labels(opened: Opened) -> list[str]:
    """The label that Word shows before each paragraph of the body; empty for one without."""
    lists = _Lists(opened.parts["word/numbering.xml"])
    found: list[str] = []
    for paragraph in opened.paragraphs():
        number = paragraph.find(f"{w('pPr')}/{w('numPr')}")
        found.append("" if number is None else lists.label(_val(number, "numId"), int(_val(number, "ilvl"))))
    return found
