"""The register of everything that was sent."""

from itertools import chain

from loi_cli.meetings.entries import Fate, Order, Status, entries
from loi_cli.merge.outcomes import Outcome, Verdict
from loi_cli.model.inputs import AgendaProposal, Anchor, Insert, Project, Remark, Reword, TalkingPoint, Where
from loi_cli.model.text import Clause, Kind, Text
from tests.meetings.samples import HERE, given

REWORD = Reword(clause="areas", text={"en": "Areas", "id": "Bidang"}, place=HERE)
SENT = given("ilmate")._replace(
    proposals=(REWORD, Remark(clause="areas", note="…", place=HERE)),
    projects=(Project(id="maz", title={"en": "MAZ"}, place=HERE),),
    agenda=(AgendaProposal(title={"en": "MAZ"}, place=HERE),),
    talking_points=(TalkingPoint(about="areas", note="…", place=HERE),),
)


def outcome(field: str, verdict: Verdict, why: str = "") -> Outcome:
    return Outcome(
        input="ilmate-1", side="ilmate", proposal=0, clause="areas", field=field, verdict=verdict, why=why, place=HERE
    )


def test_everything_of_every_input_is_an_entry() -> None:
    found = entries((SENT, given("agro", no_comment=True)), (), {})
    contents = (*SENT.proposals, *SENT.projects, *SENT.agenda, *SENT.talking_points, None)
    assert tuple(entry.content for entry in found) == contents
    assert [fate.status for entry in found for fate in entry.fates] == [
        Status.WAITING,
        Status.WAITING,
        Status.NOTED,
        Status.NOTED,
        Status.NOTED,
        Status.NO_COMMENT,
    ]


def test_equal_verdicts_are_one_fate_and_unequal_ones_are_all_kept() -> None:
    given_outcomes = (
        outcome("text.en", Verdict.MERGED),
        outcome("text.id", Verdict.CONFLICT, "areas/text.id/0a1b2c3d"),
        outcome("heading.en", Verdict.MERGED),
    )
    assert entries((SENT,), given_outcomes, {})[0].fates == (
        Fate(Status.MERGED, ("text.en", "heading.en")),
        Fate(Status.CONFLICT, ("text.id",), "areas/text.id/0a1b2c3d"),
    )


def test_an_input_taken_back_is_superseded_by_the_one_that_replaces_it() -> None:
    newer = given("ilmate", 2)._replace(replaces="ilmate-1", no_comment=True)
    found = entries((SENT, newer), (), {})
    assert {fate for entry in found[:-1] for fate in entry.fates} == {Fate(Status.SUPERSEDED, (), "ilmate-2")}


def test_an_input_withdrawn_takes_all_that_it_holds_with_it_and_takes_nothing_back() -> None:
    newer = given("ilmate", 2)._replace(replaces="ilmate-1", no_comment=True)
    found = entries((SENT, newer), (), {"ilmate-2": "2022-01-20-withdrawal-0a1b2c3d"})
    assert [entry.fates[0].status for entry in found][-2:] == [Status.NOTED, Status.SUPERSEDED]
    assert found[-1].fates[0].why == "2022-01-20-withdrawal-0a1b2c3d"


def test_every_verdict_is_a_status() -> None:
    assert [Status.of(verdict).value for verdict in Verdict] == [verdict.value for verdict in Verdict]


def test_a_clause_stands_by_the_present_text_an_earlier_one_or_its_anchor() -> None:
    now = Text(tuple(Clause(id=name, kind=Kind.ARTICLE) for name in ("a", "b", "c")))
    before = Text(tuple(Clause(id=name, kind=Kind.ARTICLE) for name in ("a", "gone", "b")))
    new = Insert(clause="new", kind=Kind.ARTICLE, anchor=Anchor(Where.AFTER, "a"), place=HERE)
    newer = Insert(clause="newer", kind=Kind.ARTICLE, anchor=Anchor(Where.AFTER, "new"), place=HERE)
    order = Order((now, before), (given("x")._replace(proposals=(new, newer)),))
    names = ["nowhere", "c", "newer", "gone", "new", "b", "a"]
    assert sorted(names, key=order.key) == ["a", "new", "newer", "b", "gone", "c", "nowhere"]


def test_anchors_in_a_circle_come_last() -> None:
    one = Insert(clause="one", kind=Kind.ARTICLE, anchor=Anchor(Where.AFTER, "two"), place=HERE)
    two = Insert(clause="two", kind=Kind.ARTICLE, anchor=Anchor(Where.AFTER, "one"), place=HERE)
    order = Order((Text(),), (given("x")._replace(proposals=(one, two)),))
    assert order.key("one")[0] == float("inf")


def test_the_register_keeps_the_order_of_the_inputs() -> None:
    sent = [given("b"), given("a"), given("c")]
    assert [entry.input.name for entry in chain(entries(sent, (), {}))] == ["b-1", "a-1", "c-1"]
