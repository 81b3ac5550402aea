"""What was decided stands again as it was once further inputs are taken back that came in between."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from loi_cli.history.encoding import text_hash
from loi_cli.merge.replay import Base, replay
from loi_cli.model.conflicts import conflicts_in
from loi_cli.model.inputs import Input
from loi_cli.model.records import Decision
from loi_cli.model.text import Text
from tests.properties.drafting import inputs, merged, negotiations, rules

FURTHER = ("ilmate-2", "agro-2", "ikft-2", "BLR-2022-01-30")


@st.composite
def decided(draw: st.DrawFn, text: Text) -> list[Decision]:
    """A decision on every dispute, each for one of its sides."""
    return [
        Decision(
            name=f"2022-01-31-decision-{n:08x}", sha256=str(n), conflict=conflict.id, by="the directorate",
            date=date(2022, 1, 31), reason="settled", take=reading.names[0], reads=reading.text,
        )
        for n, conflict in enumerate(conflicts_in(text))
        for reading in [draw(st.sampled_from(conflict.bracket.readings))]
    ]  # fmt: skip


@settings(max_examples=15)
@given(negotiations(least=2), st.data())
def test_further_inputs_that_are_taken_back_reopen_nothing(
    negotiation: tuple[Text, tuple[Input, ...]], data: st.DataObject
) -> None:
    concept, first = negotiation
    decisions = data.draw(decided(merged(concept, first).text))
    before = merged(concept, first, decisions=decisions).text
    names = data.draw(st.lists(st.sampled_from(FURTHER), unique=True, min_size=1))
    late = [data.draw(inputs(name, concept)) for name in names if name not in {one.name for one in first}]
    root = Base("root", 1, concept, frozenset())
    second = Base("second", 2, before, frozenset(i.name for i in first), frozenset(d.name for d in decisions))
    newer = [data.draw(inputs(f"{one.side}-3", before)) for one in late if not one.party] if before else []
    held = {one.name: root.holds for one in (*first, *late)} | {one.name: second.holds for one in newer}
    back = {one.name: "2022-02-01-withdrawal-00000000" for one in (*late, *newer)}
    result = replay([root, second], {"root": [*first, *late], "second": newer}, rules(decisions), held, back)
    assert text_hash(result.text) == text_hash(before)
