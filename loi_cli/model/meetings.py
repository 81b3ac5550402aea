"""A meeting: when, where, who, about what."""

from collections.abc import Mapping
from datetime import date, time
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from loi_cli.model.dossier import Classification
from loi_cli.model.problems import Place


class Mode(StrEnum):
    IN_PERSON = "in-person"
    ONLINE = "online"
    HYBRID = "hybrid"


class Role(StrEnum):
    HEAD = "head"
    DEPUTY = "deputy"
    MEMBER = "member"
    INTERPRETER = "interpreter"
    SECRETARY = "secretary"


class Urgency(StrEnum):
    """How fast a paper has to be dealt with."""

    VERY_URGENT = "very-urgent"
    URGENT = "urgent"
    ORDINARY = "ordinary"


class Delegate(NamedTuple):
    """A seat at the table, by office; the person's name may be missing: a blank to fill."""

    role: Role
    title: Mapping[str, str]
    office: Mapping[str, str] = MappingProxyType({})
    name: str = ""
    mail: str = ""


class Figure(NamedTuple):
    """A figure of the briefing sheet, as its source has it; one without unit, period or source is none."""

    about: Mapping[str, str]
    value: str
    unit: Mapping[str, str]
    period: str
    source: str
    retrieved: date


class AgendaItem(NamedTuple):
    """`internal` is for our delegation alone; `result` is what we want, shown on the annotated agenda. `clauses_at` and
    `papers_at` are where those stand, None in an item that no file holds yet."""

    id: str
    title: Mapping[str, str]
    minutes: int
    place: Place
    lead: str | None = None
    clauses: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    result: Mapping[str, str] = MappingProxyType({})
    internal: str = ""
    clauses_at: Place | None = None
    papers_at: Place | None = None


class Meeting(NamedTuple):
    """`contact` is whom to ask, `copied_to` who gets a copy of the invitation, `holders` who gets the numbered copies
    of the papers, in order."""

    name: str
    title: Mapping[str, str]
    date: date
    start: time
    end: time
    zone: str
    venue: Mapping[str, str]
    mode: Mode
    languages: tuple[str, ...]
    delegations: Mapping[str, tuple[Delegate, ...]]
    agenda: tuple[AgendaItem, ...]
    where: Place
    classification: Classification | None = None
    urgency: Urgency | None = None
    contact: Mapping[str, str] = MappingProxyType({})
    copied_to: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
