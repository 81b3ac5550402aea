"""What lies ahead of a dossier that has meetings, as `loi status` tells it: the next one, action items, a calendar."""

from datetime import date
from typing import NamedTuple

from loi_cli.cli.console import Console, Styled
from loi_cli.cli.following_up import actions_of, calendar_to, due_json, due_words, milestone_words
from loi_cli.i18n import _, n_
from loi_cli.intake.calendar import next_meeting
from loi_cli.intake.register import Register
from loi_cli.meetings.countdown import Due
from loi_cli.meetings.countdown import State as DueState
from loi_cli.meetings.follow_up import Action
from loi_cli.meetings.follow_up import State as ActionState
from loi_cli.model.meetings import Meeting
from loi_cli.model.problems import BadInput, Problem


class Ahead(NamedTuple):
    """The next meeting with what must be done before it; open action items; the problems of minutes."""

    meeting: Meeting | None
    calendar: tuple[Due, ...]
    actions: tuple[Action, ...]
    unreadable: tuple[Problem, ...]

    @property
    def overdue(self) -> list[Action]:
        return [action for action in self.actions if action.state is ActionState.OVERDUE]

    def as_json(self) -> dict[str, object]:
        meeting = self.meeting
        return {
            "next_meeting": {"meeting": meeting.name, "date": meeting.date.isoformat()} if meeting else None,
            "calendar": [due_json(one) for one in self.calendar],
            "actions": {"open": len(self.actions), "overdue": [a.id for a in self.overdue]},
        }

    def rows(self) -> list[tuple[Styled, ...]]:
        """The next meeting, and what is wrong or to be done."""
        said = f"{self.meeting.date} {self.meeting.name}" if self.meeting else _("none planned")
        rows: list[tuple[Styled, ...]] = [(_("next meeting"), said)]
        if self.unreadable:
            files = ", ".join(sorted({p.place.file for p in self.unreadable}))
            rows.append((_("minutes that cannot be read"), (_("{files}: `loi check`").format(files=files), "warning")))
        if self.actions:
            rows.append((_("action items"), (self._counted(), "warning" if self.overdue else "muted")))
        return rows

    def _counted(self) -> str:
        counted = n_("{n} open", "{n} open", len(self.actions))
        late = self.overdue
        if not late:
            return counted
        named = ", ".join(a.id for a in late[:4]) + (", …" if len(late) > 4 else "")
        return counted + _(", {n} overdue: {named}").format(n=len(late), named=named)

    def tell_calendar(self, speaker: Console) -> None:
        if not self.calendar:
            return
        speaker.report()
        speaker.report((_("Until then"), "strong"))
        words = milestone_words()
        rows: list[tuple[Styled, ...]] = [
            (one.day.isoformat(), words[one.milestone], due_words(one), _missing(one)) for one in self.calendar
        ]
        speaker.table(rows, indent="  ")
        speaker.report()


def ahead(register: Register, today: date) -> Ahead:
    """Minutes that are half filled in keep nobody from seeing how things stand."""
    meeting = next_meeting(register.opened, today)
    calendar = calendar_to(meeting, register, today) if meeting else ()
    try:
        every = actions_of(register.opened, today)
    except BadInput as bad:
        return Ahead(meeting, calendar, (), bad.problems)
    return Ahead(meeting, calendar, tuple(a for a in every if a.is_open), ())


def _missing(one: Due) -> Styled:
    return (n_("{n} missing", "{n} missing", one.left), "muted") if one.state is not DueState.DONE else ""
