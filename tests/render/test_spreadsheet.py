"""Workbooks as a reader meets them."""

import io
import zipfile
from datetime import UTC, datetime

import openpyxl

from loi_cli.render.spreadsheet import workbook
from loi_cli.render.tables import Column, Sheet


def test_rows_are_as_tall_as_their_words_and_may_grow() -> None:
    """Seen in LibreOffice: every row of the matrix was one line tall, and its words lay over those of the next."""
    rows = (("1", "one line"), ("2", "nineteen letters ok " * 5), ("3", "a\nb\n\nd"), ("4", "x" * 50_000))
    sheet = Sheet("Matrix", (Column("No.", 6), Column("A head of two lines", 20)), rows)
    data = workbook([sheet], made=datetime(2022, 2, 1, tzinfo=UTC))
    page = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    assert [page.row_dimensions[n].height for n in range(1, 6)] == [None, None, 75, 60, 408.75]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert b"customHeight" not in package.read("xl/worksheets/sheet1.xml")
