"""loi actions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from loi_cli.cli.choosing import one_of
from loi_cli.cli.console import Styled
from loi_cli.cli.days import day_typed
from loi_cli.cli.following_up import actions_of, calendar_to
from loi_cli.cli.papers.asking import languages_named
from loi_cli.cli.papers.formats import PaperFormat
from loi_cli.cli.papers.materials import material
from loi_cli.cli.papers.press import Press
from loi_cli.cli.session import ByOption, DryRunOption, ReasonOption, Session, now, placed, session, typed
from loi_cli.i18n import _
from loi_cli.intake.actions import step_of
from loi_cli.intake.calendar import next_meeting
from loi_cli.intake.merging import prospect
from loi_cli.intake.records.keeping import keep_step
from loi_cli.meetings.follow_up import Action, State
from loi_cli.model.identifiers import nearest
from loi_cli.model.problems import LoiError

HELP = _(
    """What meetings asked for, from their minutes: overdue ones first, then by last day. done ID: it was done. move ID
--due DAY --reason WHY: it is due on another day. Both are records, and `loi undo` takes them back. An item is named
MEETING/ACTION, or by its own name where no other meeting has the same. docx and html make a paper of it, with the
calendar to the next meeting.

Examples:  loi actions   ·   loi actions --owner ilmate --state overdue   ·   loi actions done components-list
--by "Ditjen ILMATE"   ·   loi actions move components-list --due 2022-03-15 --by OFFICE --reason "…"   ·   loi actions
--format docx"""
)


class Verb(StrEnum):
    LIST = "list"
    DONE = "done"
    MOVE = "move"


class As(StrEnum):
    TEXT = "text"
    JSON = "json"
    DOCX = "docx"
    HTML = "html"
    PDF = "pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What the command line says."""

    name: str | None
    due: str | None
    owner: str | None
    state: str | None
    by: str
    reason: str
    dry_run: bool
    format: As


def command(
    ctx: typer.Context,
    verb: Annotated[str, typer.Argument(metavar="[VERB]", help=_("list, done or move."))] = "list",
    name: Annotated[str | None, typer.Argument(metavar="[ID]", help=_("Which action item."))] = None,
    due: Annotated[str | None, typer.Option("--due", metavar="DAY", help=_("Its last day now."))] = None,
    owner: Annotated[
        str | None, typer.Option("--owner", metavar="WHO", help=_("Only those of a unit or a party."))
    ] = None,
    state: Annotated[
        str | None, typer.Option("--state", metavar="STATE", help=_("Only those that are overdue, open or done."))
    ] = None,
    by: ByOption = "",
    reason: ReasonOption = "",
    dry_run: DryRunOption = False,
    format: Annotated[As, typer.Option("--format", help=_("How to report, or which paper to make."))] = As.TEXT,
) -> None:
    here = session(ctx)
    wanted = Verb(one_of(verb, list(Verb), _("there is no action “{name}”"), _("they are: {names}")))
    by, reason = typed(by, "--by", 100), typed(reason, "--reason", 2000)
    told = _Told(name=name, due=due, owner=owner, state=state, by=by, reason=reason, dry_run=dry_run, format=format)
    doing: dict[Verb, Callable[[Session, _Told], None]] = {Verb.LIST: _list, Verb.DONE: _done, Verb.MOVE: _move}
    doing[wanted](here, told)


def _list(here: Session, told: _Told) -> None:
    if told.format not in (As.TEXT, As.JSON):
        _paper(here, told)
        return
    some = _some(here, told)
    if told.format is As.JSON:
        here.console.json({"schema": 1, "actions": [action_json(one) for one in some]})
        return
    if not some:
        here.console.note(_("there are no action items"))
        return
    here.console.table([_row(one) for one in some])


def _some(here: Session, told: _Told) -> list[Action]:
    opened = here.open()
    dossier = opened.dossier
    with placed(opened.path):
        every = actions_of(opened, now().date())
    if told.owner is not None:
        known = (*dossier.units, *dossier.parties)
        one_of(told.owner, known, _("the dossier has no unit or party “{name}”"), _("they are: {names}"))
    if told.state is not None:
        one_of(told.state, list(State), _("there is no state “{name}”"), _("they are: {names}"))
    return [a for a in every if told.owner in (None, a.owner) and told.state in (None, a.state.value)]


