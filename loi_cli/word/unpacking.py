"""Packages that come from elsewhere, looked at before anything parses them: their parts, within limits."""

import io
import zipfile
import zlib

from loi_cli.i18n import _
from loi_cli.model.problems import LoiError

_ENTRIES = 1_000
_UNPACKED = 100 * 2**20
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
"""How an old .doc begins, and a .docx under a password."""


class UnreadableWord(LoiError):  # it is what went wrong, as BadInput is
    """A file that is no Office package, or one that is not opened: why, and what the sender can do."""


def unpacked(data: bytes) -> dict[str, bytes]:
    """All parts of a .docx or another Office package by their names. Raises UnreadableWord.

    Whatever the package says of the sizes of its parts, no more than the limit is read.
    """
    if data.startswith(_OLE):
        raise UnreadableWord(
            _("this is an old .doc, or a Word file under a password"),
            _("save it as .docx without a password, and send it again"),
        )
    parts: dict[str, bytes] = {}
    left = _UNPACKED
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = [entry for entry in package.infolist() if not entry.is_dir()]
            if len(entries) > _ENTRIES:
                raise _too_much()
            if len({entry.filename.casefold() for entry in entries}) < len(entries):
                raise UnreadableWord(_("the Word file holds two parts of one name"), _("save it anew in Word"))
            for entry in entries:
                with package.open(entry) as part:
                    parts[entry.filename] = content = part.read(left + 1)
                left -= len(content)
                if left < 0:
                    raise _too_much()
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise UnreadableWord(
            _("this is no Word file that can be read: {why}").format(why=error),
            _("open it in Word, save it as .docx, and send it again"),
        ) from None
    return parts


def is_foreign(name: str) -> bool:
    """Whether a part is a program, an embedded object or a file taken in whole."""
    low = name.casefold()
    return low.endswith("vbaproject.bin") or any(mark in low for mark in ("/embeddings/", "/activex/", "afchunk"))


def _too_much() -> UnreadableWord:
    return UnreadableWord(
        _("the Word file unpacks to more than is read here"), _("is it the right file? Save it anew in Word")
    )
