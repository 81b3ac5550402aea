"""A whole dossier, or one file, examined: the problems of its files, then what the rules find."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from pathlib import Path

from loi_cli.checks.registry import findings
from loi_cli.checks.rule import Stage, Subject
from loi_cli.files.source import Source
from loi_cli.intake.calendar import all_meetings, all_minutes, meeting_named
from loi_cli.intake.concept import read_concept
from loi_cli.intake.dossier import read_dossier
from loi_cli.intake.folders import input_files, meeting_files, minutes_files, record_files
from loi_cli.intake.inputs import read_input
from loi_cli.intake.meetings import read_meeting
from loi_cli.intake.merging import Prospect, prospect
from loi_cli.intake.minutes import read_minutes
from loi_cli.intake.negotiated import negotiated
from loi_cli.intake.opening import OpenDossier, open_dossier
from loi_cli.intake.records.reading import read_record
from loi_cli.intake.register import Register, check_input, take_stock
from loi_cli.intake.whereabouts import MANIFEST
from loi_cli.model.meetings import Meeting
from loi_cli.model.problems import BadInput, Problem


def examine(path: Path, now: datetime, stage: Stage = Stage.DRAFT) -> tuple[Problem, ...]:
    """Every problem of a dossier: of its files first; of the text as far as the files can be read."""
    try:
        opened = open_dossier(path)
        register = take_stock(opened, now, keep_going=True)
    except BadInput as bad:
        return tuple(sorted(set(bad.problems) | set(_one_by_one(path)), key=lambda p: (p.place, p.code, p.message)))
    problems = [*register.refused, *register.warnings]
    try:
        meetings = all_meetings(opened)
    except BadInput as bad:
        problems += bad.problems
        meetings = ()
    problems += _of_minutes(opened, register)
    return (*problems, *examine_text(register, prospect(register, now, "loi"), meetings, now.date(), stage))


def _of_minutes(opened: OpenDossier, register: Register) -> tuple[Problem, ...]:
    """What is wrong in minutes, held against the text that they speak of; nothing where a meeting cannot be read."""
    if not minutes_files(opened.path):
        return ()
    try:
        all_minutes(opened, negotiated(register))
    except BadInput as bad:
        return tuple(problem for problem in bad.problems if problem.place.file.endswith(".minutes.yaml"))
    return ()


def examine_text(
    register: Register, found: Prospect, meetings: tuple[Meeting, ...], today: date, stage: Stage = Stage.DRAFT
) -> tuple[Problem, ...]:
    """What the rules find in a text that a merge gives."""
    subject = subject_of(register, found, meetings, today)
    return findings(subject, stage, register.opened.dossier.ignored_checks)


def subject_of(register: Register, found: Prospect, meetings: tuple[Meeting, ...], today: date) -> Subject:
    """The text that a merge gives, with all that the rules look at beside it."""
    without_effect = found.without_effect(register)
    return Subject(
        register=register,
        text=found.version.text,
        outcomes=found.outcomes,
        meetings=meetings,
        concept_source=_concept(register.opened.path),
        today=today,
        idle=without_effect.idle,
        opposed=without_effect.opposed,
    )


def _one_by_one(path: Path) -> Iterator[Problem]:
    """The problems of each file by itself, where one of them is so bad that they cannot be looked at together."""
    try:
        dossier = read_dossier(Source.read(path / MANIFEST, MANIFEST)).value
    except BadInput as bad:
        yield from bad.problems
        return
    readers: tuple[tuple[Callable[[Path], Iterable[Path]], Callable[[Source, str], object]], ...] = (
        (lambda _folder: [path / "concept.yaml"], lambda source, _name: read_concept(source, dossier)),
        (record_files, lambda source, _name: read_record(source)),
        (input_files, lambda source, name: read_input(source, dossier, name)),
        (meeting_files, lambda source, name: read_meeting(source, dossier, name)),
    )
    for files, read in readers:
        try:
            found = tuple(files(path))
        except BadInput as bad:
            yield from bad.problems
            continue
        for file in found:
            try:
                read(Source.read(file, file.relative_to(path).as_posix()), file.stem)
            except BadInput as bad:
                yield from bad.problems


def examine_file(file: Path, opened: OpenDossier, now: datetime) -> tuple[Problem, ...]:
    """Every problem of one file, as a unit checks it before it sends it. Raises BadInput when there is no such file."""
    there = file.exists() or file.is_symlink()
    try:
        source = Source.read(file, str(file))
    except BadInput as bad:
        if there:
            return bad.problems
        raise
    try:
        sort = _sort(file, source)
        if sort == "dossier":
            return read_dossier(source).warnings
        if sort == "concept":
            return read_concept(source, opened.dossier).warnings
        if sort == "minutes":
            return _of_one_minutes(file, source, opened, now)
        if sort == "meeting":
            return read_meeting(source, opened.dossier, file.stem).warnings
        if sort == "record":
            return read_record(source).warnings
        register: Register = take_stock(opened, now, keep_going=True)
        check_input(source, file.stem, register)
        return read_input(source, opened.dossier, file.stem).warnings
    except BadInput as bad:
        return bad.problems


def _of_one_minutes(file: Path, source: Source, opened: OpenDossier, now: datetime) -> tuple[Problem, ...]:
    """The problems of one file of minutes. Raises BadInput, LoiError where their meeting is not there."""
    meeting = meeting_named(file.name.removesuffix(".minutes.yaml"), opened, now.date())
    register = take_stock(opened, now, keep_going=True)
    return read_minutes(source, opened.dossier, meeting, negotiated(register)).warnings


def _sort(file: Path, source: Source) -> str:
    """What kind of file this is, by where it lies, else by the keys that only its kind has."""
    if file.name.endswith(".minutes.yaml"):
        return "minutes"
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
