"""loi meeting."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum
from typing import Annotated

import typer

from loi_cli.cli.choosing import one_of
from loi_cli.cli.days import day_typed
from loi_cli.cli.session import DryRunOption, Session, now, placed, session
from loi_cli.files.source import Source
from loi_cli.files.together import write_all_new
from loi_cli.i18n import _, n_
from loi_cli.intake.calendar import all_meetings, all_minutes
from loi_cli.intake.meeting_writing import meeting_bytes
from loi_cli.intake.meetings import read_meeting
from loi_cli.intake.merging import prospect
from loi_cli.intake.register import Register
from loi_cli.intake.zones import zone_named
from loi_cli.meetings.follow_up import follow_up
from loi_cli.meetings.planning import shared_out, topics
from loi_cli.meetings.timetable import length
from loi_cli.model.identifiers import is_slug
from loi_cli.model.meetings import Meeting, Mode
from loi_cli.model.problems import LoiError, Place
from loi_cli.model.records import ActionStep
from loi_cli.render.planned_meeting import named_meeting

HELP = _(
    """new: a meeting file from the state of the dossier. What the last meeting asked for and is still open comes first,
then the articles in dispute with the other party, then those in dispute among us, then what units want to talk about;
the time is shared out among them. Zone, hours, place, languages and delegations are those of the last meeting, where
nothing else is said.

Examples:  loi meeting new --date 2022-02-15   ·   loi meeting new --date 2022-02-15 --start 14:00 --end 17:00
--zone Asia/Jakarta --slug bilateral --mode online"""
)


class Action(StrEnum):
    NEW = "new"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What the command line says of the meeting."""

    date: str | None
    start: str | None
    end: str | None
    zone: str | None
    slug: str
    mode: str | None
    dry_run: bool


def command(
    ctx: typer.Context,
    action: Annotated[str, typer.Argument(metavar="ACTION", help=_("new."))],
    day: Annotated[str | None, typer.Option("--date", metavar="DAY", help=_("The day: 2022-02-15."))] = None,
    start: Annotated[str | None, typer.Option("--start", metavar="TIME", help=_("When it begins: 09:00."))] = None,
    end: Annotated[str | None, typer.Option("--end", metavar="TIME", help=_("When it ends: 12:00."))] = None,
    zone: Annotated[
        str | None, typer.Option("--zone", metavar="ZONE", help=_("The time zone of these hours: Asia/Jakarta."))
    ] = None,
    slug: Annotated[
        str, typer.Option("--slug", metavar="WORD", help=_("What its file is named after the day."))
    ] = "bilateral",
    mode: Annotated[str | None, typer.Option("--mode", metavar="MODE", help=_("in-person, online or hybrid."))] = None,
    dry_run: DryRunOption = False,
) -> None:
    here = session(ctx)
    wanted = Action(one_of(action, list(Action), _("there is no action “{name}”"), _("they are: {names}")))
    asked = _Asked(date=day, start=start, end=end, zone=zone, slug=slug, mode=mode, dry_run=dry_run)
    doing: dict[Action, Callable[[Session, _Asked], None]] = {Action.NEW: _new}
    doing[wanted](here, asked)


def _new(here: Session, asked: _Asked) -> None:
    register = here.register()
    opened = register.opened
    with placed(opened.path):
        meetings, held = all_meetings(opened), all_minutes(opened)
    if asked.date is None:
        raise LoiError(_("a meeting has a day"), _("add --date 2022-02-15"))
    day = day_typed(asked.date)
    before = [m for m in meetings if m.date < day] or list(meetings)
    frame = _frame(asked, day, before[-1] if before else None, register)
    text = prospect(register, now(), "loi").version.text
    steps = [r for r in opened.counting if isinstance(r, ActionStep)]
    left = tuple(a for a in follow_up(held, steps, now().date()) if a.is_open)
    planned = shared_out(topics(text, opened.dossier, register.inputs, left), length(frame))
    meeting, head, notes = named_meeting(frame, planned, text, opened.dossier)
    data = meeting_bytes(meeting, head, notes)
    path = opened.path / "meetings" / f"{meeting.name}.yaml"
    read_meeting(Source.from_bytes(f"meetings/{path.name}", data), opened.dossier, meeting.name)
    if asked.dry_run:
        here.console.report(data.decode().rstrip("\n"))
        return
    write_all_new({path: data})
    here.console.report(here.told(path))
    taken = before[-1].name if before and frame.delegations else ""
    if taken:
        here.console.note(_("  delegations as at {meeting}").format(meeting=taken))
    here.console.note(n_("  {n} topic", "  {n} topics", len(meeting.agenda)))
    here.console.note(_("next: go over it, then `loi agenda {meeting}`").format(meeting=meeting.name))


def _frame(asked: _Asked, day: date, last: Meeting | None, register: Register) -> Meeting:
    """The meeting without its agenda: what was asked for, else as it was last time."""
    dossier = register.opened.dossier
    if not is_slug(asked.slug):
        raise LoiError(
            _("`{name}` cannot be a name here").format(name=asked.slug), _("use a-z, 0-9 and hyphens: --slug bilateral")
        )
    zone = asked.zone or (last.zone if last else dossier.parties[dossier.home].zone)
    if not zone:
        raise LoiError(_("it is not known in which time zone it is held"), _("add --zone, such as Asia/Jakarta"))
    begins = _clock(asked.start, "--start") if asked.start else last.start if last else time(9)
    lasts = timedelta(minutes=length(last) if last else 180)
    ends = _clock(asked.end, "--end") if asked.end else _after(begins, lasts)
    if ends <= begins:
        raise LoiError(
            _("the meeting ends at {end}, and begins at {start}").format(end=f"{ends:%H:%M}", start=f"{begins:%H:%M}"),
            _("give the later time with --end"),
        )
    mode = one_of(asked.mode, list(Mode), _("there is no mode “{name}”"), _("they are: {names}")) if asked.mode else ""
    return Meeting(
        name=f"{day}-{asked.slug}",
        title={},
        date=day,
        start=begins,
        end=ends,
        zone=zone_named(zone),
        venue=last.venue if last and not asked.mode else {},
        mode=Mode(mode) if mode else last.mode if last else Mode.IN_PERSON,
        languages=last.languages if last else (dossier.prevails or dossier.languages[-1],),
        delegations=last.delegations if last else {},
        agenda=(),
        classification=last.classification if last else dossier.classification,
        where=Place(f"meetings/{day}-{asked.slug}.yaml"),
    )


def _clock(text: str, option: str) -> time:
    try:
        return time.fromisoformat(text if len(text) == 5 else "?")
    except ValueError:
        raise LoiError(
            _("{option} is “{text}”, which is no time of day").format(option=option, text=text),
            _("write hours and minutes, two digits each: 09:00"),
        ) from None


def _after(begins: time, lasts: timedelta) -> time:
    """The time so much later, on the same day at the latest."""
    minutes = begins.hour * 60 + begins.minute + int(lasts.total_seconds() // 60)
    return time(*divmod(min(minutes, 24 * 60 - 1), 60))
