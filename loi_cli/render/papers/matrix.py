"""The matrix of inputs: every proposal by clause and unit, with what became of it. For a party: the open points alone.

The two are made by two modules that share no row: nothing of a unit is ever at hand where a party's paper is built.
"""

from loi_cli.render.catalogue import catalogue
from loi_cli.render.material import Material
from loi_cli.render.papers import chrome, matrix_rows, open_points
from loi_cli.render.papers.chrome import Plain
from loi_cli.render.tables import Sheet

TEMPLATE = "matrix.html"


def context(material: Material) -> Plain:
    language = chrome.language_of(material)
    words = catalogue(language)
    inside = material.receiver is None
    title = words.say("documents.matrix" if inside else "papers.matrix.title-outside")
    about = str(chrome.worded(material.meeting.title, language)["text"]) if material.meeting else ""
    made: Plain = {
        "title": title,
        "language": language,
        "words": words.section("papers.matrix"),
        "running": chrome.running(material, language, about),
        "version": chrome.version_line(material, language),
        "inside": inside,
    }
    rows = matrix_rows.after_proposals(material, language) if inside else open_points.table(material, language)
    return {**made, **rows}


def lasting(material: Material) -> Plain:
    """The proposals, which our matrix shows alike at every meeting."""
    return matrix_rows.proposals(material, chrome.language_of(material)) if material.receiver is None else {}


def sheets(context: Plain) -> tuple[Sheet, ...]:
    """The same rows for a workbook."""
    from loi_cli.render.papers.matrix_sheets import inside, outside

    return inside(context) if context["inside"] else outside(context)
