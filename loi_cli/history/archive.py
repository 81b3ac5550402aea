"""A closed dossier in one file: a zip that says of everything in it which bytes it has, and the same bytes each time.

Entries are stored, not deflated, for the reason that Word packages are: a hash must not depend on a machine's zlib. It
ends with the hash of all that stands before, as the zip's comment: the seal, which covers what no entry's hash does,
such as the dates of entries.
"""

import hashlib
import io
import json
import lzma
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from loi_cli import __version__
from loi_cli.files.atomic import write_new
from loi_cli.history.canonical import sha256
from loi_cli.history.damage import Damage
from loi_cli.i18n import _
from loi_cli.model.versions import Header

CONTENTS = "CONTENTS.json"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_LARGEST = 4 * 2**30
_OUT = "out"
_SEAL = 64
"""Hexadecimal digits of the hash at the end."""
_CHUNK = 2**20
_UNREADABLE = (
    OSError, ValueError, EOFError, NotImplementedError, RuntimeError, zipfile.BadZipFile, zlib.error, lzma.LZMAError,
)  # fmt: skip
"""What reading a zip raises when its bytes were changed: one bit makes a stored entry a compressed one."""


def files_of(dossier: Path) -> dict[str, bytes]:
    """Everything that a dossier's folder holds, by path, without what can be made again and what programs hide."""
    found = {}
    for path in sorted(dossier.rglob("*")):
        parts = path.relative_to(dossier).parts
        again = parts[0] == _OUT or any(part.startswith(".") for part in parts)
        if not again and path.is_file() and not path.is_symlink():
            found["/".join(parts)] = path.read_bytes()
    return found


def archive_bytes(header: Header, files: Mapping[str, bytes]) -> bytes:
    """The archive of these files, with a list of their hashes as its first entry."""
    contents = {
        "schema": 1,
        "tool": f"loi {__version__}",
        "version": {"label": header.full_label, "hash": header.hash, "text_hash": header.text_hash},
        "files": [{"name": name, "bytes": len(data), "sha256": sha256(data)} for name, data in sorted(files.items())],
    }
    listed = (json.dumps(contents, ensure_ascii=False, indent=1) + "\n").encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, data in ((CONTENTS, listed), *sorted(files.items())):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
        archive.comment = b"0" * _SEAL
    before = out.getvalue()[:-_SEAL]
    return before + sha256(before).encode()


def damage_in(path: Path) -> tuple[int, tuple[Damage, ...]]:
    """An archive against its own list: how many files it names, and all that is missing, changed or extra. What is no
    archive at all is damage too."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            if sum(entry.file_size for entry in entries) > _LARGEST:
                return 0, (Damage(path.name, _("it says to be larger than any dossier")),)
            names = [entry.filename for entry in entries]
            named = {one["name"]: one["sha256"] for one in json.loads(archive.read(CONTENTS))["files"]}
            damage = [Damage(name, _("missing, though the list names it")) for name in named if name not in names]
            damage += [Damage(n, _("it is there twice")) for n in sorted({n for n in names if names.count(n) > 1})]
            for entry in entries:
                name = entry.filename
                if name == CONTENTS:
                    continue
                if name not in named:
                    damage.append(Damage(name, _("extra: the list does not name it")))
                elif _hash(archive, entry) != named[name]:
                    damage.append(Damage(name, _("changed: it does not have the hash that the list names")))
        if not damage and not _is_sealed(path):
            damage.append(Damage(path.name, _("changed beside its files: it does not have the hash that it ends with")))
    except (*_UNREADABLE, KeyError, TypeError):
        return 0, (Damage(path.name, _("not an archive that can be read")),)
    return len(named), tuple(sorted(damage))


def _is_sealed(path: Path) -> bool:
    """Whether the file ends with the hash of all that stands before. Read in pieces, for scans are large."""
    left, seen = path.stat().st_size - _SEAL, hashlib.sha256()
    with path.open("rb") as file:
        while left > 0 and (chunk := file.read(min(left, _CHUNK))):
            seen.update(chunk)
            left -= len(chunk)
        return file.read() == seen.hexdigest().encode()


def _hash(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> str:
    try:
        return sha256(archive.read(entry))
    except _UNREADABLE:
        return ""


def unpack(archive: Path, folder: Path) -> None:
    """What an archive without damage holds, below an empty folder."""
    with zipfile.ZipFile(archive) as opened:
        for entry in opened.infolist():
            target = folder / entry.filename
            if not target.resolve().is_relative_to(folder.resolve()):
                raise ValueError(entry.filename)
            target.parent.mkdir(parents=True, exist_ok=True)
            write_new(target, opened.read(entry))
