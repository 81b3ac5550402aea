"""loi check."""

import os
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from loi_cli.checks.examination import examine, examine_file
from loi_cli.checks.reporters.plain import as_json
from loi_cli.checks.rule import Stage
from loi_cli.cli.complaints import tell_weighed
from loi_cli.cli.console import Console
from loi_cli.cli.onward import tell_to_look_around
from loi_cli.cli.session import DryRunOption, now, session
from loi_cli.i18n import _, n_
from loi_cli.model.problems import LoiError, Problem, Severity

HELP = _(
    """Without FILE the whole dossier; with it that file alone, before it is sent. Exits 1 when there is an error, with
--strict for a warning too. --stage weighs the same findings for where the text stands: what is daily life in a draft
is an error in a final text. Rules are switched off in dossier.yaml: checks: {ignore: [L104]}; `loi explain L104` tells
what a code means. --fix writes what is certain (typed numbers of articles, slips in official names, look-alike letters)
as an ordinary input of a unit; no person's file is touched.

Examples:  loi check   ·   loi check ilmate-1.yaml   ·   loi check --stage final --format sarif
·   loi check --fix --unit ilmate --dry-run"""
)


class Report(StrEnum):
    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"


def command(
    ctx: typer.Context,
    file: Annotated[Path | None, typer.Argument(metavar="FILE", help=_("One file alone."))] = None,
    strict: Annotated[bool, typer.Option("--strict", help=_("Warnings count too."))] = False,
    stage: Annotated[Stage, typer.Option("--stage", help=_("Where the text stands."))] = Stage.DRAFT,
    fix: Annotated[bool, typer.Option("--fix", help=_("Propose what is certain, as an input of --unit."))] = False,
    unit: Annotated[
        str | None, typer.Option("--unit", metavar="UNIT", help=_("With --fix: whose input it is."))
    ] = None,
    dry_run: DryRunOption = False,
    format: Annotated[Report, typer.Option("--format", help=_("How to report."))] = Report.TEXT,
) -> None:
    here = session(ctx)
    if fix:
        if file is not None or format not in (Report.TEXT, Report.JSON):
            raise LoiError(
                _("--fix is for a whole dossier, and reports as text or json"),
                _("a person's file is never rewritten; correct it where it was written"),
            )
        from loi_cli.cli.correcting import correct

        correct(here, unit, dry_run=dry_run, as_json=format is Report.JSON)
        return
    if unit is not None or dry_run:
        raise LoiError(_("--unit and --dry-run go with --fix"), _("write `loi check --fix --unit UNIT --dry-run`"))
    if file is None:
        folder: Path | None = here.path
        assert folder is not None
        problems = examine(folder, now(), stage)
    else:
        folder = None
        problems = examine_file(file, here.open(), now())
    _report(here.console, problems, format, folder)
    if format is Report.TEXT:
        _tell_what_is_next(here.console, problems, file, stage)
    if any(p.severity is Severity.ERROR or strict for p in problems):
        raise typer.Exit(1)


def _tell_what_is_next(speaker: Console, problems: Sequence[Problem], file: Path | None, stage: Stage) -> None:
    if problems:
        gravest = next((p for p in problems if p.severity is Severity.ERROR), problems[0])
        speaker.note(_("next: `loi explain {code}` tells what it means, and what to do").format(code=gravest.code))
    elif file is not None:
        speaker.note(_("next: `loi collect {file}` takes it in").format(file=file))
    elif stage is Stage.FINAL:
        speaker.note(_("next: `loi render loi --final` makes the original to be signed"))
    else:
        tell_to_look_around(speaker)


def _report(speaker: Console, problems: Sequence[Problem], format: Report, folder: Path | None) -> None:
    if format is Report.JSON:
        speaker.json(as_json(problems))
    elif format is Report.SARIF:
        from loi_cli.checks.reporters.sarif import as_sarif

        speaker.json(as_sarif(problems))
    elif format is Report.JUNIT:
        from loi_cli.checks.reporters.junit import as_junit

        speaker.report(as_junit(problems))
    elif format is Report.GITHUB:
        from loi_cli.checks.reporters.github import as_github

        for line in as_github(problems, "" if folder is None else os.path.relpath(folder).replace(os.sep, "/")):
            speaker.report(line)
    else:
        tell_weighed(problems, speaker.reporting(), folder)
        errors = sum(p.severity is Severity.ERROR for p in problems)
        speaker.note(
            n_("{n} error", "{n} errors", errors),
            ", ",
            n_("{n} warning", "{n} warnings", len(problems) - errors),
        )
