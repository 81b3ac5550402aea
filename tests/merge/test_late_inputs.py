"""An input against the concept that comes after others have read a later text, judged by the rules of the design.

Three units with one edit each: the first reads the concept, and what it asks for makes the second text; one reads that
text; one is late, and reads the concept. Where the late one has no quarrel with the first, it gives what it would give
against the second text. Where what was read there is as it was in the concept, all three give what they would give
against the concept.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from random import Random
from typing import NamedTuple

from loi_cli.merge.fitting import misfits
from loi_cli.merge.replay import Base, Replayed
from loi_cli.model.inputs import Anchor, Delete, Insert, Move, Proposal, Where
from loi_cli.model.text import Text
from tests.merge.rules_of_structure import expected
from tests.merge.test_small_trees import CONCEPT, EDITS, edits_of, input_of, told
from tests.properties.drafting import UNITS, merged

TRIES = 300


class Course(NamedTuple):
    """What was asked first, late, and of the second text; and that text."""

    first: Proposal
    late: Proposal
    second: Proposal
    text: Text

    def merged(self, late_unit: str, second_unit: str) -> Replayed:
        some = [input_of(UNITS[0], [self.first]), input_of(late_unit, [self.late])]
        base = Base("second", 2, self.text, frozenset({some[0].name}))
        return merged(CONCEPT, some, (base, [input_of(second_unit, [self.second], 2)]))


@cache
def second_texts() -> Sequence[tuple[Proposal, Text, Sequence[Proposal]]]:
    """What one unit may ask for, the text that comes of it, and what another may ask for then."""
    texts = [(edit, merged(CONCEPT, [input_of(UNITS[0], [edit])]).text) for edit in EDITS]
    return [(edit, text, edits_of(text)) for edit, text in texts]


def courses(chance: Random, fits: Callable[[Course], bool]) -> Iterator[Course]:
    tried = 0
    while tried < TRIES:
        first, text, edits = chance.choice(second_texts())
        course = Course(first, chance.choice(EDITS), chance.choice(edits), text)
        if fits(course):
            tried += 1
            yield course


def test_what_is_late_gives_what_it_would_give_against_the_newer_text() -> None:
    _first, late, second, _last = UNITS
    for course in courses(Random(4), _late_has_no_quarrel):
        wanted = expected(course.text, [(late, course.late), (second, course.second)])
        assert told(course.merged(late, second), course.text) == wanted, course


def test_the_order_of_units_counts_and_not_who_was_late() -> None:
    """A new clause in dispute aside, which stands meanwhile where it came to stand."""
    _first, second, _other, late = UNITS
    for course in courses(Random(5), lambda c: _late_has_no_quarrel(c) and c.late.clause != c.second.clause):
        wanted = expected(course.text, [(second, course.second), (late, course.late)])
        assert told(course.merged(late, second), course.text) == wanted, course


def test_what_was_read_as_it_was_in_the_concept_was_read_in_the_concept() -> None:
    one, late, second, _last = UNITS
    for course in courses(Random(6), _reads_as_in_the_concept):
        wanted = expected(CONCEPT, [(one, course.first), (late, course.late), (second, course.second)])
        assert told(course.merged(late, second), CONCEPT) == wanted, course


def _late_has_no_quarrel(course: Course) -> bool:
    return _is_apart(course.first, course.late) and not misfits(input_of(UNITS[1], [course.late]), course.text)


def _reads_as_in_the_concept(course: Course) -> bool:
    first, late, second, text = course
    if isinstance(first, Insert) and isinstance(late, Insert) and first.clause == late.clause:
        return False  # its place is not asked about before it is settled that it comes
    return second in EDITS and _is_apart(first, second) and _reads_the_same(second, text)


def _is_apart(one: Proposal, other: Proposal) -> bool:
    """Whether two edits of the concept have nothing to do with each other: no clause, no place, nothing deleted."""
    mine, its = _about(one), _about(other)
    if mine & its or _spot(one) == _spot(other) is not None:
        return False
    for edit, clauses in ((one, its), (other, mine)):
        if isinstance(edit, Delete) and any(_is_in(clause, edit.clause) for clause in clauses):
            return False
    return True


def _about(edit: Proposal) -> set[str]:
    return {edit.clause, edit.anchor.clause or ""} if isinstance(edit, Insert | Move) else {edit.clause}


def _spot(edit: Proposal) -> tuple[str | None, int] | None:
    return _gap(edit.anchor, CONCEPT) if isinstance(edit, Insert | Move) else None


def _gap(anchor: Anchor, text: Text) -> tuple[str | None, int]:
    """In which clause, and before which of its children."""
    assert anchor.clause is not None
    children = text.children()
    if anchor.where is Where.IN:
        return anchor.clause, len(children[anchor.clause])
    parent = text.by_id()[anchor.clause].parent
    return parent, children[parent].index(anchor.clause) + (anchor.where is Where.AFTER)


def _is_in(clause: str | None, other: str) -> bool:
    above = {c.id: c.parent for c in CONCEPT}
    while clause is not None and clause != other:
        clause = above.get(clause)
    return clause is not None


def _reads_the_same(edit: Proposal, text: Text) -> bool:
    """Whether all that holds an edit's clause and place holds the same in a text as in the concept."""
    clauses: list[str | None] = [edit.clause] if not isinstance(edit, Insert) else []
    if isinstance(edit, Insert | Move):
        clauses.append(edit.anchor.clause)
    for clause in clauses:
        while clause is not None:
            here, there = CONCEPT.by_id()[clause].parent, text.by_id()[clause].parent
            if here != there or CONCEPT.children()[here] != text.children()[there]:
                return False
            if CONCEPT.children()[clause] != text.children()[clause]:
                return False
            clause = here
    return True
