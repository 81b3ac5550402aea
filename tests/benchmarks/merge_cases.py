"""Cases of merging whose right result is known, of many kinds, in clauses of prose/ in three languages.

What is right follows from where the edits were made, by the rules of the design; no diff is asked.
"""

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from prose import LANGUAGES, WORD, templates


@dataclass(frozen=True, order=True)
class Edit:
    """Words [start, end) of the base become others."""

    start: int
    end: int
    new: tuple[str, ...]


Side = tuple[Edit, ...]


@dataclass(frozen=True)
class Case:
    kind: str
    language: str
    words: tuple[str, ...]
    sides: tuple[Side, ...]

    @property
    def base(self) -> str:
        return spelled(self.words)

    def wording(self, edits: Iterable[Edit]) -> str:
        out: list[str] = []
        done = 0
        for edit in sorted(set(edits)):
            out += [*self.words[done : edit.start], *edit.new]
            done = edit.end
        return spelled([*out, *self.words[done:]])

    def disputes(self) -> list[set[Edit]]:
        """Edits that contradict each other, directly or through others."""
        groups: list[set[Edit]] = []
        for one, other in combinations([(k, e) for k, side in enumerate(self.sides) for e in side], 2):
            if one[0] != other[0] and contradict(one[1], other[1]):
                touching = [g for g in groups if one[1] in g or other[1] in g]
                groups = [g for g in groups if g not in touching]
                groups.append({one[1], other[1]}.union(*touching))
        return groups

    def expected(self, reader: int) -> str:
        """The text when one side has its way in all disputes."""
        disputed = {e for group in self.disputes() for e in group}
        return self.wording(e for k, side in enumerate(self.sides) for e in side if k == reader or e not in disputed)

    def in_dispute(self) -> int:
        """The words that brackets must show: for every dispute each different reading of its span, and the base."""
        count = 0
        for group in self.disputes():
            start, end = min(e.start for e in group), max(e.end for e in group)
            readings = {self._reading(side, group, start, end) for side in self.sides if group & set(side)}
            count += (end - start) + sum(map(len, readings))
        return count

    def _reading(self, side: Side, group: set[Edit], start: int, end: int) -> tuple[str, ...]:
        out: list[str] = []
        done = start
        for edit in sorted(group & set(side)):
            out += [*self.words[done : edit.start], *edit.new]
            done = edit.end
        return (*out, *self.words[done:end])


def contradict(one: Edit, other: Edit) -> bool:
    if one == other:
        return False
    if one.start == one.end and other.start == other.end:
        return one.start == other.start
    if one.start < other.end and other.start < one.end:
        return True
    touch = one.end == other.start or other.end == one.start
    return touch and bool(one.new) and bool(other.new)


def spelled(words: Sequence[str]) -> str:
    """Words as a drafter types them: no blank before a comma."""
    out = ""
    for word in words:
        out += word if not out or word in {",", ".", ";", ":"} else " " + word
    return out


