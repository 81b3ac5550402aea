"""Records put on the disk: one file an event, named by its hash, never changed."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from loi_cli.files.together import write_all_new
from loi_cli.intake.record_writing import record_name


def keep_record(dossier: Path, day: date, kind: str, data: bytes) -> str:
    """Write a record; its name. The same event written twice is one file."""
    return keep_records(dossier, day, kind, [data])[0]


def keep_records(dossier: Path, day: date, kind: str, several: Iterable[bytes]) -> list[str]:
    """Write records of one kind, all or none; their names."""
    named = [(record_name(day, kind, data), data) for data in several]
    write_all_new({dossier / "records" / f"{name}.yaml": data for name, data in named})
    return [name for name, _data in named]
