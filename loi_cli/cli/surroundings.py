"""What loi finds around it on this computer, each thing with how to mend it."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from loi_cli import __version__
from loi_cli.cli.commands.git_setup import missing_lines, missing_settings
from loi_cli.cli.layout import columns
from loi_cli.cli.papers.stationery import Stationery, stationery
from loi_cli.cli.settings import Settings
from loi_cli.files.source import Source
from loi_cli.i18n import CATALOGUES, VARIABLES, _, n_, spoken_language
from loi_cli.intake.dossier import read_dossier
from loi_cli.intake.folders import meeting_files
from loi_cli.intake.whereabouts import MANIFEST
from loi_cli.model.dossier import Dossier
from loi_cli.model.problems import BadInput, LoiError
from loi_cli.render.pdf import found_libreoffice

_OLDEST = (3, 11)
_EXTRAS = {"spreadsheet": ("xlsxwriter", "openpyxl"), "calendar": ("icalendar",), "pdf": ("pikepdf",)}
_COMPLETIONS = {
    "bash": ".bash_completions/loi.sh",
    "zsh": ".zfunc/_loi",
    "fish": ".config/fish/completions/loi.fish",
}
"""Where Typer writes them, below the home folder."""


class State(StrEnum):
    FINE = "fine"
    MISSING = "missing"
    """The dossier, or loi itself, needs it."""
    OPTIONAL = "optional"
    """It would give more, and nothing stands still without it."""


class Found(NamedTuple):
    """One thing that was looked for: its name in JSON and in words, what is there, the line that mends it."""

    name: str
    title: str
    state: State
    found: str
    mend: str = ""


class Place(NamedTuple):
    """A dossier's folder, and what its dossier.yaml says; None where that cannot be read."""

    folder: Path
    dossier: Dossier | None


def place(folder: Path) -> Place:
    try:
        return Place(folder, read_dossier(Source.read(folder / MANIFEST, MANIFEST)).value)
    except (BadInput, LoiError, OSError):
        return Place(folder, None)


def surroundings(here: Place | None, settings: Settings) -> tuple[Found, ...]:
    """Everything that was looked for, the tool first."""
    looks: list[Callable[[Place | None], Iterator[Found]]] = [
        _python, _dossier, _templates, _fonts, _libreoffice, _git, _time_zones, _words_of_protocol, _extras,
    ]  # fmt: skip
    return (*(one for look in looks for one in look(here)), *_language(), *_terminal(settings), *_completion())


def _python(_here: Place | None) -> Iterator[Found]:
    found = f"{'.'.join(map(str, sys.version_info[:3]))}, {sys.executable}"
    new_enough = sys.version_info[:2] >= _OLDEST
    mend = "" if new_enough else _("install Python {oldest} or newer").format(oldest=".".join(map(str, _OLDEST)))
    yield Found("python", "Python", State.FINE if new_enough else State.MISSING, found, mend)
    yield Found("loi", "loi", State.FINE, f"{__version__}, {Path(__file__).parents[1]}")


def _dossier(here: Place | None) -> Iterator[Found]:
    title = _("dossier")
    if here is None:
        yield Found("dossier", title, State.OPTIONAL, _("none here"), _("`loi init DIR` writes one"))
        return
    shown = str(here.folder)
    if here.dossier is None:
        yield Found(
            "dossier", title, State.MISSING, _("{folder}: dossier.yaml cannot be read").format(folder=shown),
            _("`loi check` says why"),
        )  # fmt: skip
        return
    closed = [p.name for p in (here.folder, here.folder / "out") if p.exists() and not os.access(p, os.W_OK)]
    if closed:
        yield Found(
            "dossier", title, State.MISSING, _("nobody may write into {names}").format(names=", ".join(closed)),
            _("let yourself write there: `chmod -R u+w {folder}`").format(folder=shown),
        )  # fmt: skip
        return
    yield Found("dossier", title, State.FINE, shown)


def _templates(here: Place | None) -> Iterator[Found]:
    from loi_cli.render.template_check import faults_in, templates_in_use

    title = _("templates of the office")
    own = _stationery(here).folders
    if not own:
        yield Found("templates", title, State.FINE, _("none; loi's own are used"))
        return
    foreign = sum(one.folder is not None for one in templates_in_use(own))
    faults = faults_in(own)
    counted = n_("{n} template", "{n} templates", foreign)
    if faults:
        counted += n_(", {n} fault", ", {n} faults", len(faults))
        yield Found("templates", title, State.MISSING, counted, _("`loi templates check` says where"))
    else:
        yield Found("templates", title, State.FINE, counted)


def _fonts(here: Place | None) -> Iterator[Found]:
    from loi_cli.render.fonts import missing_fonts

    title = _("fonts")
    if shutil.which("fc-list") is None:
        yield Found("fonts", title, State.FINE, _("not asked: this system has no fontconfig"))
        return
    languages = here.dossier.languages if here and here.dossier else ()
    lacking = missing_fonts(_stationery(here).reference, languages)
    if not lacking:
        said = _("all of reference.docx, and for {languages}") if languages else _("all of reference.docx")
        yield Found("fonts", title, State.FINE, said.format(languages=", ".join(languages)))
        return
    scripts = [name.removeprefix("?") for name in lacking if name.startswith("?")]
    names = [name for name in lacking if not name.startswith("?")]
    said = "; ".join(
        [
            *([_("none here: {names}").format(names=", ".join(names))] if names else []),
            *([_("no font writes {languages}").format(languages=", ".join(scripts))] if scripts else []),
        ]
    )
    yield Found(
        "fonts",
        title,
        State.MISSING if found_libreoffice() else State.OPTIONAL,
        said,
        _("on Debian: apt install fonts-crosextra-carlito fonts-crosextra-caladea fonts-liberation fonts-noto-core "
          "fonts-noto-cjk; or choose other fonts in templates/reference.docx"),
    )  # fmt: skip


