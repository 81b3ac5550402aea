"""What is open between the parties, clause by clause: the words that it started from and each party's reading.

Built from the text as the party may see it (`disclosure.visible`), so what our units want cannot be in it.
"""

from loi_cli.model.conflicts import Conflict, conflicts_in
from loi_cli.model.text import Text
from loi_cli.model.words import NOTHING
from loi_cli.render.catalogue import catalogue
from loi_cli.render.disclosure import visible
from loi_cli.render.material import Material
from loi_cli.render.papers.chrome import ClauseNames, Plain, short_name
from loi_cli.render.papers.disputes import field_name, in_order, whole, wish_in_words
from loi_cli.render.protocol import order_of_parties


def open_points(material: Material, receiver: str) -> tuple[Conflict, ...]:
    """The disputes that a party may see, in reading order, in the languages of the paper."""
    return _points(visible(material.version.text, receiver, material.dossier), material)


def _points(text: Text, material: Material) -> tuple[Conflict, ...]:
    shown = [point for point in conflicts_in(text) if point.language in (None, *material.languages)]
    return tuple(in_order(shown, material.languages))


def table(material: Material, language: str) -> Plain:
    assert material.receiver is not None
    words = catalogue(language)
    parties = order_of_parties(material.dossier, material.original_of)
    text = visible(material.version.text, material.receiver, material.dossier)
    names = ClauseNames(text, material, language, "matrix")
    rows: list[Plain] = []
    before: Conflict | None = None
    for number, point in enumerate(_points(text, material), start=1):
        rows.append({"number": number, **_row(point, before, parties, names, material)})
        before = point
    return {
        "parties": [words.say("papers.matrix.reading", party=short_name(material, c, language)) for c in parties],
        "rows": rows,
    }


def _row(
    point: Conflict, before: Conflict | None, parties: tuple[str, ...], names: ClauseNames, material: Material
) -> Plain:
    """One dispute; a clause's heading, and the words that hold several disputes, stand on the first row alone."""
    language = point.language or names.language
    same_clause = before is not None and before.clause == point.clause
    same_words = same_clause and before is not None and before.field == point.field
    nothing: Plain = {"segments": [], "lang": language}
    return {
        "clause": names.name(point.clause),
        "heading": nothing if same_clause else names.heading(point.clause, material.languages),
        "field": field_name(point.field, names.language),
        "lang": language,
        "whole": [] if same_words else whole(point, names),
        "base": names.said(point.bracket.base or NOTHING, language) if point.language else [],
        "readings": [_reading(point, code, names) for code in parties],
    }


def _reading(point: Conflict, code: str, names: ClauseNames) -> list[Plain]:
    """All that a party wants here, a reading each; more than one where it left a choice open."""
    return [{"segments": wish_in_words(point, r, names)} for r in point.bracket.readings if code in r.names]
