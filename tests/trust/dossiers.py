"""A small dossier, and what commands do to it without a process of their own each: hundreds of them in a second."""

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

from loi_cli.files.atomic import write_new
from loi_cli.history.verify import verify
from loi_cli.intake.merging import prospect, record
from loi_cli.intake.opening import open_dossier
from loi_cli.intake.records.decision import decision_bytes
from loi_cli.intake.records.keeping import keep_step, named
from loi_cli.intake.register import Register, take_stock

_TEMPORARY = re.compile(r"\.[0-9a-f]{12}\.tmp$")
NOON = datetime(2022, 1, 18, 12, tzinfo=UTC)
_DOSSIER = """\
schema: 1
instrument: letter-of-intent
subject: {en: trade}
home: AAA
parties:
  AAA: {name: {en: Ministry of the First State}, signatory: {en: Minister}}
  BBB: {name: {en: Ministry of the Second State}, signatory: {en: Minister}}
languages: [en]
rounds: {1: {due: 2022-01-31}}
units:
  legal: {name: Legal Bureau, rounds: [1]}
  trade: {name: Trade Directorate, rounds: [1]}
"""
_CONCEPT = """\
schema: 1
clauses:
  - {clause: aim, kind: article, en: The Parties promote trade and investment.}
  - {clause: costs, kind: article, en: Each Party bears its own costs.}
"""


def begin(folder: Path) -> Path:
    """A dossier in which nothing was merged yet."""
    folder.mkdir(parents=True)
    (folder / "dossier.yaml").write_text(_DOSSIER, encoding="utf-8", newline="\n")
    (folder / "concept.yaml").write_text(_CONCEPT, encoding="utf-8", newline="\n")
    (folder / "inputs").mkdir()
    return folder


def send(folder: Path, unit: str, number: int, proposals: str, base: str = "v1") -> None:
    """An input lies in inputs/; `proposals` is one in flow style."""
    name = f"{unit}-1" if number == 1 else f"{unit}-1.{number}"
    text = f"schema: 1\nunit: {unit}\nround: 1\nbase: {base}\ndate: 2022-01-15\nproposals:\n  - {proposals}\n"
    write_new(folder / "inputs" / f"{name}.yaml", text.encode())


def insert(number: int, unit: str = "legal") -> str:
    return f"{{insert: {unit}{number}, kind: article, after: aim, en: Clause {number} of {unit}.}}"


def stock(folder: Path) -> Register:
    return take_stock(open_dossier(folder), NOON)


def merge(folder: Path, author: str = "A") -> str:
    """`loi merge`; the hash of the text."""
    register = stock(folder)
    found = prospect(register, NOON, author)
    if found.is_news:
        record(register, found)
    return found.version.header.text_hash


def decide(folder: Path, conflict: str, take: str = "base", reads: str = "promote", by: str = "A") -> None:
    """`loi decide CONFLICT --take SIDE`."""
    data = decision_bytes(
        conflict=conflict, take=take, reads=reads, by=by, date=NOON.date(), reason="x", at="2022-01-18T12:00:00Z"
    )
    keep_step(open_dossier(folder), [named(NOON.date(), "decision", data)])


def damage(folder: Path) -> list[str]:
    return [f"{one.file}: {one.message}" for one in verify(folder)[1]]


def files(folder: Path, *below: str) -> dict[str, bytes]:
    """Every file, or those of some folders in it, without temporary ones that a killed process left."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for top in (below or (".",))
        for path in (folder / top).rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }


def on_disk(folder: Path) -> frozenset[tuple[str, bytes]]:
    """All that lies there, the temporary files too: two folders with the same are the same to whoever comes next, for
    what differs then is but the chance in the name of a temporary file."""
    return frozenset(
        (_TEMPORARY.sub("..tmp", path.relative_to(folder).as_posix()), b"" if path.is_dir() else path.read_bytes())
        for path in folder.rglob("*")
    )


def again(source: Path, folder: Path) -> Path:
    """A fresh copy."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(source, folder)
    return folder
