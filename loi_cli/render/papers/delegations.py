"""The delegation list: who sits at the table, in order of precedence; a name that is not known is a blank to fill."""

from loi_cli.meetings.seating import delegations
from loi_cli.model.meetings import Delegate
from loi_cli.render.catalogue import Catalogue, catalogue
from loi_cli.render.material import Material
from loi_cli.render.papers import chrome
from loi_cli.render.papers.chrome import Plain
from loi_cli.render.tables import Column, Sheet

TEMPLATE = "delegations.html"


def context(material: Material) -> Plain:
    return seated(material, chrome.language_of(material))


def seated(material: Material, language: str) -> Plain:
    """Both delegations as a paper in one language."""
    words = catalogue(language)
    meeting = chrome.meeting_of(material)
    named = chrome.worded(meeting.title, language)
    seats = delegations(meeting, tuple(material.dossier.parties), first=material.original_of)
    return {
        "title": words.say("documents.delegations"),
        "language": language,
        "words": words.section("papers.delegations"),
        "running": chrome.running(material, language, str(named["text"])),
        "meeting": named,
        "facts": chrome.facts(material, language)[:3],
        "parties": [
            {
                "heading": words.say("papers.delegations.of", party=chrome.party_name(material, code, language)),
                "seats": [_seat(n, one, words) for n, one in enumerate(some, start=1)],
            }
            for code, some in seats.items()
        ],
    }


def sheets(context: Plain) -> tuple[Sheet, ...]:
    """A line for each person, as a printer of badges wants it."""
    say, parties = context["words"], context["parties"]
    assert isinstance(say, dict) and isinstance(parties, list)
    columns = (Column(say["number"], 6), Column(say["name"], 36), Column(say["office"], 44), Column(say["body"], 36),
               Column(say["role"], 20), Column(say["party"], 40))  # fmt: skip
    seats = [(party, seat) for party in parties for seat in party["seats"]]
    rows = tuple(
        (n, seat["name"], seat["title"]["text"], seat["office"]["text"], seat["role"], party["heading"])
        for n, (party, seat) in enumerate(seats, start=1)
    )
    return (Sheet(str(context["title"]), columns, rows),)


def _seat(number: int, delegate: Delegate, words: Catalogue) -> Plain:
    return {
        "number": number,
        "name": delegate.name,
        "title": chrome.worded(delegate.title, words.language),
        "office": chrome.worded(delegate.office, words.language),
        "role": words.say(f"meeting.roles.{delegate.role}"),
    }
