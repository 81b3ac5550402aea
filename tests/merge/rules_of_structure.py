"""What a merge of clauses must give, written from the rules of the design alone and not from the code that merges.

The rules: a clause that one wants deleted and another wants otherwise, or wants something in, stands meanwhile, its
existence in dispute; a deletion takes along all that the clause holds; places are read in the base, so that a neighbour
that was deleted or moved away still places; what meets at one place stands in the order of units; a clause that is
wanted at two places stays where it was, its place in dispute; one id for two clauses is a dispute of its existence, and
one new clause at two places a dispute of its place. What makes a circle is refused to the later in the order of units.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from loi_cli.model.inputs import Anchor, Delete, Insert, Move, Proposal, Reword, Where
from loi_cli.model.text import Text
from loi_cli.model.words import shown

Ask = tuple[str, Proposal]
"""A unit, and one thing that it wants; in the order of the dossier's units, each unit's in the order of its input."""

Spot = tuple[str | None, int]
"""Before which child, counted in the base, of which clause."""


class Expected(NamedTuple):
    """Clauses with their parents in reading order, by clause and field who is on which side of a dispute, and by clause
    and field the new words that nobody disputes with all who ask for them."""

    order: tuple[tuple[str, str | None], ...]
    disputes: dict[tuple[str, str], frozenset[frozenset[str]]]
    words: dict[tuple[str, str], tuple[str, frozenset[str]]]


def expected(base: Text, asks: Sequence[Ask]) -> Expected:
    return _Rules(base, asks).expected()


class _Rules:
    def __init__(self, base: Text, asks: Sequence[Ask]) -> None:
        self.asks = asks
        self.parent = {clause.id: clause.parent for clause in base}
        self.children = base.children()
        self.words = {clause.id: clause for clause in base}
        self.disputes: dict[tuple[str, str], frozenset[frozenset[str]]] = {}
        self.moved = {p.clause for _unit, p in asks if isinstance(p, Move) and self.target(p) is not None}
        self.new_words: dict[tuple[str, str], tuple[str, frozenset[str]]] = {}

    def expected(self) -> Expected:
        gone = self.gone()
        places = self.moves(gone)
        arrivals = self.insertions(gone)
        self.wordings(gone)
        keys = {
            clause: (parent, (self.children[parent].index(clause), 1, -1))
            for clause, parent in self.parent.items()
            if clause not in gone
        }
        # before a child, in the order of units: (child, 0, unit)
        for rank, (clause, (parent, index)) in [*places, *arrivals]:
            keys[clause] = (parent, (index, 0, rank))
        return Expected(tuple(self.in_order(None, keys)), self.disputes, self.new_words)

    def in_order(
        self, parent: str | None, keys: dict[str, tuple[str | None, tuple[int, int, int]]]
    ) -> Iterator[tuple[str, str | None]]:
        inside = sorted((key, clause) for clause, (above, key) in keys.items() if above == parent)
        for _key, clause in inside:
            yield clause, parent
            yield from self.in_order(clause, keys)

    def inside(self, clause: str) -> list[str]:
        return [clause, *(c for child in self.children[clause] for c in self.inside(child))]

    def spot(self, anchor: Anchor) -> Spot:
        if anchor.where is Where.IN:
            return anchor.clause, len(self.children[anchor.clause])
        assert anchor.clause is not None
        parent = self.parent[anchor.clause]
        return parent, self.children[parent].index(anchor.clause) + (anchor.where is Where.AFTER)

    def target(self, move: Move) -> Spot | None:
        """Where a clause is wanted, among its neighbours to be; None where it stands there."""
        parent, index = self.spot(move.anchor)
        here = self.children[parent].index(move.clause) if self.parent[move.clause] == parent else None
        return None if here is not None and index in (here, here + 1) else (parent, index)

    def wants_otherwise(self, proposal: Proposal, clauses: list[str]) -> bool:
        """Whether a proposal has no sense once these clauses are gone."""
        match proposal:
            case Reword():
                old = self.words[proposal.clause]
                same = all(shown(old.text.get(x, ())) == w for x, w in proposal.text.items())
                same = same and all(shown(old.heading.get(x, ())) == w for x, w in proposal.heading.items())
                return proposal.clause in clauses and not same
            case Insert():
                return self.spot(proposal.anchor)[0] in clauses
            case Move():
                target = self.target(proposal)
                return target is not None and (proposal.clause in clauses or target[0] in clauses)
            case _:
                return False

    def gone(self) -> set[str]:
        gone: set[str] = set()
        for clause in self.parent:
            deleters = frozenset(unit for unit, p in self.asks if isinstance(p, Delete) and p.clause == clause)
            clauses = self.inside(clause)
            others = frozenset(unit for unit, p in self.asks if self.wants_otherwise(p, clauses)) - deleters
            if deleters and others:
                self.disputes[clause, "exists"] = frozenset((deleters, others))
            elif deleters:
                gone |= {*self.fallen(clause)}
        self.disputes = {field: sides for field, sides in self.disputes.items() if field[0] not in gone}
        return gone

    def fallen(self, clause: str) -> list[str]:
        """A clause and all that it holds, but for what its own deleter moves out of it."""
        return [clause, *(c for child in self.children[clause] if child not in self.moved for c in self.fallen(child))]

    def moves(self, gone: set[str]) -> list[tuple[int, tuple[str, Spot]]]:
        wanted: dict[str, dict[Spot, list[int]]] = {}
        for rank, (_unit, proposal) in enumerate(self.asks):
            target = self.target(proposal) if isinstance(proposal, Move) else None
            if target is not None and proposal.clause not in gone:
                wanted.setdefault(proposal.clause, {}).setdefault(target, []).append(rank)
        agreed = []
        for clause, spots in wanted.items():
            if len(spots) > 1:
                self.disputes[clause, "place"] = self.sides(spots.values())
            else:
                [(spot, ranks)] = spots.items()
                agreed.append((ranks[0], (clause, spot)))
        above = dict(self.parent)
        out = []
        for rank, (clause, (parent, index)) in sorted(agreed):
            if not _is_in(parent, clause, above):
                above[clause] = parent
                out.append((rank, (clause, (parent, index))))
        return out

    def insertions(self, gone: set[str]) -> list[tuple[int, tuple[str, Spot]]]:
        wanted: dict[str, list[tuple[int, Insert]]] = {}
        for rank, (_unit, proposal) in enumerate(self.asks):
            # in a clause that its own sender deletes it goes along
            if isinstance(proposal, Insert) and self.spot(proposal.anchor)[0] not in gone:
                wanted.setdefault(proposal.clause, []).append((rank, proposal))
        out = []
        for clause, some in wanted.items():
            contents: dict[object, list[int]] = {}
            spots: dict[Spot, list[int]] = {}
            for rank, insert in some:
                what = (insert.kind, tuple(insert.text.items()), tuple(insert.heading.items()))
                contents.setdefault(what, []).append(rank)
                spots.setdefault(self.spot(insert.anchor), []).append(rank)
            if len(contents) > 1:
                self.disputes[clause, "exists"] = self.sides(contents.values())
            else:
                units = frozenset(self.asks[rank][0] for rank, _insert in some)
                for language, wording in some[0][1].text.items():
                    self.new_words[clause, f"text.{language}"] = (wording, units)
            if len(contents) == 1 and len(spots) > 1:
                self.disputes[clause, "place"] = self.sides(spots.values())
            out.append((some[0][0], (clause, self.spot(some[0][1].anchor))))
        return out

    def wordings(self, gone: set[str]) -> None:
        wanted: dict[tuple[str, str], dict[str, list[int]]] = {}
        for rank, (_unit, proposal) in enumerate(self.asks):
            if isinstance(proposal, Reword) and proposal.clause not in gone:
                for name, some in (("text", proposal.text), ("heading", proposal.heading)):
                    for language, wording in some.items():
                        old = getattr(self.words[proposal.clause], name).get(language, ())
                        if wording != shown(old):
                            field = (proposal.clause, f"{name}.{language}")
                            wanted.setdefault(field, {}).setdefault(wording, []).append(rank)
        for field, readings in wanted.items():
            sides = self.sides(readings.values())
            if len(readings) > 1:
                self.disputes[field] = sides
            else:
                [wording], [units] = readings, sides
                self.new_words[field] = (wording, units)

    def sides(self, ranks: Iterable[list[int]]) -> frozenset[frozenset[str]]:
        return frozenset(frozenset(self.asks[rank][0] for rank in some) for some in ranks)


def _is_in(clause: str | None, other: str, above: dict[str, str | None]) -> bool:
    while clause is not None and clause != other:
        clause = above[clause]
    return clause is not None
