"""The register: every input ever taken in, merged or waiting, with the records; what a merge starts from."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import NamedTuple

from loi_cli.files.codes import Code
from loi_cli.files.source import Source
from loi_cli.history.damage import Damage, Damaged
from loi_cli.history.encoding import text_hash
from loi_cli.history.names import base_named
from loi_cli.history.store import compose
from loi_cli.i18n import _
from loi_cli.intake.bases import Bases
from loi_cli.intake.concept import read_concept
from loi_cli.intake.folders import input_files
from loi_cli.intake.inputs import HalfRead, read_input
from loi_cli.intake.opening import OpenDossier
from loi_cli.intake.reading import Read
from loi_cli.intake.replaced import replaces_wrongly
from loi_cli.intake.waiting import records_that_wait
from loi_cli.merge.renaming import called_now
from loi_cli.merge.rules import Rank
from loi_cli.model.dossier import Dossier, Unit
from loi_cli.model.identifiers import counted
from loi_cli.model.inputs import Input
from loi_cli.model.problems import BadInput, Place, Problem
from loi_cli.model.records import Decision, Record, Withdrawal
from loi_cli.model.standing import undone
from loi_cli.model.text import Text
from loi_cli.model.versions import Header, Merged, Version

_ROUND = re.compile(r"\A[a-z0-9-]+-([1-9][0-9]*)(?:\.[0-9]+)?\Z")

CHANGED_AFTER_MERGE = "F307"


class Register(NamedTuple):
    """`root` is the concept, stored or as it will be; `heads` the newest versions; `refused` the problems of files
    that were left out on request.

    `applied` are the records that the heads hold, `waiting_records` those that the next merge applies: decisions,
    withdrawals, and what undoes them. Of `decisions` and `waiting_decisions`, of `withdrawn` and `tags` those alone are
    told that no record undoes.
    """

    opened: OpenDossier
    root: Version
    heads: tuple[Version, ...]
    merged: tuple[Input, ...]
    waiting: tuple[Input, ...]
    applied: tuple[Record, ...]
    waiting_records: tuple[Record, ...]
    order: tuple[str, ...]
    refused: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()

    @property
    def inputs(self) -> tuple[Input, ...]:
        return (*self.merged, *self.waiting)

    @property
    def records(self) -> tuple[Record, ...]:
        """Every record there is, once."""
        return tuple({r.name: r for r in (*self.opened.records, *self.applied)}.values())

    @property
    def decisions(self) -> tuple[Decision, ...]:
        return self._counting(self.applied)

    @property
    def waiting_decisions(self) -> tuple[Decision, ...]:
        return self._counting(self.waiting_records)

    @property
    def withdrawn(self) -> Mapping[str, Withdrawal]:
        """The inputs that were taken back, with the record that says so."""
        return withdrawals((*self.applied, *self.waiting_records))

    @property
    def withdrawn_by(self) -> Mapping[str, str]:
        """The same by the names of the records."""
        return {name: record.name for name, record in self.withdrawn.items()}

    def _counting(self, some: Iterable[Record]) -> tuple[Decision, ...]:
        gone = undone((*self.applied, *self.waiting_records))
        return tuple(r for r in some if isinstance(r, Decision) and r.name not in gone)

    @property
    def is_new(self) -> bool:
        """Whether the concept itself still waits to be recorded."""
        return not self.opened.headers

    @property
    def headers(self) -> tuple[Header, ...]:
        return self.opened.headers or (self.root.header,)

    def base_of(self, one: Input) -> Header:
        """The version that an input was written against. Raises NoSuchVersion."""
        return base_named(one.base, self.headers, self.opened.names_of_bases)

    @property
    def rank(self) -> Rank:
        """Sorts sides: units in the order that the versions keep, a renamed one where it stood, new ones after them,
        then parties."""
        renamed = self.opened.dossier.renamed
        names = (*(renamed.get(name, name) for name in self.order), *self.opened.dossier.parties)
        places = {name: place for place, name in reversed([*enumerate(names)])}

        @cache
        def rank(side: str) -> tuple[int, str]:
            return (places.get(called_now(side.split(".")[0], renamed), len(names)), side)

        return rank

    @property
    def inputs_by_name(self) -> dict[str, Input]:
        return {one.name: one for one in self.inputs}

    @property
    def newest_day(self) -> date | None:
        """The day of the newest input, decision or recorded version; None where no file bears one."""
        dated: tuple[Input | Decision, ...] = (*self.inputs, *self.decisions, *self.waiting_decisions)
        days = [one.date for one in dated if one.date is not None]
        return max([*days, *(date.fromisoformat(h.time[:10]) for h in self.opened.headers)], default=None)


def withdrawals(records: Iterable[Record]) -> dict[str, Withdrawal]:
    """The inputs that some records take back, as far as no other of them undoes that; the first record for each."""
    some = tuple(records)
    gone = undone(some)
    found: dict[str, Withdrawal] = {}
    for record in sorted(some, key=lambda r: r.name):
        if isinstance(record, Withdrawal) and record.name not in gone:
            found.setdefault(record.input, record)
    return found


def take_stock(opened: OpenDossier, now: datetime, keep_going: bool = False) -> Register:
    """Read every input, merged or waiting. Raises BadInput with the problems of all files; with `keep_going` bad
    waiting files are left out and their problems kept."""
    root, heads = _versions(opened, now)
    merged = _merged_inputs(opened, root, heads)
    known: dict[str, list[str]] = {}
    for one in merged:
        known.setdefault(one.name, []).append(one.sha256)
    bases = Bases(opened, root, heads)
    problems: list[Problem] = []
    warnings: list[Problem] = list(opened.warnings)
    waiting: list[Input] = []
    lying: dict[str, str] = {}
    for file in input_files(opened.path):
        shown = f"inputs/{file.name}"
        try:
            source = Source.read(file, shown)
            lying[shown] = source.sha256
            if source.sha256 in known.get(file.stem, ()):
                continue
            if file.stem in known:
                raise BadInput([_changed(shown, known[file.stem][0])])
            read = _read_fitting(source, file.stem, opened.dossier, bases)
            waiting.append(read.value)
            warnings += read.warnings
        except BadInput as bad:
            problems += bad.problems
    sent = {one.sha256: one.file for one in (*merged, *waiting)}
    problems = [_copied(p, sent.get(lying.get(p.place.file, ""))) for p in problems]
    inputs = {one.name: one for one in (*merged, *waiting)}
    wrong = {one.name: found for one in waiting if (found := replaces_wrongly(one, inputs))}
    problems += wrong.values()
    if problems and not keep_going:
        raise BadInput(problems)
    applied = _applied(opened, heads)
    return Register(
        opened=opened,
        root=root,
        heads=heads,
        merged=merged,
        waiting=tuple(one for one in waiting if one.name not in wrong),
        applied=applied,
        waiting_records=records_that_wait(applied, opened.records),
        order=_order(heads or (root,), opened.dossier.units),
        refused=tuple(problems),
        warnings=tuple(warnings),
    )


def foreseen(register: Register, written: Iterable[tuple[str, bytes]]) -> Register:
    """The register as it will be once these records, each a name and its bytes, are written."""
    new = _read_records(written)
    opened = register.opened._replace(records=(*register.opened.records, *new))
    return register._replace(opened=opened, waiting_records=records_that_wait(register.applied, opened.records))


def concept_was_changed(register: Register) -> bool:
    """Whether concept.yaml no longer says what became v1; one that is gone says nothing else."""
    path = register.opened.path / "concept.yaml"
    if register.is_new or not path.exists():
        return False
    try:
        concept = read_concept(Source.read(path, "concept.yaml"), register.opened.dossier).value
    except BadInput:
        return True
    return text_hash(concept) != register.root.header.text_hash


def check_input(source: Source, name: str, register: Register) -> Input:
    """One input alone, against the dossier and its base. Raises BadInput with all its problems."""
    bases = Bases(register.opened, register.root, register.heads)
    one = _read_fitting(source, name, register.opened.dossier, bases).value
    if found := replaces_wrongly(one, {**register.inputs_by_name, one.name: one}):
        raise BadInput([found])
    return one


def _read_fitting(source: Source, name: str, dossier: Dossier, bases: Bases) -> Read[Input]:
    """An input that fits its base. Raises BadInput with all that is wrong in it, to be read or to fit."""
    try:
        read = read_input(source, dossier, name)
    except HalfRead as half:
        raise BadInput([*half.problems, *bases.misfits(half.legible, source, half.unread)]) from None
    if problems := bases.misfits(read.value, source):
        raise BadInput(problems)
    return read


def _versions(opened: OpenDossier, now: datetime) -> tuple[Version, tuple[Version, ...]]:
    if opened.headers:
        _must_be_whole(opened.headers)
        heads = tuple(opened.store.version(h) for h in opened.heads)
        first = opened.headers[0]
        root = next((v for v in heads if v.header.hash == first.hash), None) or opened.store.version(first)
        return root, heads
    source = Source.read(opened.path / "concept.yaml", "concept.yaml")
    concept = read_concept(source, opened.dossier).value
    return first_version(concept, opened, now), ()


def _must_be_whole(headers: Sequence[Header]) -> None:
    """Raises Damaged when a version is missing that a later one came from."""
    known = {h.hash for h in headers}
    for header in headers:
        for parent in header.parents:
            if parent not in known:
                message = _("missing, though {child} has it as a parent").format(child=header.label)
                raise Damaged(Damage(f"versions/{parent}.json", message))


def first_version(concept: Text, opened: OpenDossier, now: datetime, author: str = "") -> Version:
    """v1: the concept."""
    return compose(
        text=concept,
        parents=(),
        order=tuple(opened.dossier.units),
        inputs=(),
        decisions=(),
        touched=tuple(c.id for c in concept),
        time=now.strftime("%Y-%m-%dT%H:%M:%SZ"),
        author=author,
        message=_("the concept"),
    )


def _merged_inputs(opened: OpenDossier, root: Version, heads: Sequence[Version]) -> tuple[Input, ...]:
    dossier = _as_it_was(opened.dossier, (root, *heads))
    found: dict[Merged, Input] = {}
    for version in heads:
        for one in version.inputs:
            if one not in found:
                source = Source.from_bytes(f"inputs/{one.name}.yaml", opened.store.kept(one.sha256))
                found[one] = read_input(source, dossier, one.name).value
    return tuple(sorted(found.values(), key=lambda i: (counted(i.name), i.sha256)))


def _as_it_was(dossier: Dossier, versions: Sequence[Version]) -> Dossier:
    """The dossier with the units, rounds and languages that were taken out of it since: what was merged from them
    stays readable, and theirs."""
    gone = {name for version in versions for name in version.order if dossier.unit_named(name) is None}
    units = {name: Unit(id=name, name=name) for name in sorted(gone)}
    rounds = {int(n): date.max for v in versions for m in v.inputs for n in _ROUND.findall(m.name)}
    spoken = (language for v in versions for clause in v.text for language in (*clause.text, *clause.heading))
    return dossier._replace(
        units={**dossier.units, **units},
        rounds={**rounds, **dossier.rounds},
        languages=tuple(dict.fromkeys((*dossier.languages, *spoken))),
    )


def _applied(opened: OpenDossier, heads: Iterable[Version]) -> tuple[Record, ...]:
    named: dict[str, str] = {}
    for version in heads:
        for one in version.decisions:
            named.setdefault(one.name, one.sha256)
    return _read_records([(name, opened.store.kept(digest)) for name, digest in named.items()]) if named else ()


def _read_records(written: Iterable[tuple[str, bytes]]) -> tuple[Record, ...]:
    """Records by their names and bytes."""
    from loi_cli.intake.records.reading import read_record  # nine kinds: only where there is one

    return tuple(read_record(Source.from_bytes(f"records/{name}.yaml", data)).value for name, data in written)


def _copied(problem: Problem, original: str | None) -> Problem:
    """A misnamed file is no further input where another that is read holds the very same."""
    if problem.code != Code.FILE_NAME.value or original is None:
        return problem
    return problem._replace(help=_("it is a copy of {original}: take it away").format(original=original))


def _changed(shown: str, digest: str) -> Problem:
    return Problem(
        code=CHANGED_AFTER_MERGE,
        message=_("this input was merged, and was changed since"),
        place=Place(shown),
        help=_("put it back (its bytes are versions/kept/{digest}.yaml) and send the change as a further input").format(
            digest=digest
        ),
    )


def _order(heads: Sequence[Version], units: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([name for v in heads for name in v.order] + list(units)))
