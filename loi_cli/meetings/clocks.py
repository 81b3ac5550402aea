"""The hours of a meeting in the capitals of both parties."""

from collections.abc import Iterable
from datetime import datetime, time
from typing import NamedTuple

from loi_cli.model.meetings import Meeting


class Hours(NamedTuple):
    """Start and end on the clocks of one zone; `days` says how many days later or earlier the start is there."""

    zone: str
    start: time
    end: time
    days: int = 0


def elsewhere(meeting: Meeting, zones: Iterable[str]) -> tuple[Hours, ...]:
    """The meeting's hours in those of the zones whose clocks show another time then, each once.

    A zone that this machine does not know is passed over: its hours must not be guessed.
    """
    from zoneinfo import ZoneInfo  # only papers of meetings need it

    found = []
    try:
        here = ZoneInfo(meeting.zone)
        start = datetime.combine(meeting.date, meeting.start, here)
        end = datetime.combine(meeting.date, meeting.end, here)
    except (ValueError, OSError, KeyError):
        return ()
    seen = {start.utcoffset()}
    for zone in zones:
        try:
            there = start.astimezone(ZoneInfo(zone))
        except (ValueError, OSError, KeyError):
            continue
        if zone and there.utcoffset() not in seen:
            seen.add(there.utcoffset())
            days = (there.date() - meeting.date).days
            found.append(Hours(zone, there.time(), end.astimezone(ZoneInfo(zone)).time(), days))
    return tuple(found)
