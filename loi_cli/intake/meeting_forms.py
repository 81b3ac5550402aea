"""A meeting's Word form, filled in: read back into the files that a person would have written.

What it says is first written as YAML and then read as any other file, so that a form is held to the same rules, and a
fault is shown in the line that the form would have made.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from loi_cli.files.yaml_writing import yaml_text
from loi_cli.i18n import _
from loi_cli.intake import meeting_marks as marks
from loi_cli.model.problems import BadInput, Place, Problem
from loi_cli.word.filled_tables import Row, Table, filled_tables
from loi_cli.word.reader import read_docx
from loi_cli.word.unpacking import UnfitFile

_LINE = re.compile(r"([a-z]{2,3}(?:-[A-Za-z]+)*)\s*:\s*(.*)", re.DOTALL)
_NUMBER = re.compile(r"[0-9]+")

Entries = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledForm:
    """What a form says: the meeting that it is of, its file, and that of its minutes, None where it has none."""

    name: str
    meeting: Entries
    minutes: Entries | None = None

    def meeting_file(self) -> bytes:
        return _written("meeting", self.meeting)

    def minutes_file(self) -> bytes | None:
        return _written("minutes", self.minutes) if self.minutes is not None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """What a person may write in a form: the dossier's languages, the parties, and words for roles and modes."""

    languages: Sequence[str]
    parties: Sequence[str]
    words: Mapping[str, str] = field(default_factory=dict)


def form_filled_in(data: bytes, shown: str, spoken: Spoken) -> FilledForm:
    """What the bytes of a form say. Raises BadInput for a file that is none of ours."""
    try:
        tables = filled_tables(read_docx(data)).tables
    except UnfitFile as error:
        raise _no_form(shown, error.message, error.hint) from None
    rows = {mark: row for table in tables for row in table for mark in row.bookmarks}
    if marks.NAME not in rows or marks.AGENDA not in rows:
        raise _no_form(
            shown,
            _("this is a Word file, and no form of a meeting of ours"),
            _("fill in the form that `loi meeting form` makes"),
        )
    reader = _Reader(spoken)
    meeting: Entries = {"schema": 1}
    meeting |= {fact.value: said for fact in marks.Fact if (said := reader.value(fact.value, _last(rows, fact.mark)))}
    seats = {code: list(reader.rows(_below(tables, marks.seats_mark(code)), marks.SEATS)) for code in spoken.parties}
    if delegations := {code: some for code, some in seats.items() if some}:
        meeting["delegations"] = delegations
    if agenda := list(reader.rows(_below(tables, marks.AGENDA), marks.ITEMS)):
        meeting["agenda"] = agenda
    name = _last(rows, marks.NAME).partition(" · ")[0].strip()
    return FilledForm(name=name, meeting=meeting, minutes=_minutes(tables, rows, reader))


def _no_form(shown: str, message: str, help: str) -> BadInput:
    return BadInput([Problem(code=marks.NO_FORM, message=message, place=Place(shown), help=help)])


def _minutes(tables: Sequence[Table], rows: Mapping[str, Row], reader: "_Reader") -> Entries | None:
    """The minutes, as far as anything was filled in."""
    if marks.PROCEEDINGS not in rows:
        return None
    items = [dict(one) for one in reader.rows(_below(tables, marks.PROCEEDINGS), marks.MINUTES)]
    by_item = {str(one.get("item")): one for one in items}
    told = any(len(one) > 1 for one in items)
    actions: dict[str, list[Entries]] = {}
    for action in reader.rows(_below(tables, marks.FOLLOW_UP), marks.ACTIONS):
        item = str(action.pop("item", ""))
        if item not in by_item:
            by_item[item] = {"item": item}
            items.append(by_item[item])
        actions.setdefault(item, []).append(action)
        told = True
    if not told:
        return None
    for item, some in actions.items():
        by_item[item]["actions"] = some
    about = {key: value for key in marks.ABOUT if (value := reader.value(key, _last(rows, marks.about_mark(key))))}
    recommendation = {key: about.pop(key) for key in ("recommendation",) if key in about}
    return {"schema": 1, **about, "items": [_ordered(one) for one in items], **recommendation}


def _ordered(item: Entries) -> Entries:
    """The keys in the order in which people write them: remarks of ours last."""
    internal = {"internal": item["internal"]} if "internal" in item else {}
    return {key: value for key, value in item.items() if key != "internal"} | internal


class _Reader:
    """Turns cells into the values of a file."""

    def __init__(self, spoken: Spoken) -> None:
        self._spoken = spoken

    def rows(self, table: Sequence[Row], columns: Sequence[str]) -> Iterator[Entries]:
        """The rows of a table in which something stands."""
        for row in table:
            cells = zip(columns, row.cells, strict=False)
            found = {name: said for name, cell in cells if (said := self.value(name, cell.text))}
            if found:
                yield found

    def value(self, name: str, text: str) -> object:
        """What a cell of this name says; nothing where it is empty."""
        text = text.strip()
        if not text.strip("_ "):
            return None
        if name in marks.WORDS:
            return self._by_language(text)
        if name in marks.LISTS:
            return [part for part in re.split(r"[,;\s]+", text) if part]
        if name == "present":
            return _present(text)
        if name == "settled":
            return list(_settled(text)) or None
        if name in ("role", "mode", "classification"):
            word = text.partition(" · ")[0].strip()
            return self._spoken.words.get(word.casefold(), word)
        if name == "minutes" and _NUMBER.fullmatch(text):
            return int(text)
        if name in ("date", "due"):
            return _day(text)
        return text

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


def _settled(text: str) -> Iterator[Entries]:
    """A line for each conflict, `areas/text.en/3f2a91c0: BLR`; one without a side was left open."""
    for line in text.splitlines():
        conflict, _colon, side = line.partition(":")
        if side.strip():
            yield {"conflict": conflict.strip(), "take": side.strip()}


def _last(rows: Mapping[str, Row], mark: str) -> str:
    row = rows.get(mark)
    return row.cells[-1].text if row is not None and len(row.cells) > 1 else ""


def _below(tables: Sequence[Table], mark: str) -> Sequence[Row]:
    """The rows below the head that bears a mark."""
    for table in tables:
        for at, row in enumerate(table):
            if mark in row.bookmarks:
                return table[at + 1 :]
    return ()


def _written(kind: str, entries: Mapping[str, object]) -> bytes:
    head = f"# yaml-language-server: $schema=../schemas/{kind}.schema.json\n"
    return (head + yaml_text(entries)).encode()
