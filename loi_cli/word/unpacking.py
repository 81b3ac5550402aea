"""A package from outside looked at before any parser: a sane zip, within limits, each part unpacked when asked for.

The limits are those of trust.md: the entries, what they unpack to, none that overlap. Sizes that the zip only claims
are not believed: what unpacks to more than was claimed is cut off by `zipfile`, whose check sum then fails.
"""

import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from loi_cli.i18n import _
from loi_cli.model.problems import LoiError

MOST_BYTES = 50 * 2**20
MOST_ENTRIES = 1_000
MOST_UNPACKED = 100 * 2**20
MOST_OF_A_PART = 32 * 2**20

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CENTRAL = b"PK\x01\x02"
_LOCAL_HEADER = 30
_ACTIVE = ("vbaproject.bin", "vbadata.xml", "/activex/", "/embeddings/", "oleobject", "afchunk")


class UnfitFile(LoiError):
    """A file that is no Word file, or one that is not read; the message says why, the hint what to do."""


@dataclass(frozen=True, slots=True)
class Package:
    """The entries of a file by name, each unpacked when it is asked for. Budgets of size hold over all of them."""

    archive: zipfile.ZipFile
    names: Mapping[str, str]

    def holds(self, name: str) -> bool:
        return name.lower() in self.names

    def bytes_of(self, name: str) -> bytes:
        """One entry. Raises UnfitFile when it cannot be unpacked, or is too large for a part that is read."""
        info = self.archive.getinfo(self.names[name.lower()])
        if info.file_size > MOST_OF_A_PART:
            raise UnfitFile(_("its part {name} is too large").format(name=name), anew())
        try:
            return self.archive.read(info)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
            raise UnfitFile(_("its part {name} is damaged: {why}").format(name=name, why=error), ask_again()) from None


def is_active(name: str) -> bool:
    """Whether a part is a program, an embedded object, or a file that is taken in whole."""
    return any(mark in f"/{name.lower()}" for mark in _ACTIVE)


def declares_entities(part: bytes) -> bool:
    """Whether a part has a document type or entities: parsers disagree on what they mean, and words get lost."""
    plain = part.replace(b"\0", b"").upper()  # UTF-16 has a zero beside each of these letters
    return b"<!DOCTYPE" in plain or b"<!ENTITY" in plain


def unpack(data: bytes) -> Package:
    """Look at a file from outside. Raises UnfitFile for whatever is no sound package of Word, Excel or PowerPoint."""
    _must_be_a_zip(data)
    if data.count(_CENTRAL) > 5 * MOST_ENTRIES:  # before zipfile makes an object of each
        raise UnfitFile(_("it has far too many entries for a Word file"), anew())
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except (
        zipfile.BadZipFile,
        ValueError,
        OverflowError,
        NotImplementedError,
        RuntimeError,
        UnicodeDecodeError,
    ) as error:
        raise UnfitFile(_("it is cut off or damaged: {why}").format(why=error), ask_again()) from None
    if len(entries) > MOST_ENTRIES:
        raise UnfitFile(
            _("it has {count} entries; {most} is the most").format(count=len(entries), most=MOST_ENTRIES), anew()
        )
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise UnfitFile(
            _("it unpacks to more than {most} MB").format(most=MOST_UNPACKED // 2**20),
            _("take large pictures out of it, and save it anew"),
        )
    _must_lie_apart(entries, data, archive.start_dir)
    return Package(archive, _names(entries))


def _must_be_a_zip(data: bytes) -> None:
    if len(data) > MOST_BYTES:
        raise UnfitFile(
            _("it is larger than {most} MB").format(most=MOST_BYTES // 2**20),
            _("take large pictures out of it, and save it anew"),
        )
    if not data:
        raise UnfitFile(_("it is empty"), ask_again())
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise UnfitFile(
                _("it is protected by a password"), _("open it in Word with the password, and save it without one")
            )
        raise UnfitFile(
            _("it is in Word's old format (.doc)"), _("open it in Word or LibreOffice, and save it as .docx")
        )
    if data.startswith(b"%PDF"):
        raise UnfitFile(_("it is a PDF"), _("ask for the Word file; changes in a PDF cannot be told from the text"))
    if data.startswith(b"{\\rtf"):
        raise UnfitFile(_("it is in Rich Text Format"), _("open it in Word or LibreOffice, and save it as .docx"))
    if not data.startswith(b"PK"):
        raise UnfitFile(_("it is no Word file"), ask_again())


def _must_lie_apart(entries: list[zipfile.ZipInfo], data: bytes, directory: int) -> None:
    """No two entries share a byte: that is how a small file unpacks to a huge one."""
    taken = 0
    for entry in sorted(entries, key=lambda e: e.header_offset):
        start = entry.header_offset
        header = data[start : start + _LOCAL_HEADER]
        if start < taken or len(header) < _LOCAL_HEADER or not header.startswith(b"PK\x03\x04"):
            raise UnfitFile(_("its entries overlap, or do not begin where it says"), anew())
        names = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
        taken = start + _LOCAL_HEADER + names + entry.compress_size
        if taken > directory:
            raise UnfitFile(_("its entries overlap, or do not begin where it says"), anew())


def _names(entries: list[zipfile.ZipInfo]) -> Mapping[str, str]:
    """The real name of each entry by its name in small letters, as Word finds parts."""
    names: dict[str, str] = {}
    for entry in entries:
        name = entry.filename
        if not name:  # cut off at a zero, as zipfile reads it; its own is_dir breaks down there
            raise UnfitFile(_("it is cut off or damaged: {why}").format(why=_("an entry without a name")), ask_again())
        if entry.is_dir():
            continue
        if entry.flag_bits & 0x1:
            raise UnfitFile(
                _("its entries are protected by a password"), _("ask for it without one, and unpack it if it is a .zip")
            )
        if name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/"):
            raise UnfitFile(_("its entry {name} lies outside of it").format(name=name), anew())
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise UnfitFile(_("its entry {name} is packed in a strange way").format(name=name), anew())
        low = name.lower()
        if low in names:
            raise UnfitFile(_("it has two entries named {name}").format(name=name), anew())
        names[low] = name
    return names


def anew() -> str:
    """What to do about a file that some program made in a strange way."""
    return _("ask who sent it what made the file; Word's “Save as” often writes it anew in order")


def ask_again() -> str:
    """What to do about a file that did not come whole."""
    return _("ask for it once more; it may have been cut off on its way")
