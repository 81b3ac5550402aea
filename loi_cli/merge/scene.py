"""What is merged of one field: who wants which words, what became of it since, by which rules."""

from typing import NamedTuple

from loi_cli.merge.rules import Rules
from loi_cli.merge.since import SidesSince
from loi_cli.model.words import Side, Words


class Wording(NamedTuple):
    """The whole wording that one side wants; `gone`: it was taken back, and tells only what a decision was about."""

    side: Side
    words: Words
    outsider: bool = False
    gone: bool = False


class Since(NamedTuple):
    """What became of the field after the base, and who knows the sides who did it."""

    words: Words
    sides: SidesSince


class Scene(NamedTuple):
    """Which field of which clause is merged, in which language, and by which rules."""

    clause: str
    field: str
    language: str
    rules: Rules
