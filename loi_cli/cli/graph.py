"""The forks and joins of versions, drawn beside their list, newest first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from loi_cli.model.versions import Header

LANES = 12
"""So many lines run side by side at most; of a join of more the rest is not drawn."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One version: the line of a fork above it, the mark on its own line, what runs on beside further lines about it,
    the line of a join below."""

    header: Header
    above: str
    mark: str
    beside: str
    below: str


def drawn(newest_first: Iterable[Header], known: Iterable[str]) -> Iterator[Drawn]:
    """Each version with its part of the drawing."""
    there = set(known)
    lanes: list[str | None] = []
    for header in newest_first:
        mine = [k for k, awaited in enumerate(lanes) if awaited == header.hash] or [_free(lanes)]
        at, others = mine[0], mine[1:]
        above = _branch(lanes, at, others, "┘", "┴") if others else ""
        for k in others:
            lanes[k] = None
        lanes[at] = header.hash
        mark = _row(lanes, at)
        parents = [p for p in header.parents if p in there]
        lanes[at] = parents[0] if parents else None
        new: list[int] = []
        for parent in parents[1:]:
            if sum(lane is not None for lane in lanes) < LANES:
                new.append(_free(lanes))
                lanes[new[-1]] = parent
        beside = _row([None if k in new else lane for k, lane in enumerate(lanes)])
        below = _branch(lanes, at, new, "┐", "┬") if new else ""
        while lanes and lanes[-1] is None:
            lanes.pop()
        yield Drawn(header, above, mark, beside, below)


def _free(lanes: list[str | None]) -> int:
    if None in lanes:
        return lanes.index(None)
    lanes.append(None)
    return len(lanes) - 1


def _row(lanes: list[str | None], at: int = -1) -> str:
    return " ".join("●" if k == at else " " if lane is None else "│" for k, lane in enumerate(lanes)).rstrip()


def _branch(lanes: list[str | None], at: int, others: list[int], end: str, middle: str) -> str:
    """A line from lane `at` to the others, across those between."""
    low, high = min(at, *others), max(at, *others)
    out = []
    for k in range(len(lanes)):
        inside = low < k < high
        if k == at:
            mark = "├" if at == low else "┤"
        elif k in others:
            mark = (middle if inside else end) if k > at else ("└" if end == "┘" else "┌")
        else:
            mark = ("┼" if inside else "│") if lanes[k] is not None else ("─" if inside else " ")
        out.append(mark + ("─" if low <= k < high else " "))
    return "".join(out).rstrip()
