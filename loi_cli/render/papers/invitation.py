"""The invitation (undangan): for the seats of our own delegation, or for the other party.

Its fields are those of a letter of invitation in ANRI regulation 5/2021. To a party it goes out in the name of the
head of our delegation: which unit wrote it is not theirs to know. Its number comes from the dossier's pattern, or is a
blank.
"""

from loi_cli.meetings.seating import ranked
from loi_cli.model.meetings import Delegate
from loi_cli.render import protocol
from loi_cli.render.catalogue import Catalogue, catalogue
from loi_cli.render.dates import in_figures
from loi_cli.render.letter_numbers import letter_number
from loi_cli.render.material import Material
from loi_cli.render.papers import chrome
from loi_cli.render.papers.chrome import Plain

TEMPLATE = "invitation.html"

_ON_THE_FIRST_PAGE = 3
"""More addressees than these stand in a list of their own."""
_TOPICS = 12
"""More topics than these are left to the agenda that is enclosed."""


def context(material: Material) -> Plain:
    language = chrome.language_of(material)
    words = catalogue(language)
    meeting = chrome.meeting_of(material)
    named = chrome.worded(meeting.title, language)
    letters = material.dossier.letters
    invited = _invited(material, language)
    few = len(meeting.agenda) <= _TOPICS
    return {
        "title": words.say("documents.invitation"),
        "language": language,
        "letter": words.section("correspondence.letter"),
        "words": words.section("papers.invitation"),
        "running": {**chrome.running(material, language, str(named["text"])), "centre": "", "right": ""},
        "meeting": named,
        "number": letter_number(letters.number, None, material.today),
        "nature": _nature(material, words),
        "place": letters.place,
        "date": in_figures(material.today, language),
        "invited": invited,
        "listed": len(invited) > _ON_THE_FIRST_PAGE,
        "facts": [*chrome.facts(material, language), _contact(material, language)],
        "topics": [chrome.worded(item.title, language) for item in meeting.agenda] if few else [],
        "from": letters.sender if material.receiver is None else _head(material, material.dossier.home, language),
        "copied": list(meeting.copied_to) if material.receiver is None else [],
    }


def _nature(material: Material, words: Catalogue) -> str:
    """Who may read it and how fast it has to be dealt with."""
    level = chrome.level_of(material)
    urgency = chrome.meeting_of(material).urgency
    said = [words.say(f"classification.{level}")] if level else []
    said += [words.say(f"urgency.{urgency}")] if urgency else []
    return " / ".join(said)


def _invited(material: Material, language: str) -> list[Plain]:
    """Our own seats in order of precedence; of a party its head alone, who names the others."""
    code = material.original_of
    seats = ranked(chrome.meeting_of(material).delegations.get(code, ()))
    if material.receiver is None:
        return [_seat(seat, language) for seat in seats]
    name = protocol.name_of(material.dossier.parties[code], language)
    head = _head(material, code, language)
    return [{"to": head or name, "of": name if head else ""}]


def _seat(seat: Delegate, language: str) -> Plain:
    return {
        "to": str(chrome.worded(seat.title, language)["text"]),
        "of": str(chrome.worded(seat.office, language)["text"]),
    }


def _head(material: Material, code: str, language: str) -> str:
    """The office of whoever leads a delegation; nothing where it has not been named."""
    seats = ranked(chrome.meeting_of(material).delegations.get(code, ()))
    return str(chrome.worded(seats[0].title, language)["text"]) if seats else ""


def _contact(material: Material, language: str) -> Plain:
    """Whom to ask: the file names the person for everybody who is invited."""
    found = chrome.worded(chrome.meeting_of(material).contact, language)
    return {"label": catalogue(language).say("papers.invitation.contact"), **found}
