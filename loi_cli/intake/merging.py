"""A merge: from the register to a new version, in memory, and then onto the disk."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from loi_cli import __version__
from loi_cli.history.canonical import sha256
from loi_cli.history.encoding import text_hash
from loi_cli.history.store import compose
from loi_cli.i18n import _, n_
from loi_cli.intake.opening import OpenDossier
from loi_cli.intake.register import Register, withdrawals
from loi_cli.merge.comparison import touched
from loi_cli.merge.decisions import Rulings
from loi_cli.merge.outcomes import Outcome
from loi_cli.merge.proposals import fields_of
from loi_cli.merge.renaming import as_called_now, called_now
from loi_cli.merge.replay import Base, Replayed, replay
from loi_cli.merge.rules import Rules
from loi_cli.model.conflicts import Conflict, conflicts_in
from loi_cli.model.inputs import Input
from loi_cli.model.problems import LoiError
from loi_cli.model.records import Decision, Record, Undoing, Withdrawal
from loi_cli.model.standing import undone
from loi_cli.model.text import Text
from loi_cli.model.versions import Merged, Version
from loi_cli.model.words import Run

_JOINED_AT_ONCE = 24
"""Heads that one version joins, so that its header stays short; the next merge joins the rest."""


class WithoutEffect(NamedTuple):
    """The decisions that changed nothing.

    `idle` settle nothing: no merge met the dispute that they are about. `opposed` has, by the id of a dispute that is
    open still, those about it: others contradict each, as when two people settled it differently on two machines, or
    what it takes is no side any more.
    """

    idle: tuple[Decision, ...]
    opposed: Mapping[str, tuple[Decision, ...]]


class Prospect(NamedTuple):
    """What a merge gives: the version, `root` where the concept itself is new, and the outcomes of all inputs.

    `is_news` is false where the head already holds it all; the version is then the head itself.
    """

    version: Version
    root: Version | None
    outcomes: tuple[Outcome, ...]
    is_news: bool

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        return conflicts_in(self.version.text)

    def changed(self, register: Register) -> tuple[str, ...]:
        """Every clause that differs from the version before; a header names but some, where they are very many."""
        if not self.version.header.parents:
            return tuple(clause.id for clause in self.version.text)
        before = (register.heads or (register.root,))[0].text
        return touched(as_called_now(before, register.opened.dossier.renamed), self.version.text)

    def taken_back(self, register: Register) -> tuple[Input, ...]:
        """The inputs that this merge takes back: withdrawn, or replaced by a later one; merged before, or with it."""
        replaced = {one.replaces for one in register.waiting}
        new = {r.input for r in register.waiting_records if isinstance(r, Withdrawal)} & register.withdrawn.keys()
        return tuple(one for one in register.merged if one.name in replaced | new)

    def restored(self, register: Register) -> tuple[Input, ...]:
        """The inputs that count again, since their withdrawal was undone."""
        before = withdrawals(register.applied)
        return tuple(one for one in register.merged if one.name in before and one.name not in register.withdrawn)

    def without_effect(self, register: Register) -> WithoutEffect:
        unheard = self._unheard(register)
        by_dispute = {c.id: tuple(d for d in unheard if d.conflict == c.id) for c in self.conflicts}
        return WithoutEffect(
            idle=tuple(d for d in unheard if d.conflict not in by_dispute),
            opposed={conflict: decisions for conflict, decisions in by_dispute.items() if decisions},
        )

    def _unheard(self, register: Register) -> tuple[Decision, ...]:
        """The decisions that changed nothing, about a dispute still open or not.

        One that leaves a side's words out shows in nothing but that side's fate, which names one decision alone: what
        was decided on the same field in the same moment was met with it.
        """
        if not register.heads and not self.is_news:
            return ()
        at_work = {o.record for o in self.outcomes} | set(_names_in(self.version.text))
        every = (*register.decisions, *register.waiting_decisions)
        overruled = {name for d in every for name in d.overrules}
        met = {_field_and_moment(d) for d in every if d.name in at_work and d.at}
        return tuple(
            d for d in every if not d.bracket and d.name not in at_work | overruled and _field_and_moment(d) not in met
        )

    def outcomes_of(self, one: Input) -> tuple[Outcome, ...]:
        return tuple(sorted((o for o in self.outcomes if o.input == one.name), key=lambda o: (o.proposal, o.field)))


def _field_and_moment(one: Decision) -> tuple[str, str]:
    return one.conflict.rpartition("/")[0], one.at


def _names_in(text: Text) -> Iterator[str]:
    """The inputs and records that stand behind any word of a text, agreed or in dispute."""
    for clause in text:
        yield from clause.by
        for words in (*clause.text.values(), *clause.heading.values()):
            for piece in words:
                yield from piece.by if isinstance(piece, Run) else piece.base_by
    for conflict in conflicts_in(text):
        yield from (side.source for reading in conflict.bracket.readings for side in reading.sides)


def prospect(register: Register, now: datetime, author: str, message: str = "") -> Prospect:
    """Merge all that waits, in memory. The same inputs and decisions give the same text in any order."""
    time = now.strftime("%Y-%m-%dT%H:%M:%SZ")
    _must_have_names_of_their_own(register)
    read = _read(register)
    result = _replayed(register, read, read.inputs, (*register.applied, *register.waiting_records))
    root = _signed(register.root, author, time) if register.is_new else None
    parents = register.heads[:_JOINED_AT_ONCE] or ((root,) if root else ())
    something_waits = bool(register.waiting or register.waiting_records or len(parents) > 1)
    if not something_waits:
        return Prospect(version=parents[0], root=root, outcomes=result.outcomes, is_news=root is not None)
    _must_come_out_the_same(register, read)
    version = compose(
        text=result.text,
        parents=tuple(p.header for p in parents),
        order=register.order,
        inputs=_all_merged([Merged(i.name, i.sha256) for i in register.inputs]),
        decisions=_all_merged([Merged(r.name, r.sha256) for r in (*register.applied, *register.waiting_records)]),
        touched=touched(as_called_now(parents[0].text, register.opened.dossier.renamed), result.text),
        time=time,
        author=author,
        message=message or _summary(register),
    )
    return Prospect(version=version, root=root, outcomes=result.outcomes, is_news=True)


def as_merged(register: Register, now: datetime) -> Prospect:
    """What became of the inputs that the heads hold, without those that wait: what is told of a text as it stands."""
    return prospect(register._replace(waiting=(), waiting_records=()), now, "loi")


def as_settled(register: Register, now: datetime) -> Text:
    """The text of the heads with what was decided since, without the inputs that wait."""
    return prospect(register._replace(waiting=()), now, "loi").version.text


def outcomes_now(register: Register, now: datetime) -> tuple[Outcome, ...]:
    """What became of each proposal that was merged, and what will become of each that waits.

    Where a merge would be refused, because this loi merges otherwise, nothing is said of those that wait.
    """
    standing = as_merged(register, now).outcomes
    waiting = {one.name for one in register.waiting}
    if not waiting:
        return standing
    try:
        coming = prospect(register, now, "loi").outcomes
    except LoiError:
        return standing
    return (*standing, *(o for o in coming if o.input in waiting))


def _must_have_names_of_their_own(register: Register) -> None:
    """Raises LoiError when two heads hold different files under one name: words would be given to the wrong one."""
    for one, other in pairwise(register.merged):
        if one.name == other.name:
            here = [h.header.full_label for h in register.heads if Merged(one.name, one.sha256) in h.inputs]
            there = [h.header.full_label for h in register.heads if Merged(other.name, other.sha256) in h.inputs]
            raise LoiError(
                _("`{name}` is one file in {here} and another in {there}").format(
                    name=one.name, here=", ".join(here), there=", ".join(there)
                ),
                _("take {there} out of versions/, name its file `{further}.yaml`, and merge that again").format(
                    there=", ".join(there), further=f"{one.name}.2"
                ),
            )


def _must_come_out_the_same(register: Register, read: "_Read") -> None:
    """Raises LoiError when this loi would give a head another text than it has, from the same inputs and decisions.

    A merge goes through everything anew, so that a loi whose rules of merging differ would change words that nobody
    asked to change.
    """
    for head in register.heads:
        names = {m.name for m in head.inputs}
        decided = {m.name for m in head.decisions}
        inputs = {key: [one for one in some if one.name in names] for key, some in read.inputs.items()}
        text = _replayed(register, read, inputs, [r for r in register.applied if r.name in decided]).text
        if text_hash(text) != text_hash(as_called_now(head.text, register.opened.dossier.renamed)):
            raise LoiError(
                _("{version} was merged by loi {its}; loi {this} would give it other words").format(
                    version=head.header.full_label, its=head.header.tool, this=__version__
                ),
                _("merge with loi {its}, or tell the maintainers; nothing was changed").format(its=head.header.tool),
            )


def _replayed(
    register: Register, read: "_Read", inputs: Mapping[str, Sequence[Input]], records: Sequence[Record]
) -> Replayed:
    """What some inputs and records give; of the records those count that no other of them undoes."""
    gone = undone(records)
    renamed = register.opened.dossier.renamed
    counting = (r for r in records if isinstance(r, Decision) and r.name not in gone)
    decisions = [d._replace(take=called_now(d.take, renamed)) if d.take else d for d in counting]
    taken_back = {name: by.name for name, by in withdrawals(records).items()}
    return replay(tuple(read.bases.values()), inputs, _rules(register, decisions), read.held, taken_back)


def must_be_open(opened: OpenDossier) -> None:
    """Raises LoiError where the dossier is closed: nothing is merged into a text that was signed."""
    if (closing := opened.closing) is not None:
        raise LoiError(
            _("the dossier was closed by {by} on {date}; nothing is merged any more").format(
                by=closing.by, date=closing.date
            ),
            _("`loi archive --reopen --by OFFICE --reason WHY` opens it again, with a record that says so"),
        )


def record(register: Register, found: Prospect) -> None:
    """Write it: the bytes of what was merged, the concept where it is new, the version last; all of it, or nothing.
    Raises LoiError where the dossier is closed."""
    must_be_open(register.opened)
    folder = register.opened.path
    inputs = [_bytes_of(folder / "inputs" / f"{one.name}.yaml", one.sha256) for one in register.waiting]
    records = [_bytes_of(folder / "records" / f"{r.name}.yaml", r.sha256) for r in register.waiting_records]
    new = {v.header.hash: v for v in (found.root, found.version) if v is not None}
    register.opened.store.add_all(new.values(), [*inputs, *records])


def _bytes_of(path: Path, digest: str) -> bytes:
    data = path.read_bytes()
    if sha256(data) != digest:
        raise LoiError(
            _("{file} was changed while it was being merged").format(file=path.name), _("run `loi merge` again")
        )
    return data


def _signed(root: Version, author: str, time: str) -> Version:
    return compose(
        text=root.text,
        parents=(),
        order=root.order,
        inputs=(),
        decisions=(),
        touched=root.header.touched,
        time=time,
        author=author,
        message=root.header.message,
    )


def _rules(register: Register, decisions: Iterable[Decision]) -> Rules:
    dossier = register.opened.dossier
    return Rules(
        home=dossier.home,
        languages=dossier.languages,
        rank=register.rank,
        rulings=Rulings(decisions),
        others=frozenset(dossier.parties) - {dossier.home},
    )


class _Read(NamedTuple):
    """The versions that inputs were written against, one base for each text that came about in its own way."""

    bases: dict[str, Base]
    inputs: dict[str, list[Input]]
    held: dict[str, frozenset[str]]


def _read(register: Register) -> _Read:
    """Versions of one text are one base, whatever inputs without a change of words they hold beside. Where a change
    was taken back again, the text is that of an earlier version, but it is another base."""
    loaded = {v.header.hash: v for v in (register.root, *register.heads)}
    wording = {one.name for one in register.inputs if any(fields_of(p) for p in one.proposals)}
    records = {r.name: r for r in register.applied}
    renamed = register.opened.dossier.renamed
    root = _base(register.root, wording, records, renamed)
    found = _Read({root.key: root}, {}, {})
    for one in register.inputs:
        header = register.base_of(one)
        if header.hash not in loaded:
            loaded[header.hash] = register.opened.store.version(header)
        base = _base(loaded[header.hash], wording, records, renamed)
        found.bases.setdefault(base.key, base)
        found.inputs.setdefault(base.key, []).append(one)
        found.held[one.name] = base.holds
    return found


def _base(version: Version, wording: set[str], records: Mapping[str, Record], renamed: Mapping[str, str]) -> Base:
    """What was withdrawn by then is kept there, and no word of it stands in the text."""
    gone = withdrawals(records[m.name] for m in version.decisions)
    holds = frozenset(m.name for m in version.inputs if m.name not in gone)
    key = f"{version.header.text_hash}/{sha256(' '.join(sorted(holds & wording)).encode())[:16]}"
    decided = frozenset(m.name for m in version.decisions)
    return Base(key, version.header.number, as_called_now(version.text, renamed), holds, decided)


def _all_merged(items: list[Merged]) -> tuple[Merged, ...]:
    return tuple(sorted(set(items), key=lambda m: (m.name, m.sha256)))


def _summary(register: Register) -> str:
    names = [one.name for one in register.waiting]
    records = register.waiting_records
    if not names and not records:
        return _("join of {count} heads").format(count=len(register.heads))
    parts = [", ".join(names[:6]) + (", …" if len(names) > 6 else "")] if names else []
    if decided := sum(isinstance(r, Decision) for r in records):
        parts.append(n_("{n} decision", "{n} decisions", decided))
    if withdrawn := sum(isinstance(r, Withdrawal) for r in records):
        parts.append(n_("{n} withdrawal", "{n} withdrawals", withdrawn))
    if taken_back := sum(isinstance(r, Undoing) for r in records):
        parts.append(n_("{n} step taken back", "{n} steps taken back", taken_back))
    return "; ".join(parts)
