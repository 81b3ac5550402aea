"""Several new files that belong together: all of them are written, or none."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from loi_cli.files.atomic import flush_folder, write_new


def write_all_new(files: Mapping[Path, bytes]) -> None:
    """Write files that do not exist yet, or exist with the very same bytes, and the folders that they need.

    Raises LoiError or OSError when one cannot be written; those written before it are then taken away again.
    """
    made: list[Path] = []
    try:
        for path, data in files.items():
            for folder in (*reversed(path.parent.parents), path.parent):
                if not folder.is_dir():
                    folder.mkdir()
                    made.append(folder)
                    flush_folder(folder.parent)
            is_new = not path.exists()
            write_new(path, data)
            if is_new:
                made.append(path)
    except BaseException:
        for path in reversed(made):
            remove = path.rmdir if path.is_dir() else path.unlink
            with suppress(OSError):
                remove()
        raise
