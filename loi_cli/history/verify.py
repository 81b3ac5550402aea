"""Every stored file checked against its hash; damage is named, never repaired."""

import re
from pathlib import Path

from loi_cli.history.canonical import canonical, parsed, sha256
from loi_cli.history.damage import Damage, Damaged
from loi_cli.history.encoding import text_hash
from loi_cli.history.store import Store, shown_path
from loi_cli.i18n import _

_NAMED = 8
"""So many digits of its hash, at least, stand in a record's name."""

_FILES_NAMED = re.compile(rb"^\s*(?:- )?(?:file-)?sha256: '?([0-9a-f]{64})'?$", re.MULTILINE)
"""How a record names bytes that are kept beside it."""


def verify(folder: Path) -> tuple[int, tuple[Damage, ...]]:
    """Check versions, kept bytes, records and their files below a dossier's folder: how many files, and all damage."""
    store = Store(folder / "versions")
    damage: list[Damage] = []
    named: set[str] = set()
    paths = store.paths()
    hashes = {p.stem for p in paths}
    for path in paths:
        damage += _version(store, path, hashes, named)
    kept = sorted((store.folder / "kept").glob("*.yaml"))
    for path in kept:
        if sha256(path.read_bytes()) != path.stem:
            damage.append(Damage(shown_path(path), _("the bytes do not have the hash in the file's name")))
    present = {p.stem for p in kept}
    damage += [
        Damage(f"versions/kept/{digest}.yaml", _("missing, though a version names it")) for digest in named - present
    ]
    records = sorted((folder / "records").glob("*.yaml"))
    for path in records:
        named_so = path.stem.rpartition("-")[2]
        if len(named_so) < _NAMED or not sha256(path.read_bytes()).startswith(named_so):
            damage.append(Damage(f"records/{path.name}", _("the bytes do not have the hash in the file's name")))
    files = sorted(p for p in (folder / "records" / "files").glob("*") if not p.name.startswith("."))
    damage += [
        Damage(f"records/files/{path.name}", _("the bytes do not have the hash in the file's name"))
        for path in files
        if sha256(path.read_bytes()) != path.stem
    ]
    there = {path.stem for path in files}
    for path in records:
        for digest in _FILES_NAMED.findall(path.read_bytes()):
            if digest.decode() not in there:
                shown = f"records/files/{digest.decode()}"
                damage.append(Damage(shown, _("missing, though {record} names it").format(record=path.name)))
    return len(paths) + len(kept) + len(records) + len(files), tuple(sorted(damage))


def _version(store: Store, path: Path, hashes: set[str], named: set[str]) -> list[Damage]:
    shown = shown_path(path)
    try:
        header = store.header(path)
        version = store.version(header)
        head, body = store.lines(path)
        if canonical(parsed(head)) != head or canonical(parsed(body)) != body:
            return [Damage(shown, _("not in canonical form"))]
    except Damaged as damaged:
        return [damaged.damage]
    except (ValueError, KeyError, TypeError, OSError, StopIteration) as error:
        return [Damage(shown, _("not a version: {error}").format(error=error))]
    named.update(m.sha256 for m in (*version.inputs, *version.decisions))
    out = [
        Damage(f"versions/{parent}.json", _("missing, though {child} has it as a parent").format(child=header.label))
        for parent in header.parents
        if parent not in hashes
    ]
    if text_hash(version.text) != header.text_hash:
        out.append(Damage(shown, _("the text does not have the hash that the header names")))
    return out
