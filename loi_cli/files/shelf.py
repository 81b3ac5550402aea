"""The folder that papers are put into, which never takes away what a person did to one.

The hashes of what was put there are remembered beside the folder, not in it: a folder for a party holds papers alone. A
file with another hash was edited since, or is not ours. It stays, as does one that is open or protected against
writing, and the new one is put beside it.
"""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from loi_cli.files.atomic import is_protected, replace
from loi_cli.files.locks import is_open
from loi_cli.model.problems import LoiError


class Shelved(NamedTuple):
    """Where a paper went; `beside` names the file that was left alone: edited, open or protected."""

    path: Path
    beside: Path | None = None


class _Slot(NamedTuple):
    """A name that a paper may take; `current` is the hash of what stands there, None where nothing does."""

    path: Path
    current: str | None
    digest: str


class Shelf:
    """One folder of papers."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._memory = folder.with_name(f".{folder.name}.written.json")
        self._written = _remembered(self._memory)

    def put(self, name: str, data: bytes) -> Shelved:
        """Write a paper under its name, or, where a person edited it or holds it open, under the next free one."""
        return self.put_all({name: data})[name]

    def put_all(self, papers: Mapping[str, bytes]) -> dict[str, Shelved]:
        """The same for papers by their names.

        They are remembered before any is written: a run that is killed in between leaves nothing that looks edited.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        slots = self._slots(papers)
        self._remember(slots.values())
        return {name: self._write(name, slot, papers[name]) for name, slot in slots.items()}

    def _slots(self, papers: Mapping[str, bytes]) -> dict[str, _Slot]:
        slots: dict[str, _Slot] = {}
        for name, data in papers.items():
            slots[name] = self._slot(name, data, _hash(data), {slot.path for slot in slots.values()})
        return slots

    def _shelved(self, name: str, slot: _Slot) -> Shelved:
        return Shelved(slot.path, None if slot.path.name == name else self.folder / name)

    def _slot(self, name: str, data: bytes, digest: str, taken: Collection[Path]) -> _Slot:
        """The first name, of the paper's own and those after it, that may be written."""
        path = wanted = self.folder / name
        number = 1
        while path in taken or not self._is_ours(slot := _Slot(path, _current(path, data, digest), digest)):
            number += 1
            path = wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
        return slot

    def _is_ours(self, slot: _Slot) -> bool:
        path, current, digest = slot
        ours = current == digest or not path.exists() or current in self._written.get(path.name, ())
        return ours and (current == digest or not (is_open(path) or is_protected(path)))

    def _write(self, name: str, slot: _Slot, data: bytes) -> Shelved:
        tried: list[Path] = []
        while True:
            try:
                if slot.current != slot.digest:
                    replace(slot.path, data)
                return self._shelved(name, slot)
            except LoiError as error:
                held = isinstance(error.__cause__, PermissionError)  # in Word on Windows
                if not held or not slot.path.exists():
                    raise
            tried.append(slot.path)
            slot = self._slot(name, data, slot.digest, tried)
            self._remember([slot])

    def made(self, name: str, data: bytes) -> bool:
        """Whether these are the bytes that were put there under this name, and nobody's edit of them."""
        return _hash(data) in self._written.get(name, ())

    def _remember(self, slots: Iterable[_Slot]) -> None:
        news = [
            s for s in slots if s.digest not in self._written.get(s.path.name, ()) or s.current not in (None, s.digest)
        ]
        for slot in news:
            self._written[slot.path.name] = tuple(dict.fromkeys(h for h in (slot.current, slot.digest) if h))
        if news:
            memory = json.dumps(self._written, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
            replace(self._memory, memory.encode())


class ForeseenShelf(Shelf):
    """Says where papers would go, and leaves the folder as it is."""

    def put_all(self, papers: Mapping[str, bytes]) -> dict[str, Shelved]:
        return {name: self._shelved(name, slot) for name, slot in self._slots(papers).items()}


def shelf_for(dry_run: bool) -> type[Shelf]:
    """The kind of shelf for a command that was asked to write, or only to show what it would write."""
    return ForeseenShelf if dry_run else Shelf


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _current(path: Path, data: bytes, digest: str) -> str | None:
    """The hash of a file, which need not be worked out where it holds just this data."""
    if not path.is_file():
        return None
    stands = path.read_bytes()
    return digest if stands == data else _hash(stands)


def _remembered(path: Path) -> dict[str, tuple[str, ...]]:
    try:
        value = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    if not isinstance(value, dict):
        return {}
    return {k: tuple(h for h in v if isinstance(h, str)) for k, v in value.items() if isinstance(v, list)}
