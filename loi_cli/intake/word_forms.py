"""Our Word form, filled in: read back into the input that its unit would have written."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from loi_cli.history.names import NoSuchVersion, base_named
from loi_cli.i18n import _
from loi_cli.intake import form_marks as marks
from loi_cli.intake.input_writing import Draft
from loi_cli.intake.register import Register
from loi_cli.model.fields import words_of
from loi_cli.model.filled import Row, Table
from loi_cli.model.inputs import Delete, Proposal, Remark, Reword
from loi_cli.model.problems import BadInput, Place, Problem
from loi_cli.model.text import Clause, Text
from loi_cli.model.words import shown, tidy
from loi_cli.word.filled_tables import Filled, filled_tables
from loi_cli.word.unpacking import UnreadableWord

NO_FORM = "F314"
FORM_CHANGED = "F315"
NOTHING_FILLED_IN = "F316"

DELETES = ("DELETE", "HAPUS")
"""What stands in the column of new text for a clause to be deleted, in the languages that forms are made in."""

_HEAD = frozenset({marks.UNIT, marks.ROUND, marks.BASE, marks.NO_COMMENT})
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A row in which a person wrote something."""

    clause: str
    field: str
    new: str = ""
    reason: str = ""
    remark: str = ""


@dataclass(slots=True)
class _Form:
    """What was found in the file's tables: the head, the rows of clauses, and what is wrong."""

    shown: str
    head: dict[str, str] = field(default_factory=dict)
    rows: list[tuple[Row, Mapping[str, int]]] = field(default_factory=list)
    loose: tuple[str, ...] = ()
    problems: list[Problem] = field(default_factory=list)

    def wrong(self, code: str, message: str, help: str) -> None:
        self.problems.append(Problem(code=code, message=message, place=Place(self.shown), help=help))


def is_form(data: bytes, name: str) -> bool:
    """Whether a Word file is a form of ours. Raises BadInput for one that cannot be opened."""
    return bool(_found(data, name).rows)


def draft_of_form(data: bytes, name: str, register: Register, unit: str | None, day: date) -> Draft:
    """The input that a filled-in form says; `name` is the file's, `unit` whose it is where the form does not say.

    The draft has no source yet. Raises BadInput with everything that keeps the form from being understood.
    """
    form = _open(data, name)
    who, number, base = _head(form, register, unit)
    text = _read(form, base, register)
    filled = list(_filled(form, text, register.opened.dossier.languages)) if text is not None else []
    nothing_to_say = _x(form.head.get(marks.NO_COMMENT, ""))
    if not form.problems:
        if filled and nothing_to_say:
            form.wrong(
                NOTHING_FILLED_IN,
                _("“no comment” is marked, and words are filled in"),
                _("ask the sender which of the two counts"),
            )
        elif not filled and not nothing_to_say:
            form.wrong(
                NOTHING_FILLED_IN,
                _("nothing is filled in"),
                _("new text, reasons and remarks stand in their own columns; “no comment” is an X"),
            )
    if form.problems:
        raise BadInput(form.problems)
    proposals = tuple(_proposals(filled, name))
    return Draft(unit=who, round=number, base=base, date=day, proposals=proposals, notes=form.loose)


def _open(data: bytes, name: str) -> _Form:
    form = _found(data, name)
    if not form.rows:
        message = _("this is a Word file, and no form of ours that is filled in")
        help = _("fill in the form that `loi request` makes, or give the wish in words: `loi propose … --source`")
        raise BadInput([Problem(code=NO_FORM, message=message, place=Place(name), help=help)])
    return form


