"""loi meeting."""

from dataclasses import replace
from enum import StrEnum
from typing import Annotated

import typer

from loi_cli.cli.choosing import one_of
from loi_cli.cli.days import day_typed
from loi_cli.cli.following_up import actions_of
from loi_cli.cli.form_intake import take_in_form
from loi_cli.cli.meeting_frame import Wanted, frame_of
from loi_cli.cli.papers.asking import formats_named, languages_named
from loi_cli.cli.papers.materials import material
from loi_cli.cli.papers.press import Press
from loi_cli.cli.session import DryRunOption, Session, now, placed, session, typed
from loi_cli.files.source import Source
from loi_cli.files.together import write_all_new
from loi_cli.i18n import _, n_
from loi_cli.intake.calendar import all_meetings, meeting_named, minutes_of, minutes_path
from loi_cli.intake.meeting_writing import meeting_bytes
from loi_cli.intake.meetings import read_meeting
from loi_cli.intake.merging import prospect
from loi_cli.meetings.planning import shared_out, topics
from loi_cli.meetings.timetable import length
from loi_cli.model.problems import LoiError
from loi_cli.render.planned_meeting import named_meeting

HELP = _(
    """new: a meeting file from the state of the dossier. What the last meeting asked for and is still open comes first,
then the articles in dispute with the other party, then those in dispute among us, then what units want to talk about;
the time is shared out among them. Zone, hours, place, languages and delegations are those of the last meeting, where
nothing else is said.

form M: a form of the meeting to fill in, in Word, or in Excel with --format xlsx: delegations, agenda, figures of the
briefing, and the minutes once it was held. read FILE: such a form as meetings/M.yaml and meetings/M.minutes.yaml; what
the form has no cells for stays as it is. Where one stands already and says something else, it is left as it is, the new
one goes beside it as M.yaml.new, and the difference is shown. What was written beside the cells is told; then the exit
code is 1.

Examples:  loi meeting new --date 2022-02-15   ·   loi meeting new --date 2022-02-15 --start 14:00 --end 17:00
--zone Asia/Jakarta --slug bilateral --mode online   ·   loi meeting new --date 2022-02-15 --place "id=Ruang Rapat 3"
--place "en=Meeting Room 3" --language en,ru   ·   loi meeting form 2022-02-15 --format docx,xlsx   ·
loi meeting read form.xlsx"""
)


class Action(StrEnum):
    NEW = "new"
    FORM = "form"
    READ = "read"


def command(
    ctx: typer.Context,
    action: Annotated[str, typer.Argument(metavar="ACTION", help=_("new, form or read."))],
    name: Annotated[
        str | None, typer.Argument(metavar="[MEETING|FILE]", help=_("Which meeting; the form that was filled in."))
    ] = None,
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
    place: Annotated[
        list[str] | None,
        typer.Option("--place", metavar="PLACE", help=_("Where: “Jakarta”, or by language “en=Room 3, Jakarta”.")),
    ] = None,
    languages: Annotated[
        str, typer.Option("--language", metavar="CODES", help=_("The languages spoken there: en,ru."))
    ] = "",
    contact: Annotated[str, typer.Option("--contact", metavar="WHOM", help=_("Whom to ask; on the invitation."))] = "",
    formats: Annotated[str, typer.Option("--format", help=_("Of the form: docx, xlsx; both with a comma."))] = "docx",
    dry_run: DryRunOption = False,
) -> None:
    here = session(ctx)
    wanted = Action(one_of(action, list(Action), _("there is no action “{name}”"), _("they are: {names}")))
    match wanted:
        case Action.NEW:
            if day is None:
                raise LoiError(_("a meeting has a day"), _("add --date 2022-02-15"))
            asked = Wanted(
                day=day_typed(day), start=start, end=end, zone=zone, slug=slug, mode=mode, place=tuple(place or ()),
                languages=tuple(code.strip() for code in languages.split(",") if code.strip()),
                contact=typed(contact, "--contact", 200),
            )  # fmt: skip
            _new(here, asked, dry_run=dry_run)
        case Action.FORM:
            _form(here, name, formats)
        case Action.READ:
            if name is None:
                raise LoiError(_("which form?"), _("name the Word or Excel file: `loi meeting read FILE`"))
            if not take_in_form(here, name, dry_run=dry_run):
                raise typer.Exit(1)


def _new(here: Session, asked: Wanted, *, dry_run: bool) -> None:
    register = here.register()
    opened = register.opened
    with placed(opened.path):
        meetings, asked_for = all_meetings(opened), actions_of(opened, now().date())
    before = [m for m in meetings if m.date < asked.day] or list(meetings)
    held = [m for m in before if minutes_path(m, opened.path).exists()]
    frame = frame_of(asked, before[-1] if before else None, opened.dossier)
    text = prospect(register, now(), "loi").version.text
    left = [action for action in asked_for if action.is_open]
    asked_about = topics(text, opened.dossier, register.inputs, left, held, register.withdrawn_by)
    planned = shared_out(asked_about, length(frame))
    meeting, head, notes = named_meeting(frame, planned, text, opened.dossier)
    data = meeting_bytes(meeting, head, notes)
    path = opened.path / "meetings" / f"{meeting.name}.yaml"
    read_meeting(Source.from_bytes(f"meetings/{path.name}", data), opened.dossier, meeting.name)
    if dry_run:
        here.console.report(data.decode().rstrip("\n"))
        return
    write_all_new({path: data})
    here.console.report(here.linked(path))
    taken = before[-1].name if before and frame.delegations else ""
    if taken:
        here.console.note(_("  delegations as at {meeting}").format(meeting=taken))
    here.console.note(n_("  {n} topic", "  {n} topics", len(meeting.agenda)))
    here.console.note(_("next: go over it, then `loi agenda {meeting}`").format(meeting=meeting.name))


def _form(here: Session, name: str | None, formats: str) -> None:
    register = here.register()
    opened = register.opened
    with placed(opened.path):
        meeting = meeting_named(name, opened, now().date())
        minutes = minutes_of(meeting, opened)
    what = material(
        register,
        prospect(register, now(), "loi"),
        version=(register.heads or (register.root,))[0],
        against=None,
        receiver=None,
        languages=languages_named(None, register, None),
        meeting=meeting,
    )
    press = Press(here, register, formats_named(formats))
    press.make("meeting-form", replace(what, minutes=minutes))
    press.finish()
    press.tell()
    here.console.note(_("next: fill it in, then `loi meeting read FILE`"))
