"""What every part of one step of a merge looks at."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from loi_cli.merge.alignment import longest_rising
from loi_cli.merge.arrangement import Frame, Placement
from loi_cli.merge.proposals import Wish, Wishes
from loi_cli.merge.rules import Rules
from loi_cli.merge.since import SidesSince
from loi_cli.model.conflicts import ABSENT, PLACE
from loi_cli.model.inputs import Anchor, Insert, Move, Where
from loi_cli.model.text import Clause, Text
from loi_cli.model.words import Side


class Scenery(NamedTuple):
    """The base, what became of it since (None where nothing was merged since), the wishes, those gone, the rules."""

    base: Text
    frame: Frame
    old: dict[str, Clause]
    since: Text | None
    now: dict[str, Clause]
    sides_since: SidesSince
    wishes: Wishes
    gone: Wishes
    """What was taken back, and yet tells what a decision was about."""
    rules: Rules
    wanted_in: dict[str | None, list[Wish]]
    """By the clause that is to hold them: the inserts and moves whose place the base has."""
    come_since: dict[str | None, list[Clause]]
    """By the clause that holds them now: those that were not there in the base."""
    disputed_since: Mapping[str | None, list[Side]]
    """By a clause, who wants another one in it that is elsewhere, its place in dispute since the base."""
    placed_since: Mapping[str, Placement]
    """Where the clauses stand now that are new since the base, or were moved."""

    @classmethod
    def of(
        cls, base: Text, since: Text | None, sides_since: SidesSince, wishes: Wishes, gone: Wishes, rules: Rules
    ) -> "Scenery":
        frame, old = Frame.of(base), base.by_id()
        wanted_in: dict[str | None, list[Wish]] = {}
        for arrivals in (*wishes.inserts.values(), *wishes.moves.values()):
            for wish in arrivals:
                gap = frame.gap(wish.proposal.anchor) if isinstance(wish.proposal, Insert | Move) else None
                if gap is not None and not _asks_for_nothing(wish, frame, old):
                    wanted_in.setdefault(gap.parent, []).append(wish)
        come_since: dict[str | None, list[Clause]] = {}
        for clause in since or ():
            if clause.id not in old or old[clause.id].parent != clause.parent:
                come_since.setdefault(clause.parent, []).append(clause)
        return cls(
            base=base,
            frame=frame,
            old=old,
            wanted_in=wanted_in,
            come_since=come_since,
            disputed_since=_disputed_since(frame, old, since),
            placed_since=_placed_since(frame, since, sides_since, rules) if since is not None else {},
            since=since,
            now=since.by_id() if since else {},
            sides_since=sides_since,
            wishes=wishes,
            gone=gone,
            rules=rules,
        )

    def current(self, clause: str) -> Clause | None:
        """The clause as it is by now; None where it is gone, or not there yet."""
        return self.now.get(clause) if self.since is not None else self.old.get(clause)

    def moves_of(self, clause: str) -> Iterator[Wish]:
        """The wishes for another place of a clause; whoever repeats the place that it has asks for nothing."""
        return (w for w in self.wishes.moves.get(clause, ()) if not _asks_for_nothing(w, self.frame, self.old))

    def is_proposed(self, clause: str) -> bool:
        """Whether the very existence of this clause is in dispute as new."""
        current = self.current(clause)
        return current is not None and current.exists is not None and current.exists.base == ABSENT


def _asks_for_nothing(wish: Wish, frame: Frame, old: Mapping[str, Clause]) -> bool:
    """Whether a wish moves a clause, about whose place nobody quarrels, to where it stands."""
    move = wish.proposal
    if not isinstance(move, Move) or move.clause not in old or old[move.clause].place is not None:
        return False
    return frame.stands_at(move.clause, move.anchor)


def _placed_since(frame: Frame, since: Text, sides_since: SidesSince, rules: Rules) -> dict[str, Placement]:
    """New and moved clauses of a later text, each by the nearest neighbour before it that stayed. Of two that changed
    places, the one was moved that somebody asked to move. They stay in their order, and with what is put at the same
    place now in that of units."""
    out: dict[str, Placement] = {}
    for parent, children in since.children().items():
        before = frame.children.get(parent, [])
        order = {c: k for k, c in enumerate(before)}
        known = [c for c in children if c in order and not sides_since.asked(c, PLACE)]
        kept_indices = longest_rising([order[c] for c in known])
        kept = {c for k, c in enumerate(known) if k in kept_indices}
        anchor = Anchor(Where.BEFORE, before[0]) if before else Anchor(Where.IN, parent)
        latest = _FIRST
        for index, clause in enumerate(children):
            if clause in kept:
                anchor, latest = Anchor(Where.AFTER, clause), _FIRST
            else:
                latest = max(latest, rules.order(sides_since.placing(clause, clause in frame.parents)[0]))
                out[clause] = Placement(clause, anchor, (*latest, index))
    return out


_FIRST = ((-1, ""), "")
"""Comes before every side."""


def _disputed_since(frame: Frame, old: Mapping[str, Clause], since: Text | None) -> dict[str | None, list[Side]]:
    wanted: dict[str | None, list[Side]] = {}
    for clause in since or ():
        if clause.place is not None and (clause.id not in old or clause.place != old[clause.id].place):
            for reading in clause.place.readings:
                said = frame.anchor_said(reading.text) if reading.text != clause.place.base else None
                gap = frame.gap(said) if said else None
                if gap is not None:
                    wanted.setdefault(gap.parent, []).extend(side for side in reading.sides if side.source)
    return wanted
