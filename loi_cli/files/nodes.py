"""The nodes of a YAML file: text exactly as written, lists and keys, each with its place.

Named tuples and not dataclasses: one is made per value of every file, and a tuple is made three times as fast. Marks
count from 0, as YAML's do; `Page.place` turns them into places for people.
"""

from typing import NamedTuple, Protocol


class Mark(Protocol):
    """A position in a text: offset, line and column in characters, from 0."""

    @property
    def index(self) -> int: ...
    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


class ScalarNode(NamedTuple):
    """A text as written. `style` is empty for plain words, else `"`, `'`, `|` or `>`."""

    text: str
    start: Mark
    end: Mark
    style: str | None

    @property
    def bare(self) -> bool:
        """A key with nothing after it."""
        return not self.text and not self.style


class SequenceNode(NamedTuple):
    """A list. `flow`: written in brackets; not `whole`: something in it could not be read."""

    items: "list[Node]"
    start: Mark
    flow: bool
    whole: bool


class MappingNode(NamedTuple):
    """Keys and their values in order, by the text of the key. `flow`: written in braces; not `whole`: something in it
    could not be read."""

    entries: "dict[str, tuple[ScalarNode, Node]]"
    start: Mark
    flow: bool
    whole: bool


class HoleNode(NamedTuple):
    """Where something stood that could not be read and is already a problem."""

    start: Mark


Node = ScalarNode | SequenceNode | MappingNode | HoleNode
