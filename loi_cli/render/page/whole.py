"""The whole page: what stands on it, and the finished file."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from loi_cli.model.text import Text
from loi_cli.model.versions import Header
from loi_cli.render.catalogue import catalogue
from loi_cli.render.clauses import text_for
from loi_cli.render.dates import in_figures
from loi_cli.render.environment import fill
from loi_cli.render.hours import clock, zone_name
from loi_cli.render.page import inside, outside
from loi_cli.render.page.calendar import before, calendar, goal
from loi_cli.render.page.graph import drawing
from loi_cli.render.page.origins import Origins
from loi_cli.render.page.rows import labels, rows
from loi_cli.render.page.sealing import script, sealed
from loi_cli.render.page.subject import Subject
from loi_cli.render.page.wordings import Wordings
from loi_cli.render.papers import chrome
from loi_cli.render.papers.chrome import Plain
from loi_cli.render.protocol import short_title
from loi_cli.render.running_head import stamp

TEMPLATE = "page/page.html"

MOST_DRAWN = 250
"""So many of the newest versions are drawn; more would not be read."""

SAID_BY_SCRIPT = (
    "theme", "automatic", "light", "dark", "gone", "new", "moved", "changed", "changed-clauses", "no-changes",
    "shown-rows", "only-when-compared",
)  # fmt: skip


def page(subject: Subject, wordings: Wordings, origins: Origins, templates: Sequence[Path] = (), live: str = "") -> str:
    """The page as one file. `live`: where a served page asks whether anything changed."""
    html = fill(TEMPLATE, {"page": context(subject, wordings, origins)}, templates)
    program = script("page.js") + (script("live.js") if live else "")
    data = {**_data(subject, wordings, origins), "live": live}
    return sealed(html, data, program, "'self'" if live else "'none'")


def left_out(subject: Subject, wordings: Wordings) -> int:
    """How many older versions the page does not have."""
    return subject.left_out + wordings.first


def context(subject: Subject, wordings: Wordings, origins: Origins) -> Plain:
    """What the template shows; for a party nothing in it is built from what only our units know."""
    material, language = subject.material, subject.language
    words = catalogue(language)
    seen = text_for(material.version.text, material)
    shown = [_named(v.header, subject) for v in wordings.versions]
    made: Plain = {
        "language": language,
        "inside": subject.inside,
        "words": words.section("page"),
        "say": {**words.section("papers.matrix"), **words.section("papers.talking-points"),
                "internal": words.say("papers.internal")},
        "title": f"{short_title(material.dossier, material.original_of, language)} · {stamp(material.version.header)}",
        "name": short_title(material.dossier, material.original_of, language),
        "subject": material.dossier.subject.get(language) or next(iter(material.dossier.subject.values()), ""),
        "running": chrome.running(material, language, short_title(material.dossier, material.original_of, language)),
        "stamp": stamp(material.version.header),
        "made": in_figures(material.as_of, language),
        "languages": [
            {"code": code, "name": words.name_of_language(code, "nom")} for code in material.languages
        ],
        "versions": shown,
        "present": next(n for n, v in enumerate(wordings.versions) if v.header == material.version.header),
        "left_out": left_out(subject, wordings),
        "rows": rows(seen, material, language, origins),
        "meeting": _meeting(subject),
        "calendar": calendar(subject),
        "waiting": list(subject.waiting) if subject.inside else [],
    }  # fmt: skip
    return {**made, **(_inside(subject) if subject.inside else _outside(subject, seen))}


def _inside(subject: Subject) -> Plain:
    drawn = subject.headers[-MOST_DRAWN:]
    return {
        "tiles": inside.tiles(subject),
        "rounds": inside.rounds(subject),
        "conflicts": inside.conflicts(subject),
        "matrix": inside.matrix(subject),
        "history": drawing(drawn, subject.names) if drawn else None,
        "log": [_told(h, subject) for h in reversed(drawn)],
        "not_drawn": len(subject.headers) - len(drawn),
    }


def _outside(subject: Subject, seen: Text) -> Plain:
    return {"tiles": outside.tiles(subject, seen), "points": outside.points(subject)}


def _named(header: Header, subject: Subject) -> Plain:
    """A version in a list to choose from."""
    shared = sum(h.label == header.label for h in subject.headers) > 1
    label = header.full_label if shared and header.hash else header.label
    names = ", ".join(subject.names.get(header.hash, ())) if subject.inside else ""
    return {"label": label, "names": names, "day": in_figures(_day(header), subject.language)}


def _told(header: Header, subject: Subject) -> Plain:
    by_hash = {h.hash: h for h in subject.headers}
    return {
        **_named(header, subject),
        "hash": header.hash[:12],
        "text_hash": header.text_hash[:8],
        "time": header.time[11:16],
        "author": header.author,
        "message": header.message,
        "parents": [str(_named(by_hash[p], subject)["label"]) for p in header.parents if p in by_hash],
        "touched": list(header.touched[:12]),
        "more": max(len(header.touched) - 12, 0),
    }


def _day(header: Header) -> date:
    return date.fromisoformat(header.time[:10])


def _meeting(subject: Subject) -> Plain | None:
    """The meeting that all is planned back from: what both delegations may read of it."""
    meeting = goal(subject)
    if meeting is None:
        return None
    language = subject.language
    words = catalogue(language)
    return {
        "title": chrome.worded(meeting.title, language),
        "day": chrome.day(meeting.date, language),
        "hours": f"{clock(meeting.start, language)}–{clock(meeting.end, language)}",
        "zone": zone_name(meeting.zone, meeting, language),
        "venue": chrome.worded(meeting.venue, language),
        "mode": words.say(f"meeting.modes.{meeting.mode}"),
        "when": before(subject.material.today, meeting, words).capitalize(),
        "over": meeting.date < subject.material.today,
        "days": abs((meeting.date - subject.material.today).days),
        "topics": [
            {**chrome.worded(item.title, language), "minutes": item.minutes} for item in meeting.agenda
        ],
    }  # fmt: skip


def _data(subject: Subject, wordings: Wordings, origins: Origins) -> Plain:
    words = catalogue(subject.language).section("page")
    return {
        "schema": 1,
        **wordings.data(),
        "languages": list(subject.material.languages),
        "labels": labels(subject.material),
        "versions": [_named(v.header, subject) for v in wordings.versions],
        "origins": origins.told,
        "words": {key: words[key] for key in SAID_BY_SCRIPT},
    }
