"""loi init."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from loi_cli.cli.commands.schema import schema_files
from loi_cli.cli.session import DryRunOption, Session, session
from loi_cli.files.together import write_all_new
from loi_cli.i18n import _
from loi_cli.intake.pipelines import Pipeline, pipeline_file
from loi_cli.intake.starting import check_new, example_files, new_dossier, starting_files
from loi_cli.model.problems import LoiError

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
        Path | None,
        typer.Option("--from", metavar="DOSSIER", help=_("Take parties, units, gates, checks and templates over.")),
    ] = None,
    example: Annotated[
        bool, typer.Option("--example", help=_("A copy of the worked example, Indonesia and Belarus 2022."))
    ] = False,
    ci: Annotated[
        Pipeline | None, typer.Option("--ci", help=_("In place of a dossier, the CI file for those in DIR."))
    ] = None,
    dry_run: DryRunOption = False,
) -> None:
    here = session(ctx)
    if ci is not None:
        files = {name: text.encode() for name, text in pipeline_file(folder, ci).items()}
        if not dry_run:
            write_all_new({folder / name: data for name, data in files.items()})
        _tell(here, folder, files, dry_run, _("next: commit it; it runs with every push"))
        return
    if example:
        if folder.exists():
            raise LoiError(_("{folder} is there already").format(folder=folder), _("name a new folder"))
        if not dry_run:
            new_dossier(folder, example_files())
        _tell(here, folder, [""], dry_run, _("next: `loi -C {folder} status`, then `loi -C {folder} build`"))
        return
    files = starting_files(like)
    schemas = {f"schemas/{name}": text.encode() for name, text in schema_files().items()}
    check_new(folder, files | schemas)
    if not dry_run:
        new_dossier(folder, files | schemas)
    hint = _("next: edit {file}, then `loi -C {folder} check`").replace("{file}", here.told(folder / "dossier.yaml"))
    _tell(here, folder, [*files, "schemas"], dry_run, hint)


def _tell(here: Session, folder: Path, files: Iterable[str], dry_run: bool, hint: str) -> None:
    for name in sorted(files):
        here.console.report(here.linked(folder / name))
    if not dry_run:
        here.console.note(hint.replace("{folder}", here.told(folder)))
