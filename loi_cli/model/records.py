"""Records: what happened, one file each, never changed, undone by another record."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Who settled a conflict, how, why.

    Exactly one of `take` (a side's name, or `base`), `words` (by language) and `bracket` (stays open, on purpose).
    `reads` repeats the words that were taken, so that the decision still means the same where the dispute comes back
    between other sides, and a person can read it without the conflict. `overrules` names earlier decisions on the same
    dispute that no longer count.
    """

    name: str
    sha256: str
    conflict: str
    by: str
    date: date
    reason: str
    take: str | None = None
    reads: str | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    bracket: bool = False
    overrules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """A name (tag) given to a version."""

    name: str
    sha256: str
    tag: str
    version: str
    by: str
    date: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A file that the other party sent back: its very bytes are kept, and what it says is the named input.

    `unplaced` is what found no place in the text, for a person to look at.
    """

    name: str
    sha256: str
    party: str
    file: str
    kept: str
    file_sha256: str
    input: str
    base: str
    date: date
    unplaced: tuple[str, ...] = ()


Record = Decision | Naming | Received
