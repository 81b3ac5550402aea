"""Who wrote which words of a clause."""

from collections.abc import Iterator
from typing import NamedTuple

from loi_cli.model.conflicts import conflict_of
from loi_cli.model.text import Clause
from loi_cli.model.words import Run


class Stretch(NamedTuple):
    """Words of one origin: the inputs and decisions in `by`; a bracket names its sides' inputs and its conflict."""

    field: str
    language: str
    text: str
    by: tuple[str, ...]
    conflict: str | None = None


def blame(clause: Clause) -> Iterator[Stretch]:
    """Every stretch of a clause's headings and words, in order."""
    for prefix, fields in (("heading", clause.heading), ("text", clause.text)):
        for language, words in fields.items():
            field = f"{prefix}.{language}"
            for piece in words:
                if isinstance(piece, Run):
                    yield Stretch(field=field, language=language, text=piece.text, by=piece.by)
                    continue
                sources = tuple(dict.fromkeys(s.source for r in piece.readings for s in r.sides if s.source))
                known = conflict_of(clause.id, field, piece).id
                yield Stretch(field=field, language=language, text=piece.shown, by=sources, conflict=known)