def _row(one: Action) -> tuple[Styled, ...]:
    words = {
        State.OVERDUE: (_("overdue"), "warning"),
        State.OPEN: (_("open"), "muted"),
        State.DONE: (_("done"), "added"),
    }
    moved = _("was {day}").format(day=one.first_due) if one.due != one.first_due else ""
    what = next(iter(one.what.values()), "")
    return words[one.state], one.due.isoformat(), (one.owner, "name"), (one.id, "strong"), (moved, "muted"), what


def action_json(one: Action) -> dict[str, object]:
    return {
        "action": one.id,
        "meeting": one.meeting,
        "what": dict(one.what),
        "owner": one.owner,
        "due": one.due.isoformat(),
        "first_due": one.first_due.isoformat(),
        "state": one.state.value,
        "steps": [
            {"record": f"records/{s.name}.yaml", "done": s.done, "due": s.due.isoformat() if s.due else None,
             "by": s.by, "date": s.date.isoformat(), "reason": s.reason}
            for s in one.steps
        ],
    }  # fmt: skip


def _done(here: Session, told: _Told) -> None:
    if told.due is not None:
        raise LoiError(_("what is done has no last day"), _("write `loi actions move` to give it another day"))
    _record(here, told, None)


def _move(here: Session, told: _Told) -> None:
    if told.due is None:
        raise LoiError(_("it is not said to which day"), _("add --due 2022-03-15"))
    _record(here, told, day_typed(told.due))


def _record(here: Session, told: _Told, due: date | None) -> None:
    opened = here.open()
    with placed(opened.path):
        every = actions_of(opened, now().date())
    one = _named(told.name, every)
    if one.state is State.DONE:
        last = next(s for s in reversed(one.steps) if s.done)
        raise LoiError(
            _("{action} was done already: {by} on {date}").format(action=one.id, by=last.by, date=last.date),
            _("`loi undo {record}` opens it again").format(record=last.name),
        )
    if due is not None and due == one.due:
        raise LoiError(_("{action} is due on {day} already").format(action=one.id, day=due), _("name another day"))
    step = step_of(one.meeting, one.name, due=due, by=told.by, reason=told.reason, time=now())
    if not told.dry_run:
        keep_step(opened, [step])
    became = _("done") if due is None else _("due {day}").format(day=due)
    file = None if told.dry_run else f"records/{step[0]}.yaml"
    if told.format is As.JSON:
        here.console.json({"schema": 1, "action": one.id, "done": due is None,
                           "due": due.isoformat() if due else None, "record": file})  # fmt: skip
        return
    here.console.report((one.id, "name"), f"  {became}")
    if file:
        here.tell_record(file)


def _named(name: str | None, every: Sequence[Action]) -> Action:
    """The action item of this name. Raises LoiError for none, or for several."""
    if name is None:
        raise LoiError(_("which action item?"), _("`loi actions` lists them"))
    fitting = [a for a in every if name in (a.id, a.name)]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise LoiError(
            _("“{name}” fits {count} action items").format(name=name, count=len(fitting)),
            _("they are: {names}").format(names=", ".join(a.id for a in fitting)),
        )
    near = nearest(name, [n for a in every for n in (a.name, a.id)])
    raise LoiError(
        _("there is no action item “{name}”").format(name=name),
        _("did you mean “{near}”?").format(near=near) if near else _("`loi actions` lists them"),
    )


def _paper(here: Session, told: _Told) -> None:
    register = here.register()
    opened, today = register.opened, now().date()
    some = tuple(_some(here, told))
    with placed(opened.path):
        coming = next_meeting(opened, today)
    what = material(
        register,
        prospect(register, now(), "loi"),
        version=(register.heads or (register.root,))[0],
        against=None,
        receiver=None,
        languages=languages_named(None, register, None),
        meeting=coming,
    )
    calendar = calendar_to(coming, register, today) if coming else ()
    press = Press(here, register, [PaperFormat(told.format.value)])
    press.make("actions", replace(what, actions=some, calendar=calendar))
    press.finish()
    press.tell()
