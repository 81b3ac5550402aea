"""The text that a set of inputs and decisions gives, whatever machine, order or batches they arrived in.

A merge never adds to the newest text: it starts from the root and goes through the bases that inputs were written
against, oldest first. At each base all its inputs are merged at once, together with what became of that base since.
So the same inputs and decisions give the same text, and a join of two heads is the merge of both their sets.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from loi_cli.i18n import _, saying
from loi_cli.merge.answers import answered
from loi_cli.merge.marks import Marks
from loi_cli.merge.outcomes import Outcome, Verdict
from loi_cli.merge.proposals import Wish, fields_of
from loi_cli.merge.rules import Rules
from loi_cli.merge.since import SidesSince
from loi_cli.merge.step import merge_step
from loi_cli.model.conflicts import EXISTS, PLACE, STANDS, conflict_of, conflicts_in, language_of
from loi_cli.model.fields import words_of
from loi_cli.model.inputs import Delete, Input
from loi_cli.model.text import Clause, Text
from loi_cli.model.words import Bracket, Run, Side


class Base(NamedTuple):
    """A text that inputs were written against: `key` tells it from others, `number` orders bases, `holds` names the
    inputs merged into it, `decided` the decisions."""

    key: str
    number: int
    text: Text
    holds: frozenset[str]
    decided: frozenset[str] = frozenset()


class Replayed(NamedTuple):
    text: Text
    outcomes: tuple[Outcome, ...]


_STANDING = (Verdict.MERGED, Verdict.ALREADY_THERE, Verdict.CONFLICT)
"""What became of a proposal whose words are in the text, agreed or as a side of a bracket."""

WITHDRAWAL = "withdrawal"
"""The side's name under which a withdrawal answers for words that later inputs have read and that are gone."""

Held = Mapping[str, frozenset[str]]
"""For each input the names of those that the very version held which it was written against."""


def replay(
    bases: Sequence[Base],
    inputs: Mapping[str, Sequence[Input]],
    rules: Rules,
    held: Held,
    withdrawals: Mapping[str, str] | None = None,
) -> Replayed:
    """Merge everything. `bases` begins with the root; `inputs` are keyed by their base's key; `withdrawals` names the
    inputs that were taken back, each with the record that says so.

    A withdrawn input counts for nothing, as though it had never been sent, its `replaces` neither; the text of a later
    base may hold its words, and there the record answers for their going. But what was decided between it and others
    stays decided: somebody settled those words, and only a new reading or undoing the decision opens them again.

    An input that says `replaces` takes the earlier one back: wholly where its base does not hold that one, since inputs
    that share a base give the same text however batched; else out of whatever is still in dispute, and words of the
    earlier one that were merged stay: its unit has read them in the text and can reword them there.
    """
    gone_by = {**(withdrawals or {})}
    everybody = [one for some in inputs.values() for one in some]
    replaced = _replaced([one for one in everybody if one.name not in gone_by], held)
    replaced = {name: by for name, by in replaced.items() if name not in gone_by}
    withdrawn = {name for name, by in replaced.items() if name not in held[by.name]} | gone_by.keys()
    yielding = {name: by.name for name, by in replaced.items() if name not in withdrawn}
    left = {key: [one for one in some if one.name not in withdrawn] for key, some in inputs.items()}
    answerable = {name: Side(WITHDRAWAL, record) for name, record in gone_by.items()}
    answerable |= {name: Side(by.side, by.name) for name, by in replaced.items() if name in withdrawn}
    gone = {key: [one for one in some if one.name in withdrawn] for key, some in inputs.items()}
    rules = replace(rules, yielding=yielding)
    result = _Replay(everybody, left, gone, answerable, rules).over(bases)
    ending = _Ending(result.text, everybody, held, rules, result.overtaken)
    told = [o for one in everybody if one.name in gone_by for o in _withdrawn(one, gone_by[one.name])]
    told += [o for one in everybody if one.name in withdrawn - gone_by.keys() for o in _taken_back(one, replaced)]
    counting = [o for o in result.outcomes if o.input not in withdrawn]
    decided = {(o.input, o.clause, o.field): o.record for o in result.outcomes if o.input in withdrawn}
    outcomes = (*ending.of(answered(counting, bases, left, held)), *(_still_decided(o, decided) for o in told))
    return Replayed(result.text, outcomes)


