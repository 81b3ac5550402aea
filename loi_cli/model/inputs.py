"""Inputs: what a unit, or the other party, wants of the text, against a version that it has read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from loi_cli.model.problems import Place
from loi_cli.model.text import Kind


class Where(StrEnum):
    AFTER = "after"
    BEFORE = "before"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in the text named by a neighbour: after or before a clause, or in it as the last child.

    `Anchor(Where.IN, None)` is the end of the text.
    """

    where: Where
    clause: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """Some words for others; `old` stands exactly once in the base."""

    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reword:
    """The whole new wording of a clause or its heading, in one or more languages."""

    clause: str
    text: Mapping[str, str] = field(default_factory=dict)
    heading: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Replace:
    clause: str
    text: Mapping[str, Change] = field(default_factory=dict)
    heading: Mapping[str, Change] = field(default_factory=dict)
    reason: str = ""
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Insert:
    clause: str
    kind: Kind
    anchor: Anchor
    text: Mapping[str, str] = field(default_factory=dict)
    heading: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Delete:
    clause: str
    reason: str = ""
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    clause: str
    anchor: Anchor
    reason: str = ""
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Instruct:
    """A change wanted, its wording left to the directorate; open until an input answers it."""

    clause: str
    note: str
    reason: str = ""
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    clause: str
    note: str
    reason: str = ""
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """What we want of a clause, our fallback, our red line; always internal."""

    clause: str
    aim: str
    fallback: str = ""
    red_line: str = ""
    reason: str = ""
    place: Place


Proposal = Reword | Replace | Insert | Delete | Move | Instruct | Remark | Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    id: str
    title: Mapping[str, str]
    note: str = ""
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaProposal:
    title: Mapping[str, str]
    minutes: int | None = None
    clauses: tuple[str, ...] = ()
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkingPoint:
    about: str
    note: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
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
    replaces: str | None = None
    source: str = ""
    proposals: tuple[Proposal, ...] = ()
    projects: tuple[Project, ...] = ()
    agenda: tuple[AgendaProposal, ...] = ()
    talking_points: tuple[TalkingPoint, ...] = ()
    no_comment: bool = False
    file: str
    sha256: str
    base_place: Place
