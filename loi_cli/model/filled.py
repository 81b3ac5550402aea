"""Tables that a person filled in, whatever program they come from."""

from typing import NamedTuple


class Cell(NamedTuple):
    """`bookmarks` are the names that our own forms put on it; `where` is how a person finds it again."""

    text: str
    bookmarks: frozenset[str] = frozenset()
    where: str = ""


class Row(NamedTuple):
    cells: tuple[Cell, ...]

    @property
    def bookmarks(self) -> frozenset[str]:
        return frozenset().union(*(cell.bookmarks for cell in self.cells))


Table = tuple[Row, ...]


class Aside(NamedTuple):
    """What a person did in a file beside filling in its cells, and where: `says` is for people to read."""

    where: str
    says: str


class FilledFile(NamedTuple):
    tables: tuple[Table, ...]
    asides: tuple[Aside, ...] = ()
