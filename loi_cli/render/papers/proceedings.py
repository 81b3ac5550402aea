"""What papers of a held meeting tell of its items: what was said, concluded, settled, agreed on and asked for."""

from collections.abc import Callable, Mapping

from loi_cli.meetings.seating import delegations
from loi_cli.model.conflicts import Conflict, Standing, conflict_of
from loi_cli.model.minutes import ActionItem, Minutes, MinutesItem, Settlement
from loi_cli.model.words import Bracket, Reading, Run, Words, lead_to, shown
from loi_cli.render import protocol
from loi_cli.render.catalogue import catalogue
from loi_cli.render.dates import in_figures
from loi_cli.render.material import Material
from loi_cli.render.papers import chrome
from loi_cli.render.papers.chrome import ClauseNames, Plain
from loi_cli.render.papers.disputes import field_name, wish_in_words


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
    meant: Callable[[Settlement], bool] = lambda _one: True,
    seen: Callable[[Words], Words] = lambda words: words,
) -> list[Plain]:
    """The brackets that were settled, each in its field as it reads now: the words agreed on between those around
    them, as `seen` lets them be read."""
    answers = {one.conflict: one for each in minutes_of(material).items for one in each.settled}
    return [
        _settlement(one, material.disputes[one.conflict], answers, names, seen)
        for one in item.settled
        if meant(one) and one.conflict in material.disputes
    ]


def _settlement(
    one: Settlement,
    standing: Standing,
    answers: Mapping[str, Settlement],
    names: ClauseNames,
    seen: Callable[[Words], Words],
) -> Plain:
    conflict, said = standing.conflict, _said(one, standing)
    language = conflict.language or names.language
    before, behind = (_answered(words, standing, answers) for words in standing.around)
    lead = lead_to(said, conflict.bracket, shown(before))
    return {
        "clause": names.name(conflict.clause),
        "field": _field(conflict, names.language),
        "lang": language,
        "before": names.words(seen((*before, Run(lead, ()))), language),
        "segments": wish_in_words(conflict, Reading(said, ()), names) if said or not standing.field else [],
        "behind": names.words(seen(behind), language),
    }


def _answered(words: Words, standing: Standing, answers: Mapping[str, Settlement]) -> Words:
    """The words with what was agreed on the other brackets among them."""
    found: list[Run | Bracket] = []
    for piece in words:
        if isinstance(piece, Bracket):
            dispute = conflict_of(standing.conflict.clause, standing.conflict.field, piece)
            if (answer := answers.get(dispute.id)) is not None:
                said = _said(answer, standing._replace(conflict=dispute))
                found.append(Run(lead_to(said, piece, shown(tuple(found))) + said, ()))
                continue
        found.append(piece)
    return tuple(found)


def _field(conflict: Conflict, language: str) -> str:
    """As who signs reads it: the language by its name."""
    kind, _, spoken = conflict.field.partition(".")
    named = catalogue(language).name_of_language(spoken, "nom") if spoken else ""
    return field_name(f"{kind}.{named}" if named else conflict.field, language)


def _said(one: Settlement, standing: Standing) -> str:
    return standing.sides[one.take] if one.take is not None else one.words.get(standing.conflict.language or "", "")


def action(one: ActionItem, material: Material, language: str) -> Plain:
    """What is to be done, by whom, until when."""
    return {
        "what": chrome.worded(one.what, language),
        "owner": chrome.side_name(material, one.owner, language),
        "due": in_figures(one.due, language),
    }
