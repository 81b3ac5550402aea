"""loi meeting."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from loi_cli.cli.choosing import one_of
from loi_cli.cli.days import day_typed
from loi_cli.cli.following_up import actions_of
from loi_cli.cli.papers import Press, formats_named, languages_named, material
from loi_cli.cli.session import DryRunOption, Session, now, placed, session, typed
from loi_cli.files.atomic import replace as replace_file
from loi_cli.files.source import Source
from loi_cli.files.together import write_all_new
from loi_cli.i18n import _, n_
from loi_cli.intake import meeting_marks as marks
from loi_cli.intake.calendar import all_meetings, meeting_named, minutes_of, minutes_path
from loi_cli.intake.form_differences import differences, kept_beyond, says_the_same
from loi_cli.intake.meeting_forms import FormFile, Spoken, form_filled_in
from loi_cli.intake.meeting_writing import meeting_bytes
from loi_cli.intake.meetings import read_meeting, spoken_languages
from loi_cli.intake.merging import prospect
from loi_cli.intake.minutes import read_minutes
from loi_cli.intake.negotiated import negotiated
from loi_cli.intake.register import Register
from loi_cli.intake.zones import zone_named
from loi_cli.meetings.planning import shared_out, topics
from loi_cli.meetings.timetable import length
from loi_cli.model.dossier import Dossier
from loi_cli.model.identifiers import is_slug
from loi_cli.model.meetings import Meeting, Mode
from loi_cli.model.minutes import Minutes
from loi_cli.model.problems import BadInput, LoiError, Place
from loi_cli.render.planned_meeting import named_meeting, words_of_forms

HELP = _(
    """new: a meeting file from the state of the dossier. What the last meeting asked for and is still open comes first,
then the articles in dispute with the other party, then those in dispute among us, then what units want to talk about;
the time is shared out among them. Zone, hours, place, languages and delegations are those of the last meeting, where
nothing else is said.

form M: a form of the meeting to fill in, in Word, or in Excel with --format xlsx: delegations, agenda, and the minutes
once it was held. read FILE: such a form as meetings/M.yaml and meetings/M.minutes.yaml; what the form has no cells for
stays as it is. Where one stands already and says something else, it is left as it
is, the new one goes beside it as M.yaml.new, and the difference is shown.

Examples:  loi meeting new --date 2022-02-15   ·   loi meeting new --date 2022-02-15 --start 14:00 --end 17:00
--zone Asia/Jakarta --slug bilateral --mode online   ·   loi meeting new --date 2022-02-15 --place "id=Ruang Rapat 3"
--place "en=Meeting Room 3" --language en,ru   ·   loi meeting form 2022-02-15 --format docx,xlsx   ·
loi meeting read form.xlsx"""
)


_MEETING_NAME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}-[a-z0-9][a-z0-9-]*")


class Action(StrEnum):
    NEW = "new"
    FORM = "form"
    READ = "read"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What the command line says of the meeting."""

    name: str | None
    date: str | None
    start: str | None
    end: str | None
    zone: str | None
    slug: str
    mode: str | None
    place: tuple[str, ...]
    languages: tuple[str, ...]
    contact: str
    formats: str
    dry_run: bool


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
    asked = _Asked(name=name, date=day, start=start, end=end, zone=zone, slug=slug, mode=mode, dry_run=dry_run,
                   place=tuple(place or ()), languages=tuple(c.strip() for c in languages.split(",") if c.strip()),
                   contact=typed(contact, "--contact", 200), formats=formats)  # fmt: skip
    doing: dict[Action, Callable[[Session, _Asked], None]] = {
        Action.NEW: _new,
        Action.FORM: _form,
        Action.READ: _read,
    }
    doing[wanted](here, asked)


def _new(here: Session, asked: _Asked) -> None:
    register = here.register()
    opened = register.opened
    with placed(opened.path):
        meetings, asked_for = all_meetings(opened), actions_of(opened, now().date())
    if asked.date is None:
        raise LoiError(_("a meeting has a day"), _("add --date 2022-02-15"))
    day = day_typed(asked.date)
    before = [m for m in meetings if m.date < day] or list(meetings)
    frame = _frame(asked, day, before[-1] if before else None, register)
    text = prospect(register, now(), "loi").version.text
    left = [action for action in asked_for if action.is_open]
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


def _form(here: Session, asked: _Asked) -> None:
    register = here.register()
    opened = register.opened
    with placed(opened.path):
        meeting = meeting_named(asked.name, opened, now().date())
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
    press = Press(here, register, formats_named(asked.formats))
    press.make("meeting-form", replace(what, minutes=minutes))
    press.finish()
    press.tell()
    here.console.note(_("next: fill it in, then `loi meeting read FILE`"))


