"""What a merge did to words that the words themselves cannot tell; inputs written against a later base ask for it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from loi_cli.merge.decisions import DECISION, Judged, Ruling
from loi_cli.model.records import Decision
from loi_cli.model.words import Bracket


class TakenOut(NamedTuple):
    """Words that went, and the inputs or records that took them out: nothing in the text could name these."""

    words: tuple[str, ...]
    by: tuple[str, ...]


class Settled(NamedTuple):
    """A dispute that a decision settled: of which words, between which readings, and what it made of them.

    A conflict's id does not tell, and an input of another age may bring one of the readings alone, to other sides.
    """

    decision: Decision
    base: str
    readings: frozenset[str]
    text: str

    @classmethod
    def of(cls, bracket: Bracket, ruling: Ruling) -> "Settled":
        """Blanks around words are of no account."""
        readings = frozenset(reading.text.strip() for reading in bracket.readings)
        return cls(ruling.decision, bracket.base.strip(), readings, ruling.text.strip())

    @property
    def known(self) -> frozenset[str]:
        """All that whoever decided had before him."""
        return self.readings | {self.base, self.text}


Mark = TakenOut | Settled

Marks = Mapping[tuple[str, str], Sequence[Mark]]
"""By clause and field."""


def settled_before(judged: Judged, settled: Iterable[Settled]) -> Judged:
    """A dispute as a decision that is a side of it settled it, where nobody says what that was not about."""
    bracket = judged.bracket
    said = {r.text.strip() for r in bracket.readings if any(side.name != DECISION for side in r.sides)}
    about = [s for s in settled if s.base == bracket.base.strip() and judged.decisions == {s.decision.name}]
    if not about or not said <= frozenset().union(*(one.known for one in about)):
        return judged
    texts = (bracket.base, *(reading.text for reading in bracket.readings))
    text = next((text for text in texts if text.strip() == about[0].text), about[0].text)
    sides = next((reading.sides for reading in bracket.readings if reading.text == text), ())
    by = dict.fromkeys([*(side.source for side in sides if side.source), about[0].decision.name])
    return Judged(bracket, Ruling(text, tuple(by), about[0].decision))
