"""loi init."""

from pathlib import Path
from typing import Annotated

import typer

from loi_cli.cli.commands.schema import schema_files
from loi_cli.cli.session import session
from loi_cli.files.together import write_all_new
from loi_cli.i18n import _
from loi_cli.intake.pipelines import Pipeline, pipeline_file
from loi_cli.intake.starting import copy_example, new_dossier, starting_files

HELP = _(
    """Writes dossier.yaml, concept.yaml, two example inputs and a meeting, with comments that say what each line is
for, and the schemas that make editors help. What lies in examples/ counts once `loi collect`
has taken it in. `loi check` passes on it as it is. --ci writes the file that makes a git server check and render all
dossiers of the repository DIR with every change, and keep internal papers and those for the party apart.

Examples:  loi init drafts/my-negotiation   ·   loi init drafts/next --from drafts/my-negotiation
·   loi init example --example   ·   loi init . --ci github"""
)


def command(
    ctx: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help=_("The new folder."))],
    like: Annotated[
        Path | None, typer.Option("--from", metavar="DOSSIER", help=_("Take parties and units over from this one."))
    ] = None,
    example: Annotated[
        bool, typer.Option("--example", help=_("A copy of the worked example, Indonesia and Belarus 2022."))
    ] = False,
    ci: Annotated[
        Pipeline | None, typer.Option("--ci", help=_("In place of a dossier, the CI file for those in DIR."))
    ] = None,
) -> None:
    here = session(ctx)
    if ci is not None:
        for name, text in pipeline_file(folder, ci).items():
            write_all_new({folder / name: text.encode()})
            here.console.report(here.told(folder / name))
        here.console.note(_("next: commit it; it runs with every push"))
        return
    if example:
        copy_example(folder)
        here.console.report(here.told(folder))
        here.console.note(
            _("next: `loi -C {folder} status`, then `loi -C {folder} build`").format(folder=here.told(folder))
        )
        return
    files = starting_files(like)
    new_dossier(folder, files | {f"schemas/{name}": text for name, text in schema_files().items()})
    for name in sorted(files):
        here.console.report(here.told(folder / name))
    shown = here.told(folder)
    here.console.note(_("next: edit {file}, then `loi -C {folder} check`").format(
        file=here.told(folder / "dossier.yaml"), folder=shown))  # fmt: skip
