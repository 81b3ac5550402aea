"""Files that somebody has open: what Word and LibreOffice leave beside a document while they hold it."""

from pathlib import Path


def is_open(path: Path) -> bool:
    """Whether an office program says that it has the file open, on this machine or on another one of the share.

    LibreOffice writes `.~lock.loi-v3.docx#`. Word writes an owner file, `~$` and the name, of which it drops the first
    one or two letters where it is long.
    """
    beside = (f".~lock.{path.name}#", *(f"~${path.name[dropped:]}" for dropped in (0, 1, 2)))
    return path.exists() and any(path.with_name(name).exists() for name in beside)
