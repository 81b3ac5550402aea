"""Papers in one zip, in numbered folders; the same papers are the same bytes."""

import io
import zipfile
from collections.abc import Iterable

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can tell: entries carry no time of their own."""


def bundle(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip of files by path. They are stored: deflated, the same words are other bytes with another zlib."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as package:
        for path, data in files:
            entry = zipfile.ZipInfo(path, _EPOCH)
            entry.create_system = 3  # else it tells Windows from Unix
            entry.external_attr = 0o644 << 16
            package.writestr(entry, data)
    return out.getvalue()
