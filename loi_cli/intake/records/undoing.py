"""An undoing: another record no longer counts."""

from datetime import date

from loi_cli.files.prose import kept
from loi_cli.files.shapes import Key, Values
from loi_cli.files.source import Source
from loi_cli.intake.names import RECORD_NAME
from loi_cli.intake.records.event import AT, BY, DATE, REASON, Kind, done, record_block, written
from loi_cli.model.records import Undoing

UNDOES = Key("undoes", RECORD_NAME, "The record that no longer counts, without .yaml.", required=True)


def _read(name: str, source: Source, values: Values) -> Undoing:
    return Undoing(
        name=name,
        sha256=source.sha256,
        undoes=values[UNDOES],
        by=values[BY],
        date=values[DATE],
        at=values.get(AT, ""),
        reason=values[REASON],
    )


UNDOING = Kind(
    "undo", record_block("undo", UNDOES, BY, DATE, AT, REASON, says="Another record no longer counts."), _read
)


def undoing_bytes(*, undoes: str, by: str, date: date, at: str, reason: str) -> bytes:
    """The file that makes another record count no longer."""
    return written(UNDOING, {"undoes": undoes, **done(by, date, at), "reason": kept(reason)})
