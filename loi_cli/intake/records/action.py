"""A step of an action item: it was done, or its last day was moved."""

from datetime import date

from loi_cli.files.leaves import Flag
from loi_cli.files.prose import kept
from loi_cli.files.quantities import Day
from loi_cli.files.rules import ExactlyOne
from loi_cli.files.shapes import Key, Values
from loi_cli.files.source import Source
from loi_cli.intake.names import MEETING_NAME, SLUG
from loi_cli.intake.records.event import AT, BY, DATE, REMARK, Kind, done, record_block, written
from loi_cli.model.records import ActionStep

OF_MEETING = Key("meeting", MEETING_NAME, "The meeting that asked for it.", required=True)
ACTION = Key("action", SLUG, "The action item, as its minutes name it.", required=True)
DONE = Key("done", Flag(only=True), "true when it was done.")
DUE = Key("due", Day(), "Its last day now.")


def _read(name: str, source: Source, values: Values) -> ActionStep:
    return ActionStep(
        name=name,
        sha256=source.sha256,
        meeting=values[OF_MEETING],
        action=values[ACTION],
        done=values.get(DONE, False),
        due=values.get(DUE),
        by=values[BY],
        date=values[DATE],
        at=values.get(AT, ""),
        reason=values.get(REMARK, ""),
    )


ACTION_STEP = Kind(
    "action",
    record_block(
        "action", OF_MEETING, ACTION, DONE, DUE, BY, DATE, AT, REMARK,
        rules=(ExactlyOne(DONE, DUE),), says="An action item was done, or got another last day.",
    ),
    _read,
)  # fmt: skip


def action_bytes(
    *, meeting: str, action: str, due: date | None, by: str, date: date, at: str, reason: str = ""
) -> bytes:
    """The file that says that an action item is due on another day; without a day, that it was done."""
    became: dict[str, object] = {"done": True} if due is None else {"due": due}
    why = {"reason": kept(reason)} if reason else {}
    return written(ACTION_STEP, {"meeting": meeting, "action": action, **became, **done(by, date, at), **why})
