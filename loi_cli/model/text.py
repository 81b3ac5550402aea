"""The text under negotiation: clauses in reading order, each with its words in every language."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from loi_cli.model.words import Bracket, Words


class Kind(StrEnum):
    RECITAL = "recital"
    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TESTIMONIUM = "testimonium"
    ANNEX = "annex"


PARENTS: Mapping[Kind, frozenset[Kind | None]] = {
    Kind.RECITAL: frozenset({None}),
    Kind.ARTICLE: frozenset({None}),
    Kind.TESTIMONIUM: frozenset({None}),
    Kind.ANNEX: frozenset({None}),
    Kind.PARAGRAPH: frozenset({Kind.ARTICLE, Kind.ANNEX}),
    Kind.ITEM: frozenset({Kind.RECITAL, Kind.ARTICLE, Kind.PARAGRAPH, Kind.ITEM, Kind.TESTIMONIUM, Kind.ANNEX}),
}
"""What a clause of each kind may stand in; None: at the top."""


class Clause(NamedTuple):
    """A node of the text. `seen[a][b]` is the fingerprint of language b's words when language a last changed.

    `exists` and `place` hold what is disputed of the clause as a whole: whether it stands, and where.
    """

    id: str
    kind: Kind
    parent: str | None = None
    text: Mapping[str, Words] = MappingProxyType({})
    heading: Mapping[str, Words] = MappingProxyType({})
    seen: Mapping[str, Mapping[str, str]] = MappingProxyType({})
    by: tuple[str, ...] = ()
    exists: Bracket | None = None
    place: Bracket | None = None


class Text(tuple[Clause, ...]):
    """All clauses in reading order: a parent before its children."""

    __slots__ = ()

    @property
    def clauses(self) -> tuple[Clause, ...]:
        return self

    def by_id(self) -> dict[str, Clause]:
        return {clause.id: clause for clause in self}

    def children(self) -> dict[str | None, list[str]]:
        """The ids of each clause's children in order; the key None holds the top."""
        found: dict[str | None, list[str]] = {None: []}
        for clause in self:
            found.setdefault(clause.parent, []).append(clause.id)
            found.setdefault(clause.id, [])
        return found

    def inside(self, *clauses: str) -> frozenset[str]:
        """These clauses and all that they hold, by id."""
        found = set(clauses)
        for clause in self:
            if clause.parent in found:
                found.add(clause.id)
        return frozenset(found)
