"""What every record says: of what kind it is, who did it, when, why; and its file."""

import hashlib
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from loi_cli.files.leaves import Word
from loi_cli.files.prose import kept
from loi_cli.files.quantities import Day
from loi_cli.files.shapes import Block, Key, Rule, Values
from loi_cli.files.source import Source
from loi_cli.files.yaml_writing import yaml_text
from loi_cli.intake.dossier import SCHEMA
from loi_cli.intake.names import MOMENT
from loi_cli.intake.reading import open_page
from loi_cli.intake.texts import Written
from loi_cli.model.records import Record

BY = Key("by", Written(), "The office that did it.", required=True)
DATE = Key("date", Day(), "The day it was done.", required=True)
AT = Key("at", MOMENT, "The moment it was done, in UTC; it puts the records of a day in order.")
REASON = Key("reason", Written(), "Why.", required=True)
REMARK = Key("reason", Written(), "Why, or how.")


class Kind(NamedTuple):
    """A kind of record: its word, its shape, and what a file says; `read` is given its name without .yaml."""

    name: str
    block: Block
    read: Callable[[str, Source, Values], Record]


def record_block(kind: str, *keys: Key[Any], says: str, rules: tuple[Rule, ...] = ()) -> Block:
    """The shape of a kind of record: schema and kind first, then its own keys."""
    return Block(
        kind, SCHEMA, Key("record", Word(kind), "What this records.", required=True), *keys, rules=rules, says=says
    )


def done(by: str, day: date, at: str = "") -> dict[str, object]:
    """Who did it and when, as entries of a record."""
    return {"by": kept(by), "date": day, **({"at": at} if at else {})}


def written(kind: Kind, entries: Mapping[str, object]) -> bytes:
    """The file of a record. Raises LoiError for a character that no file may hold, BadInput for anything else that
    would not read back."""
    data = yaml_text({"schema": 1, "record": kind.name, **entries}).encode()
    source = Source.from_bytes(f"records/{kind.name}.yaml", data)
    page, values = open_page(source, kind.block)
    page.finish()
    kind.read(kind.name, source, values)
    return data


def record_name(day: date, kind: str, data: bytes) -> str:
    """The name, without `.yaml`, of a record's file: its day, its kind, the beginning of its hash."""
    return f"{day.isoformat()}-{kind}-{hashlib.sha256(data).hexdigest()[:8]}"
