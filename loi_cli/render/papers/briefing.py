"""The briefing sheet, internal: figures, each with its unit, period, source and the day on which it was looked up."""

from loi_cli.render.catalogue import catalogue
from loi_cli.render.dates import in_figures
from loi_cli.render.material import Material
from loi_cli.render.papers import chrome
from loi_cli.render.papers.chrome import Plain

TEMPLATE = "briefing.html"


def context(material: Material) -> Plain:
    language = chrome.language_of(material)
    words = catalogue(language)
    meeting = chrome.meeting_of(material)
    named = chrome.worded(meeting.title, language)
    return {
        "title": words.say("documents.briefing"),
        "language": language,
        "words": words.section("papers.briefing"),
        "running": chrome.running(material, language, str(named["text"])),
        "meeting": named,
        "figures": [
            {
                "about": chrome.worded(figure.about, language),
                "value": figure.value,
                "unit": chrome.worded(figure.unit, language),
                "period": figure.period,
                "source": figure.source,
                "retrieved": in_figures(figure.retrieved, language),
            }
            for figure in meeting.figures
        ],
    }
