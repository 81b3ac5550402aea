"""What units send, taken into inputs/: checked, named, kept byte for byte."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from loi_cli.files.source import Source
from loi_cli.files.together import write_all_new
from loi_cli.i18n import _
from loi_cli.intake.register import Register, check_input
from loi_cli.model.inputs import Input
from loi_cli.model.problems import BadInput, Place, Problem

OTHER_UNIT = "F309"
NO_NAME = "F310"
UNKNOWN_SORT = "F311"
NOTHING_SENT = "F312"

_LITTER = ("thumbs.db", "desktop.ini")

_KEY = r"^{key}:[ \t]*[\"']?([^\s\"'#]+)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A file as it came: how people call it, and where it lies (None: standard input)."""

    shown: str
    path: Path | None
    data: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What was understood of a file. `known`: the very same bytes were taken in before."""

    input: Input
    shown: str
    data: bytes
    known: bool


def sources(files: Sequence[Path], standard_input: Callable[[], bytes]) -> Iterator[Sent]:
    """The files meant: each file itself, of a folder all that it holds, at any depth and in order.

    Nothing that a person put there is passed over in silence; what programs leave behind is. Raises BadInput for a
    folder that holds nothing.
    """
    for file in files:
        if str(file) == "-":
            yield Sent(shown="<stdin>", path=None, data=standard_input())
        elif file.is_dir():
            below = sorted(_below(file))
            if not below:
                message = _("this folder holds no file")
                raise BadInput([_problem(NOTHING_SENT, str(file), message, _("name another one"))])
            yield from (Sent(shown=str(one), path=one) for one in below)
        else:
            yield Sent(shown=str(file), path=file)


def _below(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name.startswith((".", "~")) or path.name.lower() in _LITTER:
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _below(path)
        else:
            yield path


def collect(sent: Sent, register: Register, before: Sequence[Receipt], unit: str | None) -> Receipt:
    """Understand one file. Raises BadInput with all that keeps it from being an input of this dossier."""
    if sent.path is not None and sent.path.suffix.lower() not in (".yaml", ".yml"):
        raise BadInput([_problem(UNKNOWN_SORT, sent.shown, _("this is no YAML file"), _("send inputs as .yaml files"))])
    source = Source.read(sent.path, sent.shown) if sent.path else Source.from_bytes(sent.shown, sent.data or b"")
    stem = _named(source)
    taken = {i.name: i.sha256 for i in register.inputs} | {r.input.name: r.input.sha256 for r in before}
    folder = register.opened.path / "inputs"
    for name in _names(stem):
        known = taken.get(name) == source.sha256
        if known or (name not in taken and not (folder / f"{name}.yaml").exists()):
            break
    one = replace(check_input(source, name, register), file=f"inputs/{name}.yaml")
    if unit is not None and one.unit != unit:
        message = _("this is an input of {whose}").format(whose=one.unit or one.party)
        raise BadInput([_problem(OTHER_UNIT, sent.shown, message, _("leave --unit out, or name its unit"))])
    return Receipt(input=one, shown=sent.shown, data=source.data, known=known)


def keep(receipts: Sequence[Receipt], register: Register) -> None:
    """Put the very bytes into inputs/: all of them, or, where one cannot be written, none."""
    folder = register.opened.path / "inputs"
    fresh = {folder / f"{r.input.name}.yaml": r.data for r in receipts if not r.known}
    write_all_new(fresh)


def _named(source: Source) -> str:
    """The name that a file of this content bears. What it says of itself is looked up before it is read, since the
    reading checks it against the name."""
    said = {key: _said(key, source.text) for key in ("unit", "round", "party", "date")}
    if said["unit"] and said["round"]:
        return f"{said['unit']}-{said['round']}"
    if said["party"] and said["date"]:
        return f"{said['party']}-{said['date']}"
    raise BadInput(
        [
            _problem(
                NO_NAME,
                source.path,
                _("it does not say whose input it is, or for which round"),
                _("it begins with `unit: …` and `round: …`, or `party: …` and `date: …`; `loi schema input` says more"),
            )
        ]
    )


def _said(key: str, text: str) -> str | None:
    match = re.search(_KEY.format(key=key), text, re.MULTILINE)
    # A name that could leave the folder is refused by the reading; here it only must not become a path.
    return re.sub(r"[^A-Za-z0-9-]", "-", match[1]) if match else None


def _names(stem: str) -> Iterator[str]:
    yield stem
    for further in range(2, 1000):
        yield f"{stem}.{further}"


def _problem(code: str, shown: str, message: str, remedy: str) -> Problem:
    return Problem(code=code, message=message, place=Place(shown), help=remedy)
