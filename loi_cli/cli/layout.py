"""Words laid out for the width of the terminal: folded between words, with a hanging indent, or in two columns."""

import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, zip_longest

from loi_cli.cli.console import Styled, width

WIDE = 120
"""From so many columns on, two texts fit side by side."""

GAP = 2
"""Blanks between the columns of a table."""

LEAST = 16
"""The last column of a table is not folded into less than this."""

_BREAKS = re.compile(r"[\t\r\n]")
_WORDS = re.compile(r"\s+|\S+")


def columns() -> int:
    """The terminal's width; COLUMNS overrules it, 80 where nobody looks."""
    return max(shutil.get_terminal_size((80, 24)).columns, 20)


def folded(parts: Iterable[Styled], room: int, *, whole_words: bool = False) -> list[list[Styled]]:
    """Lines of at most `room` columns, broken between words; a word that is longer than a line is cut, unless words
    are to stay whole."""
    lines: list[list[Styled]] = [[]]
    used = 0
    for part in parts:
        text, style = (part, "") if isinstance(part, str) else part
        for piece in _WORDS.findall(text):
            if piece.isspace():
                piece = _BREAKS.sub(" ", piece)
            for bit in [piece] if whole_words else _cut(piece, room):
                if used and used + width(bit) > room:
                    _trim(lines[-1])
                    lines.append([])
                    used = 0
                if not used and bit.isspace() and len(lines) > 1:
                    continue
                lines[-1].append((bit, style) if style else bit)
                used += width(bit)
    _trim(lines[-1])
    return [_joined(line) for line in lines]


def hung(label: Sequence[Styled], parts: Iterable[Styled], room: int, deeper: int = 0) -> Iterator[list[Styled]]:
    """The parts behind a label, their further lines indented under their first, or so much deeper."""
    indent = sum(width_of(part) for part in label) + deeper
    for number, line in enumerate(folded(parts, max(room - indent, 12))):
        yield [*label, *line] if not number else [" " * indent, *line]


def continued(parts: Sequence[Styled], room: int) -> Iterator[list[Styled]]:
    """One line as several: what does not fit goes on below, as far in as the line began and a little more. A word that
    is wider than the terminal is left whole: a path can be copied."""
    text = "".join(map(text_of, parts))
    indent = len(text) - len(text.lstrip(" "))
    lead = " " * min(indent, room // 2)
    rest = [text[indent:]] if len(parts) == 1 and isinstance(parts[0], str) else _without_lead(parts, indent)
    for number, line in enumerate(folded(rest, max(room - len(lead) - GAP, 1), whole_words=True)):
        yield [lead, *line] if not number else [lead + " " * GAP, *line]


def _without_lead(parts: Sequence[Styled], blanks: int) -> list[Styled]:
    out: list[Styled] = []
    for part in parts:
        text = text_of(part)
        taken = min(blanks, len(text))
        blanks -= taken
        out.append(text[taken:] if isinstance(part, str) else (text[taken:], part[1]))
    return out


def fitted(rows: Sequence[Sequence[Styled]], indent: str, room: int) -> Iterator[list[Styled]]:
    """A table's rows as lines of at most `room` columns: the last cell is folded under itself; where the others leave
    it too little, each row is a block, its first columns, as many as there is room for, above the rest. A row without a
    first cell goes on with the block above; where there are such rows, the first column alone stands above."""
    most = max((len(row) for row in rows), default=0)
    widths = [max((width_of(row[k]) for row in rows if len(row) > k + 1), default=0) for k in range(most)]
    leads = [len(indent) + sum(widths[: len(row) - 1]) + GAP * (len(row) - 1) for row in rows]
    needed = max(
        (min(width_of(row[-1]), LEAST) + lead for row, lead in zip(rows, leads, strict=True) if row), default=0
    )
    ends = accumulate((w + GAP for w in widths[:-1]), initial=len(indent) - GAP)
    goes_on = any(not text_of(row[0]) for row in rows if row)
    shown = 1 if goes_on else max(sum(end <= room for end in ends) - 1, 1)
    for row in rows:
        cells = [cell for cell in row if text_of(cell)]
        if needed <= room:
            label: list[Styled] = [indent]
            for k, cell in enumerate(row[:-1]):
                label += [cell, " " * (widths[k] - width_of(cell) + GAP)]
            yield from hung(label, row[-1:], room)
        elif cells:
            lead = indent if len(indent) < room // 2 else ""
            begun = shown if text_of(row[0]) else 0
            first: list[Styled] = [lead]
            for k, cell in enumerate(row[:begun]):
                first += [cell, " " * (widths[k] - width_of(cell) + GAP)]
            if begun:
                yield first[:-1]
            rest: list[Styled] = [part for cell in row[begun:] if text_of(cell) for part in (cell, "  ")]
            for line in folded(rest, max(room - len(lead) - GAP, 1), whole_words=True):
                if line:
                    yield [lead + " " * GAP, *line]


def beside(columns: Sequence[Sequence[list[Styled]]], room: int, between: Styled) -> Iterator[list[Styled]]:
    """Folded texts in columns of `room` each."""
    for row in zip_longest(*columns, fillvalue=[]):
        line: list[Styled] = []
        for k, cell in enumerate(row):
            blanks = " " * (room - sum(width_of(part) for part in cell))
            line += [*cell, blanks, between] if k < len(row) - 1 else cell
        yield line


def width_of(part: Styled) -> int:
    return width(text_of(part))


def text_of(part: Styled) -> str:
    return part if isinstance(part, str) else part[0]


def _cut(word: str, room: int) -> Iterator[str]:
    while width(word) > room:
        end = room
        while width(word[:end]) > room:
            end -= 1
        yield word[: max(end, 1)]
        word = word[max(end, 1) :]
    yield word


def _trim(line: list[Styled]) -> None:
    while line and text_of(line[-1]).isspace():
        line.pop()


def _joined(line: list[Styled]) -> list[Styled]:
    """Neighbours of one style as one part."""
    out: list[Styled] = []
    for part in line:
        style = part[1] if isinstance(part, tuple) else ""
        if out and (out[-1][1] if isinstance(out[-1], tuple) else "") == style:
            text = text_of(out[-1]) + text_of(part)
            out[-1] = (text, style) if style else text
        else:
            out.append(part)
    return out
