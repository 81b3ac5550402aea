"""A meeting's form, filled in by Word or Excel: read back into the files that a person would have written.

What it says is first written as YAML and then read as any other file, so that a form is held to the same rules; a fault
is shown at the cell that it stands in.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from loi_cli.files.yaml_writing import yaml_text
from loi_cli.i18n import _
from loi_cli.intake import meeting_marks as marks
from loi_cli.intake.filled_workbooks import UnreadableWorkbook, filled_workbook, is_workbook
from loi_cli.intake.form_cells import Told, at_their_cells, untold
from loi_cli.intake.forms.loose import beside, in_margins, seals_of, unsealed
from loi_cli.model.filled import Aside, Cell, FilledFile, Row, Table
from loi_cli.model.problems import BadInput, Place, Problem
from loi_cli.word.filled_tables import filled_tables
from loi_cli.word.reader import read_docx
from loi_cli.word.unpacking import UnfitFile

_LINE = re.compile(r"([a-z]{2,3}(?:-[A-Za-z]+)*)\s*:\s*(.*)", re.DOTALL)
_CONFLICT = re.compile(r"(\S+/\S+/[0-9a-f]{8})\s*:?\s*(.*)", re.DOTALL)
_REASON = re.compile(r"(\w[\w ]*?)\s*:\s*(.*)", re.DOTALL)
_NUMBER = re.compile(r"[0-9]+")
_SERIAL = re.compile(r"[34][0-9]{4}")
_FIRST_DAY = date(1899, 12, 30)
"""Excel counts days from here; 30000 is in 1982, 49999 in 2036."""
_PART = re.compile(r"0\.[0-9]+")
_HOURS = re.compile(r"([0-9]{1,2})[.:]([0-9]{2})")

Entries = dict[str, object]


class FormFile(NamedTuple):
    """One file that a form makes, and the form's cells that its values stand in."""

    told: Entries
    data: bytes

    def placed(self, problems: Iterable[Problem], shown: str) -> list[Problem]:
        """What reading the file found, told of the form's cells."""
        return at_their_cells(problems, self.told, self.data, shown)


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledForm:
    """What a form says: the meeting that it is of, its file, and that of its minutes, None where it has none.

    `held` are the keys of a meeting file that it has cells for; `asides` what was written into it beside them.
    """

    name: str
    meeting: Entries
    minutes: Entries | None = None
    held: frozenset[str] = marks.HELD
    asides: tuple[Aside, ...] = ()

    def meeting_file(self, kept: Mapping[str, object] | None = None) -> FormFile:
        """The meeting's file; `kept` is what the standing one says beyond what a form has cells for."""
        return _written("meeting", {**self.meeting, **(kept or {})})

    def minutes_file(self) -> FormFile | None:
        return _written("minutes", self.minutes) if self.minutes is not None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """What a person may write in a form: the dossier's languages, the parties, and by cell words that mean one of the
    files, such as `ketua` for a role."""

    languages: Sequence[str]
    parties: Sequence[str]
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def meant(self, name: str, said: str) -> str:
        """The word of the files that is meant in a cell of this name, or what was said."""
        return self.words.get(name, {}).get(said.casefold(), said)


def form_filled_in(data: bytes, shown: str, spoken: Spoken) -> FilledForm:
    """What the bytes of a form say. Raises BadInput for a file that is none of ours."""
    try:
        tables, asides = filled_workbook(data, shown) if is_workbook(data) else _filled_paper(data)
    except (UnfitFile, UnreadableWorkbook) as error:
        raise _no_form(shown, error.message, error.hint) from None
    rows = {mark: row for table in tables for row in table for mark in row.bookmarks}
    if marks.NAME not in rows or marks.AGENDA not in rows:
        raise _no_form(
            shown,
            _("this is no form of a meeting of ours"),
            _("fill in the form that `loi meeting form` makes; copied into another file it loses its marks"),
        )
    reader = _Reader(spoken, tables, rows)
    meeting: Entries = {"schema": 1}
    meeting |= {fact.value: said for fact in marks.Fact if (said := reader.told(fact.value, fact.mark))}
    seats = {
        code: Told(some, _where(rows[mark]))
        for code in spoken.parties
        if (some := list(reader.rows(mark := marks.seats_mark(code), marks.SEATS)))
    }
    if seats:
        meeting["delegations"] = seats
    if agenda := list(reader.rows(marks.AGENDA, marks.ITEMS)):
        meeting["agenda"] = Told(agenda, _where(rows[marks.AGENDA]))
    if figures := list(reader.rows(marks.BRIEFING, marks.FIGURES)):
        meeting["figures"] = Told(figures, _where(rows[marks.BRIEFING]))
    minutes = _minutes(rows, reader)
    return FilledForm(
        name=reader.words(marks.NAME).partition(" · ")[0].strip(),
        meeting=meeting,
        minutes=minutes,
        held=marks.HELD | ({"figures"} if marks.BRIEFING in rows else set()),
        asides=(*reader.left(), *asides),
    )


