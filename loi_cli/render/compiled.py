"""Our own templates, compiled once and kept as Python keeps its modules: in `__pycache__` beside them.

Whoever may write there may change loi itself. What others may write too is not read, and an office's templates are
never kept. A kept file is bound to Jinja's version, Python's version, the environment, and the template's own words:
code that another environment compiled would not escape, nor keep to the sandbox.
"""

import os
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH


class Compiled(BytecodeCache):
    """The compiled templates of the folder `own`, for the one environment whose definition `environment` holds."""

    def __init__(self, own: Path, environment: bytes) -> None:
        self.own = own
        # Without a version there would be no telling whether a kept file is of this Jinja.
        self._keeps = hasattr(jinja2, "__version__") and sys.implementation.cache_tag is not None
        known = f"{getattr(jinja2, '__version__', '')}\n{sys.version}\n{own}\n"  # `own`: faults are told with paths
        self._bound_to = sha256(known.encode() + environment).hexdigest()

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The path of the compiled file; empty for a template that is not kept."""
        if not self._keeps or filename != str(self.own / name):
            return ""
        return str(Path(cache_from_source(filename)).with_name(f"{Path(name).name}.{sys.implementation.cache_tag}"))

    def get_source_checksum(self, source: str) -> str:
        return sha256(f"{self._bound_to}\n{source}".encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        path = Path(bucket.key)
        if not bucket.key or not all(map(self._is_ours_alone, (path, path.parent))):
            return
        with suppress(OSError):
            kept = path.read_bytes()
            if kept[:32] == sha256(kept[32:]).digest():  # else it was torn when the machine stopped
                bucket.bytecode_from_string(kept[32:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.key and not sys.dont_write_bytecode:
            made = bucket.bytecode_to_string()
            with suppress(OSError):  # installed where this user may not write
                _write(Path(bucket.key), sha256(made).digest() + made)

    def _is_ours_alone(self, path: Path) -> bool:
        """Whether it belongs to this user or to who owns the templates, and nobody else may write it."""
        user: Callable[[], int] | None = getattr(os, "geteuid", None)
        if user is None:
            return True  # Windows: the folder has the access list of loi's own modules
        try:
            found = path.lstat()
            owners = (user(), self.own.stat().st_uid)
        except OSError:
            return False
        return found.st_uid in owners and not stat.S_ISLNK(found.st_mode) and not found.st_mode & _OTHERS_MAY_WRITE


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.{os.urandom(6).hex()}.tmp")
    try:
        with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644), "wb") as file:
            file.write(data)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