def _found(data: bytes, name: str) -> _Form:
    form = _Form(name)
    try:
        filled = filled_tables(data)
    except UnreadableWord as error:
        raise BadInput([Problem(code=NO_FORM, message=error.message, place=Place(name), help=error.hint)]) from None
    columns: Mapping[str, int] = {}
    for table in filled.tables:
        columns = _columns(table) or columns
        for at, row in enumerate(table):
            if (known := row.bookmarks & _HEAD) and len(row.cells) > 1:
                form.head[min(known)] = row.cells[-1].text
            elif columns and (_row_key(row) or (at and _is_ours(table))):
                form.rows.append((row, columns))
    if marks.BASE in form.head:
        form.loose = _loose(filled)
    else:
        form.head |= _unmarked_head(filled.tables)
    return form


def _loose(filled: Filled) -> tuple[str, ...]:
    """Words that the sender wrote outside the form's tables: they have none of the marks that all of the form bear."""
    tables = (
        " | ".join(cell.text for row in table for cell in row.cells if cell.text)
        for table in filled.tables
        if not any(mark.startswith("form_") for row in table for mark in row.bookmarks)
    )
    lines = (line.text for line in filled.loose if not any(mark.startswith("form_") for mark in line.bookmarks))
    return tuple(" ".join(words.split()) for words in (*lines, *tables) if words.strip())


def _unmarked_head(tables: Sequence[Table]) -> dict[str, str]:
    """The head of a form whose bookmarks were lost: the first table, line by line, and the box after it."""
    head: dict[str, str] = {}
    if tables and all(len(row.cells) == 2 for row in tables[0]):
        lines = [row.cells[1].text for row in tables[0]]
        head = dict(zip((marks.UNIT, marks.ROUND, marks.BASE), lines, strict=False))
    if len(tables) > 1 and len(tables[1]) == 1 and len(tables[1][0].cells) == 2:
        head[marks.NO_COMMENT] = tables[1][0].cells[1].text
    return head


def _is_ours(table: Table) -> bool:
    return any(_row_key(row) for row in table)


def _row_key(row: Row) -> str:
    """The mark of a row of a clause; a converter that lost the bookmarks leaves what the row shows of itself."""
    own = [name for name in row.bookmarks if name.startswith("form_") and name not in (*_HEAD, *marks.COLUMNS)]
    if own:
        return min(own)
    last = row.cells[0].text.rpartition("\n")[2].strip() if row.cells else ""
    found = marks.SHOWN.match(last)
    return marks.row_mark(found[1], found[2]) if found else ""


def _columns(table: Table) -> Mapping[str, int]:
    """Which column is which: by the marks of the head, else as the form has them."""
    found = {
        mark: at
        for row in table[:1]
        for at, cell in enumerate(row.cells)
        for mark in cell.bookmarks & set(marks.COLUMNS)
    }
    if marks.NEW in found:
        return found
    if _is_ours(table) and all(len(row.cells) == len(marks.COLUMNS) for row in table):
        return {mark: at for at, mark in enumerate(marks.COLUMNS)}
    return {}


def _head(form: _Form, register: Register, given: str | None) -> tuple[str, int, str]:
    """Unit, round and base as the form says them."""
    unit = form.head.get(marks.UNIT, "").partition(" · ")[0].strip() or (given or "")
    known = register.opened.dossier.unit_named(unit)
    if known is None:
        message = _("the dossier has no unit “{name}”").format(name=unit) if unit else _("it does not say whose it is")
        form.wrong(FORM_CHANGED, message, _("say whose it is: --unit UNIT"))
    number = form.head.get(marks.ROUND, "").strip()
    if not number.isdecimal() or int(number) not in register.opened.dossier.rounds:
        form.wrong(FORM_CHANGED, _("it does not say for which round it is: “{number}”").format(number=number),
                   _("write the round's number into the head of the form"))  # fmt: skip
    base = form.head.get(marks.BASE, "").partition(" · ")[0].strip()
    if not base:
        form.wrong(FORM_CHANGED, _("it does not say which text was read"),
                   _("ask for the form as `loi request` made it"))  # fmt: skip
    return known.id if known else "", int(number) if number.isdecimal() else 0, base


