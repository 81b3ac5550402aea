"""A meeting: when, where, who, about what."""

from collections.abc import Mapping
from dataclasses import dataclass
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


class Delegate(NamedTuple):
    """A seat at the table, by office; the person's name may be missing: a blank to fill."""

    role: Role
    title: Mapping[str, str]
    office: str = ""
    name: str = ""


class AgendaItem(NamedTuple):
    """`internal` is for our delegation alone; `result` is what we want, shown on the annotated agenda."""

    id: str
    title: Mapping[str, str]
    minutes: int
    place: Place
    lead: str | None = None
    clauses: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    result: Mapping[str, str] = MappingProxyType({})
    internal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
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
    classification: Classification | None = None
    where: Place
