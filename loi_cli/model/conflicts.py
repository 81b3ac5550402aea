"""Conflicts: what of a text is in dispute, each with an id that comes back whenever the same dispute does."""

import hashlib
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from loi_cli.model.text import Clause, Text
from loi_cli.model.words import Bracket, Words, parts_a_word, shown, tidy

EXISTS = "exists"
PLACE = "place"
STANDS = "stands"
DELETED = "deleted"
ABSENT = "absent"
"""Readings of `exists`: a standing clause that a side wants deleted, a new one that was absent before."""
BASE = "base"
"""How the words that a dispute started from are named among its sides."""


class Conflict(NamedTuple):
    """One open dispute. `field` is `text.en`, `heading.en`, `place` or `exists`."""

    id: str
    clause: str
    field: str
    bracket: Bracket

    @property
    def language(self) -> str | None:
        return language_of(self.field)


class Standing(NamedTuple):
    """A conflict where it stands: `field` is all the words of its field, none for a clause as a whole."""

    conflict: Conflict
    field: Words = ()

    @property
    def sides(self) -> Mapping[str, str]:
        """What each side reads, by its name."""
        bracket = self.conflict.bracket
        return {BASE: bracket.base, **{name: reading.text for reading in bracket.readings for name in reading.names}}

    @property
    def around(self) -> tuple[Words, Words]:
        """The words before the bracket and those behind it."""
        if self.conflict.bracket not in self.field:
            return (), ()
        at = self.field.index(self.conflict.bracket)
        return self.field[:at], self.field[at + 1 :]

    @property
    def words_around(self) -> tuple[str, str]:
        """The same as a person reads them."""
        before, behind = self.around
        return shown(before) + self.conflict.bracket.lead, shown(behind)


def disputed_part(said: str, before: str, behind: str) -> str:
    """What words say in place of a bracket, where they repeat all that stands around it: who settles a dispute often
    writes the whole sentence, which would else stand in itself. All of them where they do not."""
    whole, start, end = tidy(said), before.strip(), behind.strip()
    if not (start or end) or len(whole) < len(start) + len(end):
        return said
    if not (whole.startswith(start) and whole.endswith(end)):
        return said
    middle = whole[len(start) : len(whole) - len(end)]
    return said if parts_a_word(start, middle) or parts_a_word(middle, end) else middle.strip()


def standing_in(text: Text) -> Iterator[Standing]:
    """All open conflicts in reading order, each where it stands."""
    for clause in text:
        for conflict in conflicts_of_clause(clause):
            fields = clause.heading if conflict.field.startswith("heading.") else clause.text
            yield Standing(conflict, fields.get(conflict.language, ()) if conflict.language else ())


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
