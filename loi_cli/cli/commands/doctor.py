"""loi doctor."""

from pathlib import Path

import typer

from loi_cli.cli.console import Console, Styled
from loi_cli.cli.layout import columns, hung
from loi_cli.cli.session import Format, FormatOption, Session, session
from loi_cli.cli.settings import settings
from loi_cli.cli.surroundings import Found, State, place, surroundings
from loi_cli.i18n import _, n_
from loi_cli.model.problems import LoiError

HELP = _(
    """Python, fonts, LibreOffice, git, templates, time zones, language, terminal: what is there, and for what is not,
the line that mends it. Exits 1 when something is missing that the dossier needs.

Examples:  loi doctor   ·   loi doctor --format json"""
)


def command(ctx: typer.Context, format: FormatOption = Format.TEXT) -> None:
    here = session(ctx)
    folder = _folder(here)
    found = surroundings(place(folder) if folder else None, settings(ctx))
    missing = sum(one.state is State.MISSING for one in found)
    if format is Format.JSON:
        here.console.json({"schema": 1, "found": [one._asdict() for one in found]})
    else:
        _tell(here.console, found)
        counted = n_("{n} thing is missing", "{n} things are missing", missing)
        here.console.note(counted if missing else _("nothing is missing that is needed"))
    if missing:
        raise typer.Exit(1)


def _folder(here: Session) -> Path | None:
    """The dossier's folder; None where none was named and none is here."""
    try:
        return here.path
    except LoiError:
        if here.given is not None:
            raise
        return None


def _tell(speaker: Console, found: tuple[Found, ...]) -> None:
    signs: dict[State, Styled] = {
        State.FINE: ("+", "added"),
        State.OPTIONAL: ("·", "muted"),
        State.MISSING: ("!", "warning"),
    }
    for one in found:
        for line in hung([signs[one.state], " ", (one.title, "strong"), "  "], [one.found], columns()):
            speaker.report(*line)
        if one.mend:
            for line in hung(["    → "], [one.mend], columns()):
                speaker.report(*line)
