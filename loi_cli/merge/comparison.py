"""Two texts compared: by clause, then by word."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Change(StrEnum):
    ADDED = "added"
    DELETED = "deleted"
    MOVED = "moved"
    CHANGED = "changed"


class Op(StrEnum):
    SAME = "="
    OUT = "-"
    IN = "+"


@dataclass(frozen=True, slots=True)
class Hunk:
    """Words that stay, go or come. `by` names the inputs that brought them; empty for words that stay."""

    op: Op
    text: str
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseChange:
    """What happened to one clause; hunks only for the languages whose words differ."""

    clause: str
    change: Change
    text: Mapping[str, tuple[Hunk, ...]]
    heading: Mapping[str, tuple[Hunk, ...]]
