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
class Cell:
    """The column counts as Word does, whatever is merged before it."""

    spot: Spot | None
    lines: tuple[FilledLine, ...]

    @property
    def column(self) -> int:
        return self.spot.column if self.spot else -1

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines).strip()

    @property
    def bookmarks(self) -> frozenset[str]:
        return frozenset().union(*(line.bookmarks for line in self.lines))

    @property
    def comments(self) -> tuple[str, ...]:
        return tuple(comment for line in self.lines for comment in line.comments)


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]

    @property
    def bookmarks(self) -> frozenset[str]:
        return frozenset().union(*(cell.bookmarks for cell in self.cells))

    def cell(self, column: int | None) -> Cell:
        """The cell of a column; one without words where the row has none."""
        return next((cell for cell in self.cells if cell.column == column), Cell(None, ()))


Table = tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """All tables in order, those within cells too, and all paragraphs in order, those in tables too."""

    tables: tuple[Table, ...]
    lines: tuple[FilledLine, ...]

    @property
    def plain_tables(self) -> tuple[filled.Table, ...]:
        """The tables as those of any other program."""
        return tuple(_plain(table, number) for number, table in enumerate(self.tables, start=1))


def _plain(table: Table, number: int) -> filled.Table:
    where = _("table {table}, row {row}, column {column}")
    return tuple(
        filled.Row(
            tuple(
                filled.Cell(cell.text, cell.bookmarks, where.format(table=number, row=at, column=column + 1))
                for column, cell in enumerate(_side_by_side(row))
            )
        )
        for at, row in enumerate(table, start=1)
    )


def _side_by_side(row: Row) -> Iterator[Cell]:
    """The cells of a row, one for each column: what a merged cell covers is empty."""
    yield from (row.cell(column) for column in range(max((cell.column for cell in row.cells), default=-1) + 1))


def filled_tables(text: RevisedText) -> Filled:
    """What a Word file holds, as a person filled it in."""
    found = [passage for passage in passages(text, Taken.ALL) if not passage.gone]
    lines = tuple(_line(passage) for passage in found)
    placed = sorted((line for line in lines if line.spot), key=_place)  # a table within a cell stands apart
    tables = groupby(placed, key=lambda line: _place(line)[0])
    return Filled(tuple(tuple(_rows(list(some))) for _number, some in tables), lines)


def _line(passage: Passage) -> FilledLine:
    text = passage.text.replace(NO_BREAK, " ").replace("\t", " ")  # the writer puts the former in
    return FilledLine(text, frozenset(passage.bookmarks), passage.spot, passage.comments)


def _place(line: FilledLine) -> tuple[int, int, int]:
    spot = line.spot or Spot(0, 0, 0)
    return spot.table, spot.row, spot.column


def _rows(table: Sequence[FilledLine]) -> Iterator[Row]:
    for _row, row in groupby(table, key=lambda line: _place(line)[1]):
        cells = groupby(row, key=lambda line: line.spot)
        yield Row(tuple(Cell(spot, tuple(lines)) for spot, lines in cells))
