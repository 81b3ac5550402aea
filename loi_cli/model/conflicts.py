"""Conflicts: what of a text is in dispute, each with an id that comes back whenever the same dispute does."""

import hashlib
from collections.abc import Iterator
from typing import NamedTuple

from loi_cli.model.text import Clause, Text
from loi_cli.model.words import Bracket

EXISTS = "exists"
PLACE = "place"
STANDS = "stands"
DELETED = "deleted"
ABSENT = "absent"
"""Readings of `exists`: a standing clause that a side wants deleted, a new one that was absent before."""


class Conflict(NamedTuple):
    """One open dispute. `field` is `text.en`, `heading.en`, `place` or `exists`."""

    id: str
    clause: str
    field: str
    bracket: Bracket

    @property
    def language(self) -> str | None:
        return language_of(self.field)


def language_of(field: str) -> str | None:
    """The language that a field is in; None for a place or an existence."""
    _, dot, language = field.partition(".")
    return language if dot else None


def conflict_id(clause: str, field: str, base: str, readings: list[str]) -> str:
    """`areas/text.en/3f2a91c0`: clause, field, and 8 hex digits of the SHA-256 over both, the base words and the
    sorted readings, a line each. No names go in, so a decision applies wherever the same dispute comes back."""
    digest = hashlib.sha256("\n".join((clause, field, base, *sorted(readings))).encode()).hexdigest()
    return f"{clause}/{field}/{digest[:8]}"


def conflict_of(clause: str, field: str, bracket: Bracket) -> Conflict:
    known = conflict_id(clause, field, bracket.base, [r.text for r in bracket.readings])
    return Conflict(known, clause, field, bracket)


def conflicts_in(text: Text) -> tuple[Conflict, ...]:
    """All open conflicts in reading order."""
    return tuple(conflict for clause in text for conflict in conflicts_of_clause(clause))


def conflicts_of_clause(clause: Clause) -> Iterator[Conflict]:
    """A clause whose very existence is disputed as new shows that alone: its words are part of that dispute."""
    if clause.exists is not None:
        yield conflict_of(clause.id, EXISTS, clause.exists)
        if clause.exists.base == ABSENT:
            return
    if clause.place is not None:
        yield conflict_of(clause.id, PLACE, clause.place)
    for prefix, fields in (("heading", clause.heading), ("text", clause.text)):
        for language, words in fields.items():
            for piece in words:
                if isinstance(piece, Bracket):
                    yield conflict_of(clause.id, f"{prefix}.{language}", piece)
