"""loi render."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from loi_cli.checks.checklist import points
from loi_cli.checks.examination import subject_of
from loi_cli.cli.addressing import addressee
from loi_cli.cli.choosing import one_of, unit_named
from loi_cli.cli.console import Console
from loi_cli.cli.following_up import actions_of, meeting_for_papers
from loi_cli.cli.originals import list_originals, make_original
from loi_cli.cli.papers.asking import (
    LayoutOption,
    TemplatesOption,
    formats_named,
    languages_named,
    layout_named,
    party_named,
)
from loi_cli.cli.papers.formats import PaperFormat, document, printed
from loi_cli.cli.papers.materials import last_sent, material, preview
from loi_cli.cli.papers.press import Press
from loi_cli.cli.papers.stationery import Stationery, stationery
from loi_cli.cli.papers.withheld import Withheld
from loi_cli.cli.session import DryRunOption, now, placed, session
from loi_cli.files.shelf import shelf_for
from loi_cli.history.names import version_named
from loi_cli.i18n import _, n_
from loi_cli.intake.calendar import all_meetings, minutes_of
from loi_cli.intake.merging import as_merged, prospect
from loi_cli.intake.negotiated import negotiated
from loi_cli.intake.register import Register
from loi_cli.intake.rounds import current_round
from loi_cli.model.problems import LoiError
from loi_cli.model.versions import Version
from loi_cli.render.addressee import Addressee
from loi_cli.render.layout import Layout
from loi_cli.render.marks import Marks, still_in_dispute
from loi_cli.render.material import Material
from loi_cli.render.papers import paper_named

HELP = _(
    """Papers: loi, redline, matrix, summary, positions, checklist (every rule of a final text, passed or open); of a
meeting invitation (also as .ics), agenda, plain-agenda, rundown, delegations, attendance, badges, place-cards,
briefing, talking-points, packet; with --unit form, letter, reply. They go to out/internal/, with --for to
out/for-PARTY/, where nothing internal is in them; exits 1 when open words of ours were held back there.

--layout: parallel (languages side by side), sequence (one text after the other, each with its signatures), separate (a
document for each). --marks: clean (words in dispute read as they started), bracketed, marked (alternatives under each
other, and what the parties agreed on). --final makes the original that a party signs, with a sheet that certifies it
and a manifest of their hashes, into out/final-PARTY/; it refuses with exit 1 while anything is open, a gate too.

