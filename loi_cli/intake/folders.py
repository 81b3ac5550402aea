"""Which files of a dossier's folders are read."""

from pathlib import Path

from loi_cli.files.codes import Code
from loi_cli.i18n import _
from loi_cli.model.identifiers import counted
from loi_cli.model.problems import BadInput, Place, Problem

_MINUTES = ".minutes.yaml"
_NEARLY = (".yml", ".yaml.txt", ".yml.txt")


def input_files(dossier: Path) -> tuple[Path, ...]:
    """The files in inputs/, sorted by name. Raises BadInput, as the others here do."""
    return _files(dossier, "inputs")


def record_files(dossier: Path) -> tuple[Path, ...]:
    """The files in records/, oldest first, since their names begin with the day."""
    return _files(dossier, "records")


def meeting_files(dossier: Path) -> tuple[Path, ...]:
    """The files in meetings/ without the minutes."""
    return tuple(path for path in _files(dossier, "meetings") if not path.name.endswith(_MINUTES))


def minutes_files(dossier: Path) -> tuple[Path, ...]:
    """The minutes in meetings/."""
    return tuple(path for path in _files(dossier, "meetings") if path.name.endswith(_MINUTES))


def _files(dossier: Path, name: str) -> tuple[Path, ...]:
    """The YAML files of one folder; none when there is no such folder.

    Hidden files and what editors leave behind are passed over. A symbolic link is listed, so that reading it says why
    it is refused: what somebody put there must not be passed over in silence.
    """
    folder = dossier / name
    try:
        if folder.is_symlink():
            raise BadInput([Problem(
                code=Code.NOT_A_FILE.value,
                message=_("is a symbolic link; links are not followed"),
                place=Place(name),
                help=_("put the folder itself there"),
            )])  # fmt: skip
        names = sorted((path.name for path in folder.iterdir()), key=_stem) if folder.is_dir() else []
    except OSError as error:
        raise BadInput([Problem(
            code=Code.UNREADABLE.value,
            message=_("cannot be read: {reason}").format(reason=error.strerror or error),
            place=Place(name),
            help=_("look whether you may read it, and whether another program holds it open"),
        )]) from None  # fmt: skip
    shown = [one for one in names if not _left_behind(one)]
    problems = [*_misnamed(name, shown), *_alike(name, shown)]
    if problems:
        raise BadInput(problems)
    return tuple(folder / one for one in shown if one.endswith(".yaml"))


def _stem(name: str) -> tuple[str | int, ...]:
    return counted(name.removesuffix(".yaml"))


def _left_behind(name: str) -> bool:
    return name.startswith((".", "~", "#")) or name.endswith(("~", ".tmp", ".bak", ".orig", ".swp"))


def _misnamed(folder: str, names: list[str]) -> list[Problem]:
    """Files that were surely meant to be read, and would not be."""
    return [
        Problem(
            code=Code.FILE_NAME.value,
            message=_("would not be read: its name does not end in `.yaml`"),
            place=Place(f"{folder}/{name}"),
            help=_("name it `{right}.yaml`").format(right=name[: name.lower().rindex(".y")]),
        )
        for name in names
        if name.lower().endswith(_NEARLY) or (name.lower().endswith(".yaml") and not name.endswith(".yaml"))
    ]


def _alike(folder: str, names: list[str]) -> list[Problem]:
    first: dict[str, str] = {}
    found = []
    for name in names:
        other = first.setdefault(name.casefold(), name)
        if other != name:
            found.append(
                Problem(
                    code=Code.NAMES_BY_CASE.value,
                    message=_("differs from `{other}` by capital letters alone").format(other=other),
                    place=Place(f"{folder}/{name}"),
                    help=_("on Windows and macOS they are one file; give one of them another name"),
                )
            )
    return found