def _read(form: _Form, base: str, register: Register) -> Text | None:
    """The text that the form was made of; None, and why, where it is not here."""
    if not base:
        return None
    try:
        header = base_named(base, register.headers, register.opened.tags)
    except NoSuchVersion as error:
        form.wrong(FORM_CHANGED, error.message, _("is it a form of another dossier?"))
        return None
    said = form.head.get(marks.BASE, "").partition(" · ")[2].strip()
    if said and not header.text_hash.startswith(said):
        message = _("it was made of a text {said}, and {base} is {here}").format(
            said=said, base=header.label, here=header.text_hash[:8]
        )
        form.wrong(FORM_CHANGED, message, _("is it a form of another dossier, or of a text that was not recorded?"))
        return None
    known = {v.header.text_hash: v.text for v in (register.root, *register.heads)}
    return known.get(header.text_hash) or register.opened.store.version(header).text


def _filled(form: _Form, text: Text, languages: Sequence[str]) -> Iterator[Wish]:
    names = [f"{kind}.{language}" for kind in ("heading", "text") for language in languages]
    fields = {marks.row_mark(clause.id, name): (clause, name) for clause in text for name in names}
    for row, columns in form.rows:
        new, reason, remark = (_words(row, columns, mark) for mark in (marks.NEW, marks.REASON, marks.REMARK))
        known = fields.get(_row_key(row))
        if known is None:
            if new or reason or remark:
                words = " | ".join(cell.text for cell in row.cells if cell.text)
                form.wrong(FORM_CHANGED, _("a row belongs to no clause: “{words}”").format(words=_short(words)),
                           _("put it into an input by `loi propose`, and clear the row"))  # fmt: skip
            continue
        clause, name = known
        changed = _overtyped(clause, name, _words(row, columns, marks.PRESENT))
        if changed and new:
            message = _("the present text of {clause} ({field}) was changed, and there is a new text too")
            form.wrong(FORM_CHANGED, message.format(clause=clause.id, field=name), _("ask which of the two counts"))
        elif new or reason or remark or changed:
            yield Wish(clause=clause.id, field=name, new=new or changed, reason=reason, remark=remark)


def _words(row: Row, columns: Mapping[str, int], mark: str) -> str:
    at = columns.get(mark)
    return row.cells[at].text if at is not None and at < len(row.cells) else ""


def _overtyped(clause: Clause, name: str, present: str) -> str:
    """What stands in the column of the present text, where a person wrote into it."""
    before = shown(words_of(clause, name))
    return "" if not present or _squeezed(present) == _squeezed(before) else present


def _squeezed(text: str) -> str:
    return _SPACE.sub(" ", tidy(text))


def _proposals(filled: Sequence[Wish], name: str) -> Iterator[Proposal]:
    """Clause by clause: its new words in all languages, or that it goes; then what is remarked on it."""
    place = Place(name)
    for clause in dict.fromkeys(row.clause for row in filled):
        rows = [row for row in filled if row.clause == clause]
        reason, remark = (_joined(words) for words in zip(*((row.reason, row.remark) for row in rows), strict=True))
        said = [row for row in rows if row.new]
        if any(row.new.strip(" .").upper() in DELETES for row in said):
            yield Delete(clause=clause, reason=reason, place=place)
        elif said:
            fields: dict[str, dict[str, str]] = {"heading": {}, "text": {}}
            for row in said:
                kind, _dot, language = row.field.partition(".")
                fields[kind][language] = tidy(row.new)
            yield Reword(clause=clause, **fields, reason=reason, place=place)
        elif reason:
            remark = _joined([remark, reason])
        if remark:
            yield Remark(clause=clause, note=remark, place=place)


def _joined(words: Sequence[str]) -> str:
    return "\n".join(dict.fromkeys(each for each in words if each))


def _x(text: str) -> bool:
    """Whether a box is marked: an X, a tick, a word."""
    return bool(text.strip(" _☐"))


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 80 else f"{words[:79]}…"
