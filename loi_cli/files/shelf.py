"""The folder that papers are put into, which never takes away what a person did to one.

The hashes of what was put there are remembered beside the folder, not in it: a folder for a party holds papers alone. A
file with another hash was edited since, or is not ours, and the new one is put beside it.
"""

import hashlib
import json
from pathlib import Path
from typing import NamedTuple

from loi_cli.files.atomic import replace
from loi_cli.files.locks import is_open
from loi_cli.model.problems import LoiError


class Shelved(NamedTuple):
    """Where a paper went; `beside` names the edited file that was left alone."""

    path: Path
    beside: Path | None = None


class Shelf:
    """One folder of papers."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._memory = folder.with_name(f".{folder.name}.written.json")
        self._written = _remembered(self._memory)

    def put(self, name: str, data: bytes) -> Shelved:
        """Write a paper under its name, or, where a person edited it or holds it open, under the next free one."""
        self.folder.mkdir(parents=True, exist_ok=True)
        digest = _hash(data)
        wanted = self.folder / name
        path, beside = wanted, None
        count = 1
        while True:
            current = _hash(path.read_bytes()) if path.is_file() else None
            ours = current == digest or not path.exists() or current in self._written.get(path.name, ())
            if ours and (current == digest or not is_open(path)):
                # Remembered before it is written: a run that is killed in between leaves nothing that looks edited.
                self._remember(path.name, current, digest)
                try:
                    if current != digest:
                        replace(path, data)
                    return Shelved(path, beside)
                except LoiError as error:
                    held = isinstance(error.__cause__, PermissionError)  # in Word on Windows
                    if not held or not path.exists():
                        raise
            beside = wanted
            count += 1
            path = wanted.with_name(f"{wanted.stem}-{count}{wanted.suffix}")

    def made(self, name: str, data: bytes) -> bool:
        """Whether these are the bytes that were put there under this name, and nobody's edit of them."""
        return _hash(data) in self._written.get(name, ())

    def _remember(self, name: str, current: str | None, digest: str) -> None:
        hashes = tuple(dict.fromkeys(h for h in (current, digest) if h))
        if digest in self._written.get(name, ()) and current in (None, digest):
            return
        self._written[name] = hashes
        memory = json.dumps(self._written, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        replace(self._memory, memory.encode())


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _remembered(path: Path) -> dict[str, tuple[str, ...]]:
    try:
        value = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    if not isinstance(value, dict):
        return {}
    return {k: tuple(h for h in v if isinstance(h, str)) for k, v in value.items() if isinstance(v, list)}
