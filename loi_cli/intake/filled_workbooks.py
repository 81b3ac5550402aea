"""A workbook that a person filled in: the words of each cell, as typed, and the names that our forms put on cells.

A name is what a bookmark is in a Word file: Excel moves it along when rows and sheets are put in, moved or renamed.
Nothing is worked out: a formula is a problem, told with its sheet and cell. Macros and links are not opened.
"""

import io
import warnings
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from loi_cli.files.codes import Code
from loi_cli.i18n import _
from loi_cli.model.filled import Aside, Cell, FilledFile, Row
from loi_cli.model.problems import BadInput, LoiError, Place, Problem
from loi_cli.word.unpacking import declares_entities, is_active, unpack

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as ExcelCell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_WORKBOOK = "xl/workbook.xml"
_ROWS, _COLUMNS = 2_000, 50
"""So far down and to the right a form is read; a sheet that goes on is refused, not cut short."""


class UnreadableWorkbook(LoiError):  # it is what went wrong, as BadInput is
    """A file that is no workbook, or one that is not opened: why, and what the sender can do."""


def is_workbook(data: bytes) -> bool:
    """Whether these bytes are a workbook of Excel. Raises UnfitFile for what is no Office package at all."""
    return unpack(data).holds(_WORKBOOK)


def filled_workbook(data: bytes, shown: str) -> FilledFile:
    """The sheets on which our names stand, each as a table, and what was done beside. Raises UnreadableWorkbook,
    UnfitFile; BadInput, with the sheet and the cell, for what was not typed as words, a number, a day or a time."""
    book = _opened(data)
    names: dict[tuple[str, str], set[str]] = {}
    for name, defined in book.defined_names.items():
        for sheet, cells in defined.destinations:
            names.setdefault((sheet, cells.replace("$", "").partition(":")[0]), set()).add(name)
    reader = _Reader(shown, names)
    marked = {sheet for sheet, _cell in names}
    for page in book.worksheets:
        _must_end(page.max_row, page.title, _ROWS)
        _must_end(page.max_column, page.title, _COLUMNS)
    ours = [page for page in book.worksheets if page.title in marked]
    tables = tuple(tuple(reader.rows(page)) for page in ours)
    if reader.problems:
        raise BadInput(reader.problems)
    asides = [aside for page in ours for aside in _asides(page)]
    strange = [aside for page in book.worksheets if page.title not in marked for aside in _strange(page)]
    return FilledFile(tables, (*asides, *strange))


def _opened(data: bytes) -> "Workbook":
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise LoiError(
            _(".xlsx files are read by openpyxl, which is not installed here"), _("pip install 'loi-cli[spreadsheet]'")
        ) from None
    _must_be_harmless(data)
    try:
        with warnings.catch_warnings(action="ignore"):  # it tells of what it does not keep, and nothing is written back
            return load_workbook(io.BytesIO(data), keep_links=False)
    except Exception as error:  # openpyxl lets out whatever its parsers raise on a damaged file
        raise UnreadableWorkbook(
            _("this workbook is damaged: {why}").format(why=type(error).__name__),
            _("open it in Excel, save it as .xlsx, and send it again"),
        ) from None


def _must_be_harmless(data: bytes) -> None:
    package = unpack(data)
    for name in package.names.values():
        if is_active(name) or declares_entities(package.bytes_of(name)):
            raise UnreadableWorkbook(
                _("the workbook holds a program or another file: {part}").format(part=name),
                _("save it as .xlsx without macros and embedded objects, and send it again"),
            )


def _must_end(count: int, sheet: str, most: int) -> None:
    if count > most:
        raise UnreadableWorkbook(
            _("the sheet {sheet} goes on for {count} rows or columns; {most} are read").format(
                sheet=sheet, count=count, most=most
            ),
            _("delete the empty rows and columns behind the form, and save it again"),
        )


class _Reader:
    """Turns cells of Excel into words; collects those that cannot be."""

    def __init__(self, shown: str, names: dict[tuple[str, str], set[str]]) -> None:
        self.problems: list[Problem] = []
        self._shown = shown
        self._names = names

    def rows(self, page: "Worksheet") -> Iterator[Row[Cell]]:
        """What is merged over several rows stands in each of them that says something of its own."""
        rows = [list(map(self.cell, row)) for row in page.iter_rows()]
        own = [any(cell.text for cell in row) for row in rows]
        for merged in page.merged_cells.ranges:
            column = merged.min_col - 1
            for row in range(merged.min_row, merged.max_row):
                if own[row]:
                    rows[row][column] = rows[merged.min_row - 1][column]
        yield from (Row(tuple(row)) for row in rows)

    def cell(self, cell: "ExcelCell") -> Cell:
        where = _where(cell)
        if wrong := next(_wrong(cell), ""):
            place = Place(f"{self._shown}: {where}")
            help = _("type the value itself, or empty the cell")
            self.problems.append(Problem(code=Code.WRONG_VALUE.value, message=wrong, place=place, help=help))
        names = frozenset(self._names.get((cell.parent.title, cell.coordinate), ()))
        return Cell(_typed(cell.value).strip(), names, where)


def _where(cell: "ExcelCell") -> str:
    return f"{cell.parent.title}!{cell.coordinate}"


def _asides(page: "Worksheet") -> Iterator[Aside]:
    """Comments, which have no place in a file, and cells that look as if they were not meant."""
    if page.sheet_state != "visible":
        yield Aside(page.title, _("this sheet is hidden, and was read all the same"))
    for row in page.iter_rows():
        filled = [cell for cell in row if _typed(cell.value).strip()]
        if filled and page.row_dimensions[filled[0].row].hidden:
            yield Aside(_where(filled[0]), _("this row is hidden, and was read all the same"))
        for cell in row:
            if cell.comment is not None:
                yield Aside(_where(cell), _("a comment was not read: “{words}”").format(words=cell.comment.text))
        for cell in filled:
            if cell.font is not None and cell.font.strike:
                yield Aside(_where(cell), _("this is struck through, and was read all the same"))


def _strange(page: "Worksheet") -> Iterator[Aside]:
    """A sheet that the form does not have."""
    words = next((said for row in page.iter_rows() for cell in row if (said := _typed(cell.value).strip())), "")
    if words:
        yield Aside(page.title, _("this sheet is none of the form's, and was not read: “{words}”").format(words=words))


def _wrong(cell: "ExcelCell") -> Iterator[str]:
    if cell.data_type == "f":
        yield _("a formula stands here: {formula}").format(formula=str(cell.value)[:60])
    elif cell.data_type == "e":
        yield _("Excel shows the error {value} here").format(value=cell.value)
    elif cell.data_type == "b" or not isinstance(cell.value, str | int | float | date | time | timedelta | None):
        yield _("this is neither words nor a number, a day or a time: {value}").format(value=cell.value)


def _typed(value: object) -> str:
    """The words that a person would have typed for a value."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, time | timedelta):
        return _clock(value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("\r\n", "\n").replace("_x000D_", "")


def _clock(value: time | timedelta) -> str:
    """Hours and minutes, to the nearest: Excel keeps a time as part of a day, and 14:00 may be a hair less."""
    if isinstance(value, time):
        value = timedelta(hours=value.hour, minutes=value.minute, seconds=value.second, microseconds=value.microsecond)
    hours, minutes = divmod(round(value.total_seconds() / 60), 60)
    return f"{hours:02}:{minutes:02}"
