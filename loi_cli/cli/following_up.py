"""The meeting that papers are made for, the action items of a dossier, and the calendar to its next meeting."""

from datetime import date
from pathlib import Path

from loi_cli.cli.session import placed
from loi_cli.i18n import _
from loi_cli.intake.actions import action_steps
from loi_cli.intake.calendar import all_minutes, meeting_named
from loi_cli.intake.negotiated import negotiated
from loi_cli.intake.opening import OpenDossier
from loi_cli.intake.register import Register
from loi_cli.meetings.countdown import Due, Milestone, State, countdown
from loi_cli.meetings.follow_up import Action, follow_up
from loi_cli.meetings.matters import must_be_known
from loi_cli.meetings.replies import State as ReplyState
from loi_cli.meetings.replies import replies
from loi_cli.merge.staleness import count_stale
from loi_cli.model.conflicts import conflicts_in
from loi_cli.model.inputs import Insert
from loi_cli.model.meetings import Meeting


def actions_of(opened: OpenDossier, today: date) -> tuple[Action, ...]:
    """Every action item. Raises BadInput for minutes that cannot be read."""
    return follow_up(all_minutes(opened), action_steps(opened), today)


def meeting_for_papers(name: str | None, register: Register, today: date) -> Meeting:
    """The meeting that papers are made for. Raises LoiError, and BadInput where it is about what there is not."""
    opened = register.opened
    meeting = meeting_named(name, opened, today)
    text = (register.heads or (register.root,))[0].text

    def earlier() -> set[str]:
        asked = (p.clause for one in register.inputs for p in one.proposals if isinstance(p, Insert))
        return {*negotiated(register).clauses, *asked}

    with placed(opened.path):
        must_be_known(meeting, text.by_id(), earlier)
    return meeting


def calendar_to(meeting: Meeting, register: Register, today: date) -> tuple[Due, ...]:
    """What the meeting needs, and how each stands now."""
    dossier = register.opened.dossier
    text = (register.heads or (register.root,))[0].text
    answers = replies(dossier, register.inputs, today)
    ours = {
        conflict.clause
        for conflict in conflicts_in(text)
        if any(name.split(".")[0] not in dossier.parties for r in conflict.bracket.readings for name in r.names)
    }
    left = {
        Milestone.INPUTS: sum(reply.asked and reply.state is ReplyState.MISSING for reply in answers),
        Milestone.CONSULTATION: len(ours) + len(register.waiting),
        Milestone.TRANSLATION: count_stale(text, dossier.languages),
        Milestone.PACKET: int(not _is_made(meeting, register.opened.path)),
    }
    return countdown(meeting, dossier.lead_times, left, today)


def _is_made(meeting: Meeting, dossier: Path) -> bool:
    """Whether a packet for us lies among the papers on this machine."""
    return any((dossier / "out" / "internal").glob(f"packet-{meeting.name}.*"))


def milestone_words() -> dict[Milestone, str]:
    return {
        Milestone.INPUTS: _("inputs of all units"),
        Milestone.CONSULTATION: _("our own side of one mind"),
        Milestone.TRANSLATION: _("all languages up to date"),
        Milestone.PACKET: _("meeting papers made"),
    }


def due_json(one: Due) -> dict[str, object]:
    return {"milestone": one.milestone.value, "due": one.day.isoformat(), "state": one.state.value, "left": one.left}


def due_words(one: Due) -> tuple[str, str]:
    """How a milestone stands, and the style that says it."""
    return {
        State.DONE: (_("done"), "added"),
        State.OPEN: (_("open"), "muted"),
        State.LATE: (_("late"), "warning"),
    }[one.state]
