"""Words laid out for the width of the terminal: folded between words, with a hanging indent, or in two columns."""

import re
import shutil
from collections.abc import Iterable, Iterator, Sequence

from loi_cli.cli.console import Styled, width

WIDE = 120
"""From so many columns on, two texts fit side by side."""

_BREAKS = re.compile(r"[\t\r\n]")
_WORDS = re.compile(r"\s+|\S+")


def columns() -> int:
    """The terminal's width; COLUMNS overrules it, 80 where nobody looks."""
    return max(shutil.get_terminal_size((80, 24)).columns, 20)


def folded(parts: Iterable[Styled], room: int) -> list[list[Styled]]:
    """Lines of at most `room` columns, broken between words; a word that is longer than a line is cut."""
    lines: list[list[Styled]] = [[]]
    used = 0
    for part in parts:
        text, style = (part, "") if isinstance(part, str) else part
        for piece in _WORDS.findall(text):
            if piece.isspace():
                piece = _BREAKS.sub(" ", piece)
            for bit in _cut(piece, room):
                if used + width(bit) > room:
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


def beside(left: Iterable[Styled], right: Iterable[Styled], room: int) -> Iterator[list[Styled]]:
    """Two texts in two columns of `room` columns each."""
    a, b = folded(left, room), folded(right, room)
    for k in range(max(len(a), len(b))):
        one = a[k] if k < len(a) else []
        two = b[k] if k < len(b) else []
        gap = room - sum(width_of(part) for part in one)
        yield [*one, " " * gap, (" │ ", "muted"), *two]


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
