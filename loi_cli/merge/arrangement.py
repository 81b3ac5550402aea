"""The order of clauses after everybody's insertions, deletions and moves, against one base."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from loi_cli.model.inputs import Anchor, Where
from loi_cli.model.text import Text


@dataclass(frozen=True, slots=True)
class Gap:
    """A place between the base's clauses: before child number `index` of `parent`, counted in the base."""

    parent: str | None
    index: int


class Placement(NamedTuple):
    """A clause, new or moved, and where it goes; `key` orders what meets at one place."""

    clause: str
    anchor: Anchor
    key: tuple[object, ...] = ()


@dataclass(slots=True)
class Frame:
    """The base's tree, in which anchors are looked up."""

    children: Mapping[str | None, list[str]]
    parents: Mapping[str, str | None]
    positions: Mapping[str, int]
    """Which of its parent's children a clause is."""

    @classmethod
    def of(cls, base: Text) -> "Frame":
        children = base.children()
        positions = {clause: k for some in children.values() for k, clause in enumerate(some)}
        return cls(children, {clause.id: clause.parent for clause in base}, positions)

    def gap(self, anchor: Anchor) -> Gap | None:
        """The gap that an anchor means; None when it names a clause that is not in the base."""
        if anchor.where is Where.IN:
            if anchor.clause is not None and anchor.clause not in self.parents:
                return None
            return Gap(anchor.clause, len(self.children[anchor.clause]))
        if anchor.clause is None or anchor.clause not in self.parents:
            return None
        return Gap(self.parents[anchor.clause], self.positions[anchor.clause] + (anchor.where is Where.AFTER))

    def subtree(self, clause: str) -> list[str]:
        """The clause and all that it holds, in reading order."""
        out = [clause]
        for child in self.children.get(clause, ()):
            out += self.subtree(child)
        return out

    def spoken(self, anchor: Anchor, moved: str | None = None) -> str:
        """A place in words that are the same however it was named: `after areas.agro`, `first in areas`."""
        gap = self.gap(anchor)
        if gap is None:
            return f"{anchor.where} {anchor.clause}"
        last = gap.index - 1
        if last >= 0 and self.children[gap.parent][last] == moved:
            last -= 1
        if last >= 0:
            return f"after {self.children[gap.parent][last]}"
        return f"first in {gap.parent}" if gap.parent else "first"

    def anchor_said(self, place: str) -> Anchor | None:
        """The anchor that `spoken` words mean; None where the clause that they name is not in the base."""
        words = place.split(" ")
        if place == "first":
            return Anchor(Where.BEFORE, self.children[None][0])
        parent = words[-1]
        if parent not in self.parents:
            return None
        if words[0] != "first":
            return Anchor(Where(words[0]), parent)
        inside = self.children[parent]
        return Anchor(Where.BEFORE, inside[0]) if inside else Anchor(Where.IN, parent)

    def place_of(self, clause: str) -> str:
        """Where the base has the clause, in the same words."""
        return self.spoken(Anchor(Where.BEFORE, clause), clause)

    def stands_at(self, clause: str, anchor: Anchor) -> bool:
        """Whether the base has the clause at this very place."""
        return self.spoken(anchor, clause) == self.place_of(clause)


@dataclass(slots=True)
class _Layout:
    frame: Frame
    gaps: dict[Gap, list[Placement]] = field(default_factory=dict)
    chained: dict[tuple[Where, str], list[Placement]] = field(default_factory=dict)
    left_out: Collection[str] = ()
    order: list[tuple[str, str | None]] = field(default_factory=list)

    def emit(self, parent: str | None) -> None:
        kids = self.frame.children.get(parent, [])
        for index in range(len(kids) + 1):
            for placement in self.gaps.get(Gap(parent, index), ()):
                self.emit_placed(placement, parent)
            if index < len(kids) and kids[index] not in self.left_out:
                self.order.append((kids[index], parent))
                self.emit(kids[index])

    def emit_placed(self, placement: Placement, parent: str | None) -> None:
        clause = placement.clause
        for other in self.chained.get((Where.BEFORE, clause), ()):
            self.emit_placed(other, parent)
        self.order.append((clause, parent))
        self.emit(clause)
        for other in self.chained.get((Where.IN, clause), ()):
            self.emit_placed(other, clause)
        for other in self.chained.get((Where.AFTER, clause), ()):
            self.emit_placed(other, parent)


def arranged(frame: Frame, placements: Sequence[Placement], removed: Collection[str]) -> list[tuple[str, str | None]]:
    """Clauses with their parents in reading order. Moves must not form a circle (see `circles`)."""
    newcomers = {p.clause for p in placements if p.clause not in frame.parents}
    layout = _Layout(frame, left_out={*removed, *(p.clause for p in placements)})
    for placement in sorted(placements, key=lambda p: p.key):
        if placement.anchor.clause in newcomers:
            layout.chained.setdefault((placement.anchor.where, placement.anchor.clause or ""), []).append(placement)
        elif (gap := frame.gap(placement.anchor)) is not None:
            layout.gaps.setdefault(gap, []).append(placement)
    layout.emit(None)
    return layout.order


def circles(frame: Frame, placements: Sequence[Placement], first: Collection[str] = ()) -> set[str]:
    """Clauses whose move would put them into themselves, given the moves that come before them in order; those of
    `first` come before all."""
    parents = dict(frame.parents)
    refused: set[str] = set()
    waiting = sorted(placements, key=lambda p: (p.clause not in first, p.key))
    newcomers = {p.clause for p in waiting if p.clause not in parents}
    while waiting:
        ready = [p for p in waiting if p.anchor.clause not in newcomers or p.anchor.clause in parents]
        for placement in ready or waiting:
            gap = frame.gap(placement.anchor)
            target = gap.parent if gap else _parent_by(placement.anchor, parents)
            above = target
            while above is not None and above != placement.clause:
                above = parents.get(above)
            if above is not None:
                refused.add(placement.clause)
            else:
                parents[placement.clause] = target
        done = {p.clause for p in ready or waiting}
        waiting = [p for p in waiting if p.clause not in done]
    return refused


def _parent_by(anchor: Anchor, parents: Mapping[str, str | None]) -> str | None:
    return anchor.clause if anchor.where is Where.IN else parents.get(anchor.clause or "")
