"""The calendar planned back from a meeting."""

from datetime import date

import pytest

from loi_cli.meetings.countdown import Milestone, State, countdown, working_day
from loi_cli.model.dossier import LeadTimes
from tests.render.papers.samples import MEET


@pytest.mark.parametrize("day", [11, 12, 13])
def test_nothing_is_due_on_a_weekend(day: int) -> None:
    assert working_day(date(2022, 2, day)) == date(2022, 2, 11)


def test_what_is_missing_is_late_only_after_its_day() -> None:
    left = {Milestone.INPUTS: 3, Milestone.CONSULTATION: 1}
    on_the_day = countdown(MEET, LeadTimes(), left, date(2022, 2, 1))
    assert [(due.milestone, due.day, due.state, due.left) for due in on_the_day] == [
        (Milestone.INPUTS, date(2022, 1, 25), State.LATE, 3),
        (Milestone.CONSULTATION, date(2022, 2, 1), State.OPEN, 1),
        (Milestone.TRANSLATION, date(2022, 2, 8), State.DONE, 0),
        (Milestone.PACKET, date(2022, 2, 11), State.DONE, 0),
    ]
    assert countdown(MEET, LeadTimes(), left, date(2022, 2, 2))[1].state is State.LATE
