"""Every stored file checked against its hash; damage is named, never repaired."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from loi_cli.history.canonical import canonical, parsed, sha256
from loi_cli.history.damage import Damage, Damaged
from loi_cli.history.encoding import text_hash
from loi_cli.history.store import Store, shown_path
from loi_cli.i18n import _
from loi_cli.model.versions import Header, Merged, Version

_NAMED = 8
"""So many digits of its hash, at least, stand in a record's name."""

_WHOLE = 64
"""The digits of a whole hash."""

_FILES_NAMED = re.compile(rb"^\s*(?:- )?(?:file-)?sha256: '?([0-9a-f]{64})'?$", re.MULTILINE)
"""How a record names bytes that are kept beside it."""

_VERSION_NAMED = re.compile(rb"^(?:version|base): '?(?:v([0-9]+)-?)?([0-9a-f]{6,64})?'?$", re.MULTILINE)
_TEXT_NAMED = re.compile(rb"^text: '?([0-9a-f]{64})'?$", re.MULTILINE)
_UNDONE = re.compile(rb"^undoes: '?([0-9a-z-]+)'?$", re.MULTILINE)
"""How a record names a version, a text, another record."""


def verify(folder: Path) -> tuple[int, tuple[Damage, ...]]:
    """Check versions, kept bytes, records and their files below a dossier's folder: how many files, and all damage.

    What is gone is damage where anything names it: a version that its child, a tag, a letter or an agreement names, a
    record that a version applied. Of what nothing names only git knows that it was there.
    """
    store = Store(folder / "versions")
    damage: list[Damage] = []
    applied: set[Merged] = set()
    merged: set[str] = set()
    paths = store.paths()
    there: list[Header] = []
    for path in paths:
        found = _version(store, path)
        if isinstance(found, Damage):
            damage.append(found)
            continue
        there.append(found.header)
        applied.update(found.decisions)
        merged.update(m.sha256 for m in (*found.inputs, *found.decisions))
        if text_hash(found.text) != found.header.text_hash:
            message = _("the text does not have the hash that the header names")
            damage.append(Damage(shown_path(path), message))
    damage += _parents_gone(there, {path.stem for path in paths})
    kept = sorted((store.folder / "kept").glob("*.yaml"))
    damage += [_misnamed(shown_path(path)) for path in kept if sha256(path.read_bytes()) != path.stem]
    damage += [
        Damage(f"versions/kept/{digest}.yaml", _("missing, though a version names it"))
        for digest in merged - {path.stem for path in kept}
    ]
    records = {path.stem: path.read_bytes() for path in sorted((folder / "records").glob("*.yaml"))}
    for name, data in records.items():
        named_so = name.rpartition("-")[2]
        if len(named_so) < _NAMED or not sha256(data).startswith(named_so):
            damage.append(_misnamed(f"records/{name}.yaml"))
    damage += [
        Damage(f"records/{name}.yaml", _("missing, though a version applied it; versions/kept/{digest}.yaml has its "
               "bytes").format(digest=digest))
        for name, digest in applied if name not in records
    ]  # fmt: skip
    files = sorted(p for p in (folder / "records" / "files").glob("*") if not p.name.startswith("."))
    damage += [_misnamed(f"records/files/{path.name}") for path in files if sha256(path.read_bytes()) != path.stem]
    stems = {path.stem for path in files}
    for name, data in records.items():
        gone = [f"records/files/{digest}" for digest in _names(_FILES_NAMED, data) if digest not in stems]
        gone += [f"records/{other}.yaml" for other in _names(_UNDONE, data) if other not in records]
        if len(there) == len(paths):  # else it may be the one that is there and cannot be read
            gone += _versions_gone(data, there)
        damage += [
            Damage(shown, _("missing, though {record} names it").format(record=f"{name}.yaml")) for shown in gone
        ]
    return len(paths) + len(kept) + len(records) + len(files), tuple(sorted(damage))


def _misnamed(shown: str) -> Damage:
    return Damage(shown, _("the bytes do not have the hash in the file's name"))


def _parents_gone(headers: Iterable[Header], hashes: Collection[str]) -> Iterator[Damage]:
    for header in headers:
        for parent in header.parents:
            if parent not in hashes:
                message = _("missing, though {child} has it as a parent").format(child=header.label)
                yield Damage(f"versions/{parent}.json", message)


def _names(pattern: re.Pattern[bytes], data: bytes) -> list[str]:
    return [name.decode() for name in pattern.findall(data)]


def _versions_gone(data: bytes, headers: Sequence[Header]) -> list[str]:
    """The versions that a record names, by number, hash or text, and that are not there; as far as it names them."""
    gone = []
    for number, digits in _VERSION_NAMED.findall(data):
        if not any(h.hash.startswith(digits.decode()) and (not number or h.number == int(number)) for h in headers):
            known = digits.decode() or f"v{number.decode()}"
            gone.append(f"versions/{known}{'' if len(known) == _WHOLE else '…'}.json")
    if not gone and (texts := _names(_TEXT_NAMED, data)) and not any(h.text_hash == texts[0] for h in headers):
        gone.append(_("a version with the text {hash}").format(hash=texts[0][:8]))
    return gone


def _version(store: Store, path: Path) -> Version | Damage:
    """What a version's file holds, in every detail as it is written; or what is wrong with the file."""
    shown = shown_path(path)
    try:
        header = store.header(path)
        version = store.version(header)
        head, body = store.lines(path)
        if canonical(parsed(head)) != head or canonical(parsed(body)) != body:
            return Damage(shown, _("not in canonical form"))
    except Damaged as damaged:
        return damaged.damage
    except (ValueError, KeyError, TypeError, OSError, StopIteration) as error:
        return Damage(shown, _("not a version: {error}").format(error=error))
    return version
