"""Agreed minutes: what both heads of delegation sign.

Built from an allow-list, and the same words in both originals: the facts of the meeting, the planned delegations, of
each item its title, its conclusion, the clauses agreed on, and the words that settled a bracket of the other party's;
of the action items those that a party owns. Discussion, remarks, units and what we settled among ourselves stay out.
The party whose original it is comes first and signs on the left.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from loi_cli.model.meetings import Role
from loi_cli.model.minutes import MinutesItem, Settlement
from loi_cli.model.problems import Place
from loi_cli.model.words import Words
from loi_cli.render import protocol
from loi_cli.render.catalogue import catalogue
from loi_cli.render.disclosure import visible_words
from loi_cli.render.material import Material
from loi_cli.render.papers import chrome, proceedings
from loi_cli.render.papers.chrome import ClauseNames, Plain

TEMPLATE = "agreed-minutes.html"


class Unsaid(NamedTuple):
    """Words that both heads would sign in another language than that of the paper: `what` they are (an id of the
    agenda, of an action item), `language` the paper's, `shown` the one they are in."""

    what: str
    language: str
    shown: str
    place: Place


def unsaid(material: Material) -> tuple[Unsaid, ...]:
    """What the minutes and their meeting do not say in the language of the paper, in its order."""
    language = chrome.language_at(chrome.meeting_of(material))
    found = []
    for what, words, place in _to_be_signed(material):
        shown = chrome.worded(words, language)["lang"]
        if any(words.values()) and shown != language:
            found.append(Unsaid(what, language, str(shown), place))
    return tuple(found)


def _to_be_signed(material: Material) -> Iterator[tuple[str, Mapping[str, str], Place]]:
    """Everything that people worded by language, once each."""
    meeting, minutes = chrome.meeting_of(material), proceedings.minutes_of(material)
    titles = {item.id: item for item in meeting.agenda}
    yield meeting.name, meeting.title, meeting.where
    for one in minutes.items:
        if one.item in titles:
            yield one.item, titles[one.item].title, titles[one.item].place
        yield one.item, one.conclusion, one.place
        yield from ((a.id, a.what, a.place) for a in one.actions if a.owner in material.dossier.parties)


def context(material: Material) -> Plain:
    language = chrome.language_at(chrome.meeting_of(material))
    words = catalogue(language)
    minutes = proceedings.minutes_of(material)
    names = ClauseNames(material.version.text, material, language, "agreed-minutes")
    made = proceedings.head(material, language, "agreed-minutes")
    made["running"] = {**chrome.running(material, language, str(made["title"])), "centre": "", "right": ""}
    parties = protocol.both_names(material.dossier, material.original_of, language)
    return {
        **made,
        "opening": _capitalised(words.say("after.opening", parties=parties)),
        "parties": proceedings.seats(material, language, present=False),
        "items": [_item(one, names, material, language) for one in minutes.items],
        "actions": [
            proceedings.action(one, material, language)
            for one in minutes.actions
            if one.owner in material.dossier.parties
        ],
        "closing": words.say("after.closing", day=chrome.day(chrome.meeting_of(material).date, language)),
        "signatures": [_signature(code, material, language) for code in _order(material)],
    }


def _item(item: MinutesItem, names: ClauseNames, material: Material, language: str) -> Plain:
    def is_theirs(one: Settlement) -> bool:
        sides = material.disputes[one.conflict].sides if one.conflict in material.disputes else ()
        return any(name.split(".")[0] == material.dossier.other for name in sides)

    def seen(words: Words) -> Words:
        return visible_words(words, material.dossier)

    return {
        **proceedings.titled(item, material, language),
        "conclusion": chrome.worded(item.conclusion, language),
        "settled": proceedings.settled(item, names, material, is_theirs, seen),
        "agreed": proceedings.agreed(item, names, material, language),
    }


def _order(material: Material) -> tuple[str, ...]:
    return protocol.order_of_parties(material.dossier, material.original_of)


def _signature(code: str, material: Material, language: str) -> Plain:
    """Who signs for a delegation: its head, by name where the meeting file gives one."""
    words = catalogue(language)
    seats = chrome.meeting_of(material).delegations.get(code, ())
    head = next((seat for seat in seats if seat.role is Role.HEAD), None)
    return {
        "for": words.say("signature.for", party=chrome.party_name(material, code, language)),
        "name": head.name if head else "",
        "title": chrome.worded(head.title if head else {}, language),
        "role": words.say("after.head"),
    }


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
