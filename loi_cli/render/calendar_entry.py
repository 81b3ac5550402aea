"""A meeting as an iCalendar file: both capitals' hours, who is invited, an alarm. The same meeting is the same bytes.

An entry's UID follows from the dossier and the meeting's name, so a later file replaces it in a calendar; DTSTAMP is
the day of the version. For a party it is built from what both delegations read: our addresses are not in it.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from loi_cli.i18n import _
from loi_cli.meetings.seating import delegations
from loi_cli.meetings.timetable import timetable
from loi_cli.model.meetings import Delegate, Meeting, Role
from loi_cli.model.problems import LoiError
from loi_cli.render.hours import moment, spans, zones_of
from loi_cli.render.material import Material
from loi_cli.render.papers import chrome

if TYPE_CHECKING:
    from icalendar import Alarm, Event, vCalAddress

_NO_ADDRESS = "invalid:nomail"
"""What calendars write of an attendee without an address: RFC 5545 wants one of each."""

_BEFORE = timedelta(hours=1)

_CLASSES = {None: "PUBLIC", "public": "PUBLIC", "restricted": "PRIVATE"}
"""RFC 5545, 3.8.1.3; all else is CONFIDENTIAL."""


def calendar_entry(material: Material) -> bytes:
    """The file. Raises LoiError where icalendar, which writes it, is not installed."""
    try:
        from icalendar import Calendar, Timezone
    except ImportError:
        raise LoiError(
            _("a calendar file is written by icalendar, which is not installed here"),
            _("install it: pip install 'loi-cli[calendar]'"),
        ) from None
    meeting = chrome.meeting_of(material)
    made = Calendar()
    made.add("prodid", "-//loi//EN")
    made.add("version", "2.0")
    first, last = date(meeting.date.year, 1, 1), date(meeting.date.year + 1, 12, 31)
    for zone in zones_of(meeting, material.dossier):
        made.add_component(Timezone.from_tzid(zone, first_date=first, last_date=last))
    made.add_component(_event(meeting, material))
    return bytes(made.to_ical())


def _event(meeting: Meeting, material: Material) -> "Event":
    from icalendar import Event

    language = chrome.language_of(material)
    event = Event()
    event.add("uid", f"{meeting.name}.{'-'.join(sorted(material.dossier.parties))}@loi".lower())
    event.add("dtstamp", datetime(*material.as_of.timetuple()[:3], tzinfo=UTC))
    event.add("dtstart", moment(meeting, meeting.start))
    event.add("dtend", moment(meeting, meeting.end, ends=True))
    event.add("summary", str(chrome.worded(meeting.title, language)["text"]))
    if meeting.venue:
        event.add("location", str(chrome.worded(meeting.venue, language)["text"]))
    event.add("description", "\n".join(_described(meeting, material, language)))
    event.add("class", _CLASSES.get(chrome.level_of(material), "CONFIDENTIAL"))
    event.add("status", "CONFIRMED")
    event.add("organizer", _organizer(material, language), encode=False)
    for attendee in _attendees(meeting, material, language):
        event.add("attendee", attendee, encode=False)
    event.add_component(_alarm(str(event["summary"])))
    return event


def _described(meeting: Meeting, material: Material, language: str) -> Iterator[str]:
    """The hours in every zone, then the topics with theirs."""
    yield spans(meeting, material.dossier, language)
    for number, turn in enumerate(timetable(meeting).turns, start=1):
        yield f"{number}. {chrome.hours(turn, language)} {chrome.worded(turn.item.title, language)['text']}"


def _organizer(material: Material, language: str) -> "vCalAddress":
    home = material.dossier.home
    mail = material.dossier.letters.mail if material.receiver is None else ""
    return _address(mail, {"cn": chrome.party_name(material, home, language)})


def _attendees(meeting: Meeting, material: Material, language: str) -> "Iterator[vCalAddress]":
    seats = delegations(meeting, tuple(material.dossier.parties), first=material.original_of)
    for code, some in seats.items():
        shown = material.receiver in (None, code)
        for seat in some:
            yield _attendee(seat, language, chrome.short_name(material, code, language), shown=shown)


def _attendee(seat: Delegate, language: str, party: str, *, shown: bool) -> "vCalAddress":
    title = str(chrome.worded(seat.title, language)["text"])
    says = {
        "cn": f"{seat.name or title} ({party})",
        "role": "CHAIR" if seat.role is Role.HEAD else "REQ-PARTICIPANT",
        "partstat": "NEEDS-ACTION",
    }
    return _address(seat.mail if shown else "", says)


def _address(mail: str, says: dict[str, str]) -> "vCalAddress":
    from icalendar import vCalAddress, vText

    found = vCalAddress(f"mailto:{mail}" if mail else _NO_ADDRESS)
    for name, value in says.items():
        found.params[name] = vText(value)
    return found


def _alarm(about: str) -> "Alarm":
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -_BEFORE)
    alarm.add("description", about)
    return alarm
