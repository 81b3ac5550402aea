"""The paper that was sent, as the reader of its returned copy needs it: which words stand where, and their source."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from loi_cli.word.revised import RevisedText


class Part(StrEnum):
    """What of a clause words are. A label is its number; nobody proposes one."""

    LABEL = "label"
    HEADING = "heading"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words as the party saw them, and as the text has them. A placeholder, which was filled, and a bracket, which was
    perhaps shown in part, stand or go as a `whole`."""

    part: Part
    shown: str
    source: str
    whole: bool = False


@dataclass(frozen=True, slots=True)
class SentParagraph:
    """One paragraph of a clause in one language."""

    pieces: tuple[Piece, ...]

    @property
    def shown(self) -> str:
        return "".join(piece.shown for piece in self.pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class SentPaper:
    """`text` is the paper read back from its Word file, `anchors` says which bookmark is which clause and language.

    `paragraphs` are those of a clause after its label that stands alone, in order. `margins` are headers and footers
    of papers in one of the languages alone.
    """

    text: RevisedText
    anchors: Mapping[str, tuple[str, str]]
    paragraphs: Mapping[tuple[str, str], tuple[SentParagraph, ...]]
    margins: tuple[str, ...] = ()
