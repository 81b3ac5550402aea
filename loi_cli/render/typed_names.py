"""Brackets that somebody typed among agreed words, as they are shown inside: `[ilmate: promote] [agro: develop]`.

To every command they are words. To a reader they name our units and tell what each wants, so a party gets them as it
gets any bracket in which only our sides stand: as the words that it started from, which here are none.
"""

import re
from collections.abc import Iterator
from functools import cached_property

from loi_cli.merge.decisions import DECISION
from loi_cli.model.dossier import Dossier

_FURTHER = re.compile(r"\.\d+$")
"""What tells a further input of a side: `ilmate.2`."""


class TypedNames:
    """How a bracket is typed that speaks for one of our units, or for a decision of ours."""

    def __init__(self, dossier: Dossier) -> None:
        self._ours = frozenset(name.casefold() for name in _names(dossier))
        every = sorted({*self._ours, *(code.casefold() for code in dossier.parties)}, key=len, reverse=True)
        self._name = rf"(?:{'|'.join(re.escape(name) for name in every)})(?:\.\d+)?"

    # Made when somebody has typed a bracket, which hardly anybody does: many names are dear to compile.
    @cached_property
    def _one(self) -> re.Pattern[str]:
        return re.compile(self._name, re.IGNORECASE)

    @cached_property
    def _opening(self) -> re.Pattern[str]:
        return re.compile(rf"\[\s*({self._name}(?:\s*,\s*{self._name})*)\s*:", re.IGNORECASE)

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        return re.compile(rf"\s*{self._opening.pattern}([^\[\]]*)\]", re.IGNORECASE)

    def stand_in(self, text: str) -> bool:
        return any(self.signing(text))

    def signing(self, text: str) -> Iterator[str]:
        """Those of ours who sign a bracket in a text, as it spells them."""
        for names in self._opening.findall(text) if "[" in text else ():
            yield from (name for name in self._one.findall(names) if self._is_ours(name))

    def taken_out(self, text: str) -> str:
        """The text without what our units say in it; of a bracket that a party signs too, its name and words stay, and
        one that holds other brackets, or never ends, loses our names alone."""
        if not self.stand_in(text):
            return text
        return self._opening.sub(self._unsigned, self._whole.sub(self._left, text))

    def _names_us(self, names: str) -> bool:
        return any(self._is_ours(name) for name in self._one.findall(names))

    def _is_ours(self, name: str) -> bool:
        return _FURTHER.sub("", name).casefold() in self._ours

    def _left(self, typed: re.Match[str]) -> str:
        names, words = typed.groups()
        if not self._names_us(names):
            return typed[0]
        return f" [{theirs}:{words}]" if (theirs := self._parties(names)) else ""

    def _unsigned(self, typed: re.Match[str]) -> str:
        if not self._names_us(typed[1]):
            return typed[0]
        return f"[{theirs}:" if (theirs := self._parties(typed[1])) else "["

    def _parties(self, names: str) -> str:
        return ", ".join(name for name in self._one.findall(names) if not self._is_ours(name))


def _names(dossier: Dossier) -> Iterator[str]:
    for unit in dossier.units.values():
        yield from (unit.id, unit.name, *unit.was)
    yield DECISION
