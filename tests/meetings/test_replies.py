"""Who was asked, who answered, who is late."""

from datetime import date
from itertools import chain

from hypothesis import given as for_all
from hypothesis import strategies as st

from loi_cli.meetings.replies import State, replies
from loi_cli.model.dossier import Unit
from tests.meetings.samples import dossier, given

DUE = date(2022, 1, 14)
ILMATE = Unit(id="ilmate", name="Ditjen ILMATE", rounds=(1, 2), was=("iubtt",))
AGRO = Unit(id="agro", name="Ditjen Industri Agro", rounds=(1,), due={1: date(2022, 1, 18)})


def test_round_by_round_in_the_order_of_the_units() -> None:
    found = replies(dossier(ILMATE, AGRO), (), DUE)
    assert [(reply.unit, reply.round, reply.state) for reply in found] == [
        ("ilmate", 1, State.MISSING),
        ("agro", 1, State.MISSING),
        ("ilmate", 2, State.MISSING),
    ]


def test_late_is_after_the_last_day_of_this_unit() -> None:
    sent = (given("ilmate", day=date(2022, 1, 15)), given("agro", day=date(2022, 1, 15)))
    found = replies(dossier(ILMATE, AGRO), sent, date(2022, 1, 20))
    assert [(reply.unit, reply.late) for reply in found if reply.inputs] == [("ilmate", True), ("agro", False)]


def test_missing_is_late_only_when_the_day_is_past() -> None:
    assert [reply.late for reply in replies(dossier(AGRO), (), date(2022, 1, 18))] == [False]
    assert [reply.late for reply in replies(dossier(AGRO), (), date(2022, 1, 19))] == [True]


def test_an_input_without_a_date_is_received_and_not_called_late() -> None:
    (reply,) = replies(dossier(AGRO), (given("agro"),), date(2022, 3, 1))
    assert (reply.state, reply.received, reply.late) == (State.RECEIVED, None, False)


def test_no_comment_is_an_answer() -> None:
    (reply,) = replies(dossier(AGRO), (given("agro", day=DUE, no_comment=True),), DUE)
    assert (reply.state, reply.received) == (State.NO_COMMENT, DUE)


def test_an_earlier_name_of_a_unit_counts_as_the_unit() -> None:
    found = replies(dossier(ILMATE), (given("iubtt", day=DUE),), DUE)
    assert [(reply.unit, reply.state) for reply in found] == [("ilmate", State.RECEIVED), ("ilmate", State.MISSING)]


def test_what_nobody_asked_for_is_listed_after_what_was() -> None:
    found = replies(dossier(AGRO), (given("stranger", 3, DUE),), DUE)
    assert [(reply.unit, reply.asked, reply.due) for reply in found][-1] == ("stranger", False, None)


@for_all(st.lists(st.tuples(st.sampled_from(["ilmate", "iubtt", "agro", "stranger"]), st.integers(1, 3))))
def test_every_input_is_in_exactly_one_reply(sent: list[tuple[str, int]]) -> None:
    inputs = [given(unit, number) for unit, number in sent]
    found = list(chain.from_iterable(reply.inputs for reply in replies(dossier(ILMATE, AGRO), inputs, DUE)))
    assert sorted(map(id, found)) == sorted(map(id, inputs))
