"""The bytes of a file that a person names on the command line."""

import sys
from pathlib import Path

from loi_cli.i18n import _
from loi_cli.model.problems import LoiError
from loi_cli.word.unpacking import MOST_BYTES


def given_bytes(file: Path) -> bytes:
    """A file's bytes; `-` is standard input. Raises LoiError for one that cannot be read or is too large to be read."""
    if str(file) == "-":
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    try:
        if file.is_file() and file.stat().st_size > MOST_BYTES:
            raise LoiError(
                _("{file} is larger than {most} MB").format(file=file, most=MOST_BYTES // 2**20),
                _("take large pictures out of it, and save it anew"),
            )
        return file.read_bytes()
    except OSError as error:
        raise LoiError(
            _("{file} cannot be read: {reason}").format(file=file, reason=error.strerror or error),
            _("look at its name, and whether another program holds it open"),
        ) from None
