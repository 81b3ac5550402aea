"""The check list of the treaty office: each rule of a final text, its source, whether the text passes it."""

from loi_cli.i18n import said_in
from loi_cli.render.catalogue import catalogue
from loi_cli.render.material import Material, Point
from loi_cli.render.papers import chrome
from loi_cli.render.papers.chrome import Plain

TEMPLATE = "checklist.html"


def context(material: Material) -> Plain:
    language = chrome.language_of(material)
    words = catalogue(language)
    open_ones = sum(bool(point.found) for point in material.points)
    return {
        "title": words.say("documents.checklist"),
        "language": language,
        "words": words.section("checklist"),
        "running": chrome.running(material, language, words.say("documents.checklist")),
        "version": chrome.version_line(material, language),
        "text_hash": material.version.header.text_hash,
        "counted": words.say("checklist.counted", open=open_ones, all=len(material.points)),
        "points": [_point(point, language) for point in material.points],
    }


def _point(point: Point, language: str) -> Plain:
    return {
        "code": point.code,
        "says": said_in(language, point.says),
        "why": said_in(language, point.why),
        "found": [said_in(language, message) for message in point.found],
    }
