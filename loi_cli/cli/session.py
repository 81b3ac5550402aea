"""What a command works with: the settings, the console, the clock, the dossier."""

import os
import time
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from loi_cli.cli.console import Console, Styled, console, filled
from loi_cli.cli.links import leading_to
from loi_cli.cli.settings import settings
from loi_cli.i18n import _
from loi_cli.intake.opening import OpenDossier, open_dossier
from loi_cli.intake.register import Register, take_stock
from loi_cli.intake.whereabouts import find_dossier
from loi_cli.model.problems import BadInput, LoiError
from loi_cli.model.words import tidy


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"


FormatOption = Annotated[Format, typer.Option("--format", help=_("How to report."))]
AuthorOption = Annotated[
    str,
    typer.Option(
        "--author", metavar="OFFICE", envvar="LOI_BY", show_envvar=True, help=_("Who does it: an office or a name.")
    ),
]
ReasonOption = Annotated[str, typer.Option("--reason", metavar="WHY", help=_("Why."))]


def _promised(ctx: typer.Context, dry_run: bool) -> bool:
    """A dry run ends with the same words whatever the command."""
    if dry_run:
        ctx.call_on_close(lambda: session(ctx).console.note(_("nothing was written")))
    return dry_run


DryRunOption = Annotated[
    bool, typer.Option("--dry-run", callback=_promised, help=_("Show what would be done; write nothing."))
]
ByOption = Annotated[
    str,
    typer.Option(
        "--by", metavar="OFFICE", envvar="LOI_BY", show_envvar=True, help=_("Who does it: an office or a name.")
    ),
]


class Session(NamedTuple):
    """One run of one command."""

    console: Console
    given: Path | None

    @property
    def path(self) -> Path:
        """The dossier's folder. Raises LoiError when there is none."""
        return find_dossier(self.given, Path.cwd())

    def open(self) -> OpenDossier:
        """The dossier, its versions and records."""
        path = self.path
        with placed(path):
            return open_dossier(path)

    def register(self, keep_going: bool = False) -> Register:
        """Every input ever taken in."""
        opened = self.open()
        with placed(opened.path):
            return take_stock(opened, now(), keep_going)

    def readable(self) -> Register:
        """Every input that can be read, for a look at what was merged: the others are left out, and named."""
        register = self.register(keep_going=True)
        for file in sorted({problem.place.file for problem in register.refused}):
            self.console.warn((_("{file} is left out: `loi check` says why").format(file=file), "warning"))
        return register

    def told(self, path: Path) -> str:
        """A path as seen from where the person stands."""
        try:
            return os.path.relpath(path)
        except ValueError:  # another drive on Windows
            return str(path)

    def linked(self, path: Path, style: str = "") -> Styled:
        """The path as `told`, which leads to the file where the terminal can."""
        return self.told(path), leading_to(path, style)

    def tell_record(self, file: str) -> None:
        """`wrote records/….yaml`."""
        self.console.note(*filled(_("wrote {file}"), file=(file, leading_to(self.path / file))))


def session(ctx: typer.Context) -> Session:
    found = settings(ctx)
    return Session(console(color=found.color, quiet=found.quiet), found.dossier)


class placed:  # noqa: N801 - reads as a clause: with placed(folder): …
    """Problems raised inside are shown with their files' paths as seen from here."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, BadInput):
            error.folder = self.folder


def now() -> datetime:
    """The time, to the second; SOURCE_DATE_EPOCH (reproducible-builds.org) stops the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        try:
            return datetime.fromtimestamp(int(epoch), UTC)
        except (ValueError, OverflowError, OSError):
            raise LoiError(
                _("SOURCE_DATE_EPOCH is “{epoch}”").format(epoch=epoch),
                _("it is a number of seconds since 1970"),
            ) from None
    return datetime.fromtimestamp(int(time.time()), UTC)


def typed(text: str, option: str, most: int) -> str:
    """Words of an option that are kept for good, on one line. Raises LoiError for those that no text may hold, and for
    more than `most` letters."""
    from loi_cli.files.characters import first_forbidden, named, why_forbidden

    text = tidy(text)
    if found := first_forbidden(text):
        raise LoiError(
            _("{option} holds {character}: {why}").format(
                option=option, character=named(found), why=why_forbidden(found)
            ),
            _("type the words anew without it"),
        )
    if len(text) > most:
        raise LoiError(
            _("{option} has {count} letters; {most} is the most").format(option=option, count=len(text), most=most),
            _("make it shorter; what needs more words belongs into an input's reason"),
        )
    return text


def moment(time: datetime) -> str:
    """A time as records and versions write it."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ")


def signed(by: str, reason: str, what: str) -> tuple[str, str]:
    """The office and the reason, on one line each. Raises LoiError where one is missing; `what` is told to need it."""
    by, reason = typed(by, "--by", 100), typed(reason, "--reason", 2000)
    if not by or not reason:
        raise LoiError(what, _("add --by OFFICE (or set LOI_BY) and --reason WHY"))
    return by, reason


def author(given: str) -> str:
    """Who does it: the name given, else the one the computer knows."""
    if given.strip():
        return typed(given, "--author", 100)
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        raise LoiError(
            _("nobody's name stands behind this"), _("say who you are: --author OFFICE, or set LOI_BY")
        ) from None
