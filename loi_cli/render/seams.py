"""Seams: a clause split in two, or two joined to one, where the end of a paragraph is all that came or went.

Without them the words behind the seam would be marked twice, as taken out of the one clause and put into the other.
Seams are looked for among neighbours of one kind that hold nothing, and only where that marks fewer letters.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from loi_cli.merge.comparison import Hunk, Op, word_diff
from loi_cli.model.text import Clause, Kind
from loi_cli.model.words import Run, Words, shown
from loi_cli.render.weaving import Fate, Woven

_ONE_PARAGRAPH = frozenset({Kind.RECITAL, Kind.PARAGRAPH, Kind.ITEM})
"""Clauses that are one paragraph each."""
_BETWEEN = (" ", "")
"""What may part the words of two clauses when they stand in one; some scripts put no blank there."""


class Seam(NamedTuple):
    """`before` and `after` are the hunks of the two paragraphs; `fate` is that of the end between them."""

    first: str
    second: Clause
    fate: Fate
    before: tuple[Hunk, ...]
    after: tuple[Hunk, ...]


def seams(clauses: Sequence[Woven], old: Mapping[str, Clause], language: str) -> Iterator[Seam]:
    """All seams of a text in one language; no clause is in two of them."""
    taken: set[str] = set()
    parents = frozenset(each.clause.parent for each in clauses)
    for one, other in pairwise(clauses):
        if one.clause.id not in taken and _may_touch(one, other, parents, old):
            found = _seam(one.clause, old[one.clause.id], other, language)
            if found:
                taken |= {found.first, found.second.id}
                yield found


def _may_touch(one: Woven, other: Woven, parents: frozenset[str | None], old: Mapping[str, Clause]) -> bool:
    if one.fate is not Fate.STAYS or other.fate is Fate.STAYS or one.clause.parent != other.clause.parent:
        return False
    both = (one.clause, other.clause)
    if one.clause.kind is not other.clause.kind or one.clause.kind not in _ONE_PARAGRAPH:
        return False
    if other.moved or any(clause.heading for clause in (*both, old[one.clause.id])):
        return False
    return one.clause.id not in parents and other.clause.id not in parents


def _seam(now: Clause, was: Clause, other: Woven, language: str) -> Seam | None:
    old, new = was.text.get(language, ()), now.text.get(language, ())
    there = other.clause.text.get(language, ())
    if not (old and new and there):
        return None
    parted = other.fate is Fate.INSERTED
    first = new if parted else old
    ways = []
    for between in _BETWEEN:
        both = (*first, *_blank(between), *there)
        ways.append((word_diff(old, both, language) if parted else word_diff(both, new, language), between))
    hunks, between = min(ways, key=lambda way: _marked(way[0]))
    if _marked(hunks) >= _marked(word_diff(old, new, language)) + len(shown(there)):
        return None
    before, after = _cut(hunks, Op.IN if parted else Op.OUT, len(shown(first)), len(between))
    return Seam(now.id, other.clause, other.fate, before, after)


def _blank(between: str) -> Words:
    return (Run(between, ()),) if between else ()


def _marked(hunks: Sequence[Hunk]) -> int:
    """How many letters are marked."""
    return sum(len(hunk.text) for hunk in hunks if hunk.op is not Op.SAME)


def _cut(hunks: Sequence[Hunk], side: Op, at: int, blank: int) -> tuple[tuple[Hunk, ...], tuple[Hunk, ...]]:
    """The hunks on either side of the seam, which lies `at` letters into the words of the two clauses.

    The blank there stands in the one paragraph alone: of words that stay it is what goes, or comes, in their place.
    """
    before: list[Hunk] = []
    after: list[Hunk] = []
    place = 0
    for hunk in hunks:
        if hunk.op not in (Op.SAME, side):
            (before if place <= at else after).append(hunk)
            continue
        start, end = max(at - place, 0), max(at - place + blank, 0)
        place += len(hunk.text)
        before.append(Hunk(hunk.op, hunk.text[:start], hunk.by))
        if hunk.op is Op.SAME:
            before.append(Hunk(Op.OUT if side is Op.IN else Op.IN, hunk.text[start:end]))
        after.append(Hunk(hunk.op, hunk.text[end:], hunk.by))
    return tuple(h for h in before if h.text), tuple(h for h in after if h.text)
