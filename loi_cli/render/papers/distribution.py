"""The distribution list, internal: which numbered copy went to whom, and who signed for it."""

from loi_cli.render.catalogue import catalogue
from loi_cli.render.material import Material
from loi_cli.render.papers import chrome
from loi_cli.render.papers.chrome import Plain

TEMPLATE = "distribution.html"

_AT_LEAST = 10
"""Lines of a list of which nobody has said yet how long it is."""


def context(material: Material) -> Plain:
    language = chrome.language_of(material)
    words = catalogue(language)
    meeting = chrome.meeting_of(material)
    named = chrome.worded(meeting.title, language)
    count = max(len(meeting.holders), material.copies) or _AT_LEAST
    holders = (*meeting.holders, *[""] * (count - len(meeting.holders)))
    return {
        "title": words.say("documents.distribution"),
        "language": language,
        "words": words.section("papers.distribution"),
        "running": chrome.running(material, language, str(named["text"])),
        "meeting": named,
        "version": chrome.version_line(material, language),
        "copies": [{"number": n, "holder": holder} for n, holder in enumerate(holders, start=1)],
    }
