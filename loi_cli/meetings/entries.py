"""Every single thing that the inputs hold, with what became of it: the register from which matrix and points are made.

An input is never left out: one without any content (`no-comment`) is an entry too.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from loi_cli.merge.outcomes import Outcome, Verdict
from loi_cli.model.inputs import AgendaProposal, Anchor, Input, Insert, Move, Project, Proposal, TalkingPoint
from loi_cli.model.standing import taken_back
from loi_cli.model.text import Text

Content = Proposal | Project | AgendaProposal | TalkingPoint


class Status(StrEnum):
    """What became of an entry: the verdicts of the merge, and what is not up to a merge."""

    MERGED = "merged"
    CONFLICT = "conflict"
    ALREADY_THERE = "already-there"
    OPEN = "open"
    REMARK = "remark"
    SUPERSEDED = "superseded"
    REFUSED = "refused"
    WAITING = "waiting"
    NOTED = "noted"
    NO_COMMENT = "no-comment"

    @classmethod
    def of(cls, verdict: Verdict) -> "Status":
        return cls(verdict.value)


class Fate(NamedTuple):
    """One status with the fields that it is about (`text.en`; none: the whole entry) and why."""

    status: Status
    fields: tuple[str, ...] = ()
    why: str = ""


class Entry(NamedTuple):
    """`number` counts from 0 among the entries of its kind in its input; `content` is None for `no comment`."""

    input: Input
    number: int
    content: Content | None
    fates: tuple[Fate, ...]


def entries(inputs: Iterable[Input], outcomes: Iterable[Outcome], withdrawn: Mapping[str, str]) -> tuple[Entry, ...]:
    """All entries, input by input as given; `withdrawn` names the records that take inputs back."""
    given = tuple(inputs)
    back = taken_back(given, withdrawn)
    fates: dict[tuple[str, int], list[Outcome]] = {}
    for outcome in outcomes:
        fates.setdefault((outcome.input, outcome.proposal), []).append(outcome)
    return tuple(entry for one in given for entry in _of_input(one, back.get(one.name), fates))


def _of_input(one: Input, by: str | None, outcomes: dict[tuple[str, int], list[Outcome]]) -> Iterator[Entry]:
    gone = (Fate(Status.SUPERSEDED, (), by),) if by else ()
    for number, proposal in enumerate(one.proposals):
        found = _fates(outcomes.get((one.name, number), ()))
        yield Entry(one, number, proposal, found or gone or (Fate(Status.WAITING),))
    noted = gone or (Fate(Status.NOTED),)
    groups: tuple[tuple[Content, ...], ...] = (one.projects, one.agenda, one.talking_points)
    for group in groups:
        for number, content in enumerate(group):
            yield Entry(one, number, content, noted)
    if not (one.proposals or one.projects or one.agenda or one.talking_points):
        yield Entry(one, 0, None, gone or (Fate(Status.NO_COMMENT),))


def _fates(outcomes: Iterable[Outcome]) -> tuple[Fate, ...]:
    """Equal verdicts for equal reasons are one fate, with all their fields."""
    fields: dict[tuple[Verdict, str], tuple[str, ...]] = {}
    for outcome in outcomes:
        key = (outcome.verdict, outcome.why)
        fields[key] = (*fields.get(key, ()), *((outcome.field,) if outcome.field else ()))
    return tuple(Fate(Status.of(verdict), named, why) for (verdict, why), named in fields.items())


class Order:
    """Reading order for clauses, also for those that the present text does not have: by earlier texts, by anchors."""

    def __init__(self, texts: Iterable[Text], inputs: Iterable[Input]) -> None:
        """`texts` in falling importance: the first that has a clause says where it stands."""
        self._ranks = [{clause.id: n for n, clause in enumerate(text)} for text in texts]
        self._anchors: dict[str, Anchor] = {}
        for one in inputs:
            for proposal in one.proposals:
                if isinstance(proposal, Insert | Move):
                    self._anchors.setdefault(proposal.clause, proposal.anchor)

    def key(self, clause: str) -> tuple[float, str]:
        """A clause that no text has stands beside the clause that it was to be put after, before or in; else last."""
        seen: set[str] = set()
        at: str | None = clause
        while at is not None and at not in seen:
            for ranks in self._ranks:
                if at in ranks:
                    return (ranks[at] if at == clause else ranks[at] + 0.5, clause)
            seen.add(at)
            at = self._anchors[at].clause if at in self._anchors else None
        return (float("inf"), clause)
