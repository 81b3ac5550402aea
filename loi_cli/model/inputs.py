"""Inputs: what a unit, or the other party, wants of the text, against a version that it has read."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from loi_cli.model.problems import Place
from loi_cli.model.text import Kind


class Where(StrEnum):
    AFTER = "after"
    BEFORE = "before"
    IN = "in"


class Anchor(NamedTuple):
    """A place in the text named by a neighbour: after or before a clause, or in it as the last child.

    `Anchor(Where.IN, None)` is the end of the text.
    """

    where: Where
    clause: str | None


class Change(NamedTuple):
    """Some words for others; `old` stands exactly once in the base."""

    old: str
    new: str


class Reword(NamedTuple):
    """The whole new wording of a clause or its heading, in one or more languages."""

    clause: str
    place: Place
    text: Mapping[str, str] = MappingProxyType({})
    heading: Mapping[str, str] = MappingProxyType({})
    reason: str = ""


class Replace(NamedTuple):
    clause: str
    place: Place
    text: Mapping[str, Change] = MappingProxyType({})
    heading: Mapping[str, Change] = MappingProxyType({})
    reason: str = ""


class Insert(NamedTuple):
    clause: str
    kind: Kind
    anchor: Anchor
    place: Place
    text: Mapping[str, str] = MappingProxyType({})
    heading: Mapping[str, str] = MappingProxyType({})
    reason: str = ""


class Delete(NamedTuple):
    clause: str
    place: Place
    reason: str = ""


class Move(NamedTuple):
    clause: str
    anchor: Anchor
    place: Place
    reason: str = ""


class Instruct(NamedTuple):
    """A change wanted, its wording left to the directorate; open until an input answers it."""

    clause: str
    note: str
    place: Place
    reason: str = ""


class Remark(NamedTuple):
    clause: str
    note: str
    place: Place
    reason: str = ""


class Position(NamedTuple):
    """What we want of a clause, what our delegation may change without asking anew, our fallback, our red line; always
    internal. The words are those of a delegation guideline (UU 24/2000 art. 5)."""

    clause: str
    aim: str
    place: Place
    fallback: str = ""
    red_line: str = ""
    reason: str = ""
    adjustments: str = ""


Wording = Reword | Replace | Insert
"""A proposal that brings words."""

Proposal = Reword | Replace | Insert | Delete | Move | Instruct | Remark | Position


class Project(NamedTuple):
    id: str
    title: Mapping[str, str]
    place: Place
    note: str = ""


class AgendaProposal(NamedTuple):
    title: Mapping[str, str]
    place: Place
    minutes: int | None = None
    clauses: tuple[str, ...] = ()


class TalkingPoint(NamedTuple):
    about: str
    note: str
    place: Place


class Unread(NamedTuple):
    """A proposal of which no more than the clause could be read; `new`: it brings the clause in."""

    clause: str
    new: bool
    place: Place


class Input(NamedTuple):
    """One file from one unit for one round, or from the other party.

    `name` is the file's name without `.yaml`; `side` is how its words are signed (`ilmate`, `ilmate.2`, `BLR`);
    `base` is the version read, as written; `sha256` names the very bytes.
    """

    name: str
    side: str
    unit: str | None
    party: str | None
    round: int | None
    base: str
    date: date | None
    file: str
    sha256: str
    base_place: Place
    replaces: str | None = None
    source: str = ""
    proposals: tuple[Proposal, ...] = ()
    projects: tuple[Project, ...] = ()
    agenda: tuple[AgendaProposal, ...] = ()
    talking_points: tuple[TalkingPoint, ...] = ()
    no_comment: bool = False
