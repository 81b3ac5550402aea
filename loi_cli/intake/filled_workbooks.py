"""A workbook that a person filled in: the words of each cell, as typed, and the names that our forms put on cells.

A name is what a bookmark is in a Word file: Excel moves it along when rows and sheets are put in, moved or renamed.
Nothing is worked out: a formula is a problem, told with its sheet and cell. Macros and links are not opened.
"""

import io
import warnings
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from loi_cli.files.codes import Code
from loi_cli.i18n import _
from loi_cli.model.filled import Cell, Row, Table
from loi_cli.model.problems import BadInput, LoiError, Place, Problem
from loi_cli.word.unpacking import declares_entities, is_active, unpack

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as ExcelCell

_WORKBOOK = "xl/workbook.xml"
_ROWS, _COLUMNS = 2_000, 50
"""So far down and to the right a form is read; a sheet that goes on is refused, not cut short."""


class UnreadableWorkbook(LoiError):  # it is what went wrong, as BadInput is
    """A file that is no workbook, or one that is not opened: why, and what the sender can do."""


def is_workbook(data: bytes) -> bool:
    """Whether these bytes are a workbook of Excel. Raises UnfitFile for what is no Office package at all."""
    return unpack(data).holds(_WORKBOOK)


def filled_workbook(data: bytes, shown: str) -> tuple[Table[Cell], ...]:
    """The sheets on which our names stand, each as a table. Raises UnreadableWorkbook, UnfitFile; BadInput, with the
    sheet and the cell, for what was not typed as words, a number, a day or a time."""
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise LoiError(
            _(".xlsx files are read by openpyxl, which is not installed here"), _("pip install 'loi-cli[spreadsheet]'")
        ) from None
    _must_be_harmless(data)
    try:
        with warnings.catch_warnings(action="ignore"):  # it tells of what it does not keep, and nothing is written back
            book = load_workbook(io.BytesIO(data), keep_links=False)
    except Exception as error:  # openpyxl lets out whatever its parsers raise on a damaged file
        raise UnreadableWorkbook(
            _("this workbook is damaged: {why}").format(why=type(error).__name__),
            _("open it in Excel, save it as .xlsx, and send it again"),
        ) from None
    names: dict[tuple[str, str], set[str]] = {}
    for name, defined in book.defined_names.items():
        for sheet, cells in defined.destinations:
            names.setdefault((sheet, cells.replace("$", "").partition(":")[0]), set()).add(name)
    reader = _Reader(shown, names)
    marked = {sheet for sheet, _cell in names}
    pages = [page for page in book.worksheets if page.title in marked]
    for page in pages:
        _must_end(page.max_row, page.title, _ROWS)
        _must_end(page.max_column, page.title, _COLUMNS)
    tables = tuple(tuple(Row(tuple(map(reader.cell, row))) for row in page.iter_rows()) for page in pages)
    if reader.problems:
        raise BadInput(reader.problems)
    return tables


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

    def cell(self, cell: "ExcelCell") -> Cell:
        sheet = cell.parent.title
        where = f"{sheet}!{cell.coordinate}"
        if wrong := next(_wrong(cell), ""):
            place = Place(f"{self._shown}: {where}")
            help = _("type the value itself, or empty the cell")
            self.problems.append(Problem(code=Code.WRONG_VALUE.value, message=wrong, place=place, help=help))
        names = frozenset(self._names.get((sheet, cell.coordinate), ()))
        return Cell(_typed(cell.value).strip(), names, where)


def _wrong(cell: "ExcelCell") -> Iterator[str]:
    if cell.data_type == "f":
        yield _("a formula stands here: {formula}").format(formula=str(cell.value)[:60])
    elif cell.data_type == "e":
        yield _("Excel shows the error {value} here").format(value=cell.value)
    elif cell.data_type == "b" or not isinstance(cell.value, str | int | float | date | time | None):
        yield _("this is neither words nor a number, a day or a time: {value}").format(value=cell.value)


def _typed(value: object) -> str:
    """The words that a person would have typed for a value."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("\r\n", "\n").replace("_x000D_", "")
