"""Minutes: what a meeting said, concluded, settled in the text, and whom it asked to do what until when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from loi_cli.model.problems import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """What the meeting agreed on a bracket: by reference to the conflict, a side of it or new words by language."""

    conflict: str
    take: str | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionItem:
    """Something to do: `owner` is a unit or a party of the dossier, `due` the last day."""

    id: str
    what: Mapping[str, str]
    owner: str
    due: date
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesItem:
    """One item of the agenda as it went. `agreed` and `ad_referendum` name clauses that the parties agreed on."""

    item: str
    discussion: Mapping[str, str] = field(default_factory=dict)
    conclusion: Mapping[str, str] = field(default_factory=dict)
    settled: tuple[Settlement, ...] = ()
    agreed: tuple[str, ...] = ()
    ad_referendum: tuple[str, ...] = ()
    actions: tuple[ActionItem, ...] = ()
    internal: str = ""
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """`meeting` is the meeting's name; `chair` and `secretary` are offices; `present` who came beside or in place of
    the planned delegations, by party. `recommendation` is for our own report alone."""

    meeting: str
    chair: str
    secretary: str
    items: tuple[MinutesItem, ...]
    recommendation: Mapping[str, str] = field(default_factory=dict)
    present: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    where: Place

    @property
    def actions(self) -> tuple[ActionItem, ...]:
        return tuple(action for item in self.items for action in item.actions)
