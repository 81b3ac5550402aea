"""Who wrote which words of a clause."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from loi_cli.history.folding import Words as Sought
from loi_cli.model.conflicts import conflict_of
from loi_cli.model.text import Clause
from loi_cli.model.words import Run


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Words of one origin: the inputs and decisions in `by`; a bracket names its sides' inputs and its conflict.

    It stands from letter `start` to before letter `end` of its field as a person reads it, brackets shown.
    """

    field: str
    language: str
    text: str
    start: int
    by: tuple[str, ...]
    conflict: str | None = None

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def blame(clause: Clause) -> Iterator[Stretch]:
    """Every stretch of a clause's headings and words, in order."""
    for prefix, fields in (("heading", clause.heading), ("text", clause.text)):
        for language, words in fields.items():
            field = f"{prefix}.{language}"
            at = 0
            for piece in words:
                if isinstance(piece, Run):
                    yield Stretch(field=field, language=language, text=piece.text, start=at, by=piece.by)
                    at += len(piece.text)
                    continue
                at += len(piece.lead)
                sources = tuple(dict.fromkeys(s.source for r in piece.readings for s in r.sides if s.source))
                known = conflict_of(clause.id, field, piece).id
                yield Stretch(field=field, language=language, text=piece.shown, start=at, by=sources, conflict=known)
                at += len(piece.shown)


def only_words(stretches: list[Stretch], words: str) -> list[Stretch]:
    """The parts of stretches that spell these words, wherever they stand; a bracket is taken whole."""
    sought = Sought(words)
    out: list[Stretch] = []
    for field in dict.fromkeys(s.field for s in stretches):
        here = [s for s in stretches if s.field == field]
        text = ""
        for s in here:
            text = text.ljust(s.start) + s.text
        for start, end in sought.within(text):
            for s in here:
                low, high = max(start, s.start), min(end, s.end)
                if low < high and s not in out:
                    out.append(s if s.conflict else replace(s, text=text[low:high], start=low))
    return out
