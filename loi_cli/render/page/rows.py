"""The present text, a row per clause with a cell per language, and what is to be known of each at a glance."""

from loi_cli.merge.staleness import stale_languages
from loi_cli.model.numbering import numbers
from loi_cli.model.text import Clause, Kind, Text
from loi_cli.model.words import Bracket
from loi_cli.render.clauses import label_of, notes_on
from loi_cli.render.filling import Filling
from loi_cli.render.marks import agreements
from loi_cli.render.material import Material
from loi_cli.render.page.origins import Origins
from loi_cli.render.page.pieces import pieces
from loi_cli.render.papers.chrome import Plain
from loi_cli.render.protocol import words_of

_LABELLED = (Kind.ARTICLE, Kind.ANNEX)


def rows(text: Text, material: Material, language: str, origins: Origins) -> list[Plain]:
    """`text` as the reader may see it. `number` is what a clause is called by: `5.2.a`."""
    filling = Filling.of(text, material.dossier, material.original_of, "page")
    number = numbers(text)
    agreed = agreements(material.agreed)
    depths: dict[str | None, int] = {None: -1}
    made: list[Plain] = []
    for clause in text:
        depths[clause.id] = depths[clause.parent] + 1
        made.append({
            "id": clause.id,
            "kind": clause.kind.value,
            "number": number[clause.id],
            "depth": min(depths[clause.id], 4),
            "disputed": is_disputed(clause),
            "agreed": str(agreed.get(clause.id, "")),
            "stale": sorted(stale_languages(clause)) if material.receiver is None else [],
            "notes": notes_on(clause, language, filling),
            "cells": [_cell(clause, spoken, filling, origins) for spoken in material.languages],
        })  # fmt: skip
    return made


def is_disputed(clause: Clause) -> bool:
    if clause.exists is not None or clause.place is not None:
        return True
    fields = (*clause.text.values(), *clause.heading.values())
    return any(isinstance(piece, Bracket) for words in fields for piece in words)


def _cell(clause: Clause, language: str, filling: Filling, origins: Origins) -> Plain:
    label = label_of(clause, language, filling) if clause.kind in _LABELLED else None
    return {
        "language": language,
        "label": label["text"] if label else "",
        "heading": pieces(clause.heading.get(language, ()), language, clause.id, filling, origins),
        "text": pieces(clause.text.get(language, ()), language, clause.id, filling, origins),
    }


def labels(material: Material) -> dict[str, dict[str, str]]:
    """How each language writes the label of an article and of an annex: `Article {n}`."""
    found = {}
    for language in material.languages:
        words = words_of(material.dossier, language)
        found[language] = {kind: str(words.find(f"label.{kind}")) for kind in ("article", "annex", "only-annex")}
    return found
