"""A Word file that a person filled in: its tables row by row, the bookmarks by which they are known, and every line.

Words are read as they would stand with every tracked change taken: what was put in counts, what was struck out not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from loi_cli.i18n import _
from loi_cli.model import filled
from loi_cli.word.revised import RevisedText
from loi_cli.word.taken import Passage, Spot, Taken, passages
from loi_cli.word.typography import NO_BREAK


@dataclass(frozen=True, slots=True)
class FilledLine:
    """A paragraph; `spot` is where in tables it stands, None outside of them. `comments` are about words in it."""

    text: str
    bookmarks: frozenset[str]
    spot: Spot | None = None
    comments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WordCell(filled.Cell):
    """`lines` are its paragraphs; the column of its `spot` counts as Word does, whatever is merged before it."""

    spot: Spot | None = None
    lines: tuple[FilledLine, ...] = ()

    @property
    def column(self) -> int:
        return self.spot.column if self.spot else -1

    @property
    def comments(self) -> tuple[str, ...]:
        return tuple(comment for line in self.lines for comment in line.comments)


Row = filled.Row[WordCell]
Table = filled.Table[WordCell]


@dataclass(frozen=True, slots=True)
class Filled:
    """All tables in order, those within cells too, and all paragraphs in order, those in tables too."""

    tables: tuple[Table, ...]
    lines: tuple[FilledLine, ...]


def filled_tables(text: RevisedText) -> Filled:
    """What a Word file holds, as a person filled it in."""
    found = [passage for passage in passages(text, Taken.ALL) if not passage.gone]
    lines = tuple(_line(passage) for passage in found)
    placed = sorted((line for line in lines if line.spot), key=_place)  # a table within a cell stands apart
    tables = [list(some) for _number, some in groupby(placed, key=lambda line: _place(line)[0])]
    return Filled(tuple(tuple(_rows(some, number)) for number, some in enumerate(tables, start=1)), lines)


def _line(passage: Passage) -> FilledLine:
    text = passage.text.replace(NO_BREAK, " ").replace("\t", " ")  # the writer puts the former in
    return FilledLine(text, frozenset(passage.bookmarks), passage.spot, passage.comments)


def _place(line: FilledLine) -> tuple[int, int, int]:
    spot = line.spot or Spot(0, 0, 0)
    return spot.table, spot.row, spot.column


def _rows(table: Sequence[FilledLine], number: int) -> Iterator[Row]:
    """The rows of a table with a cell for each column: what a merged cell covers is empty."""
    where = _("table {table}, row {row}, column {column}")
    rows = groupby(table, key=lambda line: _place(line)[1])
    for at, (_row, row) in enumerate(rows, start=1):
        cells = groupby(row, key=lambda line: line.spot)
        found = {spot.column: (spot, tuple(lines)) for spot, lines in cells if spot}
        yield filled.Row(
            tuple(
                _cell(*found.get(column, (None, ())), where.format(table=number, row=at, column=column + 1))
                for column in range(max(found) + 1)
            )
        )


def _cell(spot: Spot | None, lines: tuple[FilledLine, ...], where: str) -> WordCell:
    text = "\n".join(line.text for line in lines).strip()
    return WordCell(text, frozenset().union(*(line.bookmarks for line in lines)), where, spot, lines)
