"""Texts as JSON values and back.

A text's words and its provenance are kept apart, since the hash of the text covers the words alone: two machines that
hold the same words hold the same hash, whoever brought them.
"""

from collections.abc import Iterator
from typing import Any

from loi_cli.history.canonical import Json, canonical, sha256
from loi_cli.model.text import Clause, Kind, Text
from loi_cli.model.words import Bracket, Reading, Run, Side, Words


def words_of_text(text: Text) -> list[Json]:
    """What the hash of a text covers: clauses in order, their words, their disputes."""
    return [
        {
            "clause": c.id,
            "kind": c.kind.value,
            "parent": c.parent,
            "heading": {lang: _pieces(words) for lang, words in c.heading.items()},
            "text": {lang: _pieces(words) for lang, words in c.text.items()},
            "exists": _bracket(c.exists),
            "place": _bracket(c.place),
        }
        for c in text
    ]


def text_hash(text: Text) -> str:
    """The hash that papers show and approvals bind: SHA-256 over the words, not over time, author or provenance."""
    return sha256(canonical(words_of_text(text)))


def provenance_of_text(text: Text) -> Json:
    """By clause: who inserted it, who brought which stretch of its words, what its languages have seen."""
    return {
        c.id: {
            "by": list(c.by),
            "heading": {lang: _stretches(words) for lang, words in c.heading.items()},
            "text": {lang: _stretches(words) for lang, words in c.text.items()},
            "seen": {lang: dict(seen) for lang, seen in c.seen.items()},
        }
        for c in text
    }


def decoded_text(words: list[Json], provenance: Json) -> Text:
    """The text that `words_of_text` and `provenance_of_text` describe."""
    return Text(tuple(decoded_clause(c, provenance[c["clause"]]) for c in words))


def decoded_clause(value: Json, origin: Json) -> Clause:
    """One clause of it."""
    return Clause(
        id=value["clause"],
        kind=Kind(value["kind"]),
        parent=value["parent"],
        heading={lang: _words(p, origin["heading"][lang]) for lang, p in value["heading"].items()},
        text={lang: _words(p, origin["text"][lang]) for lang, p in value["text"].items()},
        seen=origin["seen"],
        by=tuple(origin["by"]),
        exists=_bracket_from(value["exists"], ()),
        place=_bracket_from(value["place"], ()),
    )


def _pieces(words: Words) -> list[Any]:
    out: list[Any] = []
    for piece in words:
        if isinstance(piece, Bracket):
            out.append(_bracket(piece))
        elif out and isinstance(out[-1], str):
            out[-1] += piece.text
        else:
            out.append(piece.text)
    return out


def _bracket(bracket: Bracket | None) -> Json | None:
    if bracket is None:
        return None
    readings = [{"text": r.text, "sides": [[s.name, s.source] for s in r.sides]} for r in bracket.readings]
    return {"base": bracket.base, "lead": bracket.lead, "readings": readings}


def _bracket_from(value: Json | None, by: tuple[str, ...]) -> Bracket | None:
    if value is None:
        return None
    readings = tuple(Reading(r["text"], tuple(Side(n, s) for n, s in r["sides"])) for r in value["readings"])
    return Bracket(value["base"], readings, value["lead"], by)


def _stretches(words: Words) -> list[Any]:
    """[characters, [names]] for each run, [0, [names of the base]] for each bracket."""
    return [[len(p.text), list(p.by)] if isinstance(p, Run) else [0, list(p.base_by)] for p in words]


def _words(pieces: list[Any], stretches: list[Any]) -> Words:
    """Raises ValueError where the stretches end before the words do."""
    out: list[Run | Bracket] = []
    rest = iter(stretches)
    for piece in pieces:
        if not isinstance(piece, str):
            bracket = _bracket_from(piece, tuple(_next(rest)[1]))
            assert bracket is not None
            out.append(bracket)
            continue
        while piece:
            length, names = _next(rest)
            out.append(Run(piece[:length], tuple(names)))
            piece = piece[length:]
    return tuple(out)


def _next(stretches: Iterator[Any]) -> Any:
    for stretch in stretches:
        return stretch
    raise ValueError("words without provenance")
