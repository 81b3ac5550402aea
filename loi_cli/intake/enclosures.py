"""What a sender's file holds: a mail its attachments, a zip its files, any other file itself.

Nothing is unpacked onto the disk; names in a mail or a zip are only shown. An archive within a mail within an
archive is opened too, down to a few levels and up to a limit.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path, PurePosixPath, PureWindowsPath

from loi_cli.i18n import _
from loi_cli.intake.mails import Attachment, Mail, mail_of
from loi_cli.model.problems import BadInput, Place, Problem

NOTHING_SENT = "F312"
NOT_OPENED = "F317"

_DEEPEST = 4
_ENTRIES = 1_000
_UNPACKED = 100 * 2**20
_LITTER = ("thumbs.db", "desktop.ini")
_MAIL = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){2}")
_MAIL_HEADS = re.compile(rb"^(?:From|To|Subject|Date|MIME-Version|Received):", re.MULTILINE | re.IGNORECASE)


class Sort(StrEnum):
    """What a file is: by its name, and where that says nothing by how it begins. What other programs write in place of
    .docx counts as Word's, whose reading says how to save it anew."""

    YAML = "yaml"
    WORD = "docx"
    MAIL = "eml"
    ZIP = "zip"
    OTHER = ""


_BY_SUFFIX = {".yaml": Sort.YAML, ".yml": Sort.YAML, ".eml": Sort.MAIL, ".zip": Sort.ZIP} | dict.fromkeys(
    (".docx", ".docm", ".doc", ".odt", ".rtf"), Sort.WORD
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A file as it came: how people call it, and where it lies, or its bytes (standard input, an attachment).

    `mail` is the one that it came with.
    """

    shown: str
    path: Path | None = None
    data: bytes | None = None
    mail: Mail | None = None

    @property
    def name(self) -> str:
        """The file's own name."""
        return PurePosixPath(self.shown.rpartition(" › ")[2].replace("\\", "/")).name

    @property
    def sort(self) -> Sort:
        known = _BY_SUFFIX.get(PurePosixPath(self.name).suffix.lower())
        if known is not None:
            return known
        return sort_of(self.data) if self.data is not None and "." not in self.name.strip("<>") else Sort.OTHER


def sort_of(data: bytes) -> Sort:
    """What bytes without a name are."""
    if data.startswith(b"PK\x03\x04"):
        return Sort.WORD if b"word/document.xml" in data else Sort.ZIP
    if _MAIL.match(data.replace(b"\r\n", b"\n")) and len(set(_MAIL_HEADS.findall(data[:65536]))) > 1:
        return Sort.MAIL
    return Sort.YAML


def enclosures(sent: Sent, depth: int = 0) -> Iterator[Sent]:
    """The files that are inputs by themselves. Raises BadInput for a mail or a zip that holds none or is not opened."""
    if sent.sort not in (Sort.MAIL, Sort.ZIP):
        yield sent
        return
    if depth == _DEEPEST:
        raise _not_opened(sent, _("mails and archives within each other, more than {n} deep").format(n=_DEEPEST))
    data = sent.data if sent.data is not None else _read(sent)
    for one in (_of_mail if sent.sort is Sort.MAIL else _of_archive)(sent, data):
        yield from enclosures(one, depth + 1)


def _of_mail(sent: Sent, data: bytes) -> tuple[Sent, ...]:
    mail, attached = mail_of(data)
    found = tuple(_attached(sent, mail, one) for one in attached)
    if not found:
        help = _('put what it says into an input: `loi propose CLAUSE --unit UNIT … --source "{mail}"`')
        raise _nothing_sent(sent, _("this mail has no attachment"), help.format(mail=mail.said))
    return found


def _attached(sent: Sent, mail: Mail, one: Attachment) -> Sent:
    if one.data is None:
        raise _not_opened(sent, _("attachment {n} cannot be decoded").format(n=one.number))
    return Sent(shown=f"{sent.shown} › {one.name}", data=one.data, mail=mail)


def _of_archive(sent: Sent, data: bytes) -> tuple[Sent, ...]:
    found = tuple(_members(sent, data))
    if not found:
        raise _nothing_sent(sent, _("this archive holds no file"), _("name another one"))
    return found


def is_litter(name: str) -> bool:
    """Whether programs leave files of this name behind."""
    return name.startswith((".", "~")) or name.lower() in _LITTER


def _read(sent: Sent) -> bytes:
    assert sent.path is not None
    try:
        with sent.path.open("rb") as file:
            data = file.read(_UNPACKED + 1)
    except OSError as error:
        raise _not_opened(sent, error.strerror or str(error)) from None
    if len(data) > _UNPACKED:
        raise _not_opened(sent, _("it is larger than {n} MB").format(n=_UNPACKED >> 20))
    return data


def _members(sent: Sent, data: bytes) -> Iterator[Sent]:
    """The files of an archive, read within the limits, whatever its own directory says of their sizes."""
    left = _UNPACKED
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [e for e in archive.infolist() if not e.filename.endswith("/") and not _left_behind(e.filename)]
            if len(entries) > _ENTRIES:
                raise _not_opened(sent, _("it holds more than {n} files").format(n=_ENTRIES))
            if len({e.filename for e in entries}) < len(entries):
                raise _not_opened(sent, _("it holds two files of one name"))
            for entry in entries:
                if _leads_out(entry.filename):
                    raise _not_opened(sent, _("the path {file} leads out of the archive").format(file=entry.filename))
                if entry.flag_bits & 1:
                    raise _not_opened(sent, _("{file} is under a password").format(file=entry.filename))
                with archive.open(entry) as file:
                    content = file.read(left + 1)
                left -= len(content)
                if left < 0:
                    raise _not_opened(sent, _("it unpacks to more than {n} MB").format(n=_UNPACKED >> 20))
                yield replace(sent, shown=f"{sent.shown} › {entry.filename}", path=None, data=content)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise _not_opened(sent, _("it is damaged: {why}").format(why=error)) from None


def _left_behind(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return "__MACOSX" in parts or is_litter(parts[-1] if parts else "")


def _leads_out(name: str) -> bool:
    """Whether an archive means a file elsewhere. Nothing of it would be written there, but no honest archive does."""
    return any(path.is_absolute() or bool(path.drive) or ".." in path.parts
               for path in (PurePosixPath(name), PureWindowsPath(name)))  # fmt: skip


def _nothing_sent(sent: Sent, message: str, help: str) -> BadInput:
    return BadInput([Problem(code=NOTHING_SENT, message=message, place=Place(sent.shown), help=help)])


def _not_opened(sent: Sent, why: str) -> BadInput:
    return BadInput([
        Problem(
            code=NOT_OPENED,
            message=_("this cannot be opened: {why}").format(why=why),
            place=Place(sent.shown),
            help=_("ask for the files themselves, or put them into a folder and collect that"),
        )
    ])  # fmt: skip
