"""Decisions applied: what was settled is not asked again."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from loi_cli.model.conflicts import conflict_id, language_of
from loi_cli.model.records import Decision
from loi_cli.model.words import Bracket, Reading, Side

DECISION = "decision"
"""The side's name under which an earlier decision takes part in a dispute that was reopened."""

_SUBSETS = 8
"""Up to this many readings, every smaller dispute inside a reopened one is looked for."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a dispute was settled to read, the names behind these words, and the record that says so."""

    text: str
    by: tuple[str, ...]
    decision: Decision


class Rulings:
    """All decisions, by the dispute that they settle."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        self._by_conflict: dict[str, list[Decision]] = {}
        for decision in sorted(decisions, key=lambda d: d.name):
            self._by_conflict.setdefault(decision.conflict, []).append(decision)

    def on(self, clause: str, field: str, bracket: Bracket) -> Ruling | None:
        """The ruling on a dispute; None when there is none, when it stays open on purpose, when two contradict."""
        found = self._by_conflict.get(_id(clause, field, bracket.base, bracket.readings), [])
        rulings = [r for d in found if (r := _ruling(d, field, bracket.base, bracket.readings)) is not None]
        if not rulings or any(r.text != rulings[0].text for r in rulings):
            return None
        return rulings[0]

    def kept_open(self, conflict: str) -> Decision | None:
        """The decision that a dispute stays open on purpose."""
        return next((d for d in self._by_conflict.get(conflict, ()) if d.bracket), None)

    def reopened(self, clause: str, field: str, bracket: Bracket) -> Bracket:
        """The bracket with an earlier ruling on part of its readings as one more side."""
        readings = bracket.readings
        if not self._by_conflict or not 3 <= len(readings) <= _SUBSETS:
            return bracket
        for size in range(len(readings) - 1, 1, -1):
            for some in combinations(readings, size):
                for decision in self._by_conflict.get(_id(clause, field, bracket.base, some), ()):
                    ruling = _ruling(decision, field, bracket.base, some)
                    if ruling is not None:
                        return _with(bracket, ruling.text, Side(DECISION, decision.name))
        return bracket


def _id(clause: str, field: str, base: str, readings: Iterable[Reading]) -> str:
    return conflict_id(clause, field, base, [r.text for r in readings])


def _ruling(decision: Decision, field: str, base: str, readings: tuple[Reading, ...]) -> Ruling | None:
    if decision.bracket:
        return None
    language = language_of(field)
    if decision.words:
        text = decision.words.get(language or "")
        return None if text is None else Ruling(text, (decision.name,), decision)
    chosen = next((r for r in readings if decision.take in r.names), None)
    text = decision.reads
    if text is None:
        text = base if decision.take == "base" else chosen.text if chosen else None
    if text is None:
        return None
    behind = next((r for r in readings if r.text == text), None)
    sources = tuple(side.source for side in behind.sides if side.source) if behind else ()
    return Ruling(text, (*sources, decision.name), decision)


def _with(bracket: Bracket, text: str, side: Side) -> Bracket:
    readings = list(bracket.readings)
    for k, reading in enumerate(readings):
        if reading.text == text:
            readings[k] = Reading(text, (*reading.sides, side))
            return Bracket(bracket.base, tuple(readings), bracket.lead, bracket.base_by)
    return Bracket(bracket.base, (*readings, Reading(text, (side,))), bracket.lead, bracket.base_by)
