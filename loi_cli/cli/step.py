"""The step that a command takes: its records kept together, or in a dry run only named."""

from collections.abc import Sequence
from typing import NamedTuple

from loi_cli.cli.session import Session
from loi_cli.intake.opening import OpenDossier
from loi_cli.intake.records.keeping import Written, keep_step


class Step(NamedTuple):
    """The records by their paths in the dossier, None for one that a dry run kept from being written."""

    files: tuple[str | None, ...]

    def tell(self, here: Session) -> None:
        """What was written, a line each."""
        for file in self.files:
            if file is not None:
                here.tell_record(file)


def taken(opened: OpenDossier, records: Sequence[Written], dry_run: bool) -> Step:
    """All the records or none. Raises LoiError for one that was written before, to the second, and undone."""
    if dry_run:
        return Step((None,) * len(records))
    keep_step(opened, records)
    return Step(tuple(f"records/{name}.yaml" for name, _data in records))
