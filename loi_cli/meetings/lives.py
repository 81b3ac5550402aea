"""The life of each proposal: taken as it was, in a bracket, decided against and by whom, taken back, still waiting."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from loi_cli.meetings.entries import Entry, Status
from loi_cli.model.records import Decision


@dataclass(frozen=True, slots=True)
class Stage:
    """What became of some fields of a proposal. `decision` is the one that went against it, or for it where it
    is merged."""

    status: Status
    fields: tuple[str, ...]
    why: str
    decision: Decision | None = None


def life(entry: Entry, decisions: Mapping[str, Decision]) -> tuple[Stage, ...]:
    """The stages that an entry has come to, one for each verdict and reason."""
    return tuple(Stage(f.status, f.fields, f.why, decision_in(f.why, decisions.values())) for f in entry.fates)


def decision_in(why: str, decisions: Iterable[Decision]) -> Decision | None:
    """The decision that the merge names as a reason."""
    return next((d for d in decisions if d.name in why), None)
