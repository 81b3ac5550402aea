"""loi packet."""

from pathlib import Path
from typing import Annotated

import typer

from loi_cli.cli.commands.render import run_for_meeting
from loi_cli.i18n import _

HELP = _(
    """One Word file with a cover, contents and every paper in agenda order; with --for the one that holds nothing
internal. What is missing is listed on the cover.

Examples:  loi packet   ·   loi packet 2022-02-15 --for BLR --format docx"""
)


def command(
    ctx: typer.Context,
    meeting: Annotated[
        str | None, typer.Argument(metavar="MEETING", help=_("Which meeting; else the next, else the last."))
    ] = None,
    party: Annotated[str | None, typer.Option("--for", metavar="PARTY", help=_("The party that it is for."))] = None,
    formats: Annotated[str, typer.Option("--format", help=_("docx, html, pdf; several with commas."))] = "docx,html",
    layout: Annotated[str, typer.Option("--layout", help=_("parallel, sequence or separate."))] = "parallel",
    templates: Annotated[
        Path | None, typer.Option("--templates", metavar="DIR", help=_("Templates that come before all others."))
    ] = None,
) -> None:
    run_for_meeting(ctx, "packet", meeting, party, formats, layout=layout, templates=templates)
