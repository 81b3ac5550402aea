"""Where clauses stand in a returned paper: those that moved, and places for those that are new."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from loi_cli.intake.new_ids import free_id
from loi_cli.intake.receiving.findings import Insertion, Trace
from loi_cli.intake.receiving.lines import Line
from loi_cli.intake.receiving.sent import Part
from loi_cli.merge.alignment import longest_rising
from loi_cli.model.inputs import Anchor, Where
from loi_cli.model.text import PARENTS, Kind, Text

_MANY = 1_000
"""Clauses beside each other; of more, as few as possible are said to have moved, whatever they hold."""

_STYLES: Mapping[str, Kind] = {
    "recital": Kind.RECITAL,
    "article": Kind.ARTICLE,
    "articleheading": Kind.ARTICLE,
    "paragraph": Kind.PARAGRAPH,
    "item": Kind.ITEM,
    "subitem": Kind.ITEM,
    "testimonium": Kind.TESTIMONIUM,
    "annex": Kind.ANNEX,
}
"""Styles of our papers, by their ids in small letters without blanks."""


class Outline:
    """The base as a tree."""

    def __init__(self, text: Text) -> None:
        self.clauses = text.by_id()
        self.children = text.children()
        self.order = {clause.id: n for n, clause in enumerate(text)}

    def parent(self, clause: str) -> str | None:
        return self.clauses[clause].parent

    def kind(self, clause: str | None) -> Kind | None:
        return None if clause is None else self.clauses[clause].kind

    def below(self, clause: str) -> Iterator[str]:
        for child in self.children.get(clause, ()):
            yield child
            yield from self.below(child)

    def upwards(self, clause: str) -> Iterator[str]:
        """The clause and all that it stands in."""
        at: str | None = clause
        while at is not None:
            yield at
            at = self.parent(at)

    def top(self, clause: str) -> str:
        return list(self.upwards(clause))[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class New:
    """A line that was not sent: `after` and `before` are the clauses around it, empty for words of the frame; `at`
    counts the new lines at one place."""

    language: str
    line: Line
    text: str
    after: str
    before: str
    at: int

    @property
    def style(self) -> str:
        return self.line.passage.style.lower().replace(" ", "")


def moves(
    outline: Outline, lines: Iterable[tuple[str, int]], travelled: Container[str] = ()
) -> dict[str, Anchor | None]:
    """Clauses at another place than they were sent in, with that place; None where no clause of their kind can stand.

    `lines` are the clauses with where their lines stand now, `travelled` those that tracked changes put there: where
    either of two could have moved, it was the one that did.
    """
    first: dict[str, int] = {}
    for clause, at in lines:
        first[clause] = min(at, first.get(clause, at))
    starts = dict(first)
    for clause in sorted(first, key=outline.order.__getitem__, reverse=True):
        above = outline.parent(clause)
        if above is not None and above not in first:
            starts[above] = min(starts[clause], starts.get(above, starts[clause]))
    found: dict[str, Anchor | None] = {}
    now = _homes(outline, starts)
    for parent in (None, *(c for c in outline.order if c in outline.children)):
        children = [c for c in outline.children.get(parent, ()) if c in starts and now[c] == parent]
        sizes = {c: 1 + sum(1 for _below in outline.below(c)) for c in children}
        moved = _out_of_order(children, starts, sizes, travelled)
        came = [c for c in starts if now[c] == parent and outline.parent(c) != parent]
        there = sorted((c for c in starts if now[c] == parent), key=starts.__getitem__)
        for clause in (*moved, *came):
            found[clause] = _beside(outline, clause, parent, there)
    return found


def _out_of_order(
    children: Sequence[str], starts: Mapping[str, int], sizes: Mapping[str, int], travelled: Container[str]
) -> list[str]:
    """As little as possible of what changed places, travelled clauses first: of two that changed places with each
    other, the one that holds less was moved."""
    resting = [c for c in children if c not in travelled]
    fixed = set(_staying(resting, starts, sizes))
    for clause in children:
        both = [starts[c] for c in children if c in fixed or c == clause]
        if both == sorted(both):
            fixed.add(clause)
    return [c for c in children if c not in fixed]


def _staying(clauses: Sequence[str], starts: Mapping[str, int], sizes: Mapping[str, int]) -> list[str]:
    """Clauses in the order that they had, which together hold as much as possible."""
    if all(starts[a] < starts[b] for a, b in pairwise(clauses)):
        return list(clauses)
    if len(clauses) > _MANY:
        return [clauses[k] for k in sorted(longest_rising([starts[c] for c in clauses]))]
    held: list[tuple[int, int]] = []  # how much a row of clauses that ends here holds, and the one before in it
    for at, clause in enumerate(clauses):
        before = max(
            (b for b in range(at) if starts[clauses[b]] < starts[clause]), key=lambda b: held[b][0], default=-1
        )
        held.append((sizes[clause] + (held[before][0] if before >= 0 else 0), before))
    at = max(range(len(clauses)), key=lambda k: held[k][0], default=-1)
    found: list[str] = []
    while at >= 0:
        found.append(clauses[at])
        at = held[at][1]
    return found[::-1]


def _homes(outline: Outline, starts: Mapping[str, int]) -> dict[str, str | None]:
    """The clause in which each one stands now: its own, unless it stands among the lines of another top clause."""
    tops = sorted((at, c) for c, at in starts.items() if outline.parent(c) is None)
    homes: dict[str, str | None] = {}
    for clause, at in starts.items():
        own = outline.parent(clause)
        if own is None:
            homes[clause] = None
            continue
        around = next((c for start, c in reversed(tops) if start <= at), None)
        if around is None or around == outline.top(clause):
            homes[clause] = own
            continue
        above = next((c for c in outline.upwards(own) if c in homes and homes[c] != outline.parent(c)), None)
        homes[clause] = own if above is not None else _home_at(outline, clause, around, at, starts)
    return homes


def _home_at(outline: Outline, clause: str, around: str, at: int, starts: Mapping[str, int]) -> str:
    before = [c for c, start in starts.items() if start < at and outline.top(c) == around]
    nearest = max(before, key=starts.__getitem__, default=around)
    for above in outline.upwards(nearest):
        if outline.kind(above) in PARENTS[outline.clauses[clause].kind] and above != nearest:
            return above
    return around


def _beside(outline: Outline, clause: str, parent: str | None, there: Sequence[str]) -> Anchor | None:
    if outline.kind(parent) not in PARENTS[outline.clauses[clause].kind]:
        return None
    at = there.index(clause)
    if at:
        return Anchor(Where.AFTER, there[at - 1])
    if len(there) > 1:
        return Anchor(Where.BEFORE, there[1])
    return Anchor(Where.IN, parent) if parent else None


@dataclass(slots=True)
class _Draft:
    """A new clause while its lines are gathered; without an anchor it has no place."""

    clause: str
    kind: Kind
    anchor: Anchor | None
    after: str
    words: dict[tuple[Part, str], str]
    lines: list[Line]

    @property
    def waits_for_text(self) -> bool:
        return self.kind is Kind.ARTICLE and all(part is Part.HEADING for part, _language in self.words)


def placed(
    new: Sequence[New], outline: Outline, party: str, taken: Iterable[str]
) -> Iterator[tuple[Insertion | None, tuple[Line, ...]]]:
    """New lines as new clauses, the same place in several languages as one; None for those without a place."""
    ids = {*taken, *outline.clauses}
    drafts: list[_Draft] = []
    for several in _side_by_side(new):
        # A language that lacks the words of the neighbour names one further away.
        after = max((one.after for one in several if one.after), key=outline.order.__getitem__, default="")
        before = next((one.before for one in several if one.before), "")
        lead, lines = several[0], [one.line for one in several]
        sibling = next((d for d in reversed(drafts) if d.after == after and d.anchor is not None), None)
        if sibling is not None and sibling.waits_for_text and lead.style not in _STYLES:
            sibling.words |= {(Part.TEXT, one.language): one.text for one in several}
            sibling.lines += lines
            continue
        kind = _kind(lead, outline, sibling)
        anchor = _anchor(outline, kind, after, before, sibling)
        above = sibling.clause if sibling and anchor == Anchor(Where.IN, sibling.clause) else after
        beside = above if kind not in _AT_THE_TOP else ""
        clause = free_id(outline.top(beside) if beside in outline.clauses else beside, party, ids)
        ids.add(clause)
        part = Part.HEADING if lead.style == "articleheading" else Part.TEXT
        words = {(part, one.language): one.text for one in several}
        drafts.append(_Draft(clause, kind, anchor, after, words, lines))
    for draft in drafts:
        if draft.anchor is None:
            yield None, tuple(draft.lines)
        else:
            yield (
                Insertion(clause=draft.clause, kind=draft.kind, anchor=draft.anchor, words=draft.words, trace=Trace()),
                tuple(draft.lines),
            )


def _side_by_side(new: Sequence[New]) -> Iterable[list[New]]:
    """New lines that say one thing: in one row of a table, else at one place among the same clauses."""
    groups: dict[tuple[object, ...], list[New]] = {}
    counts: dict[tuple[object, ...], int] = {}
    for one in sorted(new, key=lambda n: n.line.order):
        spot = one.line.passage.spot
        if spot is None:
            key: tuple[object, ...] = (one.after, "" if one.after else one.before, one.at)
        else:
            cell = (spot.table, spot.row, one.language)
            counts[cell] = counts.get(cell, 0) + 1
            key = (spot.table, spot.row, counts[cell], None)
        groups.setdefault(key, []).append(one)
    return groups.values()


_AT_THE_TOP = frozenset(kind for kind, parents in PARENTS.items() if parents == {None})


def _kind(lead: New, outline: Outline, sibling: _Draft | None) -> Kind:
    """What a new line is: as its style says, else as its neighbours are."""
    if lead.line.opens and lead.style not in _STYLES:
        return Kind.ARTICLE
    if lead.style in _STYLES:
        return _STYLES[lead.style]
    if sibling is not None and sibling.kind is not Kind.ARTICLE:
        return sibling.kind
    if sibling is not None:
        return Kind.PARAGRAPH
    if not lead.after:
        return outline.clauses[lead.before].kind if lead.before else Kind.PARAGRAPH
    kind = outline.clauses[lead.after].kind
    if kind in (Kind.ARTICLE, Kind.ANNEX):
        children = outline.children.get(lead.after, [])
        return outline.clauses[children[0]].kind if children else Kind.PARAGRAPH
    return kind


def _anchor(outline: Outline, kind: Kind, after: str, before: str, sibling: _Draft | None) -> Anchor | None:
    """A place for a clause of this kind after the one named, or at the beginning before the other."""
    if sibling is not None:
        if sibling.kind is kind:
            return Anchor(Where.AFTER, sibling.clause)
        if sibling.kind in PARENTS[kind]:
            return Anchor(Where.IN, sibling.clause)
    if not after:
        fits = bool(before) and outline.kind(outline.parent(before)) in PARENTS[kind]
        return Anchor(Where.BEFORE, before) if fits else None
    for above in outline.upwards(after):
        if outline.clauses[above].kind is kind:
            return Anchor(Where.AFTER, above)
        if outline.clauses[above].kind in PARENTS[kind]:
            children = outline.children.get(above, [])
            if above == after and children:
                return Anchor(Where.BEFORE, children[0])
            beside = next((c for c in outline.upwards(after) if outline.parent(c) == above), None)
            return Anchor(Where.AFTER, beside) if beside else Anchor(Where.IN, above)
    top = outline.top(after)
    return Anchor(Where.AFTER, top) if None in PARENTS[kind] else None