def _replaced(everybody: Sequence[Input], held: Held) -> dict[str, Input]:
    """Each input that a later one takes back, with that one; with one that has not read it, if there is any."""
    found: dict[str, Input] = {}
    for one in sorted(everybody, key=lambda i: i.name):
        if one.replaces and (one.replaces not in found or one.replaces not in held[one.name]):
            found[one.replaces] = one
    return found


@dataclass(frozen=True, slots=True)
class _Ending:
    """What became of everything in the end: an outcome tells of the base at which it came about, and later inputs or
    decisions may have changed that."""

    text: Text
    everybody: Sequence[Input]
    held: Held
    rules: Rules
    overtaken: Mapping[tuple[str, str, str], str]

    def of(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        outcomes = tuple(outcomes)
        told = {(outcome.input, outcome.clause, outcome.field) for outcome in outcomes}
        open_for: dict[tuple[str, str, str], list[str]] = {}
        every = set()
        clauses, later = self.text.by_id(), self._by_sender_and_clause()
        at_stake = _at_stake(self.text)
        for conflict in conflicts_in(self.text):
            every.add(conflict.id)
            for source in _who_speaks(conflict.bracket):
                open_for.setdefault((source, conflict.clause, conflict.field), []).append(conflict.id)
            if conflict.field == PLACE:  # a clause was put in where somebody who has not seen it wants it elsewhere
                for source in _who_speaks(conflict.bracket):
                    if (source, conflict.clause, PLACE) not in told:
                        open_for.setdefault((source, conflict.clause, EXISTS), []).append(conflict.id)
            if conflict.language:  # a clause was put in by its words
                for source in {*_who_speaks(conflict.bracket), *conflict.bracket.base_by}:
                    open_for.setdefault((source, conflict.clause, EXISTS), []).append(conflict.id)
        for outcome in outcomes:
            ids = open_for.get((outcome.input, outcome.clause, outcome.field), ())
            if ids and outcome.verdict in _STANDING and outcome.why not in ids:
                yield replace(outcome, verdict=Verdict.CONFLICT, why=ids[0])
            elif not ids and outcome.verdict in _STANDING and (by := self._overtaken_by(outcome)):
                yield self._superseded(outcome, by)
            elif not ids and outcome.verdict is Verdict.CONFLICT and outcome.why not in every:
                yield self._no_longer_open(outcome, clauses, later)
            elif outcome.verdict in (Verdict.OPEN, Verdict.REMARK):
                yield self._still_said(outcome, clauses)
            elif outcome.verdict is Verdict.MERGED and outcome.field and (whether := at_stake.get(outcome.clause)):
                yield replace(outcome, why=_also(outcome.why, whether))
            else:
                yield outcome
            if not ids and (record := self._put_in_elsewhere(outcome, told)):
                yield self._superseded(replace(outcome, field=PLACE), record)

    def _put_in_elsewhere(self, outcome: Outcome, told: Collection[tuple[str, str, str]]) -> str | None:
        """The decision by which a clause that an input put in stands elsewhere than it asks for."""
        place = (outcome.input, outcome.clause, PLACE)
        is_put_in = outcome.field == EXISTS and outcome.verdict in (Verdict.MERGED, Verdict.ALREADY_THERE)
        if not is_put_in or place in told or self._overtaken_by(outcome):
            return None
        return self.overtaken.get(place)

    def _superseded(self, outcome: Outcome, by: str) -> Outcome:
        """What an input asked for, that a later one of its sender or a decision was against."""
        if self.rules.rulings.named(by):
            decided = saying("decided otherwise: {record}", record=by)
            return replace(outcome, verdict=Verdict.SUPERSEDED, why=decided, record=by)
        why = _("{input} says otherwise, and is later").format(input=by)
        return replace(outcome, verdict=Verdict.SUPERSEDED, why=why)

    def _overtaken_by(self, outcome: Outcome) -> str | None:
        of_all = self.overtaken.get((outcome.input, outcome.clause, ""))
        return self.overtaken.get((outcome.input, outcome.clause, outcome.field)) or of_all

    def _by_sender_and_clause(self) -> Mapping[tuple[str, str], Sequence[Input]]:
        found: dict[tuple[str, str], list[Input]] = {}
        for one in self.everybody:
            for clause in dict.fromkeys(proposal.clause for proposal in one.proposals):
                found.setdefault((one.side.split(".")[0], clause), []).append(one)
        return found

    def _no_longer_open(
        self, outcome: Outcome, clauses: Mapping[str, Clause], later: Mapping[tuple[str, str], Sequence[Input]]
    ) -> Outcome:
        """Its sender has said otherwise since, or the words are agreed, or it was decided."""
        for one in later.get((outcome.side.split(".")[0], outcome.clause), ()):
            if outcome.input in self.held[one.name]:
                why = saying("taken back by {input}", input=one.name)
                return replace(outcome, verdict=Verdict.SUPERSEDED, why=why)
        clause = clauses.get(outcome.clause)
        names = _behind(clause, outcome.field, outcome.input) if clause else ()
        if outcome.input in names:
            record = next((name for name in sorted(names) if self.rules.rulings.named(name)), "")
            decided = saying("as decided: {record}", record=record) if record else ""
            return replace(outcome, verdict=Verdict.MERGED, why=decided, record=record)
        rulings = self.rules.rulings.on_field(outcome.clause, outcome.field)
        if rulings:
            why = saying("decided otherwise: {record}", record=rulings[-1].source)
            return replace(outcome, verdict=Verdict.SUPERSEDED, why=why)
        if clause is None and not self._deletes(outcome):
            return replace(outcome, verdict=Verdict.SUPERSEDED, why=saying("the clause was deleted"))
        return replace(outcome, verdict=Verdict.MERGED, why="")  # somebody of home's own asked for the same

    def _still_said(self, outcome: Outcome, clauses: Mapping[str, Clause]) -> Outcome:
        """An instruction that nobody answered, a remark, a position: none where its sender took it back; nothing is
        wanted of a clause that is gone."""
        if by := self.rules.yielding.get(outcome.input):
            return replace(outcome, verdict=Verdict.SUPERSEDED, why=saying("taken back by {input}", input=by))
        if outcome.verdict is Verdict.OPEN and outcome.clause not in clauses:
            return replace(outcome, verdict=Verdict.SUPERSEDED, why=saying("the clause was deleted"))
        return outcome

    def _deletes(self, outcome: Outcome) -> bool:
        one = next(one for one in self.everybody if one.name == outcome.input)
        return isinstance(one.proposals[outcome.proposal], Delete)


def _at_stake(text: Text) -> Mapping[str, str]:
    """The clauses that somebody wants deleted, or what holds them, each with that dispute: what was merged there
    is undisputed, and yet may go."""
    found: dict[str, str] = {}
    for clause in text:
        if clause.exists is not None and clause.exists.base == STANDS:
            found[clause.id] = conflict_of(clause.id, EXISTS, clause.exists).id
        elif clause.parent in found:
            found[clause.id] = found[clause.parent]
    return found


def _also(why: str, whether: str) -> str:
    if why:
        return saying("{why}; whether the clause stays is in dispute: {conflict}", why=why, conflict=whether)
    return saying("whether the clause stays is in dispute: {conflict}", conflict=whether)


def _behind(clause: Clause, field: str, one: str) -> set[str]:
    """An input with all that stand behind the same agreed words of a field; those of the clause where it is no field
    of words. Nothing where none of the words are from it."""
    if not language_of(field):
        return set(clause.by)
    runs = (piece for piece in words_of(clause, field) if isinstance(piece, Run) and one in piece.by)
    return {name for run in runs for name in run.by}


def _who_speaks(bracket: Bracket) -> set[str]:
    """The inputs that a bracket's readings are from; where home speaks for the base, those that the base is from."""
    sides = {(side.source, reading.text) for reading in bracket.readings for side in reading.sides}
    return {source for source, _text in sides} | set(bracket.base_by if ("", bracket.base) in sides else ())


def _taken_back(one: Input, replaced: Mapping[str, Input]) -> Iterator[Outcome]:
    return _superseded(one, _("taken back by {input}").format(input=replaced[one.name].name), "")


def _withdrawn(one: Input, record: str) -> Iterator[Outcome]:
    return _superseded(one, _("withdrawn: {record}").format(record=record), record)


def _still_decided(told: Outcome, decided: Mapping[tuple[str, str, str], str]) -> Outcome:
    """Of an input that was taken back: where a decision about its words stands all the same, that is said."""
    record = decided.get((told.input, told.clause, told.field))
    if record is None:
        return told
    why = saying("{why}; it stays as decided: {record}", why=told.why, record=record)
    return replace(told, why=why, record=record)


def _superseded(one: Input, why: str, record: str) -> Iterator[Outcome]:
    for index, proposal in enumerate(one.proposals):
        wish = Wish(one, index, proposal, one.party is not None)
        for field in fields_of(proposal) or [""]:
            yield wish.outcome(field, Verdict.SUPERSEDED, why, record)


class _Course(NamedTuple):
    """The text after the last base, what became of everything at its own base, and what later inputs of the same
    sender said otherwise: by input, clause and field."""

    text: Text
    outcomes: tuple[Outcome, ...]
    overtaken: Mapping[tuple[str, str, str], str]


@dataclass(frozen=True, slots=True)
class _Replay:
    """`inputs` are what counts, by base, `gone` what does not; `withdrawn` names these, with the side that answers."""

    everybody: Sequence[Input]
    inputs: Mapping[str, Sequence[Input]]
    gone: Mapping[str, Sequence[Input]]
    withdrawn: Mapping[str, Side]
    rules: Rules

    def over(self, bases: Sequence[Base]) -> "_Course":
        root, *later = sorted(bases, key=lambda b: (b.number, b.key))
        step = merge_step(root.text, self._against(root), None, SidesSince(), self.rules, self._gone(root))
        outcomes, text = list(step.outcomes), step.text
        marks = {field: list(some) for field, some in step.marks.items()}
        overtaken: dict[tuple[str, str, str], str] = {}
        done = list(self._against(root))
        numbers = {one.name: root.number for one in done}
        for base in later:
            here = self._against(base)
            gone = self._gone(base)
            if not here and not gone:
                continue
            older = {name for name, number in numbers.items() if number < base.number and name not in base.holds}
            step = merge_step(base.text, here, text, self._since(base, done, older, marks), self.rules, gone)
            text = step.text
            outcomes += step.outcomes
            for field, some in step.marks.items():
                marks.setdefault(field, []).extend(some)
            overtaken |= {(one.input, one.clause, one.field): one.by for one in step.overtaken}
            done += here
            numbers |= {one.name: base.number for one in here}
        return _Course(text, tuple(outcomes), overtaken)

    def _against(self, base: Base) -> Sequence[Input]:
        return self.inputs.get(base.key, ())

    def _gone(self, base: Base) -> Sequence[Input]:
        return self.gone.get(base.key, ())

    def _since(self, base: Base, done: Sequence[Input], older: Collection[str], marks: Marks) -> SidesSince:
        between = {one.name: Side(one.side, one.name) for one in done if one.name not in base.holds}
        between |= {name: side for name, side in self.withdrawn.items() if name in base.holds}
        return SidesSince(self.everybody, between, self.rules.rulings, self.rules.yielding, older, marks, base.decided)