Examples:  loi render loi --for BLR   ·   loi render redline --from v1 --version v2 --language en --format docx   ·
loi render loi --final --layout sequence --format pdf"""
)


def command(
    ctx: typer.Context,
    paper: Annotated[str, typer.Argument(metavar="PAPER", help=_("Which paper."))],
    version: Annotated[str, typer.Option("--version", metavar="VERSION", help=_("Which version."))] = "head",
    against: Annotated[
        str | None, typer.Option("--from", metavar="VERSION", help=_("What a redline compares with; else its parent."))
    ] = None,
    language: Annotated[
        str | None, typer.Option("--language", metavar="LANG,…", help=_("Which languages; else all."))
    ] = None,
    party: Annotated[str | None, typer.Option("--for", metavar="PARTY", help=_("The party that it is for."))] = None,
    meeting: Annotated[
        str | None, typer.Option("--meeting", metavar="MEETING", help=_("Which meeting; else the next."))
    ] = None,
    unit: Annotated[
        str | None, typer.Option("--unit", metavar="UNIT", help=_("Which unit a form, a letter or a reply goes to."))
    ] = None,
    formats: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT,…",
            help=_("docx, html, pdf, xlsx, ics; with commas. Else docx,html, or as -o ends."),
        ),
    ] = "",
    layout: LayoutOption = "parallel",
    marks: Annotated[
        str, typer.Option("--marks", metavar="MARKS", help=_("clean, bracketed or marked."))
    ] = "bracketed",
    templates: TemplatesOption = None,
    final: Annotated[bool, typer.Option("--final", help=_("The original to be signed: nothing but the text."))] = False,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help=_("One file elsewhere; - is standard output."))
    ] = None,
    dry_run: DryRunOption = False,
) -> None:
    here = session(ctx)
    chosen = paper_named(paper)
    wanted = formats_named(formats or _by_suffix(output))
    register = here.register()
    receiver = party_named(party, register)
    shown = _version(version, register)
    found = prospect(register, now(), "loi")
    what = material(
        register,
        as_merged(register, now()) if chosen.needs_unit else found,
        version=shown,
        against=_compared(paper, against, shown, register, receiver),
        receiver=receiver,
        languages=languages_named(language, register, receiver),
        meeting=meeting_for_papers(meeting, register, now().date()) if chosen.needs_meeting else None,
        layout=layout_named(layout),
        marks=Marks(one_of(marks, list(Marks), _("there are no marks “{name}”"), _("they are: {names}"))),
        final=final,
    )
    if chosen.needs_minutes and what.meeting is not None:
        said = negotiated(register)
        minutes = minutes_of(what.meeting, register.opened, said)
        what = replace(what, minutes=minutes, disputes=said.disputes)
    if paper == "actions":
        with placed(register.opened.path):
            what = replace(what, actions=actions_of(register.opened, what.today))
    if chosen.needs_unit and unit is not None:
        what = replace(what, addressee=_addressee(unit, register))
    if chosen.needs_points:
        subject = subject_of(register, found, all_meetings(register.opened), what.today)
        what = replace(what, points=points(shown, subject))
    if paper == "redline" and what.against is None:
        raise LoiError(
            _("a redline for {party} needs a version that they know").format(party=receiver)
            if receiver
            else _("{version} has no version before it").format(version=shown.header.label),
            _("name the one to compare with: --from VERSION"),
        )
    if final and (paper != "loi" or output is not None):
        raise LoiError(
            _("--final makes the original of the instrument, and the sheet that certifies it, into out/"),
            _("write `loi render loi --final`, without -o"),
        )
    if output is not None:
        own = stationery(register.opened.path, templates)
        data = _made_alone(output, paper, what, wanted, own, here.console)
        if not dry_run:
            _write_elsewhere(output, data)
        if str(output) != "-":
            here.console.report(here.linked(output))
        withheld = Withheld()
        withheld.look_at(paper, what)
        withheld.tell(here.console)
        if withheld:
            raise typer.Exit(1)
        return
    press = Press(here, register, wanted, templates, shelves=shelf_for(dry_run))
    if final:
        make_original(press, what, register, found)
    else:
        for each in _separately(what):
            press.make(paper, each)
            if paper == "summary":
                press.make("loi", replace(each, marks=Marks.CLEAN))
    press.finish()
    if final:
        list_originals(press, what)
    press.tell()
    press.tell_what_is_next()
    _say_what_is_not_marked(press, what)
    if press.withheld:
        raise typer.Exit(1)


def run_for_meeting(
    ctx: typer.Context,
    paper: str,
    meeting: str | None,
    party: str | None,
    formats: str,
    *,
    layout: str,
    templates: Path | None,
    dry_run: bool,
) -> None:
    """What `loi agenda` does."""
    command(
        ctx, paper, party=party, meeting=meeting, formats=formats, layout=layout, templates=templates, dry_run=dry_run
    )


def _addressee(name: str, register: Register) -> Addressee:
    dossier = register.opened.dossier
    unit = dossier.units[unit_named(name, dossier)]
    number = current_round(dossier, unit, now().date())
    return addressee(unit, number, register)


def _separately(what: Material) -> tuple[Material, ...]:
    """A document for each language, where that is the layout."""
    if what.layout is not Layout.SEPARATE:
        return (what,)
    return tuple(replace(what, languages=(language,)) for language in what.languages)


def _say_what_is_not_marked(press: Press, what: Material) -> None:
    """A clean text looks settled; whoever made it must know where it is not."""
    if what.marks is Marks.CLEAN and (clauses := tuple(still_in_dispute(what.version.text))):
        counted = n_("{n} clause is in dispute", "{n} clauses are in dispute", len(clauses))
        press.here.console.note((counted, "warning"), _(", shown as it started: "), ", ".join(clauses))


def _by_suffix(output: Path | None) -> str:
    """The format that a file's name asks for; all that are made by default without one."""
    return output.suffix[1:] if output is not None and output.suffix else "docx,html"


def _made_alone(
    output: Path, paper: str, what: Material, wanted: tuple[PaperFormat, ...], own: Stationery, speaker: Console
) -> bytes:
    """The one document that is to be written elsewhere. Raises LoiError where there would be several."""
    if len(wanted) != 1:
        raise LoiError(_("-o takes one format"), _("add --format docx"))
    if len(_separately(what)) > 1:
        raise LoiError(
            _("-o takes one document"), _("name its language: --language {one}").format(one=what.languages[0])
        )
    from loi_cli.files.locks import is_open

    if is_open(output):
        raise LoiError(
            _("{file} is open in Word or LibreOffice").format(file=output), _("close it there, or give another name")
        )
    if wanted[0] is PaperFormat.PDF:
        return printed(paper, what, own, speaker)
    return document(paper, what, wanted[0], own)


def _write_elsewhere(output: Path, data: bytes) -> None:
    if str(output) == "-":
        sys.stdout.buffer.write(data)
        return
    from loi_cli.files.atomic import replace as write

    output.parent.mkdir(parents=True, exist_ok=True)
    write(output, data)


def _version(name: str, register: Register) -> Version:
    if register.is_new and name in ("head", "v1"):
        return preview(register.root, register)
    opened = register.opened
    return opened.store.version(version_named(name, opened.headers, opened.tags))


def _compared(paper: str, name: str | None, shown: Version, register: Register, receiver: str | None) -> Version | None:
    """What a paper compares with; the summary tells what changed since the version that was sent last."""
    if paper == "summary" and name is None:
        return last_sent(register)
    return _against(name, shown, register, receiver) if paper in ("redline", "packet", "summary") else None


def _against(name: str | None, shown: Version, register: Register, receiver: str | None) -> Version | None:
    """The version named, else the parent of the one shown. A party is never shown our steps between two versions
    unless a person names the one that it knows."""
    opened = register.opened
    if name is not None:
        return opened.store.version(version_named(name, opened.headers, opened.tags))
    if receiver is not None:
        return None
    parents = [h for h in opened.headers if h.hash in shown.header.parents]
    return opened.store.version(parents[0]) if parents else None
