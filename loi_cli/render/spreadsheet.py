"""Workbooks (.xlsx): heads that stay, filters, wrapped words; typed strings, never a formula; the same bytes again."""

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import datetime
from textwrap import wrap

from loi_cli.i18n import _
from loi_cli.model.problems import LoiError
from loi_cli.render.tables import Column, Sheet

_MOST = 32_767
"""So many letters fit into a cell of Excel."""

_MORE = 50
"""So many further rows have the choices of their columns."""

_MOST_CHOICES = 255
"""So many letters Excel takes for the choices of a cell; where they are more, it offers none."""

_LINE, _TALLEST = 15, 409
"""The height of a line, and of the tallest row that Excel takes; in points."""

_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\']")
_SHEETS, _BY_HAND = "xl/worksheets/", b' customHeight="1"'
_EPOCH = (1980, 1, 1, 0, 0, 0)


def workbook(sheets: Sequence[Sheet], *, made: datetime) -> bytes:
    """The workbook's bytes; `made` is the time that it tells of itself. Raises LoiError without XlsxWriter."""
    try:
        from xlsxwriter import Workbook
        from xlsxwriter.utility import xl_rowcol_to_cell
    except ImportError:
        raise LoiError(
            _(".xlsx files are written by XlsxWriter, which is not installed here"),
            _("pip install 'loi-cli[spreadsheet]'"),
        ) from None
    out = io.BytesIO()
    book = Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    book.set_properties({"created": made.replace(tzinfo=None)})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E7EBF3", "border": 1})
    body = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
    blank = book.add_format({"text_wrap": True, "valign": "top", "border": 1, "num_format": "@"})
    typed = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})  # Excel makes no dates of words
    names: set[str] = set()
    for sheet in sheets:
        name = _name(sheet.title, names)
        page = book.add_worksheet(name)
        page.freeze_panes(1, 0)
        page.repeat_rows(0)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        for at, column in enumerate(sheet.columns):
            page.set_column(at, at, column.width, typed if sheet.to_fill_in else None)
            page.write_string(0, at, column.title, head)
        page.set_row(0, _height([column.title for column in sheet.columns], sheet.columns))
        for line, row in enumerate(sheet.rows, start=1):
            page.set_row(line, _height(row, sheet.columns))
            for at, cell in enumerate(row):
                if isinstance(cell, int):
                    page.write_number(line, at, cell, body)
                elif cell:
                    page.write_string(line, at, _fitting(cell), blank if sheet.to_fill_in else body)
                else:
                    page.write_blank(line, at, None, blank if sheet.to_fill_in else body)
        if sheet.to_fill_in:
            page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        else:
            page.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.columns) - 1)
        for at, column in enumerate(sheet.columns):
            if column.choices and len(",".join(column.choices)) <= _MOST_CHOICES:
                offered = {"validate": "list", "source": list(column.choices), "ignore_blank": True}
                page.data_validation(1, at, len(sheet.rows) + _MORE, at, {**offered, "error_type": "warning"})
        for mark, (line, at) in sheet.marks.items():
            book.define_name(mark, f"='{name}'!{xl_rowcol_to_cell(line, at, row_abs=True, col_abs=True)}")
    book.close()
    return _stored(out.getvalue())


def _name(title: str, taken: set[str]) -> str:
    """A name that Excel takes: 31 letters, none of some signs, no two alike."""
    plain = _NOT_IN_A_NAME.sub(" ", title).strip()[:31].rstrip() or "1"
    name, count = plain, 1
    while name.casefold() in taken:
        count += 1
        name = f"{plain[: 30 - len(str(count))]} {count}"
    taken.add(name.casefold())
    return name


def _height(row: Sequence[str | int], columns: Sequence[Column]) -> int:
    """How tall a row has to be for its words: LibreOffice leaves a row without a height as one line, and words lie over
    those of the next."""
    lines = [_lines(str(cell), column.width) for cell, column in zip(row, columns, strict=False)]
    return min(max(lines, default=1) * _LINE, _TALLEST)


def _lines(cell: str, width: int) -> int:
    """How many lines words fill in a column of so many letters."""
    return max(1, sum(len(wrap(line, width, break_on_hyphens=False)) or 1 for line in cell.split("\n")))


def _fitting(cell: str) -> str:
    """The words of a cell; of more than fit it says that they go on."""
    return cell if len(cell) <= _MOST else f"{cell[: _MOST - 1]}…"


def _stored(data: bytes) -> bytes:
    """The same package with its parts stored: deflated, they would be other bytes on another machine. Its rows may
    still grow: XlsxWriter says of each height that it was set by hand, and such a row stays, whatever is typed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as stored:
        for old in package.infolist():
            entry = zipfile.ZipInfo(old.filename, _EPOCH)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            part = package.read(old)
            stored.writestr(entry, part.replace(_BY_HAND, b"") if old.filename.startswith(_SHEETS) else part)
    return out.getvalue()
