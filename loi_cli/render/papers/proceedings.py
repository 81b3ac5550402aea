"""What papers of a held meeting tell of its items: what was said, concluded, settled, agreed on and asked for."""

from collections.abc import Callable, Mapping

from loi_cli.meetings.seating import delegations
from loi_cli.model.conflicts import EXISTS
from loi_cli.model.minutes import ActionItem, Minutes, MinutesItem, Settlement
from loi_cli.render import protocol
from loi_cli.render.catalogue import catalogue
from loi_cli.render.dates import in_figures
from loi_cli.render.material import Material
from loi_cli.render.papers import chrome
from loi_cli.render.papers.chrome import ClauseNames, Plain
from loi_cli.render.papers.disputes import field_name


def minutes_of(material: Material) -> Minutes:
    """The minutes that the paper is made of; the registry has seen to it that there are some."""
    assert material.minutes is not None
    return material.minutes


def head(material: Material, language: str, paper: str) -> Plain:
    """What every paper of a held meeting begins with."""
    words = catalogue(language)
    named = chrome.worded(chrome.meeting_of(material).title, language)
    title = words.say(f"after.titles.{paper}")
    return {
        "title": title,
        "language": language,
        "words": words.section("after"),
        "running": chrome.running(material, language, str(named["text"])),
        "meeting": named,
        "facts": chrome.facts(material, language),
    }


def seats(material: Material, language: str, *, present: bool) -> list[Plain]:
    """The delegations in order of precedence; with `present` also who came beside them."""
    meeting = chrome.meeting_of(material)
    also: Mapping[str, tuple[str, ...]] = minutes_of(material).present if present else {}
    found = delegations(meeting, tuple(material.dossier.parties), first=material.original_of)
    return [
        {
            "party": protocol.name_of(material.dossier.parties[code], language),
            "seats": [
                {
                    "name": one.name,
                    "title": chrome.worded(one.title, language),
                    "role": catalogue(language).say(f"meeting.roles.{one.role}"),
                }
                for one in some
            ],
            "also": list(also.get(code, ())),
        }
        for code, some in found.items()
    ]


def titled(item: MinutesItem, material: Material, language: str) -> Plain:
    """The item's number on the agenda and its title."""
    agenda = chrome.meeting_of(material).agenda
    for number, one in enumerate(agenda, start=1):
        if one.id == item.item:
            return {"number": number, "title": chrome.worded(one.title, language)}
    return {"number": 0, "title": {"text": item.item, "lang": language}}


def agreed(item: MinutesItem, names: ClauseNames, material: Material, language: str) -> list[Plain]:
    """The clauses that the parties agreed on, each with how."""
    words = catalogue(language)
    some = [("agreed", clause) for clause in item.agreed] + [("ad-referendum", clause) for clause in item.ad_referendum]
    return [
        {
            "clause": names.name(clause),
            "heading": names.heading(clause, material.languages),
            "how": words.say(f"after.{how}"),
        }
        for how, clause in some
    ]


def settled(
    item: MinutesItem,
    names: ClauseNames,
    material: Material,
    language: str,
    shown: Callable[[Settlement], bool] = lambda _one: True,
) -> list[Plain]:
    """The brackets that were settled, with the words that stand now."""
    return [
        {"clause": names.name(clause), "field": _field(field, language), "lang": _language(field, language),
         "text": words}
        for one in item.settled
        if shown(one)
        for clause, field, _digits in [one.conflict.split("/")]
        for words in _words(one, field, material, language)
    ]  # fmt: skip


def _field(field: str, language: str) -> str:
    """As who signs reads it: the language by its name."""
    kind, _, spoken = field.partition(".")
    named = catalogue(language).name_of_language(spoken, "nom") if spoken else ""
    return field_name(f"{kind}.{named}" if named else field, language)


def _words(one: Settlement, field: str, material: Material, language: str) -> list[str]:
    if one.take is not None:
        said = material.readings.get(one.conflict, {}).get(one.take, "")
        return [catalogue(language).say(f"papers.matrix.{said}") if field == EXISTS and said else said]
    language = field.rpartition(".")[2]
    return [one.words[language]] if language in one.words else list(one.words.values())


def _language(field: str, language: str) -> str:
    return field.rpartition(".")[2] if "." in field else language


def action(one: ActionItem, material: Material, language: str) -> Plain:
    """What is to be done, by whom, until when."""
    return {
        "what": chrome.worded(one.what, language),
        "owner": chrome.side_name(material, one.owner, language),
        "due": in_figures(one.due, language),
    }
