"""loi packet."""

from dataclasses import replace
from importlib.util import find_spec
from typing import Annotated

import typer

from loi_cli.cli.following_up import meeting_for_papers
from loi_cli.cli.looking import secrets
from loi_cli.cli.papers.asking import (
    LayoutOption,
    TemplatesOption,
    formats_named,
    languages_named,
    layout_named,
    party_named,
)
from loi_cli.cli.papers.formats import PaperFormat
from loi_cli.cli.papers.materials import last_sent, material, preview
from loi_cli.cli.papers.naming import stem
from loi_cli.cli.papers.press import Press, Shared
from loi_cli.cli.progress import progress
from loi_cli.cli.session import DryRunOption, Session, now, session
from loi_cli.files.shelf import shelf_for
from loi_cli.history.names import version_named
from loi_cli.i18n import _, n_
from loi_cli.intake.merging import prospect
from loi_cli.intake.register import Register
from loi_cli.meetings.packet_list import BESIDE_IT, BESIDE_IT_FOR_A_PARTY
from loi_cli.model.problems import LoiError
from loi_cli.model.versions import Version
from loi_cli.render.calendar_entry import calendar_entry
from loi_cli.render.marks import Marks
from loi_cli.render.material import Material
from loi_cli.render.papers.packet import papers_of
from loi_cli.render.pdf import libreoffice

HELP = _(
    """One Word file with a cover, contents and every paper in agenda order; every paper by itself; invitation, calendar
entry, attendance sheet, badges and place cards; for us the summary for the minister and the clean text; a zip of them
all; with LibreOffice one PDF, whose page numbers the contents of the Word file show too. What is missing is listed on
the cover. With --for the packet that holds nothing internal: every file is looked into before it is written.

Examples:  loi packet   ·   loi packet 2022-02-15 --for BLR --format docx   ·   loi packet --copies 12"""
)


def command(
    ctx: typer.Context,
    meeting: Annotated[
        str | None, typer.Argument(metavar="MEETING", help=_("Which meeting; else the next, else the last."))
    ] = None,
    party: Annotated[str | None, typer.Option("--for", metavar="PARTY", help=_("The party that it is for."))] = None,
    formats: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT,…",
            help=_("docx, html, pdf; with commas. Else docx,html, the packet also as pdf."),
        ),
    ] = "",
    copies: Annotated[
        int | None,
        typer.Option("--copies", metavar="N", min=0, max=999, help=_("So many numbered copies; else as many as the "
                     "meeting names holders.")),
    ] = None,
    language: Annotated[
        str | None, typer.Option("--language", metavar="LANG,…", help=_("Which languages; else all."))
    ] = None,
    layout: LayoutOption = "parallel",
    templates: TemplatesOption = None,
    dry_run: DryRunOption = False,
) -> None:  # fmt: skip
    here = session(ctx)
    wanted = formats_named(formats or "docx,html")
    register = here.register()
    receiver = party_named(party, register)
    languages = languages_named(language, register, receiver)
    what = replace(_material(register, meeting, receiver, copies), layout=layout_named(layout), languages=languages)
    press = Press(here, register, wanted, templates, Shared(), shelf_for(dry_run))
    with progress(here.console, _("making")) as working_on:
        for paper in (*_beside_it(what), *(each.value for each in papers_of(what).papers)):
            working_on(paper)
            press.make(paper, what)
        if receiver is None:
            working_on("summary")
            press.make("summary", replace(what, against=last_sent(register)))
            press.make("loi", replace(what, marks=Marks.CLEAN))
        _add_calendar_entry(press, what)
        also = () if formats else _printed(here)
        for number in range(1, what.copies + 1) if what.copies else (0,):
            working_on(f"packet {number}" if number else "packet")
            press.make("packet", replace(what, copy=number), also)
    if PaperFormat.DOCX in wanted and PaperFormat.PDF not in (*wanted, *also):
        here.console.note(_("Word finds the pages of the contents when it opens the packet; with pdf they are known"))
    if receiver is not None:
        _look_into(here, press, register, what, receiver)
    press.finish(bundle_name=f"{stem('packet', what)}.zip")
    press.tell()
    press.tell_what_is_next()
    if press.withheld:
        raise typer.Exit(1)


def _material(register: Register, meeting: str | None, receiver: str | None, copies: int | None) -> Material:
    opened = register.opened
    shown = (
        preview(register.root, register)
        if register.is_new
        else opened.store.version(version_named("head", opened.headers, opened.tags))
    )
    made = material(
        register,
        prospect(register, now(), "loi"),
        version=shown,
        against=_before(register, shown, receiver),
        receiver=receiver,
        languages=languages_named(None, register, receiver),
        meeting=meeting_for_papers(meeting, register, now().date()),
    )
    assert made.meeting is not None
    holders = len(made.meeting.holders) if receiver is None else 0
    return replace(made, copies=holders if copies is None else copies)


def _before(register: Register, shown: Version, receiver: str | None) -> Version | None:
    """What a redline compares with: for us the version before, for a party the one that it was sent last."""
    opened = register.opened
    if receiver is not None:
        sent = last_sent(register)
        return sent if sent is not None and sent.header.hash != shown.header.hash else None
    parents = [h for h in opened.headers if h.hash in shown.header.parents]
    return opened.store.version(parents[0]) if parents else None


def _beside_it(what: Material) -> tuple[str, ...]:
    return BESIDE_IT if what.receiver is None else BESIDE_IT_FOR_A_PARTY


def _add_calendar_entry(press: Press, what: Material) -> None:
    """Where what writes it is installed; else how to come by it."""
    if find_spec("icalendar") is None:
        press.here.console.note(_("no calendar entry: `pip install 'loi-cli[calendar]'` adds what writes it"))
        return
    press.keep("invitation", what, PaperFormat.ICS, calendar_entry(what))


def _printed(here: Session) -> tuple[PaperFormat, ...]:
    """PDF where what makes it is installed; else how to come by it."""
    try:
        libreoffice()
    except LoiError as error:
        here.console.note(_("no PDF: {why}; {hint}").format(why=error.message, hint=error.hint))
        return ()
    return (PaperFormat.PDF,)


def _look_into(here: Session, press: Press, register: Register, what: Material, receiver: str) -> None:
    """Exits 1, with nothing written, where anything internal is in a file."""
    texts = [version.text for version in (what.version, what.against) if version is not None]
    wrong = press.leaks(secrets(register, texts, receiver))
    for found in wrong:
        here.console.report(f"{found.file}: ", (found.what, "error"), f"  {found.part}")
    if wrong:
        count = len({found.file for found in wrong})
        here.console.warn(n_("{n} file holds what may not leave; nothing was written",
                             "{n} files hold what may not leave; nothing was written", count))  # fmt: skip
        raise typer.Exit(1)
    count = press.waiting
    here.console.note(n_("{n} file was looked into: nothing internal is in it",
                         "{n} files were looked into: nothing internal is in them", count))  # fmt: skip