def _stationery(here: Place | None) -> Stationery:
    return stationery(here.folder) if here else Stationery(())


def _libreoffice(_here: Place | None) -> Iterator[Found]:
    found = found_libreoffice()
    state = State.FINE if found else State.OPTIONAL
    mend = "" if found else _("install LibreOffice: it makes PDFs, and counts the pages of originals")
    yield Found("libreoffice", "LibreOffice", state, found or _("not installed"), mend)


def _git(here: Place | None) -> Iterator[Found]:
    program = shutil.which("git")
    if here is None or not _is_in_repository(here.folder.resolve()):
        said = program or _("not installed")
        yield Found(
            "git", "git", State.FINE, _("{git}; the dossier is in no repository").format(git=said) if here else said
        )
        return
    if program is None:
        yield Found("git", "git", State.MISSING, _("not installed, and the dossier is in a repository"),
                    _("install it from git-scm.com, or by your system's packages"))  # fmt: skip
        return
    lacking = [*missing_lines(here.folder), *missing_settings(program, here.folder)]
    if lacking:
        yield Found("git", "git", State.MISSING, _("not set up: {what}").format(what=", ".join(lacking)),
                    f"loi -C {here.folder} git-setup")  # fmt: skip
    else:
        yield Found("git", "git", State.FINE, _("{git}; set up for this dossier").format(git=program))


def _is_in_repository(folder: Path) -> bool:
    return any((one / ".git").exists() for one in (folder, *folder.parents))


def _time_zones(here: Place | None) -> Iterator[Found]:
    from zoneinfo import available_timezones

    known = len(available_timezones())
    needed = here is not None and here.dossier is not None and bool(_meetings(here.folder))
    state = State.FINE if known else State.MISSING if needed else State.OPTIONAL
    yield Found("time-zones", _("time zones"), state, str(known), "" if known else "pip install tzdata")


def _meetings(folder: Path) -> tuple[Path, ...]:
    try:
        return meeting_files(folder)
    except BadInput:
        return ()


def _words_of_protocol(here: Place | None) -> Iterator[Found]:
    from loi_cli.render.catalogue import catalogue

    title = _("words of protocol")
    for language in here.dossier.languages if here and here.dossier else ():
        words = catalogue(language)
        if not words.own:
            said = _("{language}: none, English ones are used").format(language=language)
            yield Found("protocol", title, State.OPTIONAL, said, _("read every paper in this language with care"))
        elif not words.checked:
            said = _("{language}: nobody who speaks it has checked them").format(language=language)
            mend = _("let somebody read a rendered paper before it is signed")
            yield Found("protocol", title, State.OPTIONAL, said, mend)
        else:
            yield Found("protocol", title, State.FINE, language)


def _extras(_here: Place | None) -> Iterator[Found]:
    gives = {
        "spreadsheet": _("the matrix as .xlsx"),
        "calendar": _("meetings for calendar programs"),
        "pdf": _("PDFs of the same bytes again, page counts"),
    }
    for name, modules in _EXTRAS.items():
        there = all(map(find_spec, modules))
        mend = "" if there else f"pip install 'loi-cli[{name}]'"
        yield Found(
            f"extra-{name}",
            _("extra {name}").format(name=name),
            State.FINE if there else State.OPTIONAL,
            gives[name],
            mend,
        )


def _language() -> Iterator[Found]:
    wanted = spoken_language()
    source = next((name for name in VARIABLES if os.environ.get(name)), "")
    there = (CATALOGUES / wanted / "LC_MESSAGES" / "loi.mo").is_file()
    title, spoken = _("language of messages"), wanted if there else "en"
    if there or wanted == "en" or len(wanted) < 2 or not wanted.isalpha() or wanted == "po":
        said = _("{language}, from {source}").format(language=spoken, source=source) if source else spoken
        yield Found("language", title, State.FINE, said)
        return
    said = _("{source} asks for {language}; there is no catalogue").format(source=source, language=wanted)
    mend = _("`export LOI_LANG=id` for Indonesian, `export LOI_LANG=en` for English")
    yield Found("language", title, State.OPTIONAL, said, mend)


def _terminal(settings: Settings) -> Iterator[Found]:
    encoding = (sys.stdout.encoding or "ascii").lower().replace("_", "-")
    wide = encoding in ("utf-8", "utf8", "utf-16", "cp65001")
    mend = "chcp 65001" if os.name == "nt" else "export LC_ALL=C.UTF-8"
    yield Found("encoding", _("encoding"), State.FINE if wide else State.OPTIONAL, encoding, "" if wide else mend)
    if not sys.stdout.isatty():
        yield Found("terminal", _("terminal"), State.FINE, _("not shown on one; no colours"))
        return
    colored = _("with colours") if settings.color else _("without colours (NO_COLOR, --no-color or TERM=dumb)")
    narrow = columns() < 80
    said = _("{columns} columns, {colors}").format(columns=columns(), colors=colored)
    mend = _("make the window wider: tables need 80 columns") if narrow else ""
    yield Found("terminal", _("terminal"), State.OPTIONAL if narrow else State.FINE, said, mend)


def _completion() -> Iterator[Found]:
    shell = Path(os.environ.get("SHELL", "")).name
    if shell not in _COMPLETIONS:
        return
    try:
        there = (Path.home() / _COMPLETIONS[shell]).is_file()
    except RuntimeError:  # no home folder
        there = False
    said = shell if there else _("{shell}: not installed").format(shell=shell)
    yield Found("completion", _("completion"), State.FINE if there else State.OPTIONAL, said,
                "" if there else "loi --install-completion")  # fmt: skip
