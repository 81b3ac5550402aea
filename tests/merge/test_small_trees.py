"""Every pair of single edits of a small tree, exhaustively, and many threes, against the rules of the design."""

from collections.abc import Iterator, Sequence
from itertools import product
from random import Random

from loi_cli.merge.fitting import misfits
from loi_cli.merge.outcomes import Verdict
from loi_cli.merge.replay import Base, Replayed
from loi_cli.model.conflicts import EXISTS, conflicts_in
from loi_cli.model.inputs import Anchor, Delete, Input, Insert, Instruct, Move, Proposal, Reword, Where
from loi_cli.model.text import Clause, Kind, Text
from loi_cli.model.words import Run, agreed, shown
from tests.merge.rules_of_structure import Ask, Expected, expected
from tests.properties.drafting import HERE, UNITS, empty_input, merged

TREE = (
    ("aim", Kind.ARTICLE, None),
    ("areas", Kind.ARTICLE, None),
    ("areas.a", Kind.ITEM, "areas"),
    ("areas.a.x", Kind.ITEM, "areas.a"),
    ("areas.b", Kind.ITEM, "areas"),
)
CONCEPT = Text(
    tuple(
        Clause(
            id=name,
            kind=kind,
            parent=parent,
            text={"en": agreed("old", "concept")},
            heading={"en": agreed("Old", "concept")} if kind is Kind.ARTICLE else {},
            by=("concept",),
        )
        for name, kind, parent in TREE
    )
)


def single_edits(text: Text) -> Iterator[Proposal]:
    """All that one unit can ask of a text in one proposal, wordings aside."""
    anchors = [Anchor(where, clause.id) for where, clause in product(Where, text)]
    for name, kind in ((clause.id, clause.kind) for clause in text):
        yield Delete(clause=name, place=HERE)
        yield Instruct(clause=name, note="shorter", place=HERE)
        yield Reword(clause=name, text={"en": "old"}, place=HERE)
        yield Reword(clause=name, text={"en": "new"}, place=HERE)
        yield Reword(clause=name, text={"en": "other"}, place=HERE)
        if kind is Kind.ARTICLE:
            yield Reword(clause=name, heading={"en": "New"}, place=HERE)
        for anchor in anchors:
            yield Move(clause=name, anchor=anchor, place=HERE)
    for anchor in anchors:
        for name, kind, words in (
            ("p", Kind.ITEM, "one"),
            ("p", Kind.ITEM, "two"),
            ("q", Kind.ITEM, "one"),
            ("r", Kind.ARTICLE, "three"),
        ):
            yield Insert(clause=name, kind=kind, anchor=anchor, text={"en": words}, place=HERE)


def input_of(unit: str, some: Sequence[Proposal], round: int = 1) -> Input:
    return empty_input(f"{unit}-{round}")._replace(proposals=tuple(some))


def edits_of(text: Text) -> tuple[Proposal, ...]:
    return tuple(edit for edit in single_edits(text) if not misfits(input_of("ilmate", [edit]), text))


EDITS = edits_of(CONCEPT)


def told(result: Replayed, concept: Text) -> Expected:
    """What a merge gave, in the terms of the rules."""
    disputes = {
        (c.clause, c.field): frozenset(frozenset(r.names) for r in c.bracket.readings)
        for c in conflicts_in(result.text)
    }
    old = concept.by_id()
    words = {
        (clause.id, f"{name}.{language}"): (shown(some), frozenset(source.split("-")[0] for source in some[0].by))
        for clause in result.text
        for name, fields in (("text", clause.text), ("heading", clause.heading))
        for language, some in fields.items()
        if isinstance(some[0], Run) and (clause.id not in old or getattr(old[clause.id], name).get(language) != some)
        if (clause.id, EXISTS) not in disputes or clause.id in old
    }
    return Expected(tuple((clause.id, clause.parent) for clause in result.text), disputes, words)


def check(asks: Sequence[Ask]) -> None:
    units = dict.fromkeys(unit for unit, _edit in asks)
    some = [input_of(unit, [edit for other, edit in asks if other == unit]) for unit in units]
    assert told(merged(CONCEPT, some), CONCEPT) == expected(CONCEPT, asks), asks


def test_every_edit_alone_and_every_pair_of_edits() -> None:
    assert len(EDITS) > 80
    for one in EDITS:
        check([(UNITS[0], one)])
        for other in EDITS:
            check([(UNITS[0], one), (UNITS[1], other)])


def test_every_edit_against_the_text_that_every_other_left() -> None:
    """What was agreed is the base of whoever reads it: a further edit gives there what it gives in a concept. A third
    of the further edits is tried at each text; each of them at many."""
    for k, one in enumerate(EDITS):
        first = input_of(UNITS[0], [one])
        text = merged(CONCEPT, [first]).text
        base = Base("second", 2, text, frozenset({first.name}))
        for other in edits_of(text)[k % 3 :: 3]:
            result = merged(CONCEPT, [first], (base, [input_of(UNITS[1], [other], 2)]))
            assert told(result, text) == expected(text, [(UNITS[1], other)]), (one, other)


def test_many_threes_of_units_with_up_to_two_edits_each() -> None:
    chance = Random(4)
    tried = 0
    while tried < 1500:
        asks = [(unit, edit) for unit in UNITS[:3] for edit in chance.sample(EDITS, chance.randint(1, 2))]
        if all(_is_of_one_mind(asks, unit) for unit in UNITS[:3]):
            tried += 1
            check(asks)


def _is_of_one_mind(asks: Sequence[Ask], unit: str) -> bool:
    """Whether one input may ask for all that a unit wants; what it puts into a clause that it deletes is told apart
    (`test_what_a_unit_puts_into_a_clause_that_it_deletes`)."""
    own = [edit for other, edit in asks if other == unit]
    if len({edit.clause for edit in own}) < len(own) or misfits(input_of(unit, own), CONCEPT):
        return False
    deleted = [edit.clause for edit in own if isinstance(edit, Delete)]
    holders = [_holder(edit.anchor) for edit in own if isinstance(edit, Insert | Move)]
    return not any(f"{holder}.".startswith(f"{clause}.") for holder in holders for clause in deleted)


def _holder(anchor: Anchor) -> str | None:
    """The clause that holds what is put there."""
    assert anchor.clause is not None
    return anchor.clause if anchor.where is Where.IN else CONCEPT.by_id()[anchor.clause].parent


def test_what_a_unit_puts_into_a_clause_that_it_deletes() -> None:
    """A new clause is not there, one that was moved stays where it was; either way its sender is told."""
    into = Anchor(Where.IN, "areas.b")
    delete = Delete(clause="areas.b", place=HERE)
    insert = Insert(clause="p", kind=Kind.ITEM, anchor=into, text={"en": "one"}, place=HERE)
    result = merged(CONCEPT, [input_of(UNITS[0], [delete, insert])])
    assert told(result, CONCEPT).order == expected(CONCEPT, [(UNITS[0], delete)]).order
    assert [o.verdict for o in result.outcomes if o.clause == "p"] == [Verdict.SUPERSEDED]
    move = Move(clause="areas.a", anchor=into, place=HERE)
    result = merged(CONCEPT, [input_of(UNITS[0], [delete, move])])
    assert told(result, CONCEPT).order == expected(CONCEPT, [(UNITS[0], delete)]).order
    assert [o.verdict for o in result.outcomes if o.clause == "areas.a"] == [Verdict.REFUSED]
