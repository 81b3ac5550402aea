"""Where a form says what: a fault in the file that a form makes is told of the cell in which it stands."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from loi_cli.model.problems import Place, Problem

if TYPE_CHECKING:
    from yaml.nodes import Node


class Told(NamedTuple):
    """A value of a form, and the cell that it stands in."""

    value: object
    where: str


def untold(tree: object) -> object:
    """The values alone."""
    if isinstance(tree, Told):
        return untold(tree.value)
    if isinstance(tree, dict):
        return {key: untold(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [untold(each) for each in tree]
    return tree


def at_their_cells(problems: Iterable[Problem], tree: object, data: bytes, shown: str) -> list[Problem]:
    """Problems of a file, each at the cell of the form whose value it is about."""
    import yaml

    node = yaml.compose(data, Loader=yaml.SafeLoader)
    starts = sorted(_starts(tree, node, "")) if node is not None else []
    found = []
    for problem in problems:
        at = bisect_right(starts, ((problem.place.line, problem.place.column), chr(0x10FFFF))) - 1
        where = starts[at][1] if at >= 0 else ""
        found.append(problem._replace(place=Place(f"{shown}: {where}" if where else shown), source=""))
    return found


def _starts(tree: object, node: "Node", within: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Where each value begins in the file, with its cell; values without one are of the cell that holds them."""
    from yaml.nodes import MappingNode, SequenceNode

    if isinstance(tree, Told):
        within, tree = tree.where or within, tree.value
    yield (node.start_mark.line + 1, node.start_mark.column + 1), within
    if isinstance(tree, dict) and isinstance(node, MappingNode):
        for key, value in node.value:
            below = tree.get(key.value)
            where = below.where if isinstance(below, Told) else within
            yield (key.start_mark.line + 1, key.start_mark.column + 1), where
            yield from _starts(below, value, where)
    elif isinstance(tree, list) and isinstance(node, SequenceNode):
        for below, value in zip(tree, node.value, strict=True):
            yield from _starts(below, value, within)
