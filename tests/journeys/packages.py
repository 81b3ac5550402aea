"""What a reader of a file can find in it: every part of a Word file unzipped, every page as it is."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path


def parts(path: Path) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each part; zip names, comments and extra fields are parts too."""
    data = path.read_bytes()
    yield "", path.name.encode()
    if not data.startswith(b"PK"):
        yield "page", data
        return
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        yield "zip comment", package.comment
        for entry in package.infolist():
            yield f"{entry.filename} name", entry.filename.encode() + entry.comment + entry.extra
            yield entry.filename, package.read(entry)


def words_of(path: Path) -> str:
    """All parts of a file as one text."""
    return "\n".join(data.decode("utf-8", "replace") for _name, data in parts(path))
