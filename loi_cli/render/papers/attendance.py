"""The attendance sheet (absensi): everybody who is expected, and lines for who comes besides; each signs.

It lies on the table, so that where both delegations are on it, it is in the language of the meeting and bears no mark
that it is for us alone; who sits in a meeting of our own reads our language.
"""

from loi_cli.render.catalogue import catalogue
from loi_cli.render.material import Material
from loi_cli.render.papers import chrome, delegations
from loi_cli.render.papers.chrome import Plain

TEMPLATE = "attendance.html"

_FREE_LINES = 3


def context(material: Material) -> Plain:
    meeting = chrome.meeting_of(material)
    shared = sum(map(bool, meeting.delegations.values())) > 1
    language = chrome.language_at(meeting) if shared else chrome.language_of(material)
    made = delegations.seated(material, language)
    words = catalogue(language)
    parties, running = made["parties"], made["running"]
    assert isinstance(parties, list) and isinstance(running, dict)
    return {
        **made,
        "running": {**running, "centre": "", "right": ""} if shared else running,
        "title": words.say("documents.attendance"),
        "words": words.section("papers.delegations") | words.section("papers.attendance"),
        "parties": [{**party, "free": _free(len(party["seats"]))} for party in parties],
    }


def _free(seats: int) -> list[int]:
    """The numbers of the lines for those whom nobody announced."""
    return list(range(seats + 1, seats + 1 + _FREE_LINES))
