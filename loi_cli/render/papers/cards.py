"""Who sits at the table, one card each, in the language that the meeting speaks: what badges and place cards show.

They bear no mark of classification: they are worn and stand on the table, and hold what everybody in the room sees.
"""

from loi_cli.meetings.seating import delegations
from loi_cli.render.catalogue import catalogue
from loi_cli.render.material import Material
from loi_cli.render.papers import chrome
from loi_cli.render.papers.chrome import Plain


def cards(material: Material, document: str) -> Plain:
    """`document` is what the paper is called. A name that is not known is a blank to fill by hand."""
    meeting = chrome.meeting_of(material)
    language = chrome.language_at(meeting)
    words = catalogue(language)
    seats = delegations(meeting, tuple(material.dossier.parties), first=material.original_of)
    return {
        "title": words.say(f"documents.{document}"),
        "language": language,
        "words": words.section("papers.cards"),
        "cards": [
            {
                "name": seat.name,
                "title": chrome.worded(seat.title, language),
                "office": chrome.worded(seat.office, language),
                "party": chrome.short_name(material, code, language),
                "role": words.say(f"meeting.roles.{seat.role}"),
            }
            for code, some in seats.items()
            for seat in some
        ],
    }
