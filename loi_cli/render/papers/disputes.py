"""Open disputes as our own delegation reads them: the words as they stand, each reading, who wants it, and why."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from loi_cli.model.conflicts import ABSENT, DELETED, EXISTS, PLACE, STANDS, Conflict
from loi_cli.model.words import NOTHING, Reading
from loi_cli.render.catalogue import catalogue
from loi_cli.render.filling import Segment
from loi_cli.render.material import Material
from loi_cli.render.papers import chrome
from loi_cli.render.papers.chrome import ClauseNames, Plain
from loi_cli.render.places import place_in_words


def in_order(conflicts: Iterable[Conflict], languages: Sequence[str]) -> list[Conflict]:
    """Clause by clause as given; within one the clause as a whole, its heading, its text, by language."""

    def key(conflict: Conflict) -> tuple[int, int]:
        kind, _, language = conflict.field.partition(".")
        rank = languages.index(language) if language in languages else len(languages)
        return ((EXISTS, PLACE, "heading", "text").index(kind), rank)

    by_clause = groupby(conflicts, key=lambda conflict: conflict.clause)
    return [conflict for _clause, some in by_clause for conflict in sorted(some, key=key)]


def disputes(conflicts: Iterable[Conflict], material: Material, names: ClauseNames) -> list[Plain]:
    """One block per clause, in it one per field (a language's words, the place …) with all its readings."""
    ordered = in_order(conflicts, material.dossier.languages)
    return [
        {
            "clause": names.name(clause),
            "agreed": chrome.agreed_on(clause, material, names.language),
            "heading": names.heading(clause, material.languages),
            "fields": [_field(list(same), material, names) for _, same in groupby(some, key=lambda each: each.field)],
        }
        for clause, some in groupby(ordered, key=lambda conflict: conflict.clause)
    ]


def _field(conflicts: list[Conflict], material: Material, names: ClauseNames) -> Plain:
    """The words of one field, then the readings of each bracket in it, numbered where there are several."""
    first = conflicts[0]
    several = len(conflicts) > 1
    rows = [
        {"number": number if several else 0, **row}
        for number, conflict in enumerate(conflicts, start=1)
        for row in _rows(conflict, material, names)
    ]
    return {
        "name": field_name(first.field, names.language),
        "lang": first.language or names.language,
        "whole": whole(first, names),
        "rows": rows,
    }


def field_name(field: str, language: str) -> str:
    """`en`, `heading en`, or the words for the place or the existence of a clause."""
    words = catalogue(language)
    kind, _, spoken = field.partition(".")
    if not spoken:
        return words.say("papers.matrix.exists" if kind == EXISTS else "papers.matrix.place-field")
    return words.say("papers.matrix.heading", language=spoken) if kind == "heading" else spoken


def whole(conflict: Conflict, names: ClauseNames) -> list[Segment]:
    """All the words of the field that a dispute stands in; none for a clause as a whole."""
    if conflict.language is None:
        return []
    clause = names.filling.clauses[conflict.clause]
    fields = clause.heading if conflict.field.startswith("heading.") else clause.text
    return names.words(fields[conflict.language], conflict.language)


def _rows(conflict: Conflict, material: Material, names: ClauseNames) -> list[Plain]:
    """A row per reading; then the words that it started from, unless a side wants just these."""
    language = conflict.language or names.language
    rows: list[Plain] = [
        {
            "lang": language,
            "base": False,
            "segments": wish_in_words(conflict, reading, names),
            "sides": _sides(reading, material, names.language),
            "reasons": _reasons(reading, conflict.clause, material),
        }
        for reading in conflict.bracket.readings
    ]
    base = conflict.bracket.base
    if conflict.language is not None and all(reading.text != base for reading in conflict.bracket.readings):
        started = names.said(base or NOTHING, language)
        rows.append({"lang": language, "base": True, "segments": started, "sides": "", "reasons": []})
    return rows


def _sides(reading: Reading, material: Material, language: str) -> str:
    return ", ".join(dict.fromkeys(chrome.side_name(material, side.name, language) for side in reading.sides))


def _reasons(reading: Reading, clause: str, material: Material) -> list[str]:
    """Why its sides want it: what their inputs say of this clause, each reason once."""
    sources = {side.source for side in reading.sides}
    found = [
        proposal.reason
        for one in material.inputs
        if one.name in sources
        for proposal in one.proposals
        if proposal.clause == clause and proposal.reason
    ]
    return list(dict.fromkeys(found))


def wish_in_words(conflict: Conflict, reading: Reading, names: ClauseNames) -> list[Segment]:
    """A reading as words of the text, or about the clause as a whole: keep, delete, leave out, where it is to stand."""
    if conflict.language is not None:
        return names.said(reading.text or NOTHING, conflict.language)
    if conflict.field == PLACE:
        return _plainly(place_in_words(reading.text, conflict.bracket.base, names.language, names.name))
    if reading.text in (STANDS, DELETED, ABSENT):
        return _plainly(catalogue(names.language).say(f"papers.matrix.{reading.text}"))
    return names.said(reading.text, names.language)


def _plainly(text: str) -> list[Segment]:
    return [{"type": "text", "text": text}]
