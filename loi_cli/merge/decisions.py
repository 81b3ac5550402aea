"""Decisions applied: what was settled is not asked again."""

from collections.abc import Collection, Iterable
from itertools import combinations
from typing import NamedTuple

from loi_cli.model.conflicts import conflict_id, language_of
from loi_cli.model.records import Decision
from loi_cli.model.words import Bracket, Reading, Side

DECISION = "decision"
"""The side's name under which an earlier decision takes part in a dispute that was reopened."""

_SUBSETS = 8
"""Up to this many readings, every smaller dispute inside a reopened one is looked for."""


class Ruling(NamedTuple):
    """What a dispute was settled to read, the names behind these words, and the record that says so."""

    text: str
    by: tuple[str, ...]
    decision: Decision


class Judged(NamedTuple):
    """A dispute with the ruling on it; without one, the bracket may hold an earlier decision as a side."""

    bracket: Bracket
    ruling: Ruling | None

    @property
    def decisions(self) -> frozenset[str]:
        """The earlier decisions that are sides of a dispute that was reopened."""
        sides = (side for reading in self.bracket.readings for side in reading.sides)
        return frozenset(side.source for side in sides if side.name == DECISION)


class Rulings:
    """All decisions, by the dispute that they settle; without those that another on the same dispute overrules."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        self._by_conflict: dict[str, list[Decision]] = {}
        self._by_field: dict[str, list[Decision]] = {}
        every = sorted(decisions, key=lambda d: d.name)
        self._names = {d.name: d for d in every}
        overruled = {(d.conflict, name) for d in every for name in d.overrules if name != d.name}
        for decision in every:
            if (decision.conflict, decision.name) in overruled:
                continue
            self._by_conflict.setdefault(decision.conflict, []).append(decision)
            self._by_field.setdefault(decision.conflict.rpartition("/")[0], []).append(decision)

    def on_field(self, clause: str, field: str) -> tuple[Side, ...]:
        """The decisions about a field, each as a side."""
        return tuple(Side(DECISION, d.name) for d in self._by_field.get(f"{clause}/{field}", ()) if not d.bracket)

    def named(self, record: str) -> bool:
        return record in self._names

    def step_of(self, record: str) -> str:
        """The name of the first decision that the same person took at the same moment for the same reason: words for
        several languages, said at once. Where no moment is kept, each stands for itself."""
        one = self._names[record]
        together = (d.name for d in self._names.values() if one.at and _moment(d) == _moment(one))
        return min(together, default=record)

    def contradicting(self, conflict: str) -> tuple[str, ...]:
        """The decisions recorded on a dispute that still count: what a further one must overrule to settle it."""
        return tuple(d.name for d in self._by_conflict.get(conflict, ()))

    def kept_open(self, conflict: str) -> Decision | None:
        """The decision that a dispute stays open on purpose."""
        return next((d for d in self._by_conflict.get(conflict, ()) if d.bracket), None)

    def judge(self, clause: str, field: str, bracket: Bracket) -> Judged:
        """The ruling on a dispute: none where nothing was decided, where it stays open on purpose, where two decisions
        contradict and none overrules the others. A dispute that holds a decided one is open again, with that decision
        as one more side."""
        if f"{clause}/{field}" not in self._by_field:
            return Judged(bracket, None)
        return _Court(self._by_conflict, clause, field).judge(bracket)

    def judge_without(self, gone: Collection[Side], clause: str, field: str, bracket: Bracket) -> Judged:
        """A dispute without the sides that were taken back, and the ruling on what is left of it."""
        sources = {side.source for side in gone}
        left = [Reading(r.text, tuple(s for s in r.sides if s.source not in sources)) for r in bracket.readings]
        rest = Bracket(bracket.base, tuple(r for r in left if r.sides), bracket.lead, bracket.base_by)
        return Judged(rest, self.judge(clause, field, rest).ruling)


def _moment(decision: Decision) -> tuple[object, ...]:
    return (decision.by, decision.date, decision.at, decision.reason)


class _Court:
    """Everything decided about one field, asked about one dispute and about the smaller ones in it."""

    def __init__(self, decisions: dict[str, list[Decision]], clause: str, field: str) -> None:
        self.decisions = decisions
        self.clause = clause
        self.field = field
        self.known: dict[tuple[Reading, ...], Judged] = {}

    def judge(self, bracket: Bracket) -> Judged:
        found = self.known.get(bracket.readings)
        if found is None:
            found = self.known[bracket.readings] = self._judge(bracket)
        return found

    def _judge(self, bracket: Bracket) -> Judged:
        ruling = self._ruling(bracket)
        if ruling is not None:
            return Judged(bracket, ruling)
        reopened = self._reopened(bracket)
        return Judged(reopened, self._ruling(reopened) if reopened is not bracket else None)

    def _ruling(self, bracket: Bracket) -> Ruling | None:
        conflict = conflict_id(self.clause, self.field, bracket.base, [r.text for r in bracket.readings])
        rulings = [r for d in self.decisions.get(conflict, ()) if (r := _ruling(d, self.field, bracket)) is not None]
        if not rulings or any(r.text != rulings[0].text for r in rulings):
            return None
        return rulings[0]

    def _reopened(self, bracket: Bracket) -> Bracket:
        readings = bracket.readings
        if not 3 <= len(readings) <= _SUBSETS:
            return bracket
        for size in range(len(readings) - 1, 1, -1):
            for some in combinations(readings, size):
                earlier = self.judge(Bracket(bracket.base, some, bracket.lead, bracket.base_by)).ruling
                if earlier is not None:
                    return with_decision(bracket, earlier)
        return bracket


def _ruling(decision: Decision, field: str, bracket: Bracket) -> Ruling | None:
    if decision.bracket:
        return None
    text = _decided(decision, field, bracket)
    if text is None:
        return None
    behind = next((r for r in bracket.readings if r.text == text), None)
    sources = tuple(side.source for side in behind.sides if side.source) if behind else ()
    return Ruling(text, tuple(dict.fromkeys((*sources, decision.name))), decision)


def _decided(decision: Decision, field: str, bracket: Bracket) -> str | None:
    if decision.words:
        return decision.words.get(language_of(field) or "")
    reads = decision.reads
    if reads is None:
        chosen = next((r.text for r in bracket.readings if decision.take in r.names), None)
        return bracket.base if decision.take == "base" else chosen
    # A record keeps words without the white space around them; the reading itself may begin with some.
    same = (text for text in (bracket.base, *(r.text for r in bracket.readings)) if text.strip() == reads.strip())
    return next(same, reads)


def with_decision(bracket: Bracket, ruling: Ruling) -> Bracket:
    """The bracket with an earlier decision among its sides."""
    side = Side(DECISION, ruling.decision.name)
    readings = list(bracket.readings)
    for k, reading in enumerate(readings):
        if reading.text == ruling.text:
            readings[k] = Reading(reading.text, tuple(dict.fromkeys((*reading.sides, side))))
            break
    else:
        readings.append(Reading(ruling.text, (side,)))
    return Bracket(bracket.base, tuple(readings), bracket.lead, bracket.base_by)
