"""The days before a meeting, planned back from it: when what it needs must be there, and what is late."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from loi_cli.model.dossier import LeadTimes
from loi_cli.model.meetings import Meeting


class Milestone(StrEnum):
    """What a meeting needs, in the order of the work."""

    INPUTS = "inputs"
    CONSULTATION = "consultation"
    TRANSLATION = "translation"
    PACKET = "packet"


class State(StrEnum):
    DONE = "done"
    OPEN = "open"
    LATE = "late"


class Due(NamedTuple):
    """One milestone: until when, and how it stands. `left` counts what is missing of it."""

    milestone: Milestone
    day: date
    state: State
    left: int


def countdown(meeting: Meeting, times: LeadTimes, left: Mapping[Milestone, int], today: date) -> tuple[Due, ...]:
    """Every milestone with its day; `left` says how much of each is still missing: nothing is done."""
    before = {
        Milestone.INPUTS: times.inputs,
        Milestone.CONSULTATION: times.consultation,
        Milestone.TRANSLATION: times.translation,
        Milestone.PACKET: times.packet,
    }
    found = []
    for milestone, days in before.items():
        day = working_day(meeting.date - timedelta(days=days))
        missing = left.get(milestone, 0)
        state = State.DONE if not missing else State.LATE if today > day else State.OPEN
        found.append(Due(milestone, day, state, missing))
    return tuple(found)


def working_day(day: date) -> date:
    """The day itself; for a Saturday or a Sunday the Friday before. Holidays of either country are not known here."""
    return day - timedelta(days=max(0, day.weekday() - 4))
