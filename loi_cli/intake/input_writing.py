"""Writes inputs as the YAML that a person would have written: what came by phone, by mail, in a Word form."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from loi_cli.files.characters import escaped
from loi_cli.files.yaml_writing import yaml_text
from loi_cli.model.inputs import (
    Anchor,
    Change,
    Delete,
    Insert,
    Instruct,
    Move,
    Position,
    Proposal,
    Remark,
    Replace,
    Reword,
)

SCHEMA_LINE = "# yaml-language-server: $schema=../schemas/input.schema.json\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An input that is still to be written; without proposals it says that there is no comment.

    `source` says where it comes from: the mail, the call, the Word form. `notes` are words that came along and have no
    place in an input; they stand in the file as comments, for a person to look at.
    """

    unit: str
    round: int
    base: str
    date: date
    source: str = ""
    proposals: tuple[Proposal, ...] = ()
    notes: tuple[str, ...] = ()


def input_bytes(draft: Draft) -> bytes:
    """The file of an input. Raises LoiError for a character that no file may hold; all else the reading checks."""
    entries: dict[str, object] = {
        "schema": 1,
        "unit": draft.unit,
        "round": draft.round,
        "base": draft.base,
        "date": draft.date,
    }
    if draft.source:
        entries["source"] = draft.source
    if draft.proposals:
        entries["proposals"] = [_proposal(one) for one in draft.proposals]
    else:
        entries["no-comment"] = True
    notes = "".join(f"# {escaped(' '.join(note.split()))}\n" for note in draft.notes)
    return (SCHEMA_LINE + notes + yaml_text(entries)).encode()


def _proposal(one: Proposal) -> dict[str, object]:
    said = _said(one)
    return {**said, "reason": one.reason} if one.reason else said


def _said(one: Proposal) -> dict[str, object]:
    match one:
        case Reword(clause=clause, text=text, heading=heading):
            return {"reword": clause, **_heading(heading), **text}
        case Replace(clause=clause, text=changes, heading=headings):
            return {"replace": clause, **_heading(_changes(headings)), **_changes(changes)}
        case Insert(clause=clause, kind=kind, anchor=anchor, text=text, heading=heading):
            return {"insert": clause, "kind": kind.value, **_anchor(anchor), **_heading(heading), **text}
        case Delete(clause=clause):
            return {"delete": clause}
        case Move(clause=clause, anchor=anchor):
            return {"move": clause, **_anchor(anchor)}
        case Instruct(clause=clause, note=note):
            return {"instruct": clause, "note": note}
        case Remark(clause=clause, note=note):
            return {"remark": clause, "note": note}
        case Position(clause=clause, aim=aim, adjustments=adjustments, fallback=fallback, red_line=red_line):
            said = {"position": clause, "aim": aim, "adjustments": adjustments}
            said |= {"fallback": fallback, "red-line": red_line}
            return {key: words for key, words in said.items() if words}


def _heading(words: Mapping[str, object]) -> dict[str, object]:
    return {"heading": dict(words)} if words else {}


def _changes(changes: Mapping[str, Change]) -> dict[str, object]:
    return {language: {"from": change.old, "to": change.new} for language, change in changes.items()}


def _anchor(anchor: Anchor) -> dict[str, object]:
    return {anchor.where.value: anchor.clause}
