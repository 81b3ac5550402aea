"""A text with changes read as if all of them were taken, or none: passages in reading order.

A paragraph whose end is gone runs on into the next one; a deleted row or cell is gone with all that it holds. What is
gone is kept as a passage without words, so that its bookmarks and its author are still known.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from loi_cli.word.revised import Block, Paragraph, RevisedText, Revision, Revisions, Run, Table


class Taken(StrEnum):
    """Whether the changes are taken."""

    ALL = "accepted"
    NONE = "rejected"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in tables a passage stands: table, row and column of the innermost, None outside of tables."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Paragraphs that read as one. `gone`: a change took it away. `runs` are all of theirs, whatever became of them."""

    text: str
    runs: tuple[Run, ...]
    marks: Revisions
    style: str
    numbering: tuple[str, int] | None
    bookmarks: tuple[str, ...]
    comments: tuple[str, ...]
    spot: Spot | None
    gone: bool

    @property
    def revisions(self) -> tuple[Revision, ...]:
        """The changes that anything in it is under, each once."""
        return tuple(dict.fromkeys([r for run in self.runs for r in run.revisions] + list(self.marks)))

    def reading(self, taken: Taken) -> str:
        """The words of the same runs under the one or the other reading."""
        return "".join(run.text for run in self.runs if stands(run.revisions, taken))


def stands(revisions: Iterable[Revision], taken: Taken) -> bool:
    """Whether what is under these changes is there. Words inserted and deleted again are in neither reading."""
    wanted = taken is Taken.ALL
    return all(revision.act.adds is wanted for revision in revisions)


def passages(text: RevisedText, taken: Taken) -> tuple[Passage, ...]:
    """The passages of the body, gone ones too."""
    return tuple(_Reading(taken).read(text.blocks, None, ()))


def plain(text: RevisedText, taken: Taken) -> tuple[str, ...]:
    """The words of body and notes as they would print, a string a paragraph."""
    found = [passage for passage in passages(text, taken) if not passage.gone]
    words = [passage.text for passage in found]
    called = (run.note for passage in found for run in passage.runs if stands(run.revisions, taken))
    for note in dict.fromkeys(note for note in called if note in text.notes):
        words += [p.text for p in _Reading(taken).read(text.notes[note], None, ()) if not p.gone]
    return tuple(words)


class _Reading:
    def __init__(self, taken: Taken) -> None:
        self.taken = taken
        self.tables = 0

    def read(self, blocks: Sequence[Block], spot: Spot | None, above: Revisions) -> Iterator[Passage]:
        """`above` are changes of the row and the cell."""
        held: list[Paragraph] = []
        for number, block in enumerate(blocks):
            if isinstance(block, Table):
                if held:  # the end before a table cannot be taken away, only the paragraph
                    yield self._passage(held, spot, above, ended=False)
                    held = []
                yield from self._table(block, above)
                continue
            held.append(block)
            last = number == len(blocks) - 1
            if stands(block.mark, self.taken) or (last and spot is not None):
                yield self._passage(held, spot, above, ended=True)
                held = []
        if held:
            yield self._passage(held, spot, above, ended=False)

    def _table(self, table: Table, above: Revisions) -> Iterator[Passage]:
        self.tables += 1
        number = self.tables
        for at, row in enumerate(table.rows):
            for cell in row.cells:
                spot = Spot(number, at, cell.column)
                yield from self.read(cell.blocks, spot, (*above, *row.revisions, *cell.revisions))

    def _passage(self, held: list[Paragraph], spot: Spot | None, above: Revisions, ended: bool) -> Passage:
        runs = tuple(run for paragraph in held for run in paragraph.runs)
        there = stands(above, self.taken)
        text = "".join(run.text for run in runs if stands(run.revisions, self.taken)) if there else ""
        shown = next((p for p in held if any(stands(r.revisions, self.taken) for r in p.runs)), held[-1])
        return Passage(
            text=text,
            runs=runs,
            marks=(*(r for paragraph in held for r in paragraph.mark), *above),
            style=shown.style,
            numbering=shown.numbering,
            bookmarks=tuple(name for paragraph in held for name in paragraph.bookmarks),
            comments=tuple(dict.fromkeys(name for paragraph in held for name in paragraph.comments)),
            spot=spot,
            gone=not there or (not ended and not text),
        )
