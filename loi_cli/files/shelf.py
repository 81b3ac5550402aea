"""The folder that papers are put into, which never takes away what a person did to one.

The hash of every file that was put there is remembered in `.written.json`; a file that differs was edited since, and
the new one is put beside it.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from loi_cli.files.atomic import replace

MEMORY = ".written.json"


@dataclass(frozen=True, slots=True)
class Shelved:
    """Where a paper went; `beside` names the edited file that was left alone."""

    path: Path
    beside: Path | None = None


class Shelf:
    """One folder of papers."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._written = _remembered(folder / MEMORY)

    def put(self, name: str, data: bytes) -> Shelved:
        """Write a paper under its name, or, where a person edited it or holds it open, under the next free one."""
        self.folder.mkdir(parents=True, exist_ok=True)
        wanted = self.folder / name
        path, beside = wanted, None
        count = 1
        while True:
            if not self._is_edited(path):
                try:
                    replace(path, data)
                    break
                except PermissionError:  # open in Word on Windows
                    if not path.exists():
                        raise
            beside = wanted
            count += 1
            path = wanted.with_name(f"{wanted.stem}-{count}{wanted.suffix}")
        self._written[path.name] = hashlib.sha256(data).hexdigest()
        memory = json.dumps(self._written, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        replace(self.folder / MEMORY, memory.encode())
        return Shelved(path, beside)

    def _is_edited(self, path: Path) -> bool:
        if not path.exists():
            return False
        known = self._written.get(path.name)
        return known is not None and hashlib.sha256(path.read_bytes()).hexdigest() != known


def _remembered(path: Path) -> dict[str, str]:
    try:
        value = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return {k: v for k, v in value.items() if isinstance(v, str)} if isinstance(value, dict) else {}
