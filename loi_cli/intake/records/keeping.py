"""Records put on the disk: one file an event, named by its hash, never changed."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from loi_cli.files.together import write_all_new
from loi_cli.i18n import _
from loi_cli.intake.opening import OpenDossier
from loi_cli.intake.records.event import record_name
from loi_cli.model.problems import LoiError
from loi_cli.model.records import KeptFile
from loi_cli.model.standing import undone

Written = tuple[str, bytes]
"""The name of a record, without .yaml, and its bytes."""


def keep_record(dossier: Path, day: date, kind: str, data: bytes) -> str:
    """Write a record; its name. The same event written twice is one file."""
    return keep_records(dossier, day, kind, [data])[0]


def keep_records(dossier: Path, day: date, kind: str, several: Iterable[bytes]) -> list[str]:
    """Write records of one kind, all or none; their names."""
    named = [(record_name(day, kind, data), data) for data in several]
    write_all_new({dossier / "records" / f"{name}.yaml": data for name, data in named})
    return [name for name, _data in named]


def named(day: date, kind: str, data: bytes) -> Written:
    """A record with the name that it will have."""
    return record_name(day, kind, data), data


def keep_step(opened: OpenDossier, step: Sequence[Written], files: Iterable[tuple[KeptFile, bytes]] = ()) -> None:
    """Write the records of one step, of whatever kinds, and before them the files that they name; all or none.

    Raises LoiError for one that was written before, to the second, and undone: written again it would still be undone.
    """
    gone = undone(opened.records)
    for name, _data in step:
        if name in gone:
            raise LoiError(
                _("{record} says the very same, and was undone by {by}").format(record=name, by=gone[name].by),
                _("`loi undo {undoing}` makes it count again").format(undoing=gone[name].name),
            )
    kept = {opened.path / file.path: data for file, data in files}
    write_all_new({**kept, **{opened.path / "records" / f"{name}.yaml": data for name, data in step}})