class Drafter:
    """Makes edits with words that the base does not hold, or, `borrowing`, with whole phrases of other clauses."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.language = chance.choice(LANGUAGES)
        some = templates(self.language)
        chance.shuffle(some)
        cut = chance.randint(1, 3)
        wordings = [WORD.findall(t.wording(tuple(chance.randrange(len(c)) for c in t.choices))) for t in some]
        self.words = tuple(w for one in wordings[:cut] for w in one)
        known = {w.lower() for w in self.words}
        self.others = [w for one in wordings[cut:] for w in one]
        self.fresh = [w for w in self.others if w.lower() not in known and w[0].isalpha()]
        self.borrowing = chance.random() < 0.3

    def new(self, least: int = 1, most: int = 4) -> tuple[str, ...]:
        count = self.chance.randint(least, most)
        if self.borrowing:
            for _try in range(20):
                at = self.chance.randrange(len(self.others) - count)
                found = self.others[at : at + count]
                if found[0] in self.fresh and found[-1] in self.fresh:
                    return tuple(found)
        return tuple(self.chance.sample(self.fresh, count))

    def other(self, than: tuple[str, ...]) -> tuple[str, ...]:
        """Words that neither begin nor end as those do, so that the whole of both is in dispute."""
        while True:
            found = self.new()
            if not set(found) & set(than):
                return found

    def at(self, room: int) -> int:
        """A place with so many words after it, and some before."""
        return self.chance.randint(1, len(self.words) - room - 2)

    def edit(self, low: int, high: int) -> Edit:
        """A replacement, a deletion or an insertion somewhere within."""
        start = self.chance.randint(low, high - 1)
        end = self.chance.randint(start, min(high, start + 4))
        nothing = end > start and self.chance.random() < 0.25
        return Edit(start, end, () if nothing else self.new())


Kind = Callable[[Drafter], list[Side]]
KINDS: dict[str, Kind] = {}


def kind(make: Kind) -> Kind:
    KINDS[make.__name__.replace("_", " ")] = make
    return make


@kind
def disjoint(d: Drafter) -> list[Side]:
    half = len(d.words) // 2
    return [(d.edit(1, half - 2),), (d.edit(half + 2, len(d.words) - 1),)]


@kind
def disjoint_two_words_apart(d: Drafter) -> list[Side]:
    at = d.at(9)
    return [(Edit(at, at + 2, d.new()),), (Edit(at + 4, at + 6, d.new()),)]


@kind
def disjoint_one_word_apart(d: Drafter) -> list[Side]:
    at = d.at(6)
    return [(Edit(at, at + 1, d.new()),), (Edit(at + 2, at + 3, d.new()),)]


@kind
def interleaved(d: Drafter) -> list[Side]:
    places = range(1, len(d.words) - 5, 5)
    edits = [Edit(k, k + d.chance.randint(0, 2), d.new()) for k in places][:6]
    return [tuple(edits[::2]), tuple(edits[1::2])]


@kind
def equal(d: Drafter) -> list[Side]:
    edit = d.edit(1, len(d.words) - 1)
    return [(edit,), (edit,)]


@kind
def equal_and_more(d: Drafter) -> list[Side]:
    half = len(d.words) // 2
    edit = d.edit(1, half - 2)
    return [(edit,), (edit, d.edit(half + 2, len(d.words) - 1))]


@kind
def one_contains_all_of_the_other(d: Drafter) -> list[Side]:
    third = len(d.words) // 3
    first, second = d.edit(1, third - 1), d.edit(third + 1, 2 * third)
    return [(first, second), (second,)]


@kind
def same_words_differently(d: Drafter) -> list[Side]:
    at = d.at(5)
    end = at + d.chance.randint(1, 4)
    new = d.new()
    return [(Edit(at, end, new),), (Edit(at, end, d.other(new)),)]


@kind
def overlapping(d: Drafter) -> list[Side]:
    at = d.at(7)
    new = d.new()
    return [(Edit(at, at + 3, new),), (Edit(at + 2, at + 5, d.other(new)),)]


@kind
def one_within_the_other(d: Drafter) -> list[Side]:
    at = d.at(8)
    new = d.new()
    return [(Edit(at, at + 6, new),), (Edit(at + 2, at + 4, d.other(new)),)]


@kind
def different_insertions_at_one_point(d: Drafter) -> list[Side]:
    at = d.at(1)
    new = d.new()
    return [(Edit(at, at, new),), (Edit(at, at, d.other(new)),)]


@kind
def equal_insertions_at_one_point(d: Drafter) -> list[Side]:
    at = d.at(1)
    new = d.new()
    return [(Edit(at, at, new),), (Edit(at, at, new),)]


@kind
def insertion_beside_a_replacement(d: Drafter) -> list[Side]:
    at = d.at(4)
    new = d.new()
    point = d.chance.choice((at, at + 2))
    return [(Edit(at, at + 2, new),), (Edit(point, point, d.other(new)),)]


@kind
def edit_in_a_deleted_passage(d: Drafter) -> list[Side]:
    at = d.at(9)
    return [(Edit(at, at + 7, ()),), (Edit(at + 3, at + 4, d.new()),)]


@kind
def insertion_in_a_deleted_passage(d: Drafter) -> list[Side]:
    at = d.at(9)
    return [(Edit(at, at + 7, ()),), (Edit(at + 3, at + 3, d.new()),)]


@kind
def deletion_in_a_deleted_passage(d: Drafter) -> list[Side]:
    at = d.at(9)
    return [(Edit(at, at + 7, ()),), (Edit(at + 2, at + 5, ()),)]


@kind
def replacements_side_by_side(d: Drafter) -> list[Side]:
    at = d.at(5)
    new = d.new()
    return [(Edit(at, at + 2, new),), (Edit(at + 2, at + 4, d.other(new)),)]


@kind
def deletion_beside_a_replacement(d: Drafter) -> list[Side]:
    at = d.at(5)
    sides: list[Side] = [(Edit(at, at + 2, ()),), (Edit(at + 2, at + 4, d.new()),)]
    return sides if d.chance.random() < 0.5 else [(Edit(at + 2, at + 4, ()),), (Edit(at, at + 2, d.new()),)]


@kind
def deletions_side_by_side(d: Drafter) -> list[Side]:
    at = d.at(5)
    return [(Edit(at, at + 2, ()),), (Edit(at + 2, at + 4, ()),)]


@kind
def overlapping_deletions(d: Drafter) -> list[Side]:
    at = d.at(7)
    return [(Edit(at, at + 3, ()),), (Edit(at + 2, at + 5, ()),)]


def _dated(d: Drafter) -> int:
    at = d.at(1)
    figure = d.chance.choice(
        ("14 March 2017", "30 Juli 2018", "5 мая 2016 года", "40 hours", "2.75 hectares", "12,5 ton")
    )
    d.words = (*d.words[:at], figure, *d.words[at:])
    return at


_FIGURES = ("15 March 2017", "14 April 2017", "14 March 2019", "31 Juli 2018", "6 мая 2016 года", "40 days",
            "48 hours", "3.75 hectares", "2.25 hectares", "12,5 kilogram", "17,5 ton")  # fmt: skip


@kind
def dates_and_figures(d: Drafter) -> list[Side]:
    at = _dated(d)
    one, other = d.chance.sample(_FIGURES, 2)
    return [(Edit(at, at + 1, (one,)),), (Edit(at, at + 1, (other,)),)]


@kind
def a_figure_and_other_words(d: Drafter) -> list[Side]:
    at = _dated(d)
    far = (at + len(d.words) // 2) % len(d.words)
    far = far if abs(far - at) > 3 and far < len(d.words) - 2 else max(0, at - 6)
    return [(Edit(at, at + 1, (d.chance.choice(_FIGURES),)),), (Edit(far, far + 1, d.new()),)]


@kind
def at_both_ends(d: Drafter) -> list[Side]:
    return [(Edit(0, d.chance.randint(0, 1), d.new()),), (Edit(len(d.words) - 1, len(d.words) - 1, d.new()),)]


@kind
def a_repeated_phrase(d: Drafter) -> list[Side]:
    """A phrase said twice: one side takes out the first, another rewords something elsewhere."""
    at = d.at(8)
    phrase = d.words[at : at + 3]
    d.words = (*d.words[:at], *phrase, d.new(1, 1)[0], *d.words[at:])
    far = at + 8 if at + 10 < len(d.words) else max(at - 5, 0)
    return [(Edit(at, at + 4, ()),), (Edit(far, far + 1, d.new()),)]


@kind
def a_sentence_rewritten_another_edited(d: Drafter) -> list[Side]:
    half = len(d.words) // 2
    return [(Edit(2, half - 2, d.new(6, 10)),), (d.edit(half + 2, len(d.words) - 1),)]


@kind
def three_sides_apart(d: Drafter) -> list[Side]:
    third = len(d.words) // 3
    return [(d.edit(k * third + 1, (k + 1) * third - 2),) for k in range(3)]


@kind
def many_sides(d: Drafter) -> list[Side]:
    """Up to forty units, each an edit or two somewhere of a clause."""
    out: list[Side] = []
    for _unit in range(d.chance.randint(4, 40)):
        start = d.at(3)
        out.append((Edit(start, start + d.chance.randint(0, 2), d.new()),))
    return out


def cases(chance: random.Random, count: int) -> Iterable[Case]:
    """So many cases of each kind in turn."""
    for name, make in KINDS.items():
        for _again in range(count):
            drafter = Drafter(chance)
            sides = make(drafter)
            yield Case(name, drafter.language, drafter.words, tuple(sides))