def _filled_paper(data: bytes) -> FilledFile:
    """A Word file: its tables, and what stands outside of their cells for answers that is not the form's own."""
    text = read_docx(data)
    filled = filled_tables(text)
    seals = seals_of(filled)
    heads = {cell.spot for table in filled.tables for row in table for cell in row.cells if _is_head(cell.bookmarks)}
    lines = [line.text for line in unsealed(filled, seals) if line.spot is None or line.spot in heads] if seals else []
    asides = [_("not read, since it stands in no cell: “{words}”").format(words=line) for line in lines]
    if not seals:
        asides = [
            _("its title lost the form’s marks: look through it for words that stand in no cell, none can be told")
        ]
    noted = [_("not read: {words}").format(words=words) for words in (*in_margins(text.margins, seals), *beside(text))]
    return FilledFile(filled.tables, tuple(Aside("", says) for says in (*asides, *noted)))


def _is_head(bookmarks: Collection[str]) -> bool:
    """Whether a cell is the label of a row or the head of a column."""
    return any(mark.startswith(marks.FORM) for mark in bookmarks)


def _no_form(shown: str, message: str, help: str) -> BadInput:
    return BadInput([Problem(code=marks.NO_FORM, message=message, place=Place(shown), help=help)])


def _minutes(rows: Mapping[str, Row[Cell]], reader: "_Reader") -> Entries | None:
    """The minutes, as far as anything was filled in."""
    if marks.PROCEEDINGS not in rows:
        return None
    items = [dict(one) for one in reader.rows(marks.PROCEEDINGS, marks.MINUTES)]
    by_item = {untold(one.get("item")): one for one in items}
    about = {key: value for key in marks.ABOUT if (value := reader.told(key, marks.about_mark(key)))}
    is_told = bool(about) or any(len(one) > 1 for one in items)
    actions: dict[object, list[Entries]] = {}
    for action in reader.rows(marks.FOLLOW_UP, marks.ACTIONS):
        item = action.pop("item", "")
        if untold(item) not in by_item:
            by_item[untold(item)] = {"item": item}
            items.append(by_item[untold(item)])
        actions.setdefault(untold(item), []).append(action)
        is_told = True
    if not is_told:
        return None
    for name, some in actions.items():
        by_item[name]["actions"] = some
    recommendation = {key: about.pop(key) for key in ("recommendation",) if key in about}
    return {"schema": 1, **about, "items": [_ordered(one) for one in items], **recommendation}


def _ordered(item: Entries) -> Entries:
    """The keys in the order in which people write them: remarks of ours last."""
    internal = {"internal": item["internal"]} if "internal" in item else {}
    return {key: value for key, value in item.items() if key != "internal"} | internal


