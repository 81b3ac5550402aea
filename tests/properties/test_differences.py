"""Whatever two texts: the JSON of their difference makes each from the other, and only what differs is in it."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from loi_cli.history.difference_values import as_value
from loi_cli.history.differences import differences
from loi_cli.history.encoding import text_hash, words_of_text
from loi_cli.merge.staleness import stale_languages
from loi_cli.model.text import Text
from tests.history.rebuilding import rebuilt
from tests.properties.drafting import concepts, later_negotiations, merged, negotiations


@st.composite
def pairs(draw: DrawFn) -> tuple[Text, Text]:
    """Two texts of one negotiation, or of two that know nothing of each other."""
    match draw(st.integers(0, 2)):
        case 0:
            concept, inputs = draw(negotiations(least=1))
            return concept, merged(concept, inputs).text
        case 1:
            concept, first, base, second = draw(later_negotiations())
            return base.text, merged(concept, first, (base, second)).text
        case _:
            one, inputs = draw(negotiations())
            return merged(one, inputs).text, draw(concepts())


def value(old: Text, new: Text) -> Any:
    return json.loads(json.dumps([as_value(d) for d in differences(old, new)]))


@given(pairs())
def test_either_text_comes_out_of_the_other(pair: tuple[Text, Text]) -> None:
    old, new = pair
    a, b, clauses = words_of_text(old), words_of_text(new), value(old, new)
    assert rebuilt(a, clauses) == b
    assert rebuilt(b, clauses, back=True) == a


@given(pairs())
def test_stale_marks_are_told(pair: tuple[Text, Text]) -> None:
    old, new = pair
    stale = {c.id: sorted(stale_languages(c)) for c in old}
    for one in value(old, new):
        if "stale" in one:
            assert (one["stale"]["from"] or []) == stale.get(one["clause"], [])
            stale[one["clause"]] = one["stale"]["to"] or []
    assert {c: s for c, s in stale.items() if s} == {c.id: sorted(s) for c in new if (s := stale_languages(c))}


@given(pairs())
def test_only_what_differs_is_told(pair: tuple[Text, Text]) -> None:
    old, new = pair
    told = [d.clause for d in differences(old, new)]
    assert len(told) == len(set(told))
    assert differences(new, new) == ()
    assert bool(told) or text_hash(old) == text_hash(new)
    before, after = old.by_id(), new.by_id()
    for d in differences(old, new):
        assert (d.old and d.old.clause, d.new and d.new.clause) == (before.get(d.clause), after.get(d.clause))
        assert before.get(d.clause) != after.get(d.clause) or d.change == "moved"


@given(pairs())
def test_they_stand_in_the_order_of_the_new_text(pair: tuple[Text, Text]) -> None:
    old, new = pair
    places = {c.id: n for n, c in enumerate(new)}
    told = [places[d.clause] for d in differences(old, new) if d.clause in places]
    assert told == sorted(told)
