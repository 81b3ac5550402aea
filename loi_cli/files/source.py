"""A file as it was read: its very bytes, their hash, and the text they hold."""

import codecs
import hashlib
import os
import re
import stat
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from loi_cli.files.characters import escaped, forbidden, holds_forbidden, named, why_forbidden
from loi_cli.files.codes import Code
from loi_cli.files.encodings import likely_encoding
from loi_cli.i18n import _
from loi_cli.model.problems import BadInput, Place, Problem

LIMIT = 1 << 20
"""A file is 1 MiB at most."""

LINE_BREAK = re.compile(r"\r\n|\n|\r")


@lru_cache(maxsize=1)
def _lines(text: str) -> tuple[str, ...]:
    """Kept for the next problem of the same file, which asks for them again."""
    return tuple(LINE_BREAK.split(text))


class Source(NamedTuple):
    """A file's content. `path` is how people see it named; `text` has no byte order mark."""

    path: str
    data: bytes
    text: str
    sha256: str

    def __repr__(self) -> str:
        return f"Source({self.path!r}, sha256={self.sha256!r})"

    @property
    def lines(self) -> tuple[str, ...]:
        """The text's lines without their ends, as YAML counts them."""
        return _lines(self.text)

    def line(self, number: int) -> str:
        """Line `number` from 1, safe to show; empty when there is no such line."""
        return escaped(self.lines[number - 1]) if 0 < number <= len(self.lines) else ""

    @classmethod
    def read(cls, path: Path, shown: str = "") -> "Source":
        """Read a file; `shown` is its path for people.

        Raises BadInput when it is missing, unreadable, no regular file, larger than 1 MiB, not UTF-8, or holds
        characters that no text may hold.
        """
        shown = shown or str(path)
        return cls.from_bytes(shown, _bytes(path, shown))

    @classmethod
    def from_bytes(cls, shown: str, data: bytes) -> "Source":
        """A source from bytes at hand, under the same rules as a file. Raises BadInput."""
        if len(data) > LIMIT:
            raise BadInput([_too_large(shown, len(data))])
        try:
            content = data.removeprefix(codecs.BOM_UTF8)
            text = content.decode("utf-8")
        except UnicodeDecodeError as error:
            raise BadInput([_not_utf8(shown, data, error)]) from None
        source = cls(shown, data, text, hashlib.sha256(data).hexdigest())
        if holds_forbidden(content):
            # Half of the bytes of UTF-16 without a mark are NUL, which is valid UTF-8: say the cause, not each NUL.
            if text.count("\0") * 3 >= len(text):
                raise BadInput([_other_encoding(data, Place(shown, 1, 1))])
            raise BadInput(_forbidden(source))
        return source


def _bytes(path: Path, shown: str) -> bytes:
    try:
        mode = path.lstat().st_mode
        if not stat.S_ISREG(mode):
            raise BadInput([_not_a_file(shown, mode)])
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size > LIMIT:
                raise BadInput([_too_large(shown, size)])
            return file.read(LIMIT + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        missing = isinstance(error, FileNotFoundError)
        raise BadInput([
            Problem(
                code=Code.UNREADABLE.value,
                message=_("there is no such file") if missing else _("cannot be read: {reason}").format(reason=reason),
                place=Place(shown),
                help=_("look whether the name is right") if missing else _("look whether you may read it, and whether "
                     "another program holds it open"),
            )
        ]) from None  # fmt: skip


def _not_a_file(shown: str, mode: int) -> Problem:
    if stat.S_ISLNK(mode):
        message = _("is a symbolic link; links are not followed")
    elif stat.S_ISDIR(mode):
        message = _("is a folder, not a file")
    else:
        message = _("is not a regular file")
    return Problem(code=Code.NOT_A_FILE.value, message=message, place=Place(shown), help=_("put the file itself there"))


def _too_large(shown: str, size: int) -> Problem:
    return Problem(
        code=Code.TOO_LARGE.value,
        message=_("has {size} bytes; 1 MiB ({limit} bytes) is the most").format(size=size, limit=LIMIT),
        place=Place(shown),
        help=_("is it the right file? A text that long belongs into several inputs"),
    )


def _not_utf8(shown: str, data: bytes, error: UnicodeDecodeError) -> Problem:
    # The decoder's offsets count from after the byte order mark.
    before = data.removeprefix(codecs.BOM_UTF8)[: error.start].decode("utf-8", "replace")
    lines = LINE_BREAK.split(before)
    return _other_encoding(data, Place(shown, len(lines), len(lines[-1]) + 1))


def _other_encoding(data: bytes, place: Place) -> Problem:
    return Problem(
        code=Code.ENCODING.value,
        message=_("is not UTF-8; it looks like {encoding}").format(encoding=likely_encoding(data)),
        place=place,
        help=_("open it in the editor it was written with and save it again with the encoding UTF-8"),
    )


def _forbidden(source: Source) -> list[Problem]:
    found = []
    ends = [match.end() for match in LINE_BREAK.finditer(source.text)]
    line = 0
    for offset, character in forbidden(source.text):
        while line < len(ends) and ends[line] <= offset:
            line += 1
        start = ends[line - 1] if line else 0
        found.append(
            Problem(
                code=Code.CHARACTER.value,
                message=_("holds {character}: {why}").format(character=named(character), why=why_forbidden(character)),
                place=Place(source.path, line + 1, offset - start + 1),
                help=_("delete it; it often comes along when words are copied from a web page or a chat"),
                source=source.line(line + 1),
            )
        )
    return found
