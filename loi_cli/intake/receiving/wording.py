"""From the words as the party left them back to words of the text: what it did not touch keeps its source.

sent      … of the [Ministry of Industry of the Republic of Belarus] shall …      source {party.BLR}
theirs    … of the  Ministry of Industry of the Republic of Belarus  will  …
proposed  … of the {party.BLR} will …
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from loi_cli.intake.receiving.lines import normal
from loi_cli.intake.receiving.sent import Part, Piece
from loi_cli.merge.alignment import matches
from loi_cli.merge.cutting import cut
from loi_cli.model.words import NOTHING

_NAMED = re.compile(r"\[([A-Z]{3}): ([^\[\]]*)\]")
_CLUSTER = re.compile(r"\[[A-Z]{3}: [^\[\]]*\](?: ?\[[A-Z]{3}: [^\[\]]*\])*")


@dataclass(frozen=True, slots=True)
class _Span:
    """Tokens of the sent words that stand or go together, with their source."""

    start: int
    end: int
    part: Part
    source: str


def proposed(pieces: Sequence[Piece], theirs: str, language: str) -> Mapping[Part, str]:
    """The words of the text that read as `theirs`, by part. A part that they have nothing left of is empty."""
    pieces = _spaced(pieces)
    sent = "".join(piece.shown for piece in pieces)
    a, b = cut(sent, language), cut(theirs, language)
    kept = dict(matches(a, b))
    found: dict[Part, list[str]] = {piece.part: [] for piece in pieces}
    done = 0
    part = pieces[0].part if pieces else Part.TEXT
    for span in _spans(pieces, a):
        there = [kept.get(k) for k in range(span.start, span.end)]
        whole = all(j is not None and j == (there[0] or 0) + n for n, j in enumerate(there))
        if not whole:
            continue
        first = there[0] or 0
        # New words between two parts belong to the one before; at the very beginning, to the first.
        found[part if done else span.part].append(_literal(b[done:first], sent))
        found[span.part].append(span.source)
        part, done = span.part, first + len(there)
    found[part].append(_literal(b[done:], sent))
    return {part: normal("".join(words)) for part, words in found.items()}


def _spaced(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with single plain spaces, as `normal` spells the whole."""
    found: list[Piece] = []
    before = " "
    for piece in pieces:
        shown = re.sub(r"\s+", " ", piece.shown)
        source = piece.source if piece.whole else shown
        if before.endswith(" ") and shown.startswith(" "):
            shown, source = shown[1:], source[1:] if source.startswith(" ") else source
        if shown or source:
            found.append(Piece(piece.part, shown, source, piece.whole))
        before = shown or before
    return found


def _spans(pieces: Sequence[Piece], tokens: Sequence[str]) -> Iterator[_Span]:
    """Each token alone, or together with all that a whole piece reaches into."""
    bounds = []
    at = 0
    for piece in pieces:
        bounds.append((at, at + len(piece.shown), piece))
        at += len(piece.shown)
    edges = [0]
    for number, token in enumerate(tokens):
        edges.append(edges[-1] + len(token) - (number == 0))  # `cut` puts a blank before the first
    k = 0
    while k < len(tokens):
        end = k + 1
        grown = True
        while grown:
            grown = False
            for start_, end_, piece in bounds:
                touches = start_ < edges[end] and end_ > edges[k]
                if piece.whole and touches and end_ > edges[end]:
                    end = next(n for n in range(end, len(edges)) if edges[n] >= end_)
                    grown = True
        lead = " " if k == 0 else ""
        held = [(s, e, p) for s, e, p in bounds if s < edges[end] and e > edges[k]]
        source = "".join(p.source if p.whole else p.source[max(0, edges[k] - s) : edges[end] - s] for s, e, p in held)
        yield _Span(k, end, held[-1][2].part if held else Part.TEXT, lead + source)
        k = end


def _literal(tokens: Sequence[str], sent: str) -> str:
    return _settled("".join(tokens).replace("{", "{{").replace("}", "}}"), sent)


def _settled(text: str, sent: str) -> str:
    """What the party made of the alternatives that it was shown: a changed one is its words, a lone one is taken.

    A bracket that it signed with its own name is a bracket of its own.
    """
    shown = {match[2].strip() for match in _NAMED.finditer(sent)}
    if not shown:
        return _NAMED.sub(lambda match: f"[{match[2]}]", text)

    def settle(cluster: re.Match[str]) -> str:
        readings = [match[2].strip() for match in _NAMED.finditer(cluster[0])]
        fresh = [reading for reading in readings if reading not in shown]
        if len(fresh) == 1:
            return fresh[0]
        if len(readings) == 1:
            return "" if readings[0] == NOTHING else readings[0]
        return cluster[0]

    return _CLUSTER.sub(settle, text)
