"""Records put on the disk: one file an event, named by its hash, never changed."""

from datetime import date
from pathlib import Path

from loi_cli.files.atomic import write_new
from loi_cli.intake.record_writing import record_name


def keep_record(dossier: Path, day: date, kind: str, data: bytes) -> str:
    """Write a record; its name. The same event written twice is one file."""
    name = record_name(day, kind, data)
    folder = dossier / "records"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.yaml"
    if not path.exists():
        write_new(path, data)
    return name
