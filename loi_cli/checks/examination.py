"""A whole dossier, or one file, examined: the problems of its files, then what the rules find."""

from datetime import datetime
from pathlib import Path

from loi_cli.checks.registry import findings
from loi_cli.checks.rule import Subject
from loi_cli.files.source import Source
from loi_cli.intake.calendar import all_meetings
from loi_cli.intake.concept import read_concept
from loi_cli.intake.dossier import read_dossier
from loi_cli.intake.meetings import read_meeting
from loi_cli.intake.merging import prospect
from loi_cli.intake.opening import MANIFEST, OpenDossier, open_dossier
from loi_cli.intake.records import read_record
from loi_cli.intake.register import Register, check_input, take_stock
from loi_cli.model.problems import BadInput, Problem


def examine(path: Path, now: datetime) -> tuple[Problem, ...]:
    """Every problem of a dossier: of its files first; of the text as far as the files can be read."""
    try:
        opened = open_dossier(path)
        register = take_stock(opened, now, keep_going=True)
    except BadInput as bad:
        return bad.problems
    problems = [*register.refused, *register.warnings]
    try:
        meetings = all_meetings(opened)
    except BadInput as bad:
        problems += bad.problems
        meetings = ()
    subject = Subject(
        register=register,
        text=prospect(register, now, "loi").version.text,
        meetings=meetings,
        concept_source=_concept(path),
    )
    return (*problems, *findings(subject, opened.dossier.ignored_checks))


def examine_file(file: Path, opened: OpenDossier, now: datetime) -> tuple[Problem, ...]:
    """Every problem of one file, as a unit checks it before it sends it."""
    source = Source.read(file, str(file))
    try:
        sort = _sort(file, source)
        if sort == "dossier":
            return read_dossier(source).warnings
        if sort == "concept":
            return read_concept(source, opened.dossier).warnings
        if sort == "meeting":
            return read_meeting(source, opened.dossier, file.stem).warnings
        if sort == "record":
            return read_record(source).warnings
        register: Register = take_stock(opened, now, keep_going=True)
        check_input(source, file.stem, register)
    except BadInput as bad:
        return bad.problems
    return ()


def _sort(file: Path, source: Source) -> str:
    """What kind of file this is, by where it lies, else by the keys that only its kind has."""
    by_place = {"meetings": "meeting", "records": "record", "inputs": "input"}
    if file.parent.name in by_place:
        return by_place[file.parent.name]
    starts = {line.split(":")[0] for line in source.lines if line[:1].isalpha()}
    for key, sort in (("record", "record"), ("parties", "dossier"), ("delegations", "meeting"), ("clauses", "concept")):
        if key in starts:
            return sort
    return "dossier" if file.name == MANIFEST else "input"


def _concept(path: Path) -> str:
    try:
        return Source.read(path / "concept.yaml", "concept.yaml").text
    except BadInput:
        return ""
