"""loi minutes."""

from dataclasses import replace
from typing import Annotated

import typer

from loi_cli.cli.papers.asking import formats_named, languages_named, party_named
from loi_cli.cli.papers.materials import material
from loi_cli.cli.papers.press import Press
from loi_cli.cli.session import ByOption, DryRunOption, Session, now, placed, session, typed
from loi_cli.cli.step import taken
from loi_cli.files.together import write_all_new
from loi_cli.i18n import _, n_
from loi_cli.intake.calendar import last_held, meeting_named, minutes_of, minutes_path
from loi_cli.intake.deciding import whole_reading
from loi_cli.intake.merging import prospect
from loi_cli.intake.minutes_recording import outcome_of
from loi_cli.intake.negotiated import Negotiated, negotiated
from loi_cli.intake.register import Register
from loi_cli.model.meetings import Meeting
from loi_cli.model.minutes import Minutes
from loi_cli.model.problems import LoiError
from loi_cli.render.blank_minutes import blank_minutes
from loi_cli.render.papers.agreed_minutes import Unsaid, unsaid

HELP = _(
    """The first time it writes meetings/M.minutes.yaml to fill in: item by item, with the conflicts that are open on
its clauses. Filled in, it is checked against the agenda, the text and its conflicts, and becomes three papers: minutes
(internal), agreed minutes for both heads of delegation to sign, a report (internal).

--record writes what the meeting agreed on as records: a bracket settled is a decision, a clause agreed an agreement,
both with the meeting's name; `loi merge` applies them, `loi blame` tells of the meeting. A clause agreed on whose
brackets the meeting settled is agreed as it reads then. What was recorded once is not recorded again.

Examples:  loi minutes 2022-02-15   ·   loi minutes 2022-02-15 --record --by "Direktur Akses Industri Internasional" """
)


def command(
    ctx: typer.Context,
    meeting: Annotated[
        str | None, typer.Argument(metavar="MEETING", help=_("Which meeting; else the last that was held."))
    ] = None,
    record: Annotated[bool, typer.Option("--record", help=_("Record what the meeting agreed on."))] = False,
    party: Annotated[
        str | None, typer.Option("--for", metavar="PARTY", help=_("Only the agreed minutes, for this party."))
    ] = None,
    formats: Annotated[
        str, typer.Option("--format", metavar="FORMAT,…", help=_("docx, html, pdf; several with commas."))
    ] = "docx,html",
    language: Annotated[
        str | None, typer.Option("--language", metavar="LANG", help=_("The language of our own papers."))
    ] = None,
    by: ByOption = "",
    dry_run: DryRunOption = False,
) -> None:
    here = session(ctx)
    wanted = formats_named(formats)
    register = here.register()
    opened = register.opened
    receiver = party_named(party, register)
    with placed(opened.path):
        held = last_held(opened, now().date()) if meeting is None else None
        met = held or meeting_named(meeting, opened, now().date())
        text = negotiated(register)
        minutes = minutes_of(met, opened, text)
    if minutes is None:
        if record:
            raise LoiError(
                _("{meeting} has no minutes yet").format(meeting=met.name),
                _("`loi minutes {meeting}` begins them").format(meeting=met.name),
            )
        _begin(here, met, register, dry_run)
        return
    if record:
        _record(here, minutes, met, register, typed(by, "--by", 100), dry_run)
        return
    press = Press(here, register, wanted)
    lacking = _print(press, register, met, minutes, text, receiver, language)
    press.finish()
    press.tell()
    for one in lacking:
        here.console.warn(
            (_("{place}: {what} is not said in “{language}”, the language of the agreed minutes, which show “{shown}”")
             .format(place=one.place, what=one.what, language=one.language, shown=one.shown), "warning")
        )  # fmt: skip
    if lacking:
        here.console.note(_("next: word it in that language, then `loi minutes {meeting}` again, before anybody signs")
                          .format(meeting=met.name))  # fmt: skip
        raise typer.Exit(1)
    here.console.note(_("next: `loi minutes {meeting} --record` records what was agreed on").format(meeting=met.name))


def _begin(here: Session, met: Meeting, register: Register, dry_run: bool) -> None:
    if not met.agenda:
        raise LoiError(
            _("{meeting} has no agenda").format(meeting=met.name), _("add its items; minutes follow the agenda")
        )
    text = (register.heads or (register.root,))[0].text
    data = blank_minutes(met, text, register.opened.dossier)
    path = minutes_path(met, register.opened.path)
    if dry_run:
        here.console.report(data.decode().rstrip("\n"))
        return
    write_all_new({path: data})
    here.console.report(here.linked(path))
    here.console.note(_("next: fill it in, then `loi minutes {meeting}` again").format(meeting=met.name))


def _record(here: Session, minutes: Minutes, met: Meeting, register: Register, by: str, dry_run: bool) -> None:
    if not by:
        raise LoiError(_("what is recorded has a name"), _("add --by OFFICE, or set LOI_BY"))
    with placed(register.opened.path):
        found = outcome_of(minutes, met, register, by, now())
    done = taken(register.opened, found.step, dry_run)
    speaker = here.console
    for one in found.decided:
        speaker.report((f"{one.dispute.conflict.id}  ", "strong"), whole_reading(one))
    for clause, ad in found.agreed:
        speaker.report((clause, "name"), "  ", _("agreed ad referendum") if ad else _("agreed"))
    done.tell(here)
    if found.before:
        speaker.note(n_("{n} thing was recorded before", "{n} things were recorded before", found.before))
    if not found.step:
        speaker.note(_("there is nothing new to record"))
    if found.decided:
        speaker.note(_("next: `loi merge` applies it"))


def _print(
    press: Press,
    register: Register,
    met: Meeting,
    minutes: Minutes,
    text: Negotiated,
    receiver: str | None,
    language: str | None,
) -> tuple[Unsaid, ...]:
    """Everything for us, our own papers in the language asked for, the agreed minutes for both; with a receiver that
    party's alone. Says what both would sign in another language than the rest."""
    found = prospect(register, now(), "loi")
    head = (register.heads or (register.root,))[0]
    lacking: tuple[Unsaid, ...] = ()
    for who in (None, register.opened.dossier.other) if receiver is None else (receiver,):
        what = material(
            register,
            found,
            version=head,
            against=None,
            receiver=who,
            languages=languages_named(None, register, who),
            meeting=met,
        )
        what = replace(what, minutes=minutes, disputes=text.disputes)
        if who is None:
            own = replace(what, languages=languages_named(language, register, None))
            press.make("minutes", own)
            press.make("report", own)
        press.make("agreed-minutes", what)
        lacking = unsaid(what)  # the same in both originals
    return lacking
