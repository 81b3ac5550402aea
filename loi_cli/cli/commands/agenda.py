"""loi agenda."""

from typing import Annotated

import typer

from loi_cli.cli.commands.render import run_for_meeting
from loi_cli.cli.papers.asking import LayoutOption, TemplatesOption
from loi_cli.cli.session import DryRunOption
from loi_cli.i18n import _

HELP = _(
    """Annotated for our delegation; with --for the plain one, for the other side of the table.

Examples:  loi agenda   ·   loi agenda 2022-02-15 --for BLR --format docx"""
)


def command(
    ctx: typer.Context,
    meeting: Annotated[
        str | None, typer.Argument(metavar="MEETING", help=_("Which meeting; else the next, else the last."))
    ] = None,
    party: Annotated[str | None, typer.Option("--for", metavar="PARTY", help=_("The party that it is for."))] = None,
    formats: Annotated[
        str, typer.Option("--format", metavar="FORMAT,…", help=_("docx, html, pdf; several with commas."))
    ] = "docx,html",
    layout: LayoutOption = "parallel",
    templates: TemplatesOption = None,
    dry_run: DryRunOption = False,
) -> None:
    run_for_meeting(ctx, "agenda", meeting, party, formats, layout=layout, templates=templates, dry_run=dry_run)
