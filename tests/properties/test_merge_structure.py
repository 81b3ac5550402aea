"""Laws of merging clauses: nothing is lost, nothing stands in what does not stand, order never matters."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from loi_cli.history.encoding import text_hash
from loi_cli.merge.comparison import compare, touched
from loi_cli.merge.outcomes import Outcome, Verdict
from loi_cli.merge.replay import Base, Replayed
from loi_cli.model.conflicts import EXISTS, PLACE, conflict_of, conflicts_in
from loi_cli.model.inputs import Delete, Input, Insert
from loi_cli.model.text import PARENTS, Text
from tests.properties.drafting import concepts, inputs, later_negotiations, merged, negotiations

Negotiation = tuple[Text, tuple[Input, ...]]
Later = tuple[Text, tuple[Input, ...], Base, tuple[Input, ...]]


@given(negotiations(), st.randoms())
def test_the_order_of_inputs_never_matters(negotiation: Negotiation, chance: Random) -> None:
    concept, some = negotiation
    shuffled = list(some)
    chance.shuffle(shuffled)
    one, other = merged(concept, some), merged(concept, shuffled)
    assert text_hash(one.text) == text_hash(other.text)
    assert set(one.outcomes) == set(other.outcomes)


@given(later_negotiations(), st.randoms())
def test_nor_does_it_against_a_later_text(negotiation: Later, chance: Random) -> None:
    concept, first, base, second = negotiation
    one = merged(concept, first, (base, second))
    again = [list(first), list(second)]
    for some in again:
        chance.shuffle(some)
    assert text_hash(one.text) == text_hash(merged(concept, again[0], (base, again[1])).text)


@given(later_negotiations(), st.randoms())
def test_nor_where_inputs_take_back_earlier_ones(negotiation: Later, chance: Random) -> None:
    concept, first, base, second = negotiation
    some = [*first, *second]
    later = [one._replace(replaces=first[k % len(first)].name) for k, one in enumerate(second)]
    shuffled = list(later)
    chance.shuffle(shuffled)
    one, other = merged(concept, first, (base, later)), merged(concept, first, (base, shuffled))
    assert text_hash(one.text) == text_hash(other.text)
    assert set(one.outcomes) == set(other.outcomes)
    answers = {(o.input, o.proposal) for o in one.outcomes}
    assert answers == {(i.name, k) for i in some for k, _proposal in enumerate(i.proposals)}
    taken_back = {i.replaces for i in later}
    for reading in (r for c in conflicts_in(one.text) for r in c.bracket.readings if c.field.startswith("text")):
        # words that it brought and that were merged stay; it speaks for them only where nobody else does
        assert len({side.source in taken_back for side in reading.sides}) == 1


@given(later_negotiations())
def test_who_speaks_in_an_open_bracket_is_told_so(negotiation: Later) -> None:
    concept, first, base, second = negotiation
    result = merged(concept, first, (base, second))
    told = {(o.input, o.clause, o.field): o for o in result.outcomes}
    for conflict in conflicts_in(result.text):
        for side in (side for reading in conflict.bracket.readings for side in reading.sides):
            assert side.name != "since", "nobody stands behind it"
            outcome = told.get((side.source, conflict.clause, conflict.field))
            assert outcome is None or outcome.verdict not in (Verdict.MERGED, Verdict.ALREADY_THERE)


@given(negotiations())
def test_nothing_is_lost(negotiation: Negotiation) -> None:
    concept, some = negotiation
    check_whole(merged(concept, some), concept, some)


@given(later_negotiations())
def test_nothing_is_lost_against_a_later_text(negotiation: Later) -> None:
    concept, first, base, second = negotiation
    check_whole(merged(concept, first, (base, second)), concept, (*first, *second), base.text)


def check_whole(result: Replayed, concept: Text, some: tuple[Input, ...], later: Text | None = None) -> None:
    """Every clause that nobody deleted stands, in a clause that stands before it and may hold it, once.

    A new clause in one that its own sender deleted is not there, and its sender is told.
    """
    text = result.text
    told = {o.clause for o in result.outcomes if o.field == EXISTS and o.verdict is Verdict.SUPERSEDED}
    names = [clause.id for clause in text]
    assert len(names) == len(set(names))
    before: dict[str | None, object] = {None: None}
    for clause in text:
        assert clause.parent in before
        assert before[clause.parent] in PARENTS[clause.kind]
        before[clause.id] = clause.kind
    above = [{c.id: c.parent for c in known} for known in (concept, later or concept)]
    deleted = {p.clause for one in some for p in one.proposals if isinstance(p, Delete)}
    expected = {c.id for c in concept} | {p.clause for one in some for p in one.proposals if isinstance(p, Insert)}
    for name in expected - set(names) - told:
        assert any(_last_gone(name, parents, names) in deleted for parents in above), f"nobody deleted {name}"


def _last_gone(name: str, parents: dict[str, str | None], standing: list[str]) -> str:
    """The uppermost of the clauses that hold this one and are gone as well, up to one that stands."""
    above = parents.get(name)
    return name if above is None or above in standing else _last_gone(above, parents, standing)


@given(later_negotiations())
def test_every_proposal_is_answered_once(negotiation: Later) -> None:
    concept, first, base, second = negotiation
    outcomes = merged(concept, first, (base, second)).outcomes
    asked = {(one.name, index) for one in (*first, *second) for index, _proposal in enumerate(one.proposals)}
    assert {(o.input, o.proposal) for o in outcomes} == asked
    keys = [(o.input, o.proposal, o.field) for o in outcomes]
    assert len(keys) == len(set(keys))


@given(later_negotiations())
def test_a_conflict_that_is_told_is_in_the_text(negotiation: Later) -> None:
    concept, first, base, second = negotiation
    result = merged(concept, first, (base, second))
    known = {conflict.id for conflict in conflicts_in(result.text)}
    # the place of a clause that may not even come is not asked about before that is settled
    known |= {conflict_of(c.id, PLACE, c.place).id for c in result.text if c.place}
    latest = [o for o in result.outcomes if o.input in {one.name for one in second}]
    assert {o.why for o in latest if o.verdict is Verdict.CONFLICT} <= known


@given(later_negotiations())
def test_inputs_that_changed_nothing_are_nobodys_business(negotiation: Later) -> None:
    """A text without a change since its base is merged against as if it were the concept."""
    concept, first, base, second = negotiation
    known = tuple(one for one in first if one.name in base.holds)
    result = merged(concept, known, (base, second))
    alone = merged(base.text, second)
    assert text_hash(result.text) == text_hash(alone.text)


def _gone(outcomes: tuple[Outcome, ...], clause: str) -> list[Verdict]:
    return [o.verdict for o in outcomes if (o.clause, o.field) == (clause, EXISTS)]


@given(concepts(), st.data())
def test_one_input_alone_gets_all_that_it_asks_for(concept: Text, data: st.DataObject) -> None:
    one = data.draw(inputs("agro-1", concept))
    result = merged(concept, [one])
    assert not conflicts_in(result.text)
    wanted = {Verdict.MERGED, Verdict.ALREADY_THERE, Verdict.SUPERSEDED, Verdict.REFUSED}
    assert {o.verdict for o in result.outcomes} <= wanted
    for proposal in one.proposals:
        if isinstance(proposal, Delete):
            assert Verdict.CONFLICT not in _gone(result.outcomes, proposal.clause)


@given(negotiations(least=1))
def test_what_a_merge_touched_is_what_a_comparison_tells_of(negotiation: tuple[Text, tuple[Input, ...]]) -> None:
    concept, some = negotiation
    text = merged(concept, some).text
    assert touched(concept, text) == tuple(change.clause for change in compare(concept, text))
