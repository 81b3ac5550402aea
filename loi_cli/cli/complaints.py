"""How errors are said: what is wrong, where, what was expected, what to do; the most important line last."""

import os
import sys
import tempfile
import traceback
from collections.abc import Iterable
from pathlib import Path

from loi_cli.cli.console import Console, Styled, console, width
from loi_cli.cli.links import Link, leading_to
from loi_cli.cli.settings import Settings
from loi_cli.files.atomic import remedy_of
from loi_cli.i18n import _, n_
from loi_cli.model.problems import BadInput, LoiError, Place, Problem, Severity

LONG = 160
"""A line is shown up to so many characters; of a longer one, those around the fault."""


def complain(error: LoiError) -> None:
    """Print an error that a person can mend."""
    speaker = console(color=Settings().color and "--no-color" not in sys.argv)
    if isinstance(error, BadInput):
        tell(error.problems, speaker, error.folder)
        count = len(error.problems)
        speaker.warn((n_("{n} problem; nothing was written", "{n} problems; nothing was written", count), "error"))
        return
    speaker.warn((_("error: "), "error"), error.message)
    if error.hint:
        speaker.warn((_("  help: "), "name"), error.hint)


def tell(problems: Iterable[Problem], speaker: Console, folder: Path | None = None) -> None:
    """One block a problem: place and message, the line with a caret, the help. A warning says that it is one."""
    for problem in problems:
        _tell(problem, "" if problem.severity is Severity.ERROR else _("warning: "), speaker, folder)


def tell_weighed(problems: Iterable[Problem], speaker: Console, folder: Path | None = None) -> None:
    """As `tell`, for a list of findings in which either may come next: an error says so too."""
    for problem in problems:
        weight = _("error: ") if problem.severity is Severity.ERROR else _("warning: ")
        _tell(problem, weight, speaker, folder)


def _tell(problem: Problem, weight: str, speaker: Console, folder: Path | None) -> None:
    style = "error" if problem.severity is Severity.ERROR else "warning"
    place: Styled = (f"{clickable(problem.place, folder)}:", _leading(problem.place, folder))
    speaker.warn(place, " ", (f"{problem.code} {weight}", style), problem.message)
    if problem.source:
        number = str(problem.place.line)
        line, before = _excerpt(problem.source.expandtabs(1), problem.place.column)
        speaker.warn((f"  {number} | ", "muted"), line)
        speaker.warn((f"  {' ' * len(number)} | ", "muted"), " " * before, ("^", style))
    if problem.help:
        speaker.warn((_("  help: "), "name"), problem.help)


def _excerpt(line: str, column: int) -> tuple[str, int]:
    """The line, or the part of a long one that the column stands in, and the width of what stands before it there."""
    start = 0
    if len(line) > LONG and column > LONG // 2:
        start = min(column - LONG // 2, len(line) - LONG)
    shown = line[start : start + LONG]
    before = line[start : max(start, column - 1)]
    if start:
        shown, before = f"… {shown}", f"… {before}"
    if start + LONG < len(line):
        shown = f"{shown} …"
    return shown, width(before)


def clickable(place: Place, folder: Path | None) -> str:
    """file:line:column as seen from where the person stands."""
    if folder is None or not (folder / place.file).exists():
        return str(place)
    try:
        shown = os.path.relpath(folder / place.file)
    except ValueError:  # another drive on Windows
        shown = str(folder / place.file)
    return str(Place(shown, place.line, place.column))


def _leading(place: Place, folder: Path | None) -> str | Link:
    """A place in bold; where the file is there, the words lead to it."""
    file = (folder or Path()) / place.file
    return leading_to(file, "strong") if file.exists() else "strong"


def complain_of_disk(error: OSError) -> None:
    """The file system said no: which file, why, what to do."""
    speaker = console()
    reason = error.strerror or str(error)
    if error.filename is None:
        speaker.warn((_("error: "), "error"), reason)
    else:
        speaker.warn(_("error: {file}: {reason}").format(file=error.filename, reason=reason))
    speaker.warn((_("  help: "), "name"), remedy_of(error))


def confess(error: BaseException, arguments: list[str]) -> None:
    """A bug of ours: a short message and a log file, no traceback."""
    text = "".join(traceback.format_exception(error))
    try:
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", prefix="loi-bug-", suffix=".log", delete=False) as log:
            log.write(f"loi {' '.join(arguments)}\n{text}")
        where = log.name
    except OSError:
        where = "–"
    speaker = console()
    speaker.warn(_("error: this is a bug in loi, not a mistake of yours: {error}").format(error=type(error).__name__))
    speaker.warn(_("  help: what happened stands in {file}; please send it to the maintainers").format(file=where))
