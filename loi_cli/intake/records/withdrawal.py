"""A withdrawal: an input was taken back."""

from datetime import date

from loi_cli.files.prose import kept
from loi_cli.files.shapes import Key, Values
from loi_cli.files.source import Source
from loi_cli.intake.names import INPUT, VERSION
from loi_cli.intake.records.event import AT, BY, DATE, REASON, Kind, done, record_block, written
from loi_cli.model.records import Withdrawal

WITHDRAWN = Key("input", INPUT, "The input, as its file is named, without .yaml.", required=True)
STEP = Key("version", VERSION, "The version that had taken it in, where that whole step was taken back.")


def _read(name: str, source: Source, values: Values) -> Withdrawal:
    return Withdrawal(
        name=name,
        sha256=source.sha256,
        input=values[WITHDRAWN],
        version=values.get(STEP),
        by=values[BY],
        date=values[DATE],
        at=values.get(AT, ""),
        reason=values[REASON],
    )


WITHDRAWAL = Kind(
    "withdrawal",
    record_block("withdrawal", WITHDRAWN, STEP, BY, DATE, AT, REASON, says="An input was taken back."),
    _read,
)


def withdrawal_bytes(*, input: str, by: str, date: date, at: str, reason: str, version: str | None = None) -> bytes:
    """The file that takes an input back; `version` where the whole step that took it in is taken back."""
    step = {"version": version} if version else {}
    return written(WITHDRAWAL, {"input": input, **step, **done(by, date, at), "reason": kept(reason)})
