"""Columns of words beside each other, where there is room."""

import os
import shutil
from collections.abc import Sequence
from itertools import zip_longest

from loi_cli.cli.console import Console, Styled, width

Line = list[Styled]

GAP = 3
"""Blanks between columns."""


def terminal_width(speaker: Console) -> int | None:
    """The columns of the terminal, or of COLUMNS; None where nobody looks and lines may be as long as they are."""
    if os.environ.get("COLUMNS", "").isdigit() or speaker.out.isatty():
        return max(40, shutil.get_terminal_size().columns)
    return None


def beside(columns: Sequence[Sequence[Line]], room: int) -> list[Line]:
    """Columns of lines, each `room` wide, as lines."""
    out = []
    for row in zip_longest(*columns, fillvalue=[]):
        line: Line = []
        for cell in row:
            line += [*cell, " " * (room - _width(cell) + GAP)]
        out.append(line[:-1])
    return out


def _width(line: Line) -> int:
    return sum(width(part if isinstance(part, str) else part[0]) for part in line)
