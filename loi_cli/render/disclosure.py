"""What a party may see of a text: words that are agreed, words that it proposed itself, and nothing of our units.

An allow-list: the text for a party is built anew from what may pass, never the internal one with something struck out.

- A bracket in which only our sides stand becomes the words that it started from.
- One with a party's side becomes `[IDN: …] [BLR: …]`; ours reads the words it started from, unless a side there
  speaks in the name of home itself.
- A clause stands where it is; one that a party wants new, or gone, is a bracket as a whole; a new one that only our
  sides dispute is left out, with all that it holds.
"""

from collections.abc import Iterator, Mapping

from loi_cli.model.conflicts import ABSENT, DELETED
from loi_cli.model.dossier import Dossier
from loi_cli.model.text import Clause, Text
from loi_cli.model.words import Bracket, Reading, Run, Side, Words, started_from


def visible(text: Text, receiver: str, dossier: Dossier) -> Text:
    """The text as the party may read it; sides are party codes, provenance is gone."""
    assert receiver in dossier.parties
    hidden = _hidden(text, dossier)
    return Text(tuple(_clause(clause, dossier) for clause in text if clause.id not in hidden))


def held_back(text: Text, receiver: str, dossier: Dossier) -> tuple[str, ...]:
    """The ids of clauses of which the party sees less than our sides want, in reading order."""
    assert receiver in dossier.parties
    hidden = _hidden(text, dossier)
    return tuple(clause.id for clause in text if clause.id in hidden or _holds_back(clause, dossier))


def _hidden(text: Text, dossier: Dossier) -> frozenset[str]:
    """New clauses that only our sides know of, with all that they hold."""
    found: set[str] = set()
    for clause in text:
        secret = clause.exists is not None and _is_new(clause.exists) and not _theirs(clause.exists, dossier)
        if secret or clause.parent in found:
            found.add(clause.id)
    return frozenset(found)


def _holds_back(clause: Clause, dossier: Dossier) -> bool:
    whole = [bracket for bracket in (clause.exists, clause.place) if bracket is not None]
    return any(
        reading.text != bracket.base and _party(side, dossier) is None
        for bracket in (*whole, *_brackets(clause))
        for reading in bracket.readings
        for side in reading.sides
    )


def _clause(clause: Clause, dossier: Dossier) -> Clause:
    return Clause(
        id=clause.id,
        kind=clause.kind,
        parent=clause.parent,
        text=_fields(clause.text, clause.exists, dossier),
        heading=_fields(clause.heading, clause.exists, dossier),
    )


def _fields(fields: Mapping[str, Words], exists: Bracket | None, dossier: Dossier) -> dict[str, Words]:
    seen: dict[str, Words] = {}
    for language, words in fields.items():
        pieces = tuple(piece for each in words if (piece := _piece(each, dossier)) is not None)
        seen[language] = _as_a_whole(pieces, exists, dossier) if exists else pieces
    return seen


def _piece(piece: Run | Bracket, dossier: Dossier) -> Run | Bracket | None:
    if isinstance(piece, Run):
        return Run(piece.text, ())
    theirs = _theirs(piece, dossier)
    if not theirs:
        return Run(piece.lead + piece.base, ()) if piece.base else None
    spoken = [r.text for r in piece.readings if any(side.name == dossier.home for side in r.sides)]
    ours = Reading(spoken[0] if spoken else piece.base, (Side(dossier.home, ""),))
    return Bracket(piece.base, (ours, *theirs), piece.lead)


def _as_a_whole(words: Words, exists: Bracket, dossier: Dossier) -> Words:
    """The words as one bracket, where the party wants the clause new or gone."""
    if not words or any(isinstance(piece, Bracket) for piece in words):
        return words
    text, ours = started_from(words), (Side(dossier.home, ""),)
    for reading in _theirs(exists, dossier):
        if _is_new(exists) and reading.text not in ("", ABSENT):
            return (Bracket("", (Reading("", ours), Reading(text, reading.sides))),)
        if not _is_new(exists) and reading.text == DELETED:
            return (Bracket(text, (Reading(text, ours), Reading("", reading.sides))),)
    return words


def _theirs(bracket: Bracket, dossier: Dossier) -> list[Reading]:
    """The readings that the other party stands behind, under its code alone."""
    found: dict[str, str] = {}
    for reading in bracket.readings:
        for side in reading.sides:
            code = _party(side, dossier)
            if code is not None and code != dossier.home:
                found.setdefault(reading.text, code)
    return [Reading(text, (Side(code, ""),)) for text, code in found.items()]


def _party(side: Side, dossier: Dossier) -> str | None:
    """The party in whose name a side speaks; None: a unit of ours, or a decision."""
    code = side.name.split(".")[0]
    return code if code in dossier.parties else None


def _is_new(exists: Bracket) -> bool:
    return exists.base in ("", ABSENT)


def _brackets(clause: Clause) -> Iterator[Bracket]:
    for fields in (clause.text, clause.heading):
        for words in fields.values():
            yield from (piece for piece in words if isinstance(piece, Bracket))
