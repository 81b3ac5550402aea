"""Minutes: what a meeting said, concluded, settled in the text, and whom it asked to do what until when."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from loi_cli.model.problems import Place


class Settlement(NamedTuple):
    """What the meeting agreed on a bracket: by reference to the conflict, a side of it or new words by language."""

    conflict: str
    place: Place
    take: str | None = None
    words: Mapping[str, str] = MappingProxyType({})
    reason: str = ""


class ActionItem(NamedTuple):
    """Something to do: `owner` is a unit or a party of the dossier, `due` the last day."""

    id: str
    what: Mapping[str, str]
    owner: str
    due: date
    place: Place


class MinutesItem(NamedTuple):
    """One item of the agenda as it went. `agreed` and `ad_referendum` name clauses that the parties agreed on."""

    item: str
    place: Place
    discussion: Mapping[str, str] = MappingProxyType({})
    conclusion: Mapping[str, str] = MappingProxyType({})
    settled: tuple[Settlement, ...] = ()
    agreed: tuple[str, ...] = ()
    ad_referendum: tuple[str, ...] = ()
    actions: tuple[ActionItem, ...] = ()
    internal: str = ""


class Minutes(NamedTuple):
    """`meeting` is the meeting's name; `chair` and `secretary` are offices; `present` who came beside or in place of
    the planned delegations, by party. `recommendation` is for our own report alone."""

    meeting: str
    chair: str
    secretary: str
    items: tuple[MinutesItem, ...]
    where: Place
    recommendation: Mapping[str, str] = MappingProxyType({})
    present: Mapping[str, tuple[str, ...]] = MappingProxyType({})

    @property
    def actions(self) -> tuple[ActionItem, ...]:
        return tuple(action for item in self.items for action in item.actions)
