"""What stands in braces in a text: references to clauses, and what protocol fills in.

`{@areas}` is a cross reference, `{@areas.number}` its number alone; `{parties}`, `{party.BLR}`, `{place}`, `{date}`,
`{languages}`, each with an optional case form after a dot (`{parties.ins}`), are filled for the party the original is
for; `{blank}` is a blank to fill in; `{{` and `}}` are braces.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from loi_cli.model.identifiers import is_clause_id, is_party

PATTERN = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")


class Slot(StrEnum):
    REFERENCE = "reference"
    PARTIES = "parties"
    PARTY = "party"
    PLACE = "place"
    DATE = "date"
    LANGUAGES = "languages"
    BLANK = "blank"


class Placeholder(NamedTuple):
    """One filled place: `name` is a clause id or a party, `form` a case (`ins`) or `number` for a reference."""

    slot: Slot
    name: str = ""
    form: str = ""


def parsed(inside: str) -> Placeholder | None:
    """What the words between braces mean; None when they mean nothing."""
    if inside.startswith("@"):
        name, dot, last = inside[1:].rpartition(".")
        if dot and last == "number" and is_clause_id(name):
            return Placeholder(Slot.REFERENCE, name, "number")
        return Placeholder(Slot.REFERENCE, inside[1:]) if is_clause_id(inside[1:]) else None
    head, *rest = inside.split(".")
    if head == "party" and rest and is_party(rest[0]) and len(rest) <= 2:
        return Placeholder(Slot.PARTY, rest[0], rest[1] if len(rest) == 2 else "")
    if head in ("parties", "place", "date", "languages") and len(rest) <= 1:
        return Placeholder(Slot(head), "", rest[0] if rest else "")
    return Placeholder(Slot.BLANK) if inside == "blank" else None


def split(text: str) -> Iterator[str | Placeholder]:
    """The text as plain strings and placeholders, in order; braces that mean nothing stay as they are."""
    done = 0
    for match in PATTERN.finditer(text):
        found = parsed(match[1]) if match[1] is not None else None
        if found is None and match[0] not in ("{{", "}}"):
            continue
        if match.start() > done:
            yield text[done : match.start()]
        yield found if found is not None else match[0][0]
        done = match.end()
    if done < len(text):
        yield text[done:]


def unknown(text: str) -> tuple[str, ...]:
    """What stands in braces and means nothing, as written: a misspelt placeholder, a lone brace."""
    return tuple(
        match[0]
        for match in PATTERN.finditer(text)
        if match[0] not in ("{{", "}}") and (match[1] is None or parsed(match[1]) is None)
    )


def references(text: str) -> tuple[str, ...]:
    """The ids of the clauses that a text refers to, in order."""
    if "{@" not in text:
        return ()
    return tuple(p.name for p in split(text) if isinstance(p, Placeholder) and p.slot is Slot.REFERENCE)
