"""Elements of a paper's HTML: no more of a tree than the writer needs, and of one block of a section at a time."""

from collections.abc import Iterator, Mapping
from typing import Protocol


class Lines(Protocol):
    """What knows on which line of the HTML an element begins."""

    def line_of(self, number: int) -> int:
        """The line of the element with this number."""


class Element:
    """`text` stands before the first child, `tail` after the element's end; either may be empty.

    `attributes` are those but the id, which elements with the same attributes share. `children` of an element without
    any is one empty tuple. `number` counts the tags before it in what `lines` knows.
    """

    __slots__ = ("attributes", "children", "id", "lines", "number", "tag", "tail", "text")

    def __init__(
        self, tag: str, attributes: Mapping[str, str], id_: str, text: str, number: int, lines: Lines | None
    ) -> None:
        self.tag = tag
        self.attributes = attributes
        self.id = id_
        self.text = text
        self.tail = ""
        self.children: list[Element] | tuple[()] = ()
        self.number = number
        self.lines = lines

    def get(self, name: str) -> str | None:
        """The value of an attribute other than the id."""
        return self.attributes.get(name)

    @property
    def line(self) -> int:
        """Where the element begins."""
        return self.lines.line_of(self.number) if self.lines else 0

    def words(self) -> Iterator[str]:
        """All words in it, as they stand, in order."""
        yield self.text
        for child in self.children:
            yield from child.words()
            yield child.tail

    def within(self, *tags: str) -> Iterator["Element"]:
        """The elements within it that have one of these tags, in order."""
        for child in self.children:
            if child.tag in tags:
                yield child
            yield from child.within(*tags)
