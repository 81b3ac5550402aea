"""loi git-setup."""

import shutil
import subprocess
from pathlib import Path
from typing import Annotated

import typer

from loi_cli.cli.session import DryRunOption, Session, session
from loi_cli.files import atomic
from loi_cli.history.transcript import transcript
from loi_cli.i18n import _
from loi_cli.intake.starting import GIT_ATTRIBUTES, GIT_IGNORE
from loi_cli.model.problems import LoiError

HELP = _(
    """Adds what is missing to the dossier's .gitattributes (no line ending is ever changed; versions are shown as text)
and .gitignore (out/ is made anew), and tells this clone's git how to show a version. A clone that shall show versions
runs it once; nothing else in git has to be set.

Examples:  loi git-setup   ·   loi git-setup --dry-run"""
)


def command(
    ctx: typer.Context,
    dry_run: DryRunOption = False,
    printed: Annotated[
        Path | None, typer.Option("--print", metavar="FILE", help=_("Print a version's file as text: what git calls."))
    ] = None,
) -> None:
    here = session(ctx)
    if printed is not None:
        _print(here, printed)
        return
    folder = here.path
    git = _git(folder)
    for name, lines in missing_lines(folder).items():
        if not dry_run:
            _append(folder / name, lines)
        here.console.report(here.linked(folder / name), "  ", ("+ " + ", ".join(lines), "added"))
    for key, value in missing_settings(git, folder).items():
        if not dry_run:
            _asked(git, folder, "config", "--local", key, value)
        here.console.report(f"git config {key}  ", (f"+ {value}", "added"))
    if dry_run:
        return
    here.console.note(_("`git diff` and `git log -p` now show versions as text, clause by clause"))


def missing_lines(folder: Path) -> dict[str, list[str]]:
    """What the dossier's files for git lack."""
    wanted = {".gitattributes": GIT_ATTRIBUTES, ".gitignore": GIT_IGNORE}
    lacking = {name: _missing(folder / name, text) for name, text in wanted.items()}
    return {name: lines for name, lines in lacking.items() if lines}


def missing_settings(git: str, folder: Path) -> dict[str, str]:
    """What this clone's git is not told yet."""
    wanted = {"diff.loi.textconv": "loi git-setup --print", "diff.loi.cachetextconv": "true"}
    return {key: v for key, v in wanted.items() if _asked(git, folder, "config", "--local", "--get", key) != v}


def _print(here: Session, path: Path) -> None:
    try:
        for line in transcript(path):
            here.console.report(line)
    except (ValueError, KeyError, TypeError, OSError):
        raise LoiError(_("{file} is no version").format(file=path), _("name a file of versions/")) from None


def _git(folder: Path) -> str:
    git = shutil.which("git")
    if git is None:
        raise LoiError(_("git is not installed"), _("install it from git-scm.com, or by your system's packages"))
    if not _asked(git, folder, "rev-parse", "--show-toplevel"):
        raise LoiError(
            _("{folder} is in no git repository").format(folder=folder), _("`git init` in it, or in a folder above it")
        )
    return git


def _asked(git: str, folder: Path, *arguments: str) -> str:
    run = subprocess.run([git, "-C", str(folder), *arguments], capture_output=True, text=True, encoding="utf-8")
    return run.stdout.strip()


def _missing(path: Path, wanted: str) -> list[str]:
    there = {line.strip() for line in path.read_text("utf-8").splitlines()} if path.is_file() else set()
    return [line for line in wanted.splitlines() if line and not line.startswith("#") and line not in there]


def _append(path: Path, lines: list[str]) -> None:
    """Add lines at the end; what a person wrote stays as it is."""
    before = path.read_bytes() if path.is_file() else b""
    if before and not before.endswith(b"\n"):
        before += b"\n"
    atomic.replace(path, before + "".join(f"{line}\n" for line in lines).encode())
