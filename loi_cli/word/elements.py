"""Elements of a paper's HTML: no more of a tree than the writer needs, and of one block of a section at a time."""

from typing import Protocol


class Lines(Protocol):
    """What knows on which line of the HTML an element begins."""

    def line_of(self, number: int) -> int:
        """The line of the element with this number."""


class Attributes(dict[str, str]):
    """The attributes of a tag but its id. Those written alike are one object, which is never changed: what was found
    out about them is remembered by it."""

    __slots__ = ()
    __hash__ = object.__hash__  # type: ignore[assignment]  # a dict has none


class Element:
    """`text` stands before the first child, `tail` after the element's end; either may be empty.

    `children` of an element without any is one empty tuple. `number` counts the tags before it in what `lines` knows.
    """

    __slots__ = ("attributes", "children", "id", "lines", "number", "tag", "tail", "text")

    def __init__(self, tag: str, attributes: Attributes, id_: str, text: str, number: int, lines: Lines) -> None:
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
        return self.lines.line_of(self.number)

    @property
    def words(self) -> str:
        """All words in it, as they stand."""
        if not self.children:
            return self.text
        found: list[str] = []
        self._add_words(found)
        return "".join(found)

    def _add_words(self, found: list[str]) -> None:
        found.append(self.text)
        for child in self.children:
            if child.children:
                child._add_words(found)
                found.append(child.tail)
            else:
                found.append(child.text + child.tail)

    def within(self, *tags: str) -> "list[Element]":
        """The elements within it that have one of these tags, in order."""
        found = []
        for child in self.children:
            if child.tag in tags:
                found.append(child)
            if child.children:
                found += child.within(*tags)
        return found


class Inside(Lines, Protocol):
    """What knows the whole of an element as well."""

    def whole(self) -> Element:
        """The element with all that it holds."""


class Unread(Element):
    """An element that is read when it is asked what it holds. `written` is that as HTML; `left` are those of its words
    that have to stand in the file, where they were put there without its being read."""

    __slots__ = ("_inside", "left", "written")

    def __init__(self, tag: str, attributes: Attributes, written: str, tail: str, inside: Inside) -> None:
        self.tag = tag
        self.attributes = attributes
        self.id = ""
        self.tail = tail
        self.number = 0
        self.lines = inside
        self.written = written
        self.left: str | None = None
        self._inside = inside

    def __getattr__(self, name: str) -> object:
        """What has no value yet."""
        if name not in ("text", "children"):
            raise AttributeError(name)
        whole = self.whole()
        self.text, self.children = whole.text, whole.children
        return getattr(self, name)

    def whole(self) -> Element:
        """A copy of it that has been read."""
        return self._inside.whole()

    @property
    def words(self) -> str:
        """All words in it, or those that are left."""
        return super().words if self.left is None else self.left
