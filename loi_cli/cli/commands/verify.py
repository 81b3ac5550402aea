"""loi verify."""

import typer

from loi_cli.cli.session import Format, FormatOption, session
from loi_cli.history.verify import verify
from loi_cli.i18n import _, n_

HELP = _(
    """Versions, the bytes of everything merged, and records. Damage is named, never repaired; exits 1 when there is
any.

Examples:  loi verify   ·   loi verify --format json"""
)


def command(ctx: typer.Context, format: FormatOption = Format.TEXT) -> None:
    here = session(ctx)
    count, damage = verify(here.path)
    if format is Format.JSON:
        found = [{"file": d.file, "message": d.message} for d in damage]
        here.console.json({"schema": 1, "files": count, "damage": found})
    else:
        for d in damage:
            here.console.report((f"{d.file}: ", "strong"), (d.message, "error"))
        if damage:
            here.console.note(_("next: restore these files from git or a backup"))
        else:
            here.console.report(n_("{n} file, as it was written", "{n} files, all as they were written", count))
    if damage:
        raise typer.Exit(1)
