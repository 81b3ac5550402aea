"""Two texts as one: the clauses of both in one reading order, each with what happened to it.

What is gone stands where it stood, what is new where it stands; a clause that moved stands at both places, with all
that it holds.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from loi_cli.merge.comparison import Change, ClauseChange
from loi_cli.model.text import Clause, Text


class Fate(StrEnum):
    """What a whole clause is in a redline; one that stays may still hold changed words."""

    STAYS = "stays"
    INSERTED = "inserted"
    DELETED = "deleted"


class Woven(NamedTuple):
    """A clause of the old text (deleted), of the new one (inserted), or the new state of one that stays.

    `moved`: it is deleted here and inserted elsewhere, or the other way round.
    """

    clause: Clause
    fate: Fate
    moved: bool = False


def woven(old: Text, new: Text, changes: Sequence[ClauseChange]) -> tuple[Woven, ...]:
    """All clauses in the reading order of the redline."""
    found = tuple(_Loom(old, new, changes).of(None))
    gone, come = ({each.clause.id for each in found if each.fate is fate} for fate in (Fate.DELETED, Fate.INSERTED))
    both = gone & come
    return tuple(each._replace(moved=True) if each.clause.id in both else each for each in found)


class _Loom:
    def __init__(self, old: Text, new: Text, changes: Sequence[ClauseChange]) -> None:
        self.old, self.new = old.by_id(), new.by_id()
        self.old_children: Mapping[str | None, list[str]] = old.children()
        self.new_children: Mapping[str | None, list[str]] = new.children()
        self.moved = frozenset(change.clause for change in changes if change.change is Change.MOVED)

    def of(self, parent: str | None) -> Iterator[Woven]:
        """What a standing clause (None: the text) holds: its old children woven between its new ones."""
        after = self._gone_after(parent)
        yield from self._deleted(after.get(None, []))
        for child in self.new_children.get(parent, ()):
            if self._stays(child, parent):
                yield Woven(self.new[child], Fate.STAYS)
                yield from self.of(child)
            else:
                yield from self._whole(child, self.new, self.new_children, Fate.INSERTED)
            yield from self._deleted(after.get(child, []))

    def _gone_after(self, parent: str | None) -> dict[str | None, list[str]]:
        """The old children that are no longer here, under the last one before them that still is."""
        found: dict[str | None, list[str]] = {}
        last: str | None = None
        for child in self.old_children.get(parent, ()):
            if self._stays(child, parent):
                last = child
            else:
                found.setdefault(last, []).append(child)
        return found

    def _stays(self, child: str, parent: str | None) -> bool:
        here = child in self.old and child in self.new and child not in self.moved
        return here and self.old[child].parent == self.new[child].parent == parent

    def _deleted(self, children: Sequence[str]) -> Iterator[Woven]:
        for child in children:
            yield from self._whole(child, self.old, self.old_children, Fate.DELETED)

    def _whole(
        self, clause: str, clauses: Mapping[str, Clause], children: Mapping[str | None, list[str]], fate: Fate
    ) -> Iterator[Woven]:
        yield Woven(clauses[clause], fate)
        for child in children.get(clause, ()):
            yield from self._whole(child, clauses, children, fate)
