"""The agenda: annotated for our own delegation, plain for a party.

A party's agenda is built from five things alone: number, hours, topic, lead, and papers that it is given too.
"""

from collections.abc import Iterable

from loi_cli.meetings.entries import Status, entries
from loi_cli.meetings.packet_list import Paper, allowed
from loi_cli.meetings.timetable import Timetable, Turn, timetable
from loi_cli.model.conflicts import Conflict, conflicts_in
from loi_cli.model.inputs import AgendaProposal
from loi_cli.render import protocol
from loi_cli.render.catalogue import catalogue
from loi_cli.render.material import Material
from loi_cli.render.papers import chrome
from loi_cli.render.papers.chrome import ClauseNames, Plain

TEMPLATE = "agenda.html"


def context(material: Material) -> Plain:
    made = plainly(material)
    if material.receiver is None:
        language, table = str(made["language"]), timetable(chrome.meeting_of(material))
        made["title"] = catalogue(language).say("papers.agenda.title-home")
        made["annotated"] = True
        open_here = conflicts_in(material.version.text)
        made["notes"] = [_annotation(turn, open_here, material, language) for turn in table.turns]
        made["balance"] = _balance(table, language)
        made["proposed"] = _proposed(material, language)
    return made


def plainly(material: Material) -> Plain:
    """What anybody at the table may read."""
    language = chrome.language_of(material)
    words = catalogue(language)
    meeting = chrome.meeting_of(material)
    named = chrome.worded(meeting.title, language)
    return {
        "title": words.say("documents.agenda"),
        "language": language,
        "words": words.section("papers.agenda"),
        "running": chrome.running(material, language, str(named["text"])),
        "meeting": named,
        "facts": chrome.facts(material, language),
        "version": chrome.version_line(material, language),
        "turns": [_plain(n, turn, material, language) for n, turn in enumerate(timetable(meeting).turns, start=1)],
        "annotated": False,
    }


def _plain(number: int, turn: Turn, material: Material, language: str) -> Plain:
    """One topic as anybody may read it."""
    known = chrome.meeting_of(material)
    given = turn.item.papers if material.receiver is None else tuple(p for p in turn.item.papers if p in allowed(known))
    return {
        "number": number,
        "hours": chrome.hours(turn, language),
        "title": chrome.worded(turn.item.title, language),
        "lead": chrome.short_name(material, turn.item.lead, language) if turn.item.lead else "",
        "papers": [paper_title(name, material, language) for name in given],
    }


def paper_title(name: str, material: Material, language: str) -> str:
    """What a paper is called; a paper that is not of ours as it was written."""
    words = catalogue(language)
    if name == Paper.TEXT:
        return protocol.title_of(material.dossier, language)
    if name == Paper.MATRIX and material.receiver is not None:
        return words.say("papers.matrix.title-outside")
    found = words.find(f"documents.{name}")
    return found if isinstance(found, str) else name


def _annotation(turn: Turn, open_here: Iterable[Conflict], material: Material, language: str) -> Plain:
    """What our delegation alone reads about a topic."""
    names = ClauseNames(material.version.text, material, language, "agenda")
    result = chrome.worded(turn.item.result, language)
    return {
        "clauses": [_clause(clause, open_here, names, material) for clause in turn.item.clauses],
        "result": result,
        "internal": turn.item.internal,
    }


def _clause(clause: str, open_here: Iterable[Conflict], names: ClauseNames, material: Material) -> Plain:
    """A clause with its number, heading, and how much of it and in it is open."""
    words = catalogue(names.language)
    if clause not in names:
        gone = words.say("papers.agenda.gone", clause=clause)
        return {"name": gone, "heading": {"segments": []}, "open": "", "agreed": ""}
    within = material.version.text.inside(clause)
    count = sum(conflict.clause in within for conflict in open_here)
    key = "papers.agenda.open.one" if count == 1 else "papers.agenda.open.many"
    return {
        "name": names.name(clause),
        "heading": names.heading(clause, material.languages),
        "open": words.say(key, n=count) if count else "",
        "agreed": chrome.agreed_on(clause, material, names.language),
    }


def _balance(table: Timetable, language: str) -> Plain:
    """Whether the topics fill the meeting's time, as a warning where they overrun it."""
    words = catalogue(language)
    if not table.turns or not table.remaining:
        return {"text": "", "over": False}
    key = "free" if table.fits else "over"
    return {"text": words.say(f"papers.agenda.{key}", n=abs(table.remaining)), "over": not table.fits}


def _proposed(material: Material, language: str) -> list[Plain]:
    """The topics that units ask for, unless they took them back."""
    names = ClauseNames(material.version.text, material, language, "agenda")
    return [
        {
            "title": chrome.worded(entry.content.title, language),
            "minutes": str(entry.content.minutes or ""),
            "clauses": [names.name(clause) for clause in entry.content.clauses],
            "by": chrome.sender(material, entry.input, language),
        }
        for entry in entries(material.inputs, material.outcomes, material.withdrawn)
        if isinstance(entry.content, AgendaProposal) and all(f.status is not Status.SUPERSEDED for f in entry.fates)
    ]
