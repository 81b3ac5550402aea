"""A planned meeting in words: the topics named in every language that has words for them, with what stands behind
each as a note for whoever goes over the file."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from loi_cli.intake.meetings import spoken_languages
from loi_cli.meetings.planning import FOLLOW_UP, NEXT_STEPS, PREAMBLE, Topic
from loi_cli.model.dossier import Classification, Dossier
from loi_cli.model.meetings import AgendaItem, Meeting, Mode, Role, Urgency
from loi_cli.model.numbering import numbers
from loi_cli.model.text import Clause, Kind, Text
from loi_cli.model.words import started_from
from loi_cli.render.catalogue import FALLBACK, catalogue
from loi_cli.render.protocol import title_of

Notes = Mapping[str, Sequence[str]]

_ENUMERATED: Mapping[str, tuple[str, type[StrEnum]]] = {
    "role": ("meeting.roles", Role),
    "mode": ("meeting.modes", Mode),
    "classification": ("classification", Classification),
    "urgency": ("urgency", Urgency),
}
"""Cells of a form that take one of a few words, and where the catalogues have these."""


def named_meeting(
    frame: Meeting, topics: Iterable[Topic], text: Text, dossier: Dossier
) -> tuple[Meeting, tuple[str, ...], Notes]:
    """The meeting with its title and its agenda, what is said at the head of its file, and a note for each item."""
    say = catalogue(dossier.languages[0]).say
    some = tuple(topics)
    meeting = frame._replace(
        title=frame.title or _title(dossier), agenda=tuple(_item(t, frame, text, dossier) for t in some)
    )
    length = (frame.end.hour - frame.start.hour) * 60 + frame.end.minute - frame.start.minute
    given = sum(topic.minutes for topic in some)
    head = (say("planning.how"), say("planning.shared", minutes=given, length=length))
    return meeting, head, {topic.id: tuple(_notes(topic, dossier)) for topic in some}


def words_for(key: str, dossier: Dossier) -> dict[str, str]:
    """Words of the catalogues by language; English alone where no language of the dossier has any."""
    english = catalogue(FALLBACK).say(key)
    found = {language: catalogue(language).say(key) for language in spoken_languages(dossier)}
    own = {language: said for language, said in found.items() if language == FALLBACK or said != english}
    return own or {dossier.languages[0]: english}


def words_of_forms(dossier: Dossier) -> dict[str, dict[str, str]]:
    """What people write in a form in any language, and the words of the files that they mean, by the cell it stands in:
    roles, by their first word too ("ketua"), ways of meeting, marks, and that a line is a reason."""
    found: dict[str, dict[str, str]] = {name: {} for name in (*_ENUMERATED, "reason")}
    for language in (FALLBACK, *spoken_languages(dossier)):
        say = catalogue(language).say
        for name, (section, words) in _ENUMERATED.items():
            found[name] |= {say(f"{section}.{word}").casefold(): word.value for word in words}
        found["reason"][say("meeting-form.reason").casefold()] = "reason"
    roles = found["role"]
    return {**found, "role": {said.split()[0]: role for said, role in reversed(roles.items())} | roles}


def _title(dossier: Dossier) -> dict[str, str]:
    words = words_for("planning.title", dossier)
    return {language: said.format(instrument=title_of(dossier, language)) for language, said in words.items()}


def _item(topic: Topic, frame: Meeting, text: Text, dossier: Dossier) -> AgendaItem:
    asked = [clause for wish in topic.wishes for clause in wish.proposal.clauses if clause in text.by_id()]
    asked_by = {wish.by for wish in topic.wishes}
    key = "planning.done" if topic.actions else "planning.settled" if topic.conflicts else ""
    return AgendaItem(
        id=topic.id,
        title=_topic_title(topic, text, dossier),
        minutes=topic.minutes,
        lead=dossier.other if topic.with_party or asked_by == {dossier.other} else dossier.home,
        clauses=tuple(dict.fromkeys((*topic.clauses, *(asked if topic.clause is None else ())))),
        papers=("loi",) if topic.clauses else (),
        result=words_for(key, dossier) if key else {},
        place=frame.where,
    )


def _topic_title(topic: Topic, text: Text, dossier: Dossier) -> dict[str, str]:
    if topic.clause is not None:
        return _clause_title(topic.clause, text, dossier)
    if topic.id in (FOLLOW_UP, PREAMBLE):
        return words_for(f"planning.{topic.id}", dossier)
    if topic.id == NEXT_STEPS:
        return words_for("planning.closing", dossier)
    return dict(topic.wishes[0].proposal.title)


def _clause_title(clause: Clause, text: Text, dossier: Dossier) -> dict[str, str]:
    """Its heading as it started, without what is in dispute; else what it is called."""
    headings = {language: started_from(words) for language, words in clause.heading.items()}
    if any(headings.values()):
        return {language: said for language, said in headings.items() if said}
    if clause.kind in (Kind.TESTIMONIUM, Kind.ANNEX):
        return words_for(f"planning.{clause.kind}", dossier)
    number = numbers(text)[clause.id]
    return {language: said.format(n=number) for language, said in words_for("reference.article", dossier).items()}


def _notes(topic: Topic, dossier: Dossier) -> Iterator[str]:
    """Which conflicts are open, what the last meeting left, who asked for it: for us alone, since comments are."""
    say = catalogue(dossier.languages[0]).say
    for conflict in topic.conflicts:
        sides = dict.fromkeys(name for reading in conflict.bracket.readings for name in reading.names)
        yield say("planning.open", conflict=conflict.id, sides=", ".join(sides))
    for action in topic.actions:
        yield say("planning.due", action=action.id, owner=action.owner, due=action.due.isoformat())
    for wish in topic.wishes:
        title = next(iter(wish.proposal.title.values()), "")
        yield f"{title} – {say('planning.by', unit=wish.by)}" if topic.clauses else say("planning.by", unit=wish.by)
