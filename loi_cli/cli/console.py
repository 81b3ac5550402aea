"""The one door to the terminal. Words from files are data: shown as they are, never as markup or control codes."""

import os
import re
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TextIO

from loi_cli.cli.links import Link, follows_links
from loi_cli.files.characters import escaped

STYLES = {
    "added": "\x1b[32m",
    "removed": "\x1b[31m",
    "strong": "\x1b[1m",
    "muted": "\x1b[2m",
    "warning": "\x1b[33m",
    "error": "\x1b[31;1m",
    "name": "\x1b[36m",
    "found": "\x1b[1;33m",
}
_PLAIN = "\x1b[0m"

Styled = str | tuple[str, str | Link]
"""Words, or words with the name of a style or a link."""


class Console(NamedTuple):
    """Reports go to `out`, messages to `err`; `color` and `err_color` say whether styles show there, `room` and
    `err_room` how many columns a line may have, None where nobody looks, `links` and `err_links` whether they lead
    anywhere. `quiet` silences messages."""

    out: TextIO
    err: TextIO
    color: bool
    err_color: bool
    quiet: bool
    room: int | None = None
    err_room: int | None = None
    links: bool = False
    err_links: bool = False

    def report(self, *parts: Styled) -> None:
        """One line of what was asked for."""
        _show(parts, Eyes(self.color, self.links), self.room, self.out)

    def note(self, *parts: Styled) -> None:
        """One line about it: what was written, what to do next."""
        if not self.quiet:
            self.warn(*parts)

    def warn(self, *parts: Styled) -> None:
        """One line that is said even when quiet."""
        self.out.flush()  # so that a file or a pipe that takes both has them in order
        _show(parts, Eyes(self.err_color, self.err_links), self.err_room, self.err)

    def reporting(self) -> "Console":
        """The same console where warnings are what was asked for: they go to `out`."""
        return self._replace(err=self.out, err_color=self.color, err_room=self.room, err_links=self.links)

    def json(self, value: object) -> None:
        """The whole report as JSON."""
        import json

        print(json.dumps(value, ensure_ascii=False, indent=2), file=self.out)

    def table(self, rows: Sequence[Sequence[Styled]], indent: str = "") -> None:
        """Rows with aligned columns; the last column is left as long as it is, every cell is one line."""
        rows = [[_folded(cell) for cell in row] for row in rows]
        if self.room is not None:
            from loi_cli.cli.layout import fitted

            for line in fitted(rows, indent, self.room):
                self.report(*line)
            return
        widths = [max((width(_text(row[k])) for row in rows if len(row) > k + 1), default=0) for k in range(20)]
        for row in rows:
            parts: list[Styled] = [indent]
            for k, cell in enumerate(row):
                parts.append(cell)
                if k < len(row) - 1:
                    parts.append(" " * (widths[k] - width(_text(cell)) + 2))
            self.report(*parts)


def console(color: bool = False, quiet: bool = False) -> Console:
    """The terminal; colours show on those of its two streams that a person looks at."""
    seen, err_seen = sys.stdout.isatty(), sys.stderr.isatty()
    anybody = seen or err_seen
    room = _columns() if anybody else None
    links = anybody and follows_links(os.environ)
    return Console(
        sys.stdout, sys.stderr, color and seen, color and err_seen, quiet, room if seen else None,
        room if err_seen else None, links and seen, links and err_seen,
    )  # fmt: skip


def _columns() -> int:
    """The width of the terminal; narrower than 20 columns no line is laid out."""
    import shutil

    return max(shutil.get_terminal_size().columns, 20)


def width(text: str) -> int:
    """Columns on a terminal: wide letters take two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


class Eyes(NamedTuple):
    """What whoever looks at a stream gets to see beside the words."""

    color: bool
    links: bool


def _show(parts: Sequence[Styled], eyes: Eyes, room: int | None, file: TextIO) -> None:
    """A line; one that is wider than the terminal goes on under its own beginning, and no word of it is cut."""
    if room is None or sum(width(_text(part)) for part in parts) <= room:
        print(_line(parts, eyes), file=file)
        return
    from loi_cli.cli.layout import continued

    for line in continued(parts, room):
        print(_line(line, eyes), file=file)


def _line(parts: Iterable[Styled], eyes: Eyes) -> str:
    line = "".join(_painted(part, eyes) for part in parts)
    return line if eyes.color else line.rstrip()


def _painted(part: Styled, eyes: Eyes) -> str:
    text = escaped(_text(part)).replace("\r", "\\r")
    if isinstance(part, str) or not text:
        return text
    style, uri = part[1] if isinstance(part[1], Link) else (part[1], "")
    if eyes.color and style:
        text = f"{STYLES[style]}{text}{_PLAIN}"
    return f"\x1b]8;;{uri}\x1b\\{text}\x1b]8;;\x1b\\" if eyes.links and uri else text


def filled(message: str, **parts: Styled) -> tuple[Styled, ...]:
    """A message whose places are filled with styled words: `wrote {file}` with a link for the file."""
    return tuple(
        parts[piece[1:-1]] if piece[:1] == "{" and piece[1:-1] in parts else piece
        for piece in re.split(r"(\{\w+\})", message)
        if piece
    )


def _folded(cell: Styled) -> Styled:
    text = _text(cell)
    if "\n" not in text:
        return cell
    text = " ".join(text.split())
    return text if isinstance(cell, str) else (text, cell[1])


def _text(part: Styled) -> str:
    return part if isinstance(part, str) else part[0]
