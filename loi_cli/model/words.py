"""Words of one clause in one language: agreed runs and brackets.

A bracket is a conflict kept as data: the words it started from and what each side wants to read instead.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

_BREAK = re.compile(r"[ \t]*[\r\n]+[ \t\r\n]*")

NOTHING = "–"
"""How an empty reading is shown: a side that wants the words gone."""


class Side(NamedTuple):
    """Who proposes (`ilmate`, `ilmate.2`, `BLR`, `decision`) and the name of the input or record it is read in."""

    name: str
    source: str

    @property
    def sender(self) -> str:
        """The unit or party, whichever of its inputs speaks."""
        return self.name.partition(".")[0]


class Reading(NamedTuple):
    """What one or more sides want the words of a bracket to be; empty text: gone."""

    text: str
    sides: tuple[Side, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(side.name for side in self.sides)


class Run(NamedTuple):
    """Agreed words and the names of the inputs they came from (`concept`, `ilmate-1`)."""

    text: str
    by: tuple[str, ...]


class Bracket(NamedTuple):
    """Unsettled words. `lead` is the white space before them, which goes when a reading is empty."""

    base: str
    readings: tuple[Reading, ...]
    lead: str = ""
    base_by: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """As a person reads it: `[ilmate: promote] [agro: develop]`."""
        return " ".join(f"[{', '.join(r.names)}: {r.text or NOTHING}]" for r in self.readings)


Words = tuple[Run | Bracket, ...]


def tidy(text: str) -> str:
    """The one spelling of a text: Unicode NFC, trimmed, a line break with the blanks around it is one space."""
    return _BREAK.sub(" ", unicodedata.normalize("NFC", text).strip())


def agreed(text: str, by: str) -> Words:
    """Words without a bracket, all from one source."""
    return (Run(text, (by,)),) if text else ()


def shown(words: Words) -> str:
    """The words as one string, brackets with their sides' names."""
    return "".join(p.text if isinstance(p, Run) else p.lead + p.shown for p in words)


def started_from(words: Words) -> str:
    """The words as one string, each bracket read as the words that it started from."""
    return _joined(p.text if isinstance(p, Run) else (p.lead + p.base if p.base else "") for p in words)


def lead_to(said: str, bracket: Bracket, before: str) -> str:
    """The white space between the words before a bracket and those that it is settled to read."""
    if not said:
        return ""
    return bracket.lead or (" " if parts_a_word(before, said) else "")


def parts_a_word(before: str, behind: str) -> bool:
    """Whether a word goes on across the seam of two texts; Chinese and its like have no blanks that would show it."""
    seam = f"{before[-1:]}{behind[:1]}"
    return len(seam) == 2 and seam.isalnum() and not any(unicodedata.east_asian_width(sign) in "WF" for sign in seam)


def _joined(parts: Iterable[str]) -> str:
    return "".join(parts).strip()


def fingerprint(words: Words) -> str:
    """16 hex digits that change when the words change; what other languages remember of them."""
    return hashlib.sha256(shown(words).encode()).hexdigest()[:16]
