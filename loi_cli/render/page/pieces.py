"""Words of a clause as the page shows them: segments that know who wrote them."""

from collections.abc import Iterator

from loi_cli.model.words import Bracket, Run, Words
from loi_cli.render.filling import Filling, Segment, plainly
from loi_cli.render.page.origins import Origins


def pieces(words: Words, language: str, clause: str, filling: Filling, origins: Origins) -> list[Segment]:
    """The segments of `Filling`, each with `by`: the number of its origin; 0 where nothing is told of it."""
    found: list[Segment] = []
    for piece in _whole(words):
        if isinstance(piece, Run):
            new, by = filling.segments(piece.text, language, plainly(found)), origins.of(clause, piece.by)
        else:
            if piece.lead:
                _append(found, {"type": "text", "text": piece.lead}, 0)
            sources = dict.fromkeys(side.source for r in piece.readings for side in r.sides if side.source)
            new, by = filling.with_brackets(piece.shown, [piece], language), origins.of(clause, tuple(sources))
        for segment in new:
            _append(found, segment, by)
    return found


def _append(segments: list[Segment], new: Segment, by: int) -> None:
    """Adds a segment; text after text of the same origin becomes one."""
    last = segments[-1] if segments else None
    if last is not None and last["type"] == new["type"] == "text" and last["by"] == by:
        segments[-1] = {"type": "text", "text": f"{last['text']}{new['text']}", "by": by}
    else:
        segments.append({**new, "by": by})


def _whole(words: Words) -> Iterator[Run | Bracket]:
    """A placeholder that several hands wrote is one run by all of them."""
    held: Run | None = None
    for piece in words:
        if isinstance(piece, Run):
            held = piece if held is None else Run(held.text + piece.text, tuple(dict.fromkeys((*held.by, *piece.by))))
            if held.text.count("{") != held.text.count("}"):
                continue
            yield held
            held = None
            continue
        if held is not None:
            yield held
            held = None
        yield piece
    if held is not None:
        yield held
