"""A Word file that came in, as a value: its words with every change that somebody tracked in them, and the comments.

Nothing is decided here: `taken.py` reads the same value as if all changes were accepted, or all rejected.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Act(StrEnum):
    """What a tracked change does; a move is told at both its ends."""

    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_HERE = "moved-here"
    MOVED_AWAY = "moved-away"

    @property
    def adds(self) -> bool:
        return self in (Act.INSERTED, Act.MOVED_HERE)


class Revision(NamedTuple):
    """One tracked change: what, whose, when (as the file says it, empty for no day)."""

    act: Act
    author: str
    date: str


Revisions = tuple[Revision, ...]
"""All changes that something is under, the outermost first."""


class Run(NamedTuple):
    """Words of one kind. `language` as the file says it, perhaps empty; `note` the footnote that stands here."""

    text: str
    revisions: Revisions = ()
    language: str = ""
    note: str = ""


@dataclass(slots=True)
class Paragraph:
    """`mark` are the changes that its end is under: an inserted end splits a paragraph, a deleted one joins two.

    `numbering` is the list and the level that Word numbers it by; `bookmarks` begin in it; `comments` are about words
    in it.
    """

    runs: list[Run] = field(default_factory=list)
    mark: Revisions = ()
    style: str = ""
    numbering: tuple[str, int] | None = None
    bookmarks: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Cell:
    blocks: "list[Block]"
    column: int
    revisions: Revisions = ()


@dataclass(slots=True)
class Row:
    cells: list[Cell]
    revisions: Revisions = ()


@dataclass(slots=True)
class Table:
    rows: list[Row]


Block = Paragraph | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """`about` are the words that it is hung on, deleted ones included; `answers` the comment that it replies to."""

    id: str
    author: str
    date: str
    text: str
    about: str = ""
    answers: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisedText:
    """`margins` are the words of headers and footers, `formatting` counts changes of looks alone, `links` lead outside.

    `notes` are footnotes and endnotes by the name that runs call them by.
    """

    blocks: tuple[Block, ...]
    notes: Mapping[str, tuple[Block, ...]]
    comments: tuple[Comment, ...]
    margins: tuple[str, ...]
    formatting: int
    links: tuple[str, ...]

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph in reading order, those in tables included."""
        yield from _paragraphs(self.blocks)


def _paragraphs(blocks: "tuple[Block, ...] | list[Block]") -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from _paragraphs(cell.blocks)
