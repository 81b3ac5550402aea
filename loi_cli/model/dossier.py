"""A dossier: one negotiation, its parties, languages, rounds and units."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from loi_cli.model.identifiers import counted
from loi_cli.model.problems import Place


class Instrument(StrEnum):
    LETTER_OF_INTENT = "letter-of-intent"
    MEMORANDUM_OF_UNDERSTANDING = "memorandum-of-understanding"
    AGREED_MINUTES = "agreed-minutes"


class Classification(StrEnum):
    PUBLIC = "public"
    RESTRICTED = "restricted"
    CONFIDENTIAL = "confidential"
    SECRET = "secret"

    @staticmethod
    def highest(*levels: "Classification | None") -> "Classification | None":
        """The strictest of some levels, None where none is said."""
        order = tuple(Classification)
        return max(filter(None, levels), key=order.index, default=None)


class Numerals(StrEnum):
    ARABIC = "arabic"
    ROMAN = "roman"


Forms = Mapping[str, str]
"""A name by grammatical case; `nom` is always there."""


class Party(NamedTuple):
    """One of the two sides of the table. The signatory is an office; the person is a blank to fill. `zone` is the time
    zone of its capital: papers of a meeting give the hours there too."""

    code: str
    name: Mapping[str, Forms]
    signatory: Mapping[str, Forms] = MappingProxyType({})
    short: Mapping[str, Forms] = MappingProxyType({})
    zone: str = ""


class Unit(NamedTuple):
    """A unit that home consults. `rounds` are those it is asked in; `due` overrides the round's day for it."""

    id: str
    name: str
    rounds: tuple[int, ...] = ()
    due: Mapping[int, date] = MappingProxyType({})
    to: str = ""
    mail: str = ""
    was: tuple[str, ...] = ()
    outside: bool = False


class Letters(NamedTuple):
    """How our letters go out: the office that signs them, its address and place, the pattern of their numbers.

    What a pattern does not know is a blank: `{blank}/KPAII/{month}/{year}`.
    """

    sender: str = ""
    mail: str = ""
    place: str = ""
    number: str = ""


class Profile(NamedTuple):
    """How the instrument is written: the numbers of its articles, and whether it speaks of Participants who will, not
    of Parties who shall."""

    numerals: Numerals = Numerals.ARABIC
    non_binding: bool = False


class LeadTimes(NamedTuple):
    """How many days before a meeting what it needs must be there. The defaults are a habit, not a rule."""

    inputs: int = 21
    consultation: int = 14
    translation: int = 7
    packet: int = 3


class Dossier(NamedTuple):
    """The contents of dossier.yaml. `languages` stand in the order of our own original."""

    instrument: Instrument
    subject: Mapping[str, str]
    home: str
    parties: Mapping[str, Party]
    languages: tuple[str, ...]
    rounds: Mapping[int, date]
    units: Mapping[str, Unit]
    prevails: str | None = None
    place_of_signature: Mapping[str, Forms] = MappingProxyType({})
    date_of_signature: date | None = None
    classification: Classification | None = None
    profile: Profile = Profile()
    gates: tuple[str, ...] = ()
    ignored_checks: tuple[str, ...] = ()
    letters: Letters = Letters()
    lead_times: LeadTimes = LeadTimes()
    where: Place = Place("dossier.yaml")

    @property
    def other(self) -> str:
        """The code of the party that is not home."""
        return next(code for code in self.parties if code != self.home)

    def unit_named(self, name: str) -> Unit | None:
        """The unit with this id, or the one that was called so before."""
        if name in self.units:
            return self.units[name]
        return next((unit for unit in self.units.values() if name in unit.was), None)

    @property
    def renamed(self) -> Mapping[str, str]:
        """The unit by each name that it had before."""
        return {old: unit.id for unit in self.units.values() for old in unit.was}

    def due(self, unit: Unit, number: int) -> date | None:
        """The last day for a unit's input in a round."""
        return unit.due.get(number) or self.rounds.get(number)

    def rank(self, side: str) -> tuple[int, tuple[str | int, ...]]:
        """Sorts sides: units in the order of the dossier, then parties, each with its further inputs after it."""
        name = side.split(".")[0]
        order = (*self.units, *self.parties)
        return (order.index(name) if name in order else len(order), counted(side))
