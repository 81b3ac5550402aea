"""Open disputes as our own delegation reads them: the words as they stand, each reading, who wants it, and why."""

from collections.abc import Iterable
from itertools import groupby

from loi_cli.model.conflicts import ABSENT, DELETED, EXISTS, PLACE, STANDS, Conflict
from loi_cli.model.words import NOTHING, Reading, Side
from loi_cli.render.catalogue import catalogue
from loi_cli.render.material import Material
from loi_cli.render.papers import chrome
from loi_cli.render.papers.chrome import ClauseNames, Plain


def disputes(conflicts: Iterable[Conflict], material: Material, names: ClauseNames) -> list[Plain]:
    """One block per clause, in it one table per dispute."""
    return [
        {
            "clause": names.name(clause),
            "heading": names.heading(clause, material.languages),
            "conflicts": [_conflict(one, material, names) for one in some],
        }
        for clause, some in groupby(conflicts, key=lambda conflict: conflict.clause)
    ]


def _conflict(conflict: Conflict, material: Material, names: ClauseNames) -> Plain:
    words = catalogue(names.language)
    readings = [_reading(conflict, reading, material, names) for reading in conflict.bracket.readings]
    if conflict.language is None:
        key = "exists" if conflict.field == EXISTS else "place-field"
        field, whole, base = words.say(f"papers.matrix.{key}"), [], []
    else:
        clause = names.filling.clauses[conflict.clause]
        in_heading = conflict.field.startswith("heading.")
        fields = clause.heading if in_heading else clause.text
        field = words.say("papers.matrix.heading", language=conflict.language) if in_heading else conflict.language
        whole = names.words(fields[conflict.language], conflict.language)
        base = _base(conflict, names)
    return {
        "id": conflict.id,
        "field": field,
        "lang": conflict.language or names.language,
        "whole": whole,
        "base": base,
        "readings": readings,
    }


def _base(conflict: Conflict, names: ClauseNames) -> list[Plain]:
    """The words that a dispute started from, unless a side wants just these: then its row shows them."""
    base = conflict.bracket.base
    if any(reading.text == base for reading in conflict.bracket.readings):
        return []
    return names.said(base or NOTHING, conflict.language or names.language)


def _reading(conflict: Conflict, reading: Reading, material: Material, names: ClauseNames) -> Plain:
    sides = [chrome.side_name(material, side.name, names.language) for side in reading.sides]
    reasons = [reason for side in reading.sides for reason in _reasons(side, conflict.clause, material)]
    return {
        "segments": _text(conflict, reading, names),
        "sides": ", ".join(dict.fromkeys(sides)),
        "reasons": list(dict.fromkeys(reasons)),
    }


def _reasons(side: Side, clause: str, material: Material) -> list[str]:
    """Why a side wants it: what its input says of this clause. A decision is a reason by its record's name."""
    found = [
        p.reason for one in material.inputs if one.name == side.source for p in one.proposals if p.clause == clause
    ]
    return [reason for reason in found if reason]


def _text(conflict: Conflict, reading: Reading, names: ClauseNames) -> list[Plain]:
    """A reading as words of the text, or about the clause as a whole: keep, delete, leave out, where it is to stand."""
    if conflict.language is not None:
        return names.said(reading.text or NOTHING, conflict.language)
    if conflict.field == PLACE:
        return _plainly(_place(reading.text, names))
    if reading.text in (STANDS, DELETED, ABSENT):
        return _plainly(catalogue(names.language).say(f"papers.matrix.{reading.text}"))
    return names.said(reading.text, names.language)


def _plainly(text: str) -> list[Plain]:
    return [{"type": "text", "text": text}]


def _place(spoken: str, names: ClauseNames) -> str:
    """`after areas.agro`, `first in areas`, `first`: as the merge speaks of places, with clauses called by number."""
    key, _, clause = spoken.rpartition(" ")
    words = catalogue(names.language)
    named = {"after": "after", "before": "before-clause", "in": "in", "first in": "first-in"}
    if key not in named:
        return words.say("papers.matrix.first")
    return words.say(f"papers.matrix.{named[key]}", clause=names.name(clause))
