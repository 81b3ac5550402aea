"""One part of a clause in one language, as it was sent and as it came back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from loi_cli.intake.receiving.lines import SentLine
from loi_cli.intake.receiving.matching import Match, Matched
from loi_cli.intake.receiving.sent import Part
from loi_cli.intake.receiving.wording import proposed
from loi_cli.model.text import Text

ByLanguage = Mapping[str, Matched]
"""The lines of each language that came back."""


@dataclass(frozen=True, slots=True)
class Change:
    """`match` is None where the line is gone."""

    sent: SentLine
    match: Match | None

    @property
    def language(self) -> str:
        return self.sent.line.language

    @property
    def before(self) -> str:
        return self.sent.line.text

    @property
    def after(self) -> str:
        return self.match.text if self.match else ""

    @property
    def field(self) -> str:
        """`text.en`: what of the clause the line says, as conflicts name it."""
        part = next(piece.part for piece in self.sent.pieces if piece.part is not Part.LABEL)
        return f"{part.value}.{self.language}"

    def new_words(self) -> dict[Part, str]:
        """What the party would have the text read, by part, where that differs."""
        before, after = (proposed(self.sent.pieces, text, self.language) for text in (self.before, self.after))
        return {part: text for part, text in after.items() if text != before.get(part)}


def changes_by_clause(matched: ByLanguage, base: Text) -> dict[str, list[Change]]:
    """The lines of every clause, in the order of the text, changed or not; labels alone do not count."""
    found: dict[str, list[Change]] = {}
    for one in matched.values():
        for match in one.matches:
            if speaks(match.sent):
                found.setdefault(match.sent.clause, []).append(Change(match.sent, match))
        for gone in one.gone:
            if speaks(gone):
                found.setdefault(gone.clause, []).append(Change(gone, None))
    return {clause.id: found[clause.id] for clause in base if clause.id in found}


def speaks(one: SentLine) -> bool:
    """Whether it holds words of a clause, more than its number."""
    return bool(one.clause) and any(piece.part is not Part.LABEL for piece in one.pieces)


def speaking(matched: Matched) -> Iterator[Match]:
    """The matches of lines that speak."""
    return (match for match in matched.matches if speaks(match.sent))


def match_of(clause: str, matched: Matched) -> Match | None:
    """The first line of a clause that came back."""
    return next((match for match in speaking(matched) if match.sent.clause == clause), None)


def owners(matched: Sequence[Matched]) -> dict[int, str]:
    """The clause of each line that came back, by its place in the paper; empty for words around the clauses."""
    return {line.order: match.sent.clause for one in matched for match in one.matches for line in match.lines}
