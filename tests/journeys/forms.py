"""A person at a Word program: fills in a form by python-docx, which is not what wrote it."""

import io
from collections.abc import Mapping
from pathlib import Path

import docx
from docx.table import _Cell, _Row

COLUMNS = {"clause": 0, "present": 1, "new": 2, "reason": 3, "remark": 4}


def rows(form: Path) -> dict[str, _Row]:
    """The rows of a form by what they show of themselves: `aim/text.en`."""
    opened = docx.Document(str(form))
    return {row.cells[0].text.rpartition("\n")[2]: row for table in opened.tables for row in table.rows}


def filled(
    form: Path, cells: Mapping[tuple[str, int | str], str], *, no_comment: str = "", below: str = "", lost: bool = False
) -> bytes:
    """The form with words in some cells; `below`: a line written under its tables; `lost`: without its bookmarks."""
    opened = docx.Document(str(form))
    for table in opened.tables:
        for row in table.rows:
            shown = row.cells[0].text.rpartition("\n")[2]
            for (name, column), words in cells.items():
                if name == shown:
                    _write(row.cells[COLUMNS.get(str(column), column if isinstance(column, int) else 0)], words)
        if no_comment and len(table.rows) == 1:
            _write(table.rows[0].cells[1], no_comment)
    if below:
        opened.add_paragraph(below)
    if lost:
        for mark in [*opened.element.body.iter("{*}bookmarkStart"), *opened.element.body.iter("{*}bookmarkEnd")]:
            mark.getparent().remove(mark)
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


def _write(cell: _Cell, words: str) -> None:
    cell.text = words
