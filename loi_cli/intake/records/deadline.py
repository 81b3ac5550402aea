"""A deadline: a longer time for one unit in one round."""

from datetime import date

from loi_cli.files.prose import kept
from loi_cli.files.quantities import Day, Number
from loi_cli.files.shapes import Key, Values
from loi_cli.files.source import Source
from loi_cli.intake.names import UNIT
from loi_cli.intake.records.event import AT, BY, DATE, REMARK, Kind, done, record_block, written
from loi_cli.model.records import Deadline

UNIT_ID = Key("unit", UNIT, "The unit that gets more time.", required=True)
ROUND = Key("round", Number(), "The round.", required=True)
DUE = Key("due", Day(), "Its last day now.", required=True)


def _read(name: str, source: Source, values: Values) -> Deadline:
    return Deadline(
        name=name,
        sha256=source.sha256,
        unit=values[UNIT_ID],
        round=values[ROUND],
        due=values[DUE],
        by=values[BY],
        date=values[DATE],
        at=values.get(AT, ""),
        reason=values.get(REMARK, ""),
    )


DEADLINE = Kind(
    "deadline",
    record_block(
        "deadline", UNIT_ID, ROUND, DUE, BY, DATE, AT, REMARK, says="A longer time for one unit in one round."
    ),
    _read,
)


def deadline_bytes(*, unit: str, round: int, due: date, by: str, date: date, reason: str = "", at: str = "") -> bytes:
    """The file of a longer time for one unit in one round."""
    why = {"reason": kept(reason)} if reason else {}
    return written(DEADLINE, {"unit": unit, "round": round, "due": due, **done(by, date, at), **why})
