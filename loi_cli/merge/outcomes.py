"""What became of each proposal: nothing that a unit sent goes without an answer."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from loi_cli.model.problems import Place


class Verdict(StrEnum):
    MERGED = "merged"
    CONFLICT = "conflict"
    ALREADY_THERE = "already-there"
    OPEN = "open"
    REMARK = "remark"
    SUPERSEDED = "superseded"
    REFUSED = "refused"


class Overtaken(NamedTuple):
    """What one input asked for, and a later one of the same sender, or the record of a decision, `by`, says otherwise;
    all of the clause where no field is named."""

    input: str
    clause: str
    field: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The fate of one field of one proposal. `proposal` counts from 0 in its input; `why` is for people; `record` names
    the decision or withdrawal that made it so."""

    input: str
    side: str
    proposal: int
    clause: str
    field: str
    verdict: Verdict
    why: str = ""
    place: Place
    record: str = ""
