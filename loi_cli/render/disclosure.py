"""What a party may see of a text: words that are agreed, words that it proposed itself, and nothing of our units.

An allow-list: the text for a party is built anew from what may pass, never the internal one with something struck out.

- A bracket in which only our sides stand becomes the words that it started from.
- One with a party's side becomes `[IDN: …] [BLR: …]`. Ours reads what home itself says there; else what all our sides
  that speak there agree on, which would be the text if the party had not spoken; else the words it started from. Where
  ours is what the party wants too, it reads as it started: that we give in is for a decision to say.
- A place that a party wants for a clause is a bracket of its place, in the same way; a clause that it wants new, or
  gone, is a bracket as a whole; a new one that only our sides dispute is left out, with all that it holds.
- A bracket that somebody typed among agreed words, and that names a unit of ours, is not there (`typed_names`).

Languages are merged each by itself, so one can hold words back that another shows as agreed: `uneven` finds these.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from loi_cli.model.conflicts import ABSENT, DELETED, STANDS
from loi_cli.model.dossier import Dossier
from loi_cli.model.text import Clause, Text
from loi_cli.model.words import Bracket, Reading, Run, Side, Words, started_from
from loi_cli.render.typed_names import TypedNames


class Uneven(NamedTuple):
    """A clause of which some languages hold words back that others show: the same input is behind both."""

    clause: str
    held: tuple[str, ...]
    shown: tuple[str, ...]


def visible(text: Text, receiver: str, dossier: Dossier) -> Text:
    """The text as the party may read it; sides are party codes, provenance is gone."""
    assert receiver in dossier.parties
    hidden, typed = _hidden(text, dossier), TypedNames(dossier)
    seen = (_clause(clause, hidden, dossier) for clause in text if clause.id not in hidden)
    return Text(tuple(_unsigned(clause, typed) for clause in seen))


def visible_words(words: Words, dossier: Dossier) -> Words:
    """Words of a field of a clause that stands, as the other party may read them."""
    return _unsigned_words(_fields({"": words}, None, dossier)[""], TypedNames(dossier))


def held_back(text: Text, receiver: str, dossier: Dossier) -> tuple[str, ...]:
    """The ids of clauses of which the party sees less than our sides want, in reading order."""
    assert receiver in dossier.parties
    hidden, typed = _hidden(text, dossier), TypedNames(dossier)
    return tuple(
        clause.id
        for clause in text
        if clause.id in hidden or _holds_back(clause, hidden, dossier) or _is_signed(clause, typed)
    )


def uneven(text: Text, receiver: str, dossier: Dossier) -> tuple[Uneven, ...]:
    """The clauses that tell a party more in one language than in another, in reading order."""
    assert receiver in dossier.parties
    hidden = _hidden(text, dossier)
    found = (_uneven(clause, fields, dossier) for clause in text for fields in (clause.heading, clause.text))
    return tuple(one for one in found if one is not None and one.clause not in hidden)


def _uneven(clause: Clause, fields: Mapping[str, Words], dossier: Dossier) -> Uneven | None:
    held = {language: sources for language, words in fields.items() if (sources := _held_sources(words, dossier))}
    wanted = frozenset(source for sources in held.values() for source in sources)
    shown = tuple(
        language
        for language, words in fields.items()
        if language not in held and any(isinstance(p, Run) and wanted.intersection(p.by) for p in words)
    )
    return Uneven(clause.id, tuple(held), shown) if shown else None


def _held_sources(words: Words, dossier: Dossier) -> frozenset[str]:
    """The inputs whose words a language holds back."""
    return frozenset(
        side.source
        for bracket in words
        if isinstance(bracket, Bracket)
        for reading in bracket.readings
        if reading.text not in (bracket.base, _shown_as_ours(bracket, dossier))
        for side in reading.sides
        if _party(side, dossier) is None
    )


def _hidden(text: Text, dossier: Dossier) -> frozenset[str]:
    """New clauses that only our sides know of, with all that they hold."""
    found: set[str] = set()
    for clause in text:
        secret = clause.exists is not None and _is_new(clause.exists) and not _theirs(clause.exists, dossier)
        if secret or clause.parent in found:
            found.add(clause.id)
    return frozenset(found)


def _holds_back(clause: Clause, hidden: frozenset[str], dossier: Dossier) -> bool:
    pieces = ((bracket, _shown_as_ours(bracket, dossier)) for bracket in _brackets(clause))
    place = [(clause.place, _place_as_ours(clause.place, hidden, dossier))] if clause.place else []
    exists = [(clause.exists, "")] if clause.exists else []
    return any(
        reading.text not in (bracket.base, ours) and _party(side, dossier) is None
        for bracket, ours in (*exists, *place, *pieces)
        for reading in bracket.readings
        for side in reading.sides
    )


def _clause(clause: Clause, hidden: frozenset[str], dossier: Dossier) -> Clause:
    text = _fields(clause.text, clause.exists, dossier)
    heading = _fields(clause.heading, clause.exists, dossier)
    return Clause(
        id=clause.id,
        kind=clause.kind,
        parent=clause.parent,
        text=text,
        heading=heading,
        exists=_existence(clause.exists, (*text.values(), *heading.values()), dossier),
        place=_place(clause.place, hidden, dossier),
    )


def _is_signed(clause: Clause, typed: TypedNames) -> bool:
    fields = (*clause.text.values(), *clause.heading.values())
    return any(typed.stand_in(started_from(words)) for words in fields)


def _unsigned(clause: Clause, typed: TypedNames) -> Clause:
    """The clause without brackets that were typed among its words and name our units."""
    text = {language: _unsigned_words(words, typed) for language, words in clause.text.items()}
    heading = {language: _unsigned_words(words, typed) for language, words in clause.heading.items()}
    return clause._replace(text=text, heading=heading)


def _unsigned_words(words: Words, typed: TypedNames) -> Words:
    if not any("[" in text for piece in words for text in _texts_of(piece)):
        return words
    found: list[Run | Bracket] = []
    for piece in _joined(words):
        if isinstance(piece, Run):
            found += [Run(left, ())] if (left := typed.taken_out(piece.text)) else []
        else:
            readings = tuple(Reading(typed.taken_out(r.text), r.sides) for r in piece.readings)
            found.append(Bracket(typed.taken_out(piece.base), readings, piece.lead))
    return tuple(found)


def _texts_of(piece: Run | Bracket) -> Iterator[str]:
    if isinstance(piece, Run):
        yield piece.text
    else:
        yield from (piece.base, *(reading.text for reading in piece.readings))


def _joined(words: Words) -> Iterator[Run | Bracket]:
    """The words with neighbouring runs as one: a typed bracket may be of several inputs."""
    held = ""
    for piece in words:
        if isinstance(piece, Run):
            held += piece.text
        else:
            if held:
                yield Run(held, ())
            yield piece
            held = ""
    if held:
        yield Run(held, ())


def _existence(exists: Bracket | None, fields: tuple[Words, ...], dossier: Dossier) -> Bracket | None:
    """A deletion that the party wants of a clause whose words are in dispute too, so that no bracket can hold them."""
    gone = [r for r in _theirs(exists, dossier) if r.text == DELETED] if exists and not _is_new(exists) else []
    wholly = all(len(words) == 1 and isinstance(words[0], Bracket) and not words[0].lead for words in fields if words)
    if exists is None or not gone or wholly:
        return None
    return Bracket(exists.base, (Reading(STANDS, (Side(dossier.home, ""),)), *gone))


def _place(place: Bracket | None, hidden: frozenset[str], dossier: Dossier) -> Bracket | None:
    """Where the party wants the clause; no place beside a clause that it does not know of."""
    theirs = [r for r in _theirs(place, dossier) if _anchor(r.text) not in hidden] if place else []
    if place is None or not theirs:
        return None
    base = "" if _anchor(place.base) in hidden else place.base
    ours = _place_as_ours(place, hidden, dossier)
    return Bracket(base, (Reading(base if ours == place.base else ours, (Side(dossier.home, ""),)), *theirs))


def _place_as_ours(place: Bracket, hidden: frozenset[str], dossier: Dossier) -> str:
    ours = _shown_as_ours(place, dossier)
    return place.base if ours is None or _anchor(ours) in hidden else ours


def _anchor(spoken: str) -> str:
    """The clause that a place is told by: `after areas.agro`."""
    return spoken.rpartition(" ")[2]


def _shown_as_ours(bracket: Bracket, dossier: Dossier) -> str | None:
    """What stands as our reading beside the party's; None where the party has none here."""
    theirs = {reading.text for reading in _theirs(bracket, dossier)}
    if not theirs:
        return None
    said = [r.text for r in bracket.readings if any(side.name == dossier.home for side in r.sides)]
    if said:
        return said[0]
    agreed = {r.text for r in bracket.readings if any(_party(side, dossier) is None for side in r.sides)}
    return agreed.pop() if len(agreed) == 1 and not agreed & theirs else bracket.base


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
    ours = Reading(_shown_as_ours(piece, dossier) or "", (Side(dossier.home, ""),))
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
