"""loi page."""

from pathlib import Path
from typing import Annotated

import typer

from loi_cli.cli.papers.asking import languages_named, party_named
from loi_cli.cli.papers.stationery import stationery
from loi_cli.cli.session import DryRunOption, Session, session
from loi_cli.cli.showing import Shown, shown, subject_of
from loi_cli.i18n import _, n_
from loi_cli.model.problems import LoiError

HELP = _(
    """One file that opens anywhere, also without a network: where the dossier stands, the text in any version and
language against any other, who wrote which words, conflicts, matrix, history, calendar. It goes to out/internal/, with
--for to out/for-PARTY/, where nothing internal is in it and older versions are those that the party has; exits 1 when
open words of ours were held back there.

--clause shows one clause large, for the wall of a meeting room: its brackets, and how it reads as each side wants it.
--serve shows the page on this computer alone, and shows it anew when a file changes; Ctrl-C ends it.

Examples:  loi page   ·   loi page --serve   ·   loi page --for BLR --clause 5.2 --serve"""
)


def command(
    ctx: typer.Context,
    party: Annotated[str | None, typer.Option("--for", metavar="PARTY", help=_("The party that it is for."))] = None,
    clause: Annotated[
        str | None, typer.Option("--clause", metavar="CLAUSE", help=_("Only this clause (id or number), large."))
    ] = None,
    language: Annotated[
        str | None, typer.Option("--language", metavar="LANG,…", help=_("Which languages; else all."))
    ] = None,
    version: Annotated[
        str, typer.Option("--version", metavar="VERSION", help=_("Which version it shows first."))
    ] = "head",
    serve: Annotated[
        bool, typer.Option("--serve", help=_("Show it on this computer, and anew when a file changes."))
    ] = False,
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help=_("With --serve: at which port; 0 is any that is free."))
    ] = 0,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help=_("A file elsewhere; - is standard output."))
    ] = None,
    dry_run: DryRunOption = False,
) -> None:
    here = session(ctx)

    def make(live: str = "") -> Shown:
        register = here.register(keep_going=True)
        own = stationery(register.opened.path).folders
        receiver = party_named(party, register)
        subject = subject_of(register, receiver, version, languages_named(language, register, receiver))
        return shown(subject, register, clause, own, live)

    if serve:
        if output is not None:
            raise LoiError(_("--serve writes no file"), _("leave out -o, or --serve"))
        from loi_cli.cli.serving import serve_page

        serve_page(here, make, port)
        return
    made = make()
    if made.leaks:
        for found in made.leaks:
            here.console.warn((found.what, "error"), f"  {made.name}")
        here.console.warn(_("the page holds what may not leave; nothing was written"))
        raise typer.Exit(1)
    _put(here, made, output, dry_run)
    if made.held:
        held = n_(
            "our own open words are held back in the clause {clauses}",
            "our own open words are held back in the clauses {clauses}",
            len(made.held),
        ).format(clauses=", ".join(made.held))
        here.console.warn((held, "warning"))
        raise typer.Exit(1)


def _put(here: Session, made: Shown, output: Path | None, dry_run: bool) -> None:
    import sys

    from loi_cli.files.shelf import shelf_for

    if output is None:
        shelved = shelf_for(dry_run)(here.path / "out" / made.folder).put(made.name, made.data)
        here.console.report(here.linked(shelved.path))
        if shelved.beside is not None:
            here.console.note((_("  {file} was edited, or is open: the new one stands beside it").format(
                file=shelved.beside.name), "warning"))  # fmt: skip
    elif str(output) == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(made.data)
        sys.stdout.buffer.flush()
        return
    else:
        from loi_cli.files.atomic import replace

        if not dry_run:
            output.parent.mkdir(parents=True, exist_ok=True)
            replace(output, made.data)
        here.console.report(here.linked(output))
    if made.left_out:
        here.console.note(_("{n} older versions are left out, so that the page stays light").format(n=made.left_out))
    if not dry_run:
        here.console.note(_("next: open it in a browser, or `loi page --serve` shows it and keeps it fresh"))
