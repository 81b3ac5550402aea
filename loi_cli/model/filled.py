"""Tables that a person filled in, whatever program they come from."""

from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar


@dataclass(frozen=True, slots=True)
class Cell:
    """`bookmarks` are the names that our own forms put on it; `where` is how a person finds it again."""

    text: str
    bookmarks: frozenset[str] = frozenset()
    where: str = ""


AnyCell = TypeVar("AnyCell", bound=Cell, covariant=True)


@dataclass(frozen=True, slots=True)
class Row(Generic[AnyCell]):
    cells: tuple[AnyCell, ...]

    @property
    def bookmarks(self) -> frozenset[str]:
        return frozenset().union(*(cell.bookmarks for cell in self.cells))


Table = tuple[Row[AnyCell], ...]


class Aside(NamedTuple):
    """What a person did in a file beside filling in its cells, and where: `says` is for people to read."""

    where: str
    says: str


class FilledFile(NamedTuple):
    tables: tuple[Table[Cell], ...]
    asides: tuple[Aside, ...] = ()
