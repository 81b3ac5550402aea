"""What is open between the parties, clause by clause: the words that it started from and each party's reading.

Built from the text as the party may see it (`disclosure.visible`), so what our units want cannot be in it.
"""

from itertools import groupby

from loi_cli.model.conflicts import Conflict, conflicts_in
from loi_cli.model.text import Text
from loi_cli.model.words import NOTHING
from loi_cli.render.catalogue import Catalogue, catalogue
from loi_cli.render.disclosure import visible
from loi_cli.render.material import Material
from loi_cli.render.papers.chrome import ClauseNames, Plain, short_name
from loi_cli.render.protocol import order_of_parties


def open_points(material: Material, receiver: str) -> tuple[Conflict, ...]:
    """The disputes that a party may see, in reading order, in the languages of the paper."""
    return _points(visible(material.version.text, receiver, material.dossier), material)


def _points(text: Text, material: Material) -> tuple[Conflict, ...]:
    return tuple(point for point in conflicts_in(text) if point.language in material.languages)


def table(material: Material, language: str) -> Plain:
    assert material.receiver is not None
    words = catalogue(language)
    parties = order_of_parties(material.dossier, material.original_of)
    text = visible(material.version.text, material.receiver, material.dossier)
    names = ClauseNames(text, material, language, "matrix")
    rows = []
    for _clause, points in groupby(_points(text, material), key=lambda point: point.clause):
        for number, point in enumerate(points):
            rows.append(_row(point, parties, names, material, words, first=number == 0))
    return {
        "parties": [words.say("papers.matrix.reading", party=short_name(material, c, language)) for c in parties],
        "rows": [{"number": n, **row} for n, row in enumerate(rows, start=1)],
    }


def _row(
    point: Conflict,
    parties: tuple[str, ...],
    names: ClauseNames,
    material: Material,
    words: Catalogue,
    *,
    first: bool,
) -> Plain:
    """One dispute; the clause's heading stands on its first row alone."""
    language = point.language or names.language
    clause = names.filling.clauses[point.clause]
    in_heading = point.field.startswith("heading.")
    whole = (clause.heading if in_heading else clause.text)[language]
    return {
        "clause": names.name(point.clause),
        "heading": names.heading(point.clause, material.languages) if first else {"segments": [], "lang": language},
        "field": words.say("papers.matrix.heading", language=language) if in_heading else language,
        "lang": language,
        "whole": names.words(whole, language),
        "base": names.said(point.bracket.base or NOTHING, language),
        "readings": [_reading(point, code, names, language) for code in parties],
    }


def _reading(point: Conflict, code: str, names: ClauseNames, language: str) -> list[Plain]:
    """All that a party wants here, a reading each; more than one where it left a choice open."""
    found = [r.text for r in point.bracket.readings if code in r.names]
    return [{"segments": names.said(text or NOTHING, language)} for text in found]
