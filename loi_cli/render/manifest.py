"""A manifest: which documents were made of a text, byte for byte, of which templates, by which loi.

It is the same wherever the same documents are made: no time, no name of a machine, no path. It ends with the hash of
all else that it says, so that what no document's hash covers cannot change unseen either.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from loi_cli import __version__
from loi_cli.files.packed import templates_folder
from loi_cli.history.canonical import sha256
from loi_cli.history.damage import Damage
from loi_cli.i18n import _
from loi_cli.model.problems import LoiError
from loi_cli.model.versions import Header

NAME = "manifest"
"""What the names of all manifests begin with."""

_SEAL = "seal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """`documents` are hashes by file name; `text` is the hash of the words that they hold; `whole`: it is as it was
    written."""

    original_of: str
    version: str
    text: str
    documents: Mapping[str, str]
    whole: bool


def manifest_bytes(
    header: Header, original_of: str, languages: Sequence[str], documents: Mapping[str, bytes], own: Iterable[Path]
) -> bytes:
    """The file; `own` are the folders of templates that come before loi's."""
    value = {
        "schema": 1,
        "tool": f"loi {__version__}",
        "original_of": original_of,
        "languages": list(languages),
        "version": {"label": header.full_label, "hash": header.hash, "text_hash": header.text_hash},
        "documents": [
            {"name": name, "bytes": len(data), "sha256": sha256(data)} for name, data in sorted(documents.items())
        ],
        "templates": _templates(own),
    }
    return _sealed(value)


def _sealed(value: Mapping[str, Any]) -> bytes:
    """The file of these entries, with the hash of the file that it would be without that hash."""
    return _written({**value, _SEAL: sha256(_written(value))})


def _written(value: Mapping[str, Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _templates(own: Iterable[Path]) -> dict[str, str]:
    """The hash of each template in use: an office's own in place of loi's."""
    found: dict[str, Path] = {}
    for folder in (templates_folder(), *reversed([*own])):
        found |= {
            path.relative_to(folder).as_posix(): path
            for path in folder.rglob("*")
            if path.is_file() and _is_template(path)
        }
    return {name: sha256(path.read_bytes()) for name, path in sorted(found.items())}


def _is_template(path: Path) -> bool:
    """Not the page about them, and not what Jinja compiled of them, which comes and goes."""
    return not path.name.startswith(".") and path.suffix != ".md" and "__pycache__" not in path.parts


def manifest_in(path: Path) -> Manifest:
    """The manifest that a file holds. Raises LoiError for a file that is none."""
    try:
        data = path.read_bytes()
        value = json.loads(data)
        documents = {str(one["name"]): str(one["sha256"]) for one in value["documents"]}
        if any(name != Path(name).name or "\\" in name for name in documents):
            raise ValueError("a document's name is no path")
        return Manifest(
            original_of=str(value["original_of"]),
            version=str(value["version"]["label"]),
            text=str(value["version"]["text_hash"]),
            documents=documents,
            whole=data == _sealed({key: entry for key, entry in value.items() if key != _SEAL}),
        )
    except OSError as error:
        raise LoiError(_("{file} cannot be read: {reason}").format(file=path, reason=error.strerror or error)) from None
    except (ValueError, KeyError, TypeError, RecursionError):
        raise LoiError(
            _("{file} is no manifest").format(file=path),
            _("`loi render loi --final` writes one beside the documents that it makes"),
        ) from None


def manifests_in(folder: Path) -> tuple[Path, ...]:
    """The manifests that lie in a folder."""
    return tuple(sorted(folder.glob(f"{NAME}-*.json"))) if folder.is_dir() else ()


def held_against(folder: Path, manifests: Sequence[Path]) -> tuple[int, tuple[Damage, ...]]:
    """A folder of documents against its manifests: how many documents they name, and all that is missing, changed, or
    there though none of them names it. Raises LoiError for a bad manifest."""
    read = {path.name: manifest_in(path) for path in manifests}
    named = {name: digest for one in read.values() for name, digest in one.documents.items()}
    changed = _("changed: it does not have the hash that it ends with")
    damage = [Damage(name, changed) for name, one in read.items() if not one.whole]
    for name, digest in named.items():
        path = folder / name
        if not path.is_file():
            damage.append(Damage(name, _("missing")))
        elif sha256(path.read_bytes()) != digest:
            damage.append(Damage(name, _("changed: it does not have the hash that the manifest names")))
    known = {*named, *(path.name for path in manifests)}
    extra = (path for path in folder.iterdir() if path.name not in known and not path.name.startswith("."))
    damage += [Damage(path.name, _("extra: the manifest does not name it")) for path in extra]
    return len(named), tuple(sorted(damage))
