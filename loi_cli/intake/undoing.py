"""Taking the last step back, by adding.

What is recorded is never erased. A decision, an agreement, a name, a withdrawal, an approval or a closing is taken back
by a record that undoes it. A merge cannot be: its inputs lie in inputs/ and in the version, and the next merge would
take them in again. So it is taken back by a withdrawal of each input that it took in, and an undoing of each decision
that it applied; the next merge then gives the text that was there before it, as a new version. Withdrawn inputs are
kept. All of it is undone in turn, by `loi undo --redo` or by naming the record.

A step is what one command did. Steps are taken back one after the other, newest first; a join of two heads is none,
since it asks for nothing that the heads did not hold. So is a version that only applied what was taken back.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from loi_cli.i18n import _
from loi_cli.intake.register import Register
from loi_cli.model.identifiers import nearest
from loi_cli.model.problems import LoiError
from loi_cli.model.records import (
    ActionStep,
    Agreement,
    Approval,
    Closing,
    Decision,
    Naming,
    Record,
    Undoing,
    Withdrawal,
)
from loi_cli.model.standing import undone
from loi_cli.model.versions import Header, Version

_DONE = Decision | Naming | Agreement | Withdrawal | Approval | Closing | ActionStep
"""What can be taken back. What left or came in cannot: it is in the world."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What one command did, as far as it still counts: `records` written, or `inputs` and `records` that a merge took
    into `version`."""

    records: tuple[Record, ...] = ()
    inputs: tuple[str, ...] = ()
    version: Header | None = None
    by: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """How steps are taken back: the inputs to withdraw, and the records to undo."""

    step: Step
    inputs: tuple[str, ...]
    undoes: tuple[str, ...]


def last_step(register: Register) -> TakenBack:
    """The newest step that counts. Raises LoiError when there is none."""
    steps = [*_merges(register), *_events(register)]
    if not steps:
        raise LoiError(
            _("there is nothing to take back: the concept is where it began"),
            _("`loi log` shows the versions, `loi undo RECORD` takes one record back"),
        )
    _key, step = max(steps, key=lambda found: found[0])
    ways = _Ways(register.records)
    return TakenBack(step=step, inputs=step.inputs, undoes=tuple(ways.against(r.name) for r in step.records))


def last_undoing(register: Register) -> TakenBack:
    """The newest step that `loi undo` took back, to count again. Raises LoiError when there is none."""
    ways = _Ways(register.records)
    takes_back = [r for r in register.records if _level(r, ways.by_name) % 2 and r.name not in ways.gone]
    if not takes_back:
        raise LoiError(_("nothing was taken back that could count again"), _("`loi undo` takes the last step back"))
    step = max(_grouped(takes_back), key=lambda s: (s.at, s.records[-1].name))
    return TakenBack(step=step, inputs=(), undoes=tuple(ways.against(r.name) for r in step.records))


def step_named(name: str, register: Register) -> TakenBack:
    """One record, given by its name or the beginning or end of it. Raises LoiError for one that is not there, that
    cannot be undone, or that counts no longer."""
    ways = _Ways(register.records)
    plain = name.replace("\\", "/").rpartition("/")[2].removesuffix(".yaml")
    fits = [n for n in ways.by_name if n == plain or (len(plain) >= 6 and (n.startswith(plain) or n.endswith(plain)))]
    if len(fits) != 1:
        near = nearest(plain, ways.by_name)
        listed = _("did you mean “{near}”?").format(near=near) if near else _("name it as its file in records/")
        raise LoiError(
            _("“{name}” fits {count} records").format(name=name, count=len(fits))
            if fits
            else _("there is no record “{name}”").format(name=name),
            _("they are: {names}").format(names=", ".join(fits)) if fits else listed,
        )
    record = ways.by_name[fits[0]]
    if not isinstance(record, _DONE | Undoing):
        raise LoiError(_("{record} says what happened, and cannot be undone").format(record=record.name))
    if record.name in ways.gone:
        by = ways.gone[record.name]
        raise LoiError(
            _("{record} was undone already, by {by} on {date}").format(record=record.name, by=by.by, date=by.date),
            _("`loi undo {undoing}` makes it count again").format(undoing=by.name),
        )
    step = Step(records=(record,), by=record.by, at=_moment(record))
    return TakenBack(step=step, inputs=(), undoes=(ways.against(record.name),))


class _Ways:
    """How a record that counts can be made to count no longer."""

    def __init__(self, records: Iterable[Record]) -> None:
        self.by_name = {r.name: r for r in records}
        self.gone = undone(self.by_name.values())

    def against(self, name: str) -> str:
        """What to undo so that a record counts no longer: itself; where it was undone and that was undone in turn, the
        last of these, so that the story reads as it went."""
        dead = [r for r in self.by_name.values() if isinstance(r, Undoing) and r.undoes == name]
        if not dead:
            return name
        newest = max(dead, key=lambda r: (r.at, r.name))
        return self.against(self.gone[newest.name].name)


def _level(record: Record, by_name: Mapping[str, Record]) -> int:
    """0 for what was done, odd for what took it back, even for what let it count again."""
    level = 0
    seen: set[str] = set()
    while isinstance(record, Undoing) and record.name not in seen and record.undoes in by_name:
        seen.add(record.name)
        record = by_name[record.undoes]
        level += 1
    return level + (isinstance(record, Withdrawal) and record.version is not None)


Order = tuple[str, int, str]
"""The moment, then the place among versions of those that share a moment, then the name."""


def _events(register: Register) -> list[tuple[Order, Step]]:
    """What commands other than merge recorded."""
    records = register.records
    by_name = {r.name: r for r in records}
    gone = undone(records)
    some = [r for r in records if isinstance(r, _DONE) and r.name not in gone and not _level(r, by_name)]
    first = {name: v.header.number for v, news in _own(register) for name in news}
    newest = 2 * max((h.number for h in register.headers), default=0) + 1
    found = []
    for step in _grouped(some):
        places = [2 * first[r.name] - 1 if r.name in first else newest for r in step.records]
        found.append(((step.at, max(places), step.records[-1].name), step))
    return found


def _merges(register: Register) -> list[tuple[Order, Step]]:
    """What versions took in, as far as it still counts."""
    found = []
    decisions = {d.name: d for d in register.decisions}
    for version, news in _own(register):
        header = version.header
        inputs = tuple(name for name in news if name in register.inputs_by_name and name not in register.withdrawn)
        records = tuple(decisions[name] for name in news if name in decisions)
        if inputs or records:
            step = Step(records=records, inputs=inputs, version=header, by=header.author, at=header.time)
            found.append(((header.time, 2 * header.number, header.hash), step))
    return found


def _own(register: Register) -> list[tuple[Version, list[str]]]:
    """Each version with the inputs and records that it took in and no parent of it held."""
    store, loaded = register.opened.store, {v.header.hash: v for v in (register.root, *register.heads)}
    held: dict[str, set[str]] = {}
    found = []
    for header in register.opened.headers:
        version = loaded.get(header.hash) or store.version(header)
        names = [m.name for m in (*version.inputs, *version.decisions)]
        known = {name for parent in header.parents for name in held[parent]}
        held[header.hash] = set(names)
        found.append((version, [name for name in names if name not in known]))
    return found


def _grouped(records: Sequence[Record]) -> list[Step]:
    """Records that one command wrote: in one moment, by one office. Taking a step back may write two kinds."""
    groups: dict[tuple[str, str, str], list[Record]] = {}
    for record in sorted(records, key=lambda r: r.name):
        kind = "undo" if isinstance(record, Undoing) or _is_undo(record) else type(record).__name__
        groups.setdefault((_moment(record), record.by, kind), []).append(record)
    return [Step(records=tuple(some), by=by, at=at) for (at, by, _kind), some in groups.items()]


def _is_undo(record: Record) -> bool:
    return isinstance(record, Withdrawal) and record.version is not None


def _moment(record: Record) -> str:
    return record.at or f"{record.date.isoformat()}T00:00:00Z"
