"""A meeting's form, filled in by Word or Excel: read back into the files that a person would have written.

What it says is first written as YAML and then read as any other file, so that a form is held to the same rules; a fault
is shown at the cell that it stands in.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from loi_cli.files.characters import FORBIDDEN
from loi_cli.files.yaml_writing import yaml_text
from loi_cli.i18n import _
from loi_cli.intake import meeting_marks as marks
from loi_cli.intake.filled_workbooks import UnreadableWorkbook, filled_workbook, is_workbook
from loi_cli.intake.form_cells import Told, at_their_cells, untold
from loi_cli.intake.meeting_strays import strays_of
from loi_cli.model.filled import Cell, Row, Table
from loi_cli.model.problems import BadInput, Place, Problem
from loi_cli.word.filled_tables import filled_tables
from loi_cli.word.reader import read_docx
from loi_cli.word.revised import RevisedText
from loi_cli.word.unpacking import UnfitFile

_LINE = re.compile(r"([a-z]{2,3}(?:-[A-Za-z]+)*)\s*:\s*(.*)", re.DOTALL)
_CONFLICT = re.compile(r"(\S+/\S+/[0-9a-f]{8})\s*:?\s*(.*)", re.DOTALL)
_REASON = re.compile(r"(\w[\w ]*?)\s*:\s*(.*)", re.DOTALL)
_NUMBER = re.compile(r"[0-9]+")

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
    """What a form says: the meeting that it is of, its file, and that of its minutes, None where it has none. `strays`
    are words that the form has no cells for."""

    name: str
    meeting: Entries
    minutes: Entries | None = None
    strays: tuple[str, ...] = ()

    def meeting_file(self, kept: Mapping[str, object] | None = None) -> FormFile:
        """The meeting's file; `kept` is what the standing one says beyond what a form has cells for."""
        return _written("meeting", {**self.meeting, **(kept or {})}, self.strays)

    def minutes_file(self) -> FormFile | None:
        return _written("minutes", self.minutes) if self.minutes is not None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """What a person may write in a form: the dossier's languages, the parties, and words for roles and modes."""

    languages: Sequence[str]
    parties: Sequence[str]
    words: Mapping[str, str] = field(default_factory=dict)


def form_filled_in(data: bytes, shown: str, spoken: Spoken) -> FilledForm:
    """What the bytes of a form say. Raises BadInput for a file that is none of ours."""
    text: RevisedText | None = None
    try:
        tables: Sequence[Table[Cell]]
        if is_workbook(data):
            tables = filled_workbook(data, shown)
        else:
            text = read_docx(data)
            tables = filled_tables(text).tables
    except (UnfitFile, UnreadableWorkbook) as error:
        raise _no_form(shown, error.message, error.hint) from None
    rows = {mark: row for table in tables for row in table for mark in row.bookmarks}
    if marks.NAME not in rows or marks.AGENDA not in rows:
        raise _no_form(
            shown,
            _("this is no form of a meeting of ours"),
            _("fill in the form that `loi meeting form` makes; copied into another file it loses its marks"),
        )
    reader = _Reader(spoken)
    meeting: Entries = {"schema": 1}
    meeting |= {fact.value: said for fact in marks.Fact if (said := reader.told(fact.value, rows.get(fact.mark)))}
    seats = {
        code: Told(some, _where(rows[marks.seats_mark(code)]))
        for code in spoken.parties
        if (some := list(reader.rows(_below(tables, marks.seats_mark(code)), marks.SEATS)))
    }
    if seats:
        meeting["delegations"] = seats
    if agenda := list(reader.rows(_below(tables, marks.AGENDA), marks.ITEMS)):
        meeting["agenda"] = Told(agenda, _where(rows[marks.AGENDA]))
    name = "".join(cell.text for cell in rows[marks.NAME].cells[1:2]).partition(" · ")[0].strip()
    minutes = _minutes(tables, rows, reader)
    read = reader.read | {cell.where for cell in rows[marks.NAME].cells[1:2]}
    strays = strays_of(text, read) if text is not None else ()
    return FilledForm(name=name, meeting=meeting, minutes=minutes, strays=strays)


