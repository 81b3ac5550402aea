"""The hours of the topics."""

from datetime import time

from hypothesis import given
from hypothesis import strategies as st

from loi_cli.meetings.timetable import length, timetable
from loi_cli.model.meetings import Meeting
from tests.meetings.samples import item, meeting

HOURS = st.times().map(lambda at: at.replace(second=0, microsecond=0))


@st.composite
def meetings(draw: st.DrawFn) -> Meeting:
    minutes = draw(st.lists(st.integers(min_value=0, max_value=300), max_size=12))
    items = [item(f"i{n}", m) for n, m in enumerate(minutes)]
    return meeting(*items, start=draw(HOURS), end=draw(HOURS))


def test_topics_follow_one_another_from_the_start() -> None:
    table = timetable(meeting(item("opening", 15), item("areas", 45), start=time(9), end=time(10, 30)))
    assert [(turn.start, turn.end) for turn in table.turns] == [(time(9), time(9, 15)), (time(9, 15), time(10))]
    assert table.remaining == 30
    assert table.fits


def test_an_agenda_longer_than_the_meeting_is_said_to_be() -> None:
    table = timetable(meeting(item("areas", 90), start=time(9), end=time(10)))
    assert table.remaining == -30
    assert not table.fits


def test_an_end_before_the_start_lies_on_the_next_day() -> None:
    call = meeting(item("areas", 90), start=time(23), end=time(1))
    assert length(call) == 120
    assert timetable(call).turns[0].end == time(0, 30)
    assert timetable(call).remaining == 30


@given(meetings())
def test_nothing_overlaps_nothing_is_lost_and_the_minutes_add_up(held: Meeting) -> None:
    table = timetable(held)
    assert tuple(turn.item for turn in table.turns) == held.agenda
    assert all(a.end == b.start for a, b in zip(table.turns, table.turns[1:], strict=False))
    assert all(turn.start == held.start for turn in table.turns[:1])
    assert sum(turn.item.minutes for turn in table.turns) + table.remaining == length(held)
    assert 0 < length(held) <= 24 * 60


@given(meetings())
def test_each_topic_gets_its_own_minutes(held: Meeting) -> None:
    for turn in timetable(held).turns:
        spent = (turn.end.hour - turn.start.hour) * 60 + turn.end.minute - turn.start.minute
        assert spent % (24 * 60) == turn.item.minutes % (24 * 60)
