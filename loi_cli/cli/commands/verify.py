"""loi verify."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from loi_cli.cli.onward import tell_to_look_around
from loi_cli.cli.session import Format, FormatOption, session
from loi_cli.history.damage import Damage
from loi_cli.history.verify import verify
from loi_cli.i18n import _, n_
from loi_cli.model.problems import LoiError

HELP = _(
    """Versions, the bytes of everything merged, and records. Damage is named, never repaired; exits 1 when there is
any. With --manifest a folder of final documents against its manifest, what is missing, changed or extra; or an archive
against the list that it holds. That needs no dossier.

Examples:  loi verify   ·   loi verify --format json   ·   loi verify --manifest out/final-IDN
·  loi verify --manifest archive.zip"""
)


def command(
    ctx: typer.Context,
    manifest: Annotated[
        Path | None,
        typer.Option("--manifest", metavar="FILE|DIR", help=_("A manifest, the folder that holds it, or an archive.")),
    ] = None,
    format: FormatOption = Format.TEXT,
) -> None:
    here = session(ctx)
    count, damage = verify(here.path) if manifest is None else _documents(manifest)
    if format is Format.JSON:
        found = [{"file": d.file, "message": d.message} for d in damage]
        here.console.json({"schema": 1, "files": count, "damage": found})
    else:
        for d in damage:
            here.console.report((f"{d.file}: ", "strong"), (d.message, "error"))
        if not damage:
            here.console.report(n_("{n} file, as it was written", "{n} files, all as they were written", count))
            if manifest is None:
                tell_to_look_around(here.console)
        elif manifest is None:
            here.console.note(_("next: restore these files from git or a backup"))
        else:
            here.console.note(_("next: make them anew, `loi render loi --final`, or take them from the archive"))
    if damage:
        raise typer.Exit(1)


def _documents(given: Path) -> tuple[int, Sequence[Damage]]:
    """Raises LoiError where there is no manifest."""
    from loi_cli.history.archive import damage_in
    from loi_cli.render.manifest import held_against, manifests_in

    if given.suffix.lower() == ".zip" and given.is_file():
        return damage_in(given)
    manifests = manifests_in(given) if given.is_dir() else (given,)
    if not manifests:
        raise LoiError(
            _("{folder} holds no manifest").format(folder=given),
            _("`loi render loi --final` writes one beside the documents that it makes"),
        )
    return held_against(given if given.is_dir() else given.parent, manifests)