class _Reader:
    """Turns cells into the values of a file, and knows which cells it read."""

    def __init__(self, spoken: Spoken, tables: Sequence[Table[Cell]], rows: Mapping[str, Row[Cell]]) -> None:
        self._spoken = spoken
        self._tables = tables
        self._rows = rows
        self._read: set[str] = set()

    def rows(self, mark: str, columns: Sequence[str]) -> Iterator[Entries]:
        """The rows below the head that bears a mark, those in which something stands. A column is known by the mark of
        its head; in a form without those, by its place."""
        head = self._rows.get(mark, Row(()))
        named = {name: _at(head, marks.column_mark(mark, name)) for name in columns}
        self._read |= {cell.where for cell in head.cells if cell.bookmarks}
        if not any(place is not None for place in named.values()):
            named = dict(zip(columns, range(_at(head, mark) or 0, len(head.cells)), strict=False))
            self._read |= {cell.where for cell in head.cells}
        for row in _below(self._tables, mark):
            found: Entries = {}
            for name, place in named.items():
                cell = row.cells[place] if place is not None and place < len(row.cells) else Cell("")
                self._read.add(cell.where)
                if said := self.value(name, cell.text):
                    found[name] = Told(said, cell.where)
            if found:
                yield found

    def told(self, name: str, mark: str) -> Told | None:
        """What stands behind the label of a row."""
        said = self.value(name, self.words(mark))
        return Told(said, self._rows[mark].cells[1].where) if said else None

    def words(self, mark: str) -> str:
        """The words behind the label of a row."""
        cells = self._rows[mark].cells[:2] if mark in self._rows else ()
        self._read |= {cell.where for cell in cells}
        return cells[1].text if len(cells) > 1 else ""

    def left(self) -> Iterator[Aside]:
        """Words in cells that the form does not have; to be asked for when all is read."""
        for table in self._tables:
            if any(marks.OPEN in row.bookmarks for row in table):
                continue
            for cell in (cell for row in table for cell in row.cells):
                own = cell.where in self._read or any(mark.startswith(marks.HOW) for mark in cell.bookmarks)
                if cell.text.strip() and not own:
                    words = cell.text.strip()
                    yield Aside(
                        cell.where, _("not read, since the form has no such cell: “{words}”").format(words=words)
                    )

    def value(self, name: str, text: str) -> object:
        """What a cell of this name says; nothing where it is empty."""
        text = text.strip()
        if not text.strip("_ "):
            return None
        if name in marks.WORDS or (name == "office" and self._names_a_language(text)):
            return self._by_language(text)
        if name in marks.LISTS:
            return [part for part in re.split(r"[,;\s]+", text) if part]
        if name in marks.LINES:
            return [line.strip() for line in text.splitlines() if line.strip()]
        if name == "present":
            return _present(text)
        if name == "settled":
            return [one for one in self._settled(text) if len(one) > 1] or None
        if name in ("role", "mode", "classification", "urgency"):
            return self._spoken.meant(name, text.partition(" · ")[0].strip())
        if name == "minutes" and _NUMBER.fullmatch(text):
            return int(text)
        if name in ("date", "due", "retrieved"):
            return _day(text)
        if name in ("start", "end"):
            return _clock(text)
        return text

    def _settled(self, text: str) -> Iterator[Entries]:
        """`areas/text.en/3f2a91c0: BLR`, or below the conflict `en: the words agreed on`; below either `reason: …`. A
        conflict with nothing behind it was left open."""
        one: Entries | None = None
        key = "take"
        for line in filter(None, map(str.strip, text.splitlines())):
            if begun := _CONFLICT.fullmatch(line):
                if one is not None:
                    yield one
                one, key = {"conflict": begun[1]}, "take"
                said = begun[2]
            elif one is None:
                one, said = {"conflict": line}, line  # whoever reads the file says that it is none
            elif (named := _LINE.fullmatch(line)) and named[1] in self._spoken.languages:
                words = one.setdefault("words", {})
                assert isinstance(words, dict)
                words[named[1]] = "" if named[2] == '""' else named[2]
                key, said = named[1], ""
            elif (named := _REASON.fullmatch(line)) and self._spoken.meant("reason", named[1]) == "reason":
                key, said = "reason", named[2]
            else:
                said = line
            within = one.get("words") if key in self._spoken.languages else one
            if said and isinstance(within, dict):
                within[key] = f"{within[key]} {said}" if key in within else said
        if one is not None:
            yield one

    def _names_a_language(self, text: str) -> bool:
        named = _LINE.fullmatch(text.splitlines()[0].strip())
        return named is not None and named[1] in self._spoken.languages

    def _by_language(self, text: str) -> dict[str, str]:
        found: dict[str, str] = {}
        language = self._spoken.languages[0]
        for line in text.splitlines():
            named = _LINE.fullmatch(line.strip())
            if named and named[1] in self._spoken.languages:
                language, line = named[1], named[2]
            if line.strip():
                found[language] = f"{found[language]}\n{line.strip()}" if language in found else line.strip()
        return found


def _day(text: str) -> object:
    """The day, or what was written where it is none: whoever reads the file says so."""
    if _SERIAL.fullmatch(text):
        return _FIRST_DAY + timedelta(days=int(text))
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


def _clock(text: str) -> str:
    """`14:00` for 14.00, 9:00 and 0.5833, as which Excel keeps it; else what was written."""
    if _PART.fullmatch(text):
        return "{:02}:{:02}".format(*divmod(round(float(text) * 24 * 60), 60))
    if parts := _HOURS.fullmatch(text):
        return f"{parts[1]:0>2}:{parts[2]}"
    return text


def _at(head: Row[Cell], mark: str) -> int | None:
    """The place of the cell that bears a mark."""
    return next((at for at, cell in enumerate(head.cells) if mark in cell.bookmarks), None)


def _present(text: str) -> dict[str, list[str]]:
    """A line for each, `BLR: Second Secretary`."""
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        party, _colon, who = line.partition(":")
        found.setdefault(party.strip(), []).append(who.strip())
    return found


def _below(tables: Sequence[Table[Cell]], mark: str) -> Sequence[Row[Cell]]:
    """The rows below the head that bears a mark."""
    for table in tables:
        for at, row in enumerate(table):
            if mark in row.bookmarks:
                return table[at + 1 :]
    return ()


def _where(row: Row[Cell]) -> str:
    return row.cells[0].where if row.cells else ""


def _written(kind: str, entries: Entries) -> FormFile:
    head = f"# yaml-language-server: $schema=../schemas/{kind}.schema.json\n"
    said = untold(entries)
    assert isinstance(said, dict)
    return FormFile(entries, (head + yaml_text(said)).encode())