def _no_form(shown: str, message: str, help: str) -> BadInput:
    return BadInput([Problem(code=marks.NO_FORM, message=message, place=Place(shown), help=help)])


def _minutes(tables: Sequence[Table[Cell]], rows: Mapping[str, Row[Cell]], reader: "_Reader") -> Entries | None:
    """The minutes, as far as anything was filled in."""
    if marks.PROCEEDINGS not in rows:
        return None
    items = [dict(one) for one in reader.rows(_below(tables, marks.PROCEEDINGS), marks.MINUTES)]
    by_item = {untold(one.get("item")): one for one in items}
    is_told = any(len(one) > 1 for one in items)
    actions: dict[object, list[Entries]] = {}
    for action in reader.rows(_below(tables, marks.FOLLOW_UP), marks.ACTIONS):
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
    about = {key: value for key in marks.ABOUT if (value := reader.told(key, rows.get(marks.about_mark(key))))}
    recommendation = {key: about.pop(key) for key in ("recommendation",) if key in about}
    return {"schema": 1, **about, "items": [_ordered(one) for one in items], **recommendation}


def _ordered(item: Entries) -> Entries:
    """The keys in the order in which people write them: remarks of ours last."""
    internal = {"internal": item["internal"]} if "internal" in item else {}
    return {key: value for key, value in item.items() if key != "internal"} | internal


class _Reader:
    """Turns cells into the values of a file."""

    def __init__(self, spoken: Spoken) -> None:
        self.read: set[str] = set()
        """The cells that were read, filled in or not."""
        self._spoken = spoken

    def rows(self, table: Sequence[Row[Cell]], columns: Sequence[str]) -> Iterator[Entries]:
        """The rows of a table in which something stands."""
        for row in table:
            self.read.update(cell.where for cell in row.cells[: len(columns)])
            cells = zip(columns, row.cells, strict=False)
            found: Entries = {
                name: Told(said, cell.where) for name, cell in cells if (said := self.value(name, cell.text))
            }
            if found:
                yield found

    def told(self, name: str, row: Row[Cell] | None) -> Told | None:
        """What stands behind the label of a row."""
        if row is None or len(row.cells) < 2:
            return None
        self.read.add(row.cells[1].where)
        if not (said := self.value(name, row.cells[1].text)):
            return None
        return Told(said, row.cells[1].where)

    def value(self, name: str, text: str) -> object:
        """What a cell of this name says; nothing where it is empty."""
        text = text.strip()
        if not text.strip("_ "):
            return None
        if name in marks.WORDS:
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
            word = text.partition(" · ")[0].strip()
            return self._spoken.words.get(word.casefold(), word)
        if name == "minutes" and _NUMBER.fullmatch(text):
            return int(text)
        if name in ("date", "due"):
            return _day(text)
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
            elif (named := _REASON.fullmatch(line)) and self._spoken.words.get(named[1].casefold()) == "reason":
                key, said = "reason", named[2]
            else:
                said = line
            within = one.get("words") if key in self._spoken.languages else one
            if said and isinstance(within, dict):
                within[key] = f"{within[key]} {said}" if key in within else said
        if one is not None:
            yield one

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
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


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


def _written(kind: str, entries: Entries, strays: Sequence[str] = ()) -> FormFile:
    head = f"# yaml-language-server: $schema=../schemas/{kind}.schema.json\n"
    if strays:
        lines = (_("The form also says, where it has no cells for it:"), *(f"- {words}" for words in strays))
        head += "".join(f"# {FORBIDDEN.sub('', line)}\n" for line in lines)
    said = untold(entries)
    assert isinstance(said, dict)
    return FormFile(entries, (head + yaml_text(said)).encode())
