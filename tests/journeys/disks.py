"""Folders that cannot be written: a read-only one, a full disk. Root writes through modes, so root mounts."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """The folder and all below it cannot be written; skips where that cannot be had."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        _mount("--bind", str(folder), str(folder))
        try:
            _mount("-o", "remount,bind,ro", str(folder))
            yield
        finally:
            _unmount(folder)
        return
    if os.name == "nt":
        pytest.skip("Windows has no read-only folders")
    below = [folder, *(p for p in folder.rglob("*") if p.is_dir())]
    for path in below:
        path.chmod(0o555)
    try:
        yield
    finally:
        for path in below:
            path.chmod(0o755)


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[None]:
    """An empty disk of this size (`64k`) at the folder; skips where that cannot be had."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    folder.mkdir(parents=True, exist_ok=True)
    _mount("-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder))
    try:
        yield
    finally:
        _unmount(folder)


def fill(folder: Path, leave: int) -> None:
    """Write until only so many bytes are free."""
    free = os.statvfs(folder).f_bavail * os.statvfs(folder).f_frsize
    (folder / "filler").write_bytes(b"\0" * max(0, free - leave))


def _mount(*arguments: str) -> None:
    if not shutil.which("mount"):
        pytest.skip("there is no mount here")
    done = subprocess.run(["mount", *arguments], capture_output=True)
    if done.returncode:
        pytest.skip(f"this machine lets nobody mount: {done.stderr.decode().strip()}")


def _unmount(folder: Path) -> None:
    subprocess.run(["umount", "-l", str(folder)], capture_output=True, check=False)
