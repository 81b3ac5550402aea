"""The steps of action items that count, and the record of a new one."""

from datetime import date, datetime

from loi_cli.i18n import _
from loi_cli.intake.opening import OpenDossier
from loi_cli.intake.records.action import action_bytes
from loi_cli.intake.records.keeping import Written, named
from loi_cli.model.problems import LoiError
from loi_cli.model.records import ActionStep


def action_steps(opened: OpenDossier) -> tuple[ActionStep, ...]:
    """What was recorded of action items, as far as no other record undoes it."""
    return tuple(r for r in opened.counting if isinstance(r, ActionStep))


def step_of(meeting: str, action: str, *, due: date | None, by: str, reason: str, time: datetime) -> Written:
    """The record that an action item was done; with `due`, that it is due on another day. Raises LoiError where
    nobody's name stands behind it, or no reason behind another day."""
    if not by:
        raise LoiError(_("what is recorded has a name"), _("add --by OFFICE, or set LOI_BY"))
    if due is not None and not reason:
        raise LoiError(_("another day has a reason"), _("add --reason WHY"))
    day = time.date()
    data = action_bytes(
        meeting=meeting, action=action, due=due, by=by, date=day, at=time.strftime("%Y-%m-%dT%H:%M:%SZ"), reason=reason
    )
    return named(day, "action", data)
