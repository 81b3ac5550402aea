"""A person at a computer: a folder, a stopped clock, a fixed locale, and the installed `loi`, run as they run it."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LOI = Path(sys.executable).with_name("loi.exe" if os.name == "nt" else "loi")
NOON = 1642507200
"""2022-01-18T12:00:00Z"""


@dataclass(frozen=True)
class Said:
    """What a command left: exit code, standard output, standard error."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Desk:
    """One machine; `folder` is where its person stands."""

    def __init__(self, folder: Path, **env: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.env = fixed_environment(folder) | env

    def loi(self, *arguments: str, code: int | None = 0, stdin: bytes = b"", **env: str) -> Said:
        """Run `loi` and hold it to its exit code, unless any will do."""
        run = subprocess.run(
            [*command(), *arguments],
            cwd=self.folder,
            env=self.env | env,
            input=stdin,
            capture_output=True,
            timeout=120,
        )
        said = Said(run.returncode, run.stdout.decode(), run.stderr.decode())
        assert "Traceback" not in said.out + said.err, said.err
        assert code in (said.code, None), f"loi {arguments!a}: {said}"
        return said

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        return path


def command() -> list[str]:
    """The installed command; where the package is only on the path, the module."""
    return [str(LOI)] if LOI.exists() else [sys.executable, "-m", "loi_cli"]


def fixed_environment(home: Path) -> dict[str, str]:
    """Nothing of the machine that the tests happen to run on."""
    kept = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "LD_LIBRARY_PATH")
    return {name: os.environ[name] for name in kept if name in os.environ} | {
        "HOME": str(home),
        "USERPROFILE": str(home),
        "NO_COLOR": "1",
        "COLUMNS": "100",
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "SOURCE_DATE_EPOCH": str(NOON),
    }


def tree(folder: Path) -> Mapping[str, str]:
    """Every file, folder and link below a folder, with the hash of what it holds."""
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = f"-> {path.readlink()}"
        elif path.is_dir():
            found[name + "/"] = ""
        else:
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found
