"""What a Word form bears: its head, the rows of clauses, those of new clauses, and words that have no place in it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from loi_cli.intake.forms import marks
from loi_cli.intake.forms.loose import beside, seals_of, unsealed
from loi_cli.word.filled_tables import Filled, Row, Table, WordCell, filled_tables
from loi_cli.word.revised import RevisedText
from loi_cli.word.taken import Spot

Columns = Mapping[str, int]
"""Where each column of a table stands, by its mark."""

_MARKED = 3
"""An X, a tick, `ya`: what is longer are words."""


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row with its columns; `mark` is the row's own, empty for one that the sender put in."""

    mark: str
    row: Row
    columns: Columns
    comments: tuple[str, ...] = ()

    def says(self, column: str) -> str:
        at = self.columns.get(column)
        return next((cell.text for cell in self.row.cells if cell.column == at), "")

    @property
    def words(self) -> str:
        """All that stands in it, for a person to look at."""
        return " | ".join(cell.text for cell in self.row.cells if cell.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """`head` has the words of each line of the head by its mark; `loose` are lines in other places that may be the
    sender's, `beside` comments and footnotes about no row, `margins` the lines of headers and footers.

    `seals` are those of the form's own words, none where a converter lost them.
    """

    head: Mapping[str, str]
    rows: tuple[FormRow, ...]
    additions: tuple[FormRow, ...]
    loose: tuple[str, ...]
    beside: tuple[str, ...]
    margins: tuple[str, ...]
    seals: frozenset[str]

    @property
    def nothing_to_say(self) -> bool:
        """Whether the box for that is marked: an X, a tick."""
        return bool(_ticked(self.head.get(marks.NO_COMMENT, "")))


def sheet_of(text: RevisedText) -> Sheet | None:
    """The form that a Word file is; None for any other file."""
    filled = filled_tables(text)
    said = {comment.id: f"{comment.author or '?'}: {comment.text}" for comment in text.comments}
    rows: list[FormRow] = []
    additions: list[FormRow] = []
    head: dict[str, WordCell] = {}
    columns: Columns = {}
    for table in filled.tables:
        columns, ours = _columns(table) or columns, _is_ours(table)
        added = _marked_columns(table, marks.ADDITION_COLUMNS) or (_unmarked_additions(table) if rows else {})
        for at, row in enumerate(table):
            if (known := row.bookmarks & marks.HEAD) and len(row.cells) > 1:
                head[min(known)] = row.cells[-1]
            elif added:
                additions += [FormRow(_own_mark(row), row, added, tuple(_comments(row, said)))] if at else []
            elif columns and ((key := _row_key(row)) or (at and ours)):
                rows.append(FormRow(key, row, columns, tuple(_comments(row, said))))
    if not rows:
        return None
    head = head if marks.BASE in head else head | _unmarked_head(filled.tables)
    answering = (*rows, *additions)
    seals = seals_of(filled)
    placed = {each for row in answering for cell in row.row.cells for each in cell.comments}
    first = min(cell.spot.table for row in answering for cell in row.row.cells if cell.spot)
    return Sheet(
        head={mark: cell.text for mark, cell in head.items()},
        rows=tuple(rows),
        additions=tuple(additions),
        loose=_tidied(_loose(filled, frozenset(_answers(head, answering)), seals, first)),
        beside=_tidied(beside(text, placed)),
        margins=_tidied(text.margins),
        seals=seals,
    )


def _tidied(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(" ".join(words.split()) for words in lines)


def _answers(head: Mapping[str, WordCell], rows: Sequence[FormRow]) -> Iterator[Spot | None]:
    """The cells that are read, whose words so have a place."""
    read = (marks.PRESENT, marks.NEW, marks.REASON, marks.REMARK, *marks.ADDITION_COLUMNS)
    for row in rows:
        there = {row.columns[column] for column in read if column in row.columns}
        foreign = not row.mark  # a row of the sender's own is read, or told, as a whole
        yield from (cell.spot for cell in row.row.cells if foreign or cell.column in there)
    for mark, cell in head.items():
        if _ticked(cell.text) if mark == marks.NO_COMMENT else len(cell.text.split()) == 1:
            yield cell.spot


def _loose(filled: Filled, answers: frozenset[Spot | None], seals: frozenset[str], first: int) -> Iterator[str]:
    """Words outside the places for answers that bear no seal of the form. Where the seals were lost, tables before the
    `first` that is filled in are passed over: what became of earlier inputs may read otherwise by now."""
    for line in unsealed(filled, seals):
        if line.spot is None or (line.spot not in answers and (seals or line.spot.table >= first)):
            yield line.text


def _comments(row: Row, said: Mapping[str, str]) -> Iterator[str]:
    """What is said in the margin of a row."""
    for name in dict.fromkeys(name for cell in row.cells for name in cell.comments):
        if name in said:
            yield said[name]


def _unmarked_head(tables: Sequence[Table]) -> dict[str, WordCell]:
    """The head of a form whose bookmarks were lost: the first table, line by line, and the box after it."""
    head: dict[str, WordCell] = {}
    if tables and all(len(row.cells) == 2 for row in tables[0]):
        lines = [row.cells[1] for row in tables[0]]
        head = dict(zip((marks.UNIT, marks.ROUND, marks.BASE), lines, strict=False))
    if len(tables) > 1 and len(tables[1]) == 1 and len(tables[1][0].cells) == 2:
        head[marks.NO_COMMENT] = tables[1][0].cells[1]
    return head


def _unmarked_additions(table: Table) -> Columns:
    """The columns of the table for new clauses where its bookmarks were lost: it comes last, and has as many."""
    wanted = marks.ADDITION_COLUMNS
    if _is_ours(table) or any(row.bookmarks or len(row.cells) != len(wanted) for row in table):
        return {}
    return {mark: at for at, mark in enumerate(wanted)}


def _is_ours(table: Table) -> bool:
    return any(_row_key(row) for row in table)


def _own_mark(row: Row) -> str:
    """The mark of a row, whichever of its cells bears it."""
    named = (*marks.HEAD, *marks.COLUMNS, *marks.ADDITION_COLUMNS)
    own = [m for m in row.bookmarks if m.startswith("form_") and m not in named and not m.startswith(marks.SEAL)]
    return min(own, default="")


def _row_key(row: Row) -> str:
    """The mark of a row of a clause; a converter that lost the bookmarks leaves what the row shows of itself."""
    own = _own_mark(row)
    if own or not row.cells:
        return own
    found = next((shown for line in row.cells[0].lines if (shown := marks.SHOWN.match(line.text.strip()))), None)
    return marks.row_mark(found[1], found[2]) if found else ""


def _marked_columns(table: Table, wanted: Sequence[str]) -> Columns:
    return {mark: cell.column for row in table[:1] for cell in row.cells for mark in cell.bookmarks & set(wanted)}


def _columns(table: Table) -> Columns:
    """Which column is which: by the marks of the head, else as the form has them."""
    found = _marked_columns(table, marks.COLUMNS)
    if marks.NEW in found:
        return found
    if _is_ours(table) and all(len(row.cells) == len(marks.COLUMNS) for row in table):
        return {mark: at for at, mark in enumerate(marks.COLUMNS)}
    return {}


def _ticked(text: str) -> bool:
    return 0 < len(text.strip(" _☐.")) <= _MARKED
