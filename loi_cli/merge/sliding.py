"""Insertions and deletions that can be said in several ways, since the words around them repeat.

"in the sector" → "in the car sector in the sector" inserts "car sector in the" after "in the", or "in the car sector"
before it. Every side's edit is put at one canonical place; where two sides' edits meet, another place may fit better.
"""

from collections.abc import Sequence
from typing import NamedTuple

from loi_cli.merge.cutting import SENTENCE_ENDS
from loi_cli.merge.tokens import Token


class Edit(NamedTuple):
    """Base tokens [start, end) become `new`; it may as well be said up to `back` tokens earlier, `ahead` later."""

    start: int
    end: int
    new: tuple[Token, ...]
    back: int = 0
    ahead: int = 0

    @property
    def readable(self) -> tuple[str, ...]:
        return tuple([token.text for token in self.new])

    def moved(self, by: int) -> "Edit":
        """The same edit said `by` tokens later."""
        turn = by % len(self.new) if self.new else 0
        new = (*self.new[turn:], *self.new[:turn])
        return Edit(self.start + by, self.end + by, new, self.back + by, self.ahead - by)


def at_a_boundary(edit: Edit, base: Sequence[Token], floor: int, roof: int, light: frozenset[str]) -> Edit:
    """A pure insertion or deletion where it makes a phrase of its own, between base tokens `floor` and `roof`."""
    if edit.new and edit.end > edit.start:
        return edit
    # What the edit looks at when it moves: the base with the insertion in it, or as it is.
    tokens = [*base[: edit.start], *edit.new, *base[edit.start :]] if edit.new else base
    start, end = edit.start, edit.start + (len(edit.new) or edit.end - edit.start)
    back = 0
    while edit.start - back > floor and tokens[start - back - 1].text == tokens[end - back - 1].text:
        back += 1
    ahead = 0
    while edit.end + ahead < roof and tokens[start + ahead].text == tokens[end + ahead].text:
        ahead += 1
    if not back and not ahead:
        return edit
    best = max(range(-back, ahead + 1), key=lambda d: (_phrase(tokens, start + d, end + d, light), -d))
    return Edit(edit.start, edit.end, edit.new, back, ahead).moved(best)


def _phrase(tokens: Sequence[Token], start: int, end: int, light: frozenset[str]) -> float:
    """How well tokens [start, end) make a phrase of their own."""
    first, last = tokens[start].core, tokens[end - 1].core
    before = tokens[start - 1].core if start else "."
    score = 0.0
    if before in SENTENCE_ENDS and last in SENTENCE_ENDS:
        score += 4
    elif first == "," or last == ",":
        score += 2
    score += 0.1 * (first.lower() not in light) - 0.6 * (last.lower() in light)
    return score + (0.0 if first in (")", "»", "”") else 0.5)


def beside_others(edit: Edit, others: Sequence[Edit], base: Sequence[Token]) -> Edit:
    """Where the edit meets those of other sides: an insertion is brought to another insertion that it could be said
    beside, so that their order is asked about; a deletion goes out of the way of edits that it need not overlap, and
    else into one that takes in all its words, so that no other word is in dispute.

    Of two deletions that could be said to share words it is not known whether both sides meant the same ones: these
    are brought together. Items taken out of a list, each with a comma of its own, are not.
    """
    if not edit.back and not edit.ahead:
        return edit
    places = sorted(range(-edit.back, edit.ahead + 1), key=lambda d: (abs(d), d))
    if edit.new:
        points = {other.start for other in others if other.start == other.end}
        by = next((d for d in places if edit.start + d in points), 0)
    else:
        near = [o for o in others if o.start < edit.end + edit.ahead and edit.start - edit.back < o.end]
        gone = [other for other in near if not other.new]
        shared = (d for d in places if any(_words_shared(edit, d, other, base) for other in gone))
        free = (d for d in places if not any(_overlap(edit, d, other) for other in near))
        within = (d for d in places if any(_is_within(edit, d, other) for other in near))
        by = next(shared, next(free, next(within, 0)))
    return edit.moved(by) if by else edit


def _overlap(edit: Edit, by: int, other: Edit) -> bool:
    return other.start < edit.end + by and edit.start + by < other.end


def _is_within(edit: Edit, by: int, other: Edit) -> bool:
    return other.start <= edit.start + by and edit.end + by <= other.end


def _words_shared(edit: Edit, by: int, other: Edit, base: Sequence[Token]) -> bool:
    shared = base[max(edit.start + by, other.start) : min(edit.end + by, other.end)]
    return any(any(map(str.isalnum, token.text)) for token in shared)
