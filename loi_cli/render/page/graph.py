"""The history as a drawing: a dot per version from left to right, a lane per line of work, a curve where they part."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from loi_cli.model.versions import Header
from loi_cli.render.papers.chrome import Plain

STEP, LANE, MARGIN, RADIUS = 84, 44, 42, 9


@dataclass(frozen=True, slots=True)
class Dot:
    """Where a version is drawn: its column in the order of time, its lane from the top."""

    header: Header
    column: int
    lane: int

    @property
    def x(self) -> int:
        return MARGIN + self.column * STEP

    @property
    def y(self) -> int:
        return 34 + self.lane * LANE


def dots(headers: Sequence[Header]) -> tuple[Dot, ...]:
    """`headers` oldest first. A version goes on in the lane of its first parent, unless another child took it."""
    lane_of: dict[str, int] = {}
    waits_for: dict[int, str] = {}
    children = {h.hash: [c.hash for c in headers if h.hash in c.parents] for h in headers}
    found: list[Dot] = []
    for column, header in enumerate(headers):
        free = next(n for n in range(len(headers) + 1) if n not in waits_for)
        inherited = [lane_of[p] for p in header.parents if waits_for.get(lane_of.get(p, -1)) == p]
        lane = min(inherited, default=free)
        for parent in header.parents:  # a line of work that nobody else goes on with ends in this join
            if parent in lane_of and children[parent][-1] == header.hash and waits_for.get(lane_of[parent]) == parent:
                del waits_for[lane_of[parent]]
        lane_of[header.hash] = lane
        waits_for[lane] = header.hash
        found.append(Dot(header, column, lane))
    return tuple(found)


def drawing(headers: Sequence[Header], names: Mapping[str, Sequence[str]]) -> Plain:
    """The dots with their labels, and a path from each version to those that come from it."""
    placed = {dot.header.hash: dot for dot in dots(headers)}
    shared = {h.label for h in headers if sum(o.label == h.label for o in headers) > 1}
    heads = {h.hash for h in headers} - {p for h in headers for p in h.parents}
    return {
        "width": 2 * MARGIN + STEP * max(len(headers) - 1, 0),
        "height": 34 + LANE * max((d.lane for d in placed.values()), default=0) + 46,
        "paths": [
            _path(placed[parent], dot) for dot in placed.values() for parent in dot.header.parents if parent in placed
        ],
        "dots": [
            {
                "hash": dot.header.hash[:12],
                "x": dot.x,
                "y": dot.y,
                "label": dot.header.full_label if dot.header.label in shared else dot.header.label,
                "names": ", ".join(names.get(dot.header.hash, ())),
                "day": dot.header.time[:10],
                "head": dot.header.hash in heads,
            }
            for dot in placed.values()
        ],
    }


def _path(start: Dot, end: Dot) -> str:
    """Straight within a lane; across lanes a curve in the last step, so that no line hides another's dots."""
    if start.lane == end.lane:
        return f"M{start.x} {start.y}H{end.x}"
    if end.lane > start.lane:  # it parts at once, then runs in its own lane
        turn = start.x + STEP // 2
        return f"M{start.x} {start.y}C{turn} {start.y} {turn} {end.y} {start.x + STEP} {end.y}H{end.x}"
    turn = end.x - STEP // 2
    return f"M{start.x} {start.y}H{end.x - STEP}C{turn} {start.y} {turn} {end.y} {end.x} {end.y}"
