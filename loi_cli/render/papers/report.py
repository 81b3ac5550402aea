"""Laporan: the report on a meeting to whoever sent the delegation, an office note of our own ministry."""

from loi_cli.model.minutes import MinutesItem
from loi_cli.render.catalogue import catalogue
from loi_cli.render.dates import in_figures
from loi_cli.render.material import Material
from loi_cli.render.papers import chrome, proceedings
from loi_cli.render.papers.chrome import ClauseNames, Plain

TEMPLATE = "report.html"


def context(material: Material) -> Plain:
    language = chrome.language_of(material)
    words = catalogue(language)
    minutes = proceedings.minutes_of(material)
    meeting = chrome.meeting_of(material)
    names = ClauseNames(material.version.text, material, language, "report")
    made = proceedings.head(material, language, "report")
    title = str(chrome.worded(meeting.title, language)["text"])
    level = meeting.classification or material.dossier.classification
    day = chrome.day(meeting.date, language)
    return {
        **made,
        "letter": words.section("correspondence.letter"),
        "from": material.dossier.letters.sender,
        "date": in_figures(material.today, language),
        "level": words.say(f"classification.{level}") if level else "",
        "subject": words.say("after.subject", meeting=title),
        "basis": words.say("after.basis-is", meeting=title, day=day),
        "items": [_item(one, names, material, language) for one in minutes.items],
        "recommendation": chrome.worded(minutes.recommendation, language),
        "actions": [proceedings.action(one, material, language) for one in minutes.actions],
    }


def _item(item: MinutesItem, names: ClauseNames, material: Material, language: str) -> Plain:
    return {
        **proceedings.titled(item, material, language),
        "conclusion": chrome.worded(item.conclusion or item.discussion, language),
        "settled": proceedings.settled(item, names, material),
        "agreed": proceedings.agreed(item, names, material, language),
        "internal": item.internal,
    }
