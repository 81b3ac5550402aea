"""What a new dossier takes over from an earlier one: who sits at the table and who is asked, gates, checks, templates.

The words of dossier.yaml are taken as they were written, with their comments, but for the days by which units had to
answer: those belong to the earlier negotiation, as its subject, its rounds and its signature do.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from loi_cli.files.source import Source
from loi_cli.i18n import _
from loi_cli.intake.dossier import read_dossier
from loi_cli.intake.first_files import comment, schema_for
from loi_cli.intake.whereabouts import MANIFEST
from loi_cli.model.dossier import Dossier
from loi_cli.model.problems import BadInput, LoiError

_TAKEN = ("home", "parties", "languages", "units", "gates", "checks")
_FIRST_DUE, _APART = date(2030, 1, 31), timedelta(days=14)
"""Days that nobody takes for real ones: `rounds` says that they are to be set."""

_SUBJECT = "industrial cooperation"


def dossier_like(folder: Path) -> tuple[str, Dossier]:
    """dossier.yaml of a new dossier, and what it says. Raises BadInput, and LoiError where the earlier one is written
    in a way that its parts cannot be told apart."""
    file = folder / MANIFEST if folder.is_dir() else folder
    source = Source.read(file)
    earlier = read_dossier(source).value
    blocks = dict(_blocks(source.text))
    subject = {language: _SUBJECT if language == "en" else "…" for language in earlier.languages}
    said = "\n".join(f"  {language}: {words}" for language, words in subject.items())
    parts = [_beginning(file.absolute().parent.name, said)]
    parts += [blocks[key] for key in ("home", "parties", "languages") if key in blocks]
    parts.append(_rounds(earlier))
    parts += [_without_days(blocks[key]) if key == "units" else blocks[key] for key in _TAKEN[3:] if key in blocks]
    text = "\n".join(f"{part.strip(chr(10))}\n" for part in parts)
    try:
        made = read_dossier(Source.from_bytes(MANIFEST, text.encode())).value
    except BadInput:
        made = None
    if made is None or _taken(made) != _taken(earlier):
        raise LoiError(
            _("{file} cannot be taken over part by part").format(file=file),
            _("write its keys at the beginning of lines, as `loi init` does; or copy the file by hand"),
        )
    return text, made


def _beginning(name: str, subject: str) -> str:
    """What belongs to the new negotiation alone, with a name for the earlier one."""
    to_set = _("TO SET")
    whose = _(
        "Parties, units, gates and checks are those of {name}; all that is marked {to_set} is of this negotiation."
    )
    kinds = _("letter-of-intent, memorandum-of-understanding or agreed-minutes")
    about = _('what it is about, in every language: "Letter of Intent … on …"')
    return "\n".join([
        schema_for("dossier"), "#", comment(whose.format(name=name, to_set=to_set)), "schema: 1\n",
        comment(f"{to_set}: {kinds}"), "instrument: letter-of-intent\n",
        comment(f"{to_set}: {about}"), "subject:", subject,
    ])  # fmt: skip


def templates_of(folder: Path) -> Mapping[str, bytes]:
    """The office's own templates, by their paths in a dossier."""
    own = (folder if folder.is_dir() else folder.parent) / "templates"
    files = (path for path in sorted(own.rglob("*")) if path.is_file() and not path.name.startswith((".", "~$")))
    return {f"templates/{path.relative_to(own).as_posix()}": path.read_bytes() for path in files}


def _taken(dossier: Dossier) -> object:
    """What must be the same in both."""
    units = {name: unit._replace(due={}) for name, unit in dossier.units.items()}
    return dossier.home, dossier.parties, dossier.languages, units, dossier.gates, dossier.ignored_checks


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """The top-level keys of a YAML file, each with its lines and the comments right before it."""
    key, lines, comments = "", list[str](), list[str]()
    for line in text.splitlines():
        found = re.match(r"([A-Za-z-]+):(?: |$)", line)
        if line.startswith("#") or not line.strip():
            comments = [*comments, line] if line.strip() else []
        elif found:
            if key:
                yield key, "\n".join(lines)
            key, lines, comments = found[1], [*comments, line], []
        else:
            lines, comments = [*lines, *comments, line], []
    if key:
        yield key, "\n".join(lines)


def _rounds(earlier: Dossier) -> str:
    """As many rounds as units are asked in."""
    numbers = sorted({number for unit in earlier.units.values() for number in unit.rounds} or {1})
    days = (f"  {number}:\n    due: {_FIRST_DUE + _APART * k}" for k, number in enumerate(numbers))
    return "\n".join([comment(f"{_('TO SET')}: {_('until when units answer')}"), "rounds:", *days])


def _without_days(units: str) -> str:
    """The units without days of their own, and without the comment right above such a day."""
    units = re.sub(r"\bdue: *\{[^{}]*\}, *|, *due: *\{[^{}]*\}", "", units)
    return re.sub(r"^(?: *#.*\n)*( +)due:.*\n?(?:\1 +.*\n?)*", "", units, flags=re.MULTILINE)
