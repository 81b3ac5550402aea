"""When each topic of a meeting is heard, and what time is left.

All hours are wall-clock hours of the meeting's own zone, the only one that a meeting file knows.
"""

from datetime import datetime, time, timedelta
from typing import NamedTuple

from loi_cli.model.meetings import AgendaItem, Meeting


class Turn(NamedTuple):
    """One topic with its hours."""

    item: AgendaItem
    start: time
    end: time


class Timetable(NamedTuple):
    """The topics in order. `remaining` minutes are free at the end; below zero the agenda is too long."""

    turns: tuple[Turn, ...]
    remaining: int

    @property
    def fits(self) -> bool:
        return self.remaining >= 0


def timetable(meeting: Meeting) -> Timetable:
    """Every item of the agenda one after the other from the meeting's start; a short item shifts no other's length."""
    start, end = _bounds(meeting)
    turns = []
    at = start
    for item in meeting.agenda:
        until = at + timedelta(minutes=item.minutes)
        turns.append(Turn(item, at.time(), until.time()))
        at = until
    return Timetable(tuple(turns), _minutes(end - at))


def length(meeting: Meeting) -> int:
    """The minutes from the meeting's start to its end."""
    start, end = _bounds(meeting)
    return _minutes(end - start)


def _bounds(meeting: Meeting) -> tuple[datetime, datetime]:
    """Start and end as moments: an end that is not after the start lies on the next day (a call across time zones)."""
    start = datetime.combine(meeting.date, meeting.start)
    end = datetime.combine(meeting.date, meeting.end)
    return start, end if end > start else end + timedelta(days=1)


def _minutes(span: timedelta) -> int:
    return int(span.total_seconds() // 60)
