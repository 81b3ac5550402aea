"""What a draft is recognised as: the clauses of one language as a tree, and what is doubtful or left out of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from loi_cli.intake.importing.lines import Line, Remainder
from loi_cli.model.text import Kind


@dataclass(slots=True, kw_only=True)
class Node:
    """A clause as one language has it; `how` says by what it was recognised, `row` the row of a table it stands in."""

    kind: Kind
    line: Line
    how: str
    heading: str = ""
    text: str = ""
    number: int = 0
    children: "list[Node]" = field(default_factory=list)

    @property
    def own(self) -> str:
        return self.line.own

    @property
    def place(self) -> str:
        return self.line.place


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that a person should look at."""

    why: str
    text: str
    place: str


@dataclass(slots=True)
class Outlined:
    """What one language of a draft amounts to. `title` are the words above the recitals that name the instrument."""

    language: str
    nodes: list[Node] = field(default_factory=list)
    title: list[str] = field(default_factory=list)
    parties: list[str] = field(default_factory=list)
    left_out: list[Remainder] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def every(nodes: Iterable[Node]) -> Iterator[Node]:
    """All nodes, a parent before its children."""
    for node in nodes:
        yield node
        yield from every(node.children)
