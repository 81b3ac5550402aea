"""Brackets in a sender's words: those shown to it and repeated, those it changed, those it puts itself."""

import re
from collections.abc import Iterator

from loi_cli.model.words import NOTHING, Bracket, Reading, Run, Side, Words

_NAME = r"(?:[a-z0-9][a-z0-9-]*(?:\.\d+)?|[A-Z]{3}(?:\.\d+)?)"
_NAMED = rf"\[{_NAME}(?:, {_NAME})*: [^\[\]]*\]"
_CLUSTER = re.compile(rf"{_NAMED}(?: {_NAMED})*")
_ONE = re.compile(rf"\[({_NAME}(?:, {_NAME})*): ([^\[\]]*)\]")
_BARE = re.compile(r"\[([^\[\]]*[^\[\]\s][^\[\]]*)\]")


def wording_from(text: str, base: Words, side: Side) -> Words:
    """A sender's words against the base that it read.

    A bracket of the base repeated as shown is the bracket itself; one with a reading changed is that reading; one cut
    down to a single reading is that reading. Words in square brackets of the sender's own are words that it leaves
    open; square brackets that the base itself has as agreed words, repeated just so, are nothing but words.
    """
    plain = "".join(piece.text if isinstance(piece, Run) else "\n" for piece in base)
    standing = [piece for piece in base if isinstance(piece, Bracket) and piece.readings]
    pieces: list[Run | Bracket] = []
    for piece in _repeated(text, standing, plain, side):
        pieces += _open(piece.text, plain, side) if isinstance(piece, Run) else [piece]
    return tuple(pieces)


def _repeated(text: str, standing: list[Bracket], plain: str, side: Side) -> Iterator[Run | Bracket]:
    at = 0
    while hit := _next(text, at, standing, plain):
        start, end, meant = hit
        before = text[at:start]
        if meant == "":
            before = before[:-1] if before.endswith(" ") else before
        if before:
            yield Run(before, (side.source,))
        if isinstance(meant, Bracket):
            yield Bracket(meant.base, meant.readings, "", meant.base_by)
        elif meant:
            yield Run(meant, (side.source,))
        at = end
    if at < len(text):
        yield Run(text[at:], (side.source,))


def _next(text: str, at: int, standing: list[Bracket], plain: str) -> tuple[int, int, Bracket | str] | None:
    """The next bracket of the base in a text: where it starts and ends, and what is meant by it."""
    found: list[tuple[int, int, Bracket | str]] = []
    for bracket in standing:
        start = text.find(bracket.shown, at)
        if start >= 0 and not re.compile(rf" {_NAMED}").match(text, start + len(bracket.shown)):
            found.append((start, start + len(bracket.shown), bracket))
    for cluster in _CLUSTER.finditer(text, at) if standing else ():
        meant = _meant(_ONE.findall(cluster[0]), standing) if cluster[0] not in plain else None
        if meant is not None:
            found.append((*cluster.span(), meant))
            break
    return min(found, key=lambda hit: (hit[0], -hit[1])) if found else None


def _meant(said: list[tuple[str, str]], standing: list[Bracket]) -> Bracket | str | None:
    """What the sender made of the bracket that these readings come from; None when they come from none."""
    texts = [text.strip().removeprefix(NOTHING) if text.strip() == NOTHING else text.strip() for _names, text in said]
    names = {name for some, _text in said for name in some.split(", ")}

    def likeness(bracket: Bracket) -> int:
        shared = sum(1 for r in bracket.readings if r.text.strip() in texts)
        return shared * 2 + sum(1 for r in bracket.readings for name in r.names if name in names)

    bracket = max(standing, key=likeness)
    if not likeness(bracket):
        return None
    known = [r.text.strip() for r in bracket.readings]
    fresh = [text for text in texts if text not in known]
    if len(fresh) == 1:
        return fresh[0]
    if fresh:
        return None  # several readings changed at once: the words stand as they were written
    return texts[0] if len(texts) == 1 else bracket


def _open(text: str, plain: str, side: Side) -> Iterator[Run | Bracket]:
    """A run with the sender's own square brackets as brackets, each with the sender as its one side."""
    at = 0
    for bare in _BARE.finditer(text):
        if bare[0] in plain:
            continue
        if bare.start() > at:
            yield Run(text[at : bare.start()], (side.source,))
        yield Bracket("", (Reading(bare[1].strip(), (side,)),))
        at = bare.end()
    if at < len(text):
        yield Run(text[at:], (side.source,))
