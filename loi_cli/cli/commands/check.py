"""loi check."""

from pathlib import Path
from typing import Annotated

import typer

from loi_cli.checks.examination import examine, examine_file
from loi_cli.cli.complaints import tell
from loi_cli.cli.session import Format, FormatOption, now, session
from loi_cli.i18n import _, n_
from loi_cli.model.problems import Problem, Severity

HELP = _(
    """Without FILE the whole dossier; with it that file alone, before it is sent. Exits 1 when there is an error, with
--strict for a warning too. Rules are switched off in dossier.yaml: checks: {ignore: [L104]}.

Examples:  loi check   ·   loi check ilmate-1.yaml   ·   loi check --strict --format json"""
)


def command(
    ctx: typer.Context,
    file: Annotated[Path | None, typer.Argument(metavar="FILE", help=_("One file alone."))] = None,
    strict: Annotated[bool, typer.Option("--strict", help=_("Warnings count too."))] = False,
    format: FormatOption = Format.TEXT,
) -> None:
    here = session(ctx)
    if file is None:
        folder: Path | None = here.path
        assert folder is not None
        problems = examine(folder, now())
    else:
        folder = None
        problems = examine_file(file, here.open(), now())
    if format is Format.JSON:
        here.console.json({"schema": 1, "problems": [problem_json(p) for p in problems]})
    else:
        tell(problems, here.console.reporting(), folder)
        errors = sum(p.severity is Severity.ERROR for p in problems)
        here.console.note(
            n_("{n} error", "{n} errors", errors),
            ", ",
            n_("{n} warning", "{n} warnings", len(problems) - errors),
        )
    if any(p.severity is Severity.ERROR or strict for p in problems):
        raise typer.Exit(1)


def problem_json(problem: Problem) -> dict[str, object]:
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "message": problem.message,
        "help": problem.help,
    }
