"""loi schema."""

import json
from pathlib import Path
from typing import Annotated

import typer

from loi_cli.cli.choosing import one_of
from loi_cli.cli.session import DryRunOption, session
from loi_cli.i18n import _

HELP = _(
    """Without a name, lists them. With `--to DIR`, writes all of them there, for the first line of each file:
# yaml-language-server: $schema=schemas/dossier.schema.json

With `--keys`, every key of the file with what it means, for people.

Examples:  loi schema input   ·   loi schema input --keys   ·   loi schema --to schemas"""
)


def command(
    ctx: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="NAME", help=_("Which file's schema."))] = None,
    to: Annotated[
        Path | None, typer.Option("--to", metavar="DIR", help=_("Write all schemas into this folder."))
    ] = None,
    for_people: Annotated[bool, typer.Option("--keys", help=_("The keys and what they mean, in Markdown."))] = False,
    dry_run: DryRunOption = False,
) -> None:
    from loi_cli.intake.keys import keys
    from loi_cli.intake.schemas import SCHEMA_NAMES, schema

    here = session(ctx)
    chosen = name and one_of(name, SCHEMA_NAMES, _("there is no schema “{name}”"), _("they are: {names}"))
    if to is not None:
        if dry_run:
            for file in schema_files():
                here.console.report(here.linked(to / file))
        else:
            write_schemas(to)
            here.console.note(_("wrote {count} schemas into {folder}").format(count=len(SCHEMA_NAMES), folder=to))
    elif for_people:
        here.console.report("\n".join(line for one in ([chosen] if chosen else SCHEMA_NAMES) for line in keys(one)))
    elif chosen:
        here.console.json(schema(chosen))
    else:
        for known in SCHEMA_NAMES:
            here.console.report(known)


def write_schemas(folder: Path) -> None:
    """One file for each kind of file."""
    from loi_cli.files.atomic import replace

    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schema_files().items():
        replace(folder / name, text.encode())


def schema_files() -> dict[str, str]:
    """The schemas of all files, by the names of their own."""
    from loi_cli.intake.schemas import SCHEMA_NAMES, schema

    return {
        f"{name}.schema.json": json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n" for name in SCHEMA_NAMES
    }
