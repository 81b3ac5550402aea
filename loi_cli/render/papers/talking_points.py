"""Talking points, internal only: by topic of the agenda what we want, what to say, what is open and why.

Nothing is lost: what belongs to no topic stands at the end.
"""

from collections.abc import Iterable

from loi_cli.meetings.entries import Entry, Status, entries
from loi_cli.meetings.timetable import Turn, timetable
from loi_cli.meetings.topics import Topics
from loi_cli.model.conflicts import Conflict, conflicts_in
from loi_cli.model.inputs import Position, TalkingPoint
from loi_cli.render.catalogue import catalogue
from loi_cli.render.material import Material
from loi_cli.render.papers import chrome
from loi_cli.render.papers.chrome import ClauseNames, Plain
from loi_cli.render.papers.disputes import disputes
from loi_cli.render.papers.matrix_rows import texts_known

TEMPLATE = "talking-points.html"


def context(material: Material) -> Plain:
    language = chrome.language_of(material)
    words = catalogue(language)
    meeting = chrome.meeting_of(material)
    named = chrome.worded(meeting.title, language)
    points = _Points(material, language)
    turns = timetable(meeting).turns
    return {
        "title": words.say("documents.talking-points"),
        "language": language,
        "words": words.section("papers.talking-points"),
        "running": chrome.running(material, language, str(named["text"])),
        "meeting": named,
        "version": chrome.version_line(material, language),
        "topics": [_topic(n, turn, material, language, points) for n, turn in enumerate(turns, start=1)],
        "rest": points.on(None),
    }


def has_points(material: Material) -> bool:
    """Whether there is anything to say at all."""
    found = any(
        isinstance(e.content, Position | TalkingPoint)
        for e in entries(material.inputs, material.outcomes, material.withdrawn)
    )
    return found or bool(conflicts_in(material.version.text))


def _topic(number: int, turn: Turn, material: Material, language: str, points: "_Points") -> Plain:
    words = catalogue(language)
    lead = chrome.short_name(material, turn.item.lead, language) if turn.item.lead else ""
    return {
        "number": number,
        "title": chrome.worded(turn.item.title, language),
        "hours": chrome.hours(turn, language),
        "lead": words.say("papers.talking-points.lead", party=lead) if lead else "",
        "result": chrome.worded(turn.item.result, language),
        "internal": turn.item.internal,
        **points.on(turn.item.id),
    }


class _Points:
    """Positions, talking points and open disputes, each under the topics that it belongs to."""

    def __init__(self, material: Material, language: str) -> None:
        self._material = material
        self._topics = Topics(chrome.meeting_of(material), texts_known(material))
        self._names = ClauseNames(material.version.text, material, language, "talking-points")
        self._open = conflicts_in(material.version.text)
        # What a later input of the unit took back is no longer our position; the matrix still shows it.
        self._entries = [
            entry
            for entry in entries(material.inputs, material.outcomes, material.withdrawn)
            if all(fate.status is not Status.SUPERSEDED for fate in entry.fates)
        ]

    def on(self, item: str | None) -> Plain:
        """All that belongs to a topic; None: to no topic."""
        positions, points = [], []
        for entry in self._entries:
            if isinstance(entry.content, Position) and self._belongs(self._topics.of(entry.content.clause), item):
                positions.append(self._position(entry, entry.content))
            if isinstance(entry.content, TalkingPoint) and self._belongs(self._topics.about(entry.content.about), item):
                points.append(self._point(entry, entry.content))
        open_here = self._conflicts(item)
        return {
            "positions": positions,
            "points": points,
            "clauses": disputes(open_here, self._material, self._names),
            "empty": not (positions or points or open_here),
        }

    def _belongs(self, topics: Iterable[str], item: str | None) -> bool:
        found = tuple(topics)
        return item in found if item is not None else not found

    def _conflicts(self, item: str | None) -> list[Conflict]:
        return [conflict for conflict in self._open if self._belongs(self._topics.of(conflict.clause), item)]

    def _position(self, entry: Entry, position: Position) -> Plain:
        return {
            "clause": self._names.name(position.clause),
            "agreed": chrome.agreed_on(position.clause, self._material, self._names.language),
            "aim": position.aim,
            "fallback": position.fallback,
            "red_line": position.red_line,
            "reason": position.reason,
            "by": chrome.sender(self._material, entry.input, self._names.language),
        }

    def _point(self, entry: Entry, point: TalkingPoint) -> Plain:
        return {
            "note": point.note,
            "about": chrome.subject(self._material, point.about, self._names),
            "by": chrome.sender(self._material, entry.input, self._names.language),
        }