def _read(here: Session, asked: _Asked) -> None:
    if asked.name is None:
        raise LoiError(_("which form?"), _("name the Word file: `loi meeting read FILE`"))
    register = here.register()
    opened = register.opened
    file = Path(asked.name)
    if not file.is_file():
        raise LoiError(_("there is no file {file}").format(file=file), _("name the form that was filled in"))
    spoken = Spoken(
        languages=spoken_languages(opened.dossier),
        parties=tuple(opened.dossier.parties),
        words=words_of_forms(opened.dossier),
    )
    form = form_filled_in(file.read_bytes(), str(file), spoken)
    if not _MEETING_NAME.fullmatch(form.name):
        raise LoiError(
            _("{file}: its first row names no meeting: “{name}”").format(file=file, name=form.name),
            _("leave the name of the meeting as the form has it: 2022-02-15-bilateral"),
        )
    path = opened.path / "meetings" / f"{form.name}.yaml"
    made = form.meeting_file(kept_beyond(path, marks.HELD))
    with _at_the_cells(made, file):
        meeting = read_meeting(Source.from_bytes(path.name, made.data), opened.dossier, form.name).value
    files = {path: made.data}
    minutes = None
    if (told := form.minutes_file()) is not None:
        with _at_the_cells(told, file):
            source = Source.from_bytes(f"{form.name}.minutes.yaml", told.data)
            minutes = read_minutes(source, opened.dossier, meeting, negotiated(register)).value
        files[minutes_path(meeting, opened.path)] = told.data
    _tell_understood(here, meeting, minutes)
    for words in form.strays:
        here.console.report("  ", (_("no place: "), "warning"), words)
    changed = {  # words without a cell are in the file as comments, which are no values
        one: new for one, new in files.items() if not says_the_same(one, new) or (form.strays and one == path)
    }
    for path in files:
        if path not in changed:
            here.console.note(_("{file} says the same already").format(file=here.told(path)))
    beside = {path: path.with_name(f"{path.name}.new") for path in changed if path.exists()}
    for path in beside:
        for line in differences(path, changed[path]):
            here.console.report((line, {"+": "added", "-": "removed"}.get(line[:1], "muted")))
    if asked.dry_run:
        return
    write_all_new({path: data for path, data in changed.items() if path not in beside})
    for path, place in beside.items():
        replace_file(place, changed[path])
    for path in changed:
        here.console.report(here.told(beside.get(path, path)))
    if beside:
        here.console.note(_("next: compare, and put what is right into the standing file; `loi` does not change it"))


@contextmanager
def _at_the_cells(made: FormFile, file: Path) -> Iterator[None]:
    """What is wrong is told of the form's cells, since those are what a person can mend."""
    try:
        yield
    except BadInput as bad:
        raise BadInput(made.placed(bad.problems, str(file))) from None


def _tell_understood(here: Session, meeting: Meeting, minutes: Minutes | None) -> None:
    seats = ", ".join(f"{code} {len(some)}" for code, some in meeting.delegations.items()) or "–"
    here.console.note((meeting.name, "name"), _("  seats: {seats}").format(seats=seats))
    here.console.note(n_("  {n} item on the agenda", "  {n} items on the agenda", len(meeting.agenda)))
    if minutes is not None:
        told = sum(bool(one.discussion or one.conclusion) for one in minutes.items)
        settled = sum(len(one.settled) for one in minutes.items)
        here.console.note(
            _("  minutes: {items} items told, {settled} conflicts settled, {actions} action items").format(
                items=told, settled=settled, actions=len(minutes.actions)
            )
        )


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
        venue=_by_language(asked.place, dossier) if asked.place else last.venue if last and not asked.mode else {},
        mode=Mode(mode) if mode else last.mode if last else Mode.IN_PERSON,
        languages=asked.languages or (last.languages if last else (dossier.prevails or dossier.languages[-1],)),
        delegations=last.delegations if last else {},
        agenda=(),
        classification=last.classification if last else dossier.classification,
        urgency=last.urgency if last else None,
        contact={dossier.languages[0]: asked.contact} if asked.contact else last.contact if last else {},
        copied_to=last.copied_to if last else (),
        holders=last.holders if last else (),
        where=Place(f"meetings/{day}-{asked.slug}.yaml"),
    )


def _by_language(said: Sequence[str], dossier: Dossier) -> dict[str, str]:
    """`en=Room 3` by its language; words without one are for every language of the meeting's papers."""
    known = spoken_languages(dossier)
    found: dict[str, str] = {}
    for each in said:
        language, equals, words = each.partition("=")
        if equals and language in known:
            found[language] = typed(words, "--place", 200)
        else:
            found = {**dict.fromkeys(dossier.languages, typed(each, "--place", 200)), **found}
    return found


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
