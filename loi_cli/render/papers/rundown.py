"""The rundown (susunan acara): minute by minute, in the hours of both capitals, and who leads."""

from datetime import time

from loi_cli.meetings.timetable import Turn, timetable
from loi_cli.render.catalogue import catalogue
from loi_cli.render.hours import clock, moment, zone_name, zones_of
from loi_cli.render.material import Material
from loi_cli.render.papers import chrome
from loi_cli.render.papers.chrome import Plain

TEMPLATE = "rundown.html"


def context(material: Material) -> Plain:
    language = chrome.language_of(material)
    words = catalogue(language)
    meeting = chrome.meeting_of(material)
    named = chrome.worded(meeting.title, language)
    zones = zones_of(meeting, material.dossier)
    table = timetable(meeting)
    rows = [_row(number, turn, zones, material, language) for number, turn in enumerate(table.turns, start=1)]
    if rows and table.remaining > 0:
        rows.append(_spare(table.turns[-1].end, table.remaining, zones, material, language))
    return {
        "title": words.say("documents.rundown"),
        "language": language,
        "words": words.section("papers.rundown"),
        "running": chrome.running(material, language, str(named["text"])),
        "meeting": named,
        "facts": chrome.facts(material, language),
        "zones": [zone_name(zone, meeting, language) for zone in zones],
        "rows": rows,
    }


def _row(number: int, turn: Turn, zones: tuple[str, ...], material: Material, language: str) -> Plain:
    return {
        "number": str(number),
        "hours": _hours(turn.start, turn.end, zones, material, language),
        "title": chrome.worded(turn.item.title, language),
        "minutes": turn.item.minutes,
        "lead": chrome.short_name(material, turn.item.lead, language) if turn.item.lead else "",
    }


def _spare(start: time, minutes: int, zones: tuple[str, ...], material: Material, language: str) -> Plain:
    """The time that no topic takes."""
    end = chrome.meeting_of(material).end
    return {
        "number": "",
        "hours": _hours(start, end, zones, material, language),
        "title": {"text": catalogue(language).say("papers.rundown.spare"), "lang": language},
        "minutes": minutes,
        "lead": "",
    }


def _hours(start: time, end: time, zones: tuple[str, ...], material: Material, language: str) -> list[str]:
    """The same hours on the clock of each zone."""
    from zoneinfo import ZoneInfo

    meeting = chrome.meeting_of(material)
    found = []
    for zone in zones:
        first, last = (moment(meeting, at).astimezone(ZoneInfo(zone)).time() for at in (start, end))
        found.append(f"{clock(first, language)}–{clock(last, language)}")
    return found
