"""Words in columns: wrapped to a width, and beside each other where there is room."""

import os
import re
import shutil
from collections.abc import Sequence
from itertools import zip_longest

from loi_cli.cli.console import Console, Styled, width
from loi_cli.cli.links import Link

Line = list[Styled]

_PIECES = re.compile(r"\s+|\S+")
GAP = 3
"""Blanks between columns."""


def terminal_width(speaker: Console) -> int | None:
    """The columns of the terminal, or of COLUMNS; None where nobody looks and lines may be as long as they are."""
    if os.environ.get("COLUMNS", "").isdigit() or speaker.out.isatty():
        return max(40, shutil.get_terminal_size().columns)
    return None


def wrapped(parts: Sequence[Styled], room: int) -> list[Line]:
    """The parts as lines of at most `room` columns, broken at white space; a longer word is cut."""
    lines: list[Line] = [[]]
    used = 0
    for part in parts:
        text, style = (part, "") if isinstance(part, str) else part
        for piece in _PIECES.findall(text):
            if piece.isspace():
                if used:
                    lines[-1].append(_styled(" ", style))
                    used += 1
                continue
            for chunk in _cut(piece, room):
                if used and used + width(chunk) > room:
                    lines.append([])
                    used = 0
                lines[-1].append(_styled(chunk, style))
                used += width(chunk)
    return lines


def beside(columns: Sequence[Sequence[Line]], room: int) -> list[Line]:
    """Columns of lines, each `room` wide, as lines."""
    out = []
    for row in zip_longest(*columns, fillvalue=[]):
        line: Line = []
        for cell in row:
            line += [*cell, " " * (room - _width(cell) + GAP)]
        out.append(line[:-1])
    return out


def _styled(text: str, style: str | Link) -> Styled:
    return (text, style) if style else text


def _width(line: Line) -> int:
    return sum(width(part if isinstance(part, str) else part[0]) for part in line)


def _cut(piece: str, room: int) -> list[str]:
    out = [""]
    for letter in piece:
        if width(out[-1] + letter) > room:
            out.append("")
        out[-1] += letter
    return out
