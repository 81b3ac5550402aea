"""The hours of a meeting in the zone of each capital."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from loi_cli.model.dossier import Dossier, Party
from loi_cli.model.meetings import Meeting
from loi_cli.render.catalogue import catalogue
from loi_cli.render.dates import in_figures


def zones_of(meeting: Meeting, dossier: Dossier) -> tuple[str, ...]:
    """The meeting's own zone, then those of the capitals that are known."""
    capitals = filter(None, map(_capital, dossier.parties.values()))
    return tuple(dict.fromkeys((meeting.zone, *capitals)))


def _capital(party: Party) -> str:
    """As the dossier gives it, else that of a country that has one zone alone, by CLDR."""
    if party.zone:
        return party.zone
    from babel.core import get_global

    country = get_global("territory_aliases").get(party.code, [party.code])[0]
    known = get_global("territory_zones").get(country, [])
    return str(known[0]) if len(known) == 1 else ""


def zone_name(zone: str, meeting: Meeting, language: str) -> str:
    """How people call a zone's time: as the catalogue does; else by its city, as CLDR spells it, and by how far it is
    from UTC on the day of the meeting. A zone without a city keeps its name."""
    words = catalogue(language)
    known = words.section("meeting.zones").get(zone)
    if known is not None or "/" not in zone or zone.startswith("Etc/"):
        return str(known or zone)
    from babel import UnknownLocaleError  # not before: it reads much, and most zones are in the catalogue
    from babel.dates import get_timezone_location

    there = ZoneInfo(zone)
    try:
        city = get_timezone_location(there, locale=language.replace("-", "_"), return_city=True)
    except (UnknownLocaleError, ValueError):
        city = zone.rpartition("/")[2].replace("_", " ")
    return words.say("meeting.zone", city=city, offset=_offset(moment(meeting, meeting.start).astimezone(there)))


def _offset(at: datetime) -> str:
    """`UTC+3`, `UTC−3:30`, `UTC`."""
    minutes = int((at.utcoffset() or timedelta()).total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes > 0 else "−" if minutes else ""
    return f"UTC{sign}{hours or ''}{f':{rest:02}' if rest else ''}"


def moment(meeting: Meeting, at: time, *, ends: bool = False) -> datetime:
    """An hour of the meeting as a moment; an end that is not after the start lies on the next day."""
    found = datetime.combine(meeting.date, at, ZoneInfo(meeting.zone))
    return found + timedelta(days=1) if ends and at <= meeting.start else found


def clock(at: time, language: str) -> str:
    """`09:00`, in Indonesian `09.00`."""
    return at.strftime(f"%H{catalogue(language).say('meeting.hour-separator')}%M")


def span(meeting: Meeting, zone: str, language: str) -> str:
    """`14:00–17:00 (Jakarta time, UTC+7)`; in a zone where it is another day by then, with that day."""
    words = catalogue(language)
    there = ZoneInfo(zone)
    start = moment(meeting, meeting.start).astimezone(there)
    end = moment(meeting, meeting.end, ends=True).astimezone(there)
    named = zone_name(zone, meeting, language)
    said = words.say("meeting.hours", start=clock(start.time(), language), end=clock(end.time(), language), zone=named)
    return said if start.date() == meeting.date else f"{said}, {in_figures(start.date(), language)}"


def spans(meeting: Meeting, dossier: Dossier, language: str) -> str:
    """The hours in every zone: `14.00–17.00 WIB / 10.00–13.00 waktu Minsk (UTC+3)`."""
    return " / ".join(span(meeting, zone, language) for zone in zones_of(meeting, dossier))
