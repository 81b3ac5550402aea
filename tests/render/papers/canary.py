"""Marked words in everything that is ours alone."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TypeVar

from loi_cli.model.meetings import AgendaItem, Meeting
from loi_cli.model.minutes import Minutes
from loi_cli.model.text import Clause, Text
from loi_cli.model.versions import Merged, Version
from loi_cli.model.words import Bracket, Reading, Run, Side, Words
from loi_cli.render.material import Material

MARK = "qzx"
"""Letters that no word of a paper holds."""

_LINKS = frozenset({"clause", "clauses", "about", "base", "party", "language", "field"})
"""Fields that must go on naming what they name, or nothing would hang together."""

T = TypeVar("T")


def planted(value: T) -> T:
    """The same value with the mark in every string inside it, whatever fields it may get one day."""
    return _planted(value)  # type: ignore[return-value]


def _planted(value: object) -> object:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return value if value in ("BLR", "IDN") or not value else value + MARK
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return value._replace(**{name: _planted(getattr(value, name)) for name in value._fields if name not in _LINKS})
    if isinstance(value, tuple):
        return tuple(_planted(each) for each in value)
    if isinstance(value, Mapping):
        return {key: _planted(inner) for key, inner in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        changes = {f.name: _planted(getattr(value, f.name)) for f in fields(value) if f.name not in _LINKS}
        return replace(value, **changes)
    return value


def marked(material: Material) -> Material:
    """All inputs, outcomes, units and sides of ours marked; agreed words and what the meeting shows are not."""
    dossier = material.dossier
    assert material.meeting is not None
    return replace(
        material,
        dossier=dossier._replace(
            units={name + MARK: planted(unit) for name, unit in dossier.units.items()},
            letters=dossier.letters._replace(sender=f"{MARK} sender", mail=f"{MARK}@example.go.id"),
        ),
        version=_version(material.version),
        against=_version(material.against) if material.against else None,
        inputs=planted(material.inputs),
        outcomes=planted(material.outcomes),
        meeting=_meeting(material.meeting),
        minutes=_minutes(material.minutes, material) if material.minutes else None,
        actions=planted(material.actions),
        calendar=planted(material.calendar),
    )


def _minutes(minutes: Minutes, material: Material) -> Minutes:
    """All of it but what both heads of delegation sign: conclusions, clauses agreed on, words that settled a bracket of
    the other party's, what a party is to do."""
    return minutes._replace(
        chair=minutes.chair + MARK,
        secretary=minutes.secretary + MARK,
        present=planted(minutes.present),
        recommendation=planted(minutes.recommendation),
        where=planted(minutes.where),
        items=tuple(
            item._replace(
                discussion=planted(item.discussion),
                internal=item.internal + MARK,
                settled=tuple(
                    one._replace(reason=MARK) if "BLR" in material.disputes[one.conflict].sides else planted(one)
                    for one in item.settled
                ),
                actions=tuple(one if one.owner in material.dossier.parties else planted(one) for one in item.actions),
                place=planted(item.place),
            )
            for item in minutes.items
        ),
    )


def _meeting(meeting: Meeting) -> Meeting:
    """Who sits there, when and where is for both; our own addresses, figures, and who gets copies of what are not."""
    ours = tuple(seat._replace(mail=f"{MARK}@example.go.id") for seat in meeting.delegations["IDN"])
    return meeting._replace(
        where=planted(meeting.where),
        agenda=tuple(map(_item, meeting.agenda)),
        delegations={**meeting.delegations, "IDN": ours},
        figures=planted(meeting.figures),
        copied_to=planted(meeting.copied_to),
        holders=(f"{MARK} holder",),
    )


def _item(item: AgendaItem) -> AgendaItem:
    papers = (*item.papers, f"profile-{MARK}", "matrix", "redline", "talking-points")
    internal = item.internal + MARK
    return item._replace(internal=internal, result=planted(item.result), place=planted(item.place), papers=papers)


def _version(version: Version) -> Version:
    header = version.header
    return version._replace(
        header=header._replace(author=MARK, message=MARK, parents=(MARK,), touched=(MARK,), body_hash=MARK),
        text=Text(tuple(map(_clause, version.text))),
        inputs=(Merged(MARK, MARK),),
        decisions=(Merged(MARK, MARK),),
    )


def _clause(clause: Clause) -> Clause:
    return clause._replace(
        text={language: _words(words) for language, words in clause.text.items()},
        heading={language: _words(words) for language, words in clause.heading.items()},
        by=(MARK,),
        exists=_bracket(clause.exists) if clause.exists else None,
        place=_bracket(clause.place) if clause.place else None,
    )


def _words(words: Words) -> Words:
    return tuple(Run(p.text, (MARK,)) if isinstance(p, Run) else _bracket(p) for p in words)


def _bracket(bracket: Bracket) -> Bracket:
    return bracket._replace(readings=tuple(map(_reading, bracket.readings)), base_by=(MARK,))


def _reading(reading: Reading) -> Reading:
    """A reading that no party stands behind is ours alone, words and all."""
    sides = tuple(Side(planted(side.name), MARK) for side in reading.sides)
    ours = not any(side.name in ("BLR", "IDN") for side in sides)
    whole = reading.text in ("stands", "deleted", "absent")
    return Reading(reading.text + MARK if ours and not whole else reading.text, sides)
