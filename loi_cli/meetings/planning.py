"""An agenda planned from the state of the dossier: what is open with the other party first, then what is open among
us, then what units ask to talk about; the time of the meeting shared out among all of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from loi_cli.i18n import _
from loi_cli.meetings.follow_up import Action
from loi_cli.model.conflicts import Conflict, conflicts_in
from loi_cli.model.dossier import Dossier
from loi_cli.model.inputs import AgendaProposal, Input
from loi_cli.model.meetings import Meeting
from loi_cli.model.problems import LoiError
from loi_cli.model.standing import taken_back
from loi_cli.model.text import Clause, Kind, Text

STEP = 5
"""Minutes are given away in steps of so many; no topic gets fewer."""

CLOSING = 10
FOLLOW_UP = "follow-up"
NEXT_STEPS = "next-steps"
PREAMBLE = "preamble"


class Wish(NamedTuple):
    """A topic that a unit asked for."""

    proposal: AgendaProposal
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One item to be. `clause` is the article or annex that it is about, None for the preamble, the closing, and what
    units ask for beside the text; `with_party`: the other party is a side of something open in it."""

    id: str
    clause: Clause | None = None
    clauses: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    with_party: bool = False
    wishes: tuple[Wish, ...] = ()
    actions: tuple[Action, ...] = ()
    minutes: int = 0

    @property
    def wished(self) -> int:
        """The minutes that units asked for, in whole steps."""
        return sum(-(-(wish.proposal.minutes or 0) // STEP) * STEP for wish in self.wishes)

    @property
    def weight(self) -> int:
        """How much there is to say beside what units asked for: each clause in dispute once, with the other party
        twice, whatever its languages."""
        disputed = len({conflict.clause for conflict in self.conflicts})
        return disputed * (2 if self.with_party else 1) + len(self.actions)


def topics(
    text: Text,
    dossier: Dossier,
    inputs: Iterable[Input],
    actions: Sequence[Action],
    held: Sequence[Meeting] = (),
    withdrawn: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Topic, ...]:
    """The items in order: what the last meeting left, the articles that are open or asked for, the closing.

    Articles in dispute with the other party come first, each group in the order of the text; what units ask for beside
    the text comes last. What a meeting `held` since then had on its agenda is not asked for again.
    """
    tops = _tops(text)
    groups: dict[str, Topic] = {}
    for conflict in conflicts_in(text):
        group = _group(tops[conflict.clause], groups)
        theirs = dossier.other in {name.split(".")[0] for r in conflict.bracket.readings for name in r.names}
        groups[group.id] = replace(group, conflicts=(*group.conflicts, conflict), with_party=group.with_party or theirs)
    loose: list[Topic] = []
    for wish in _wishes(inputs, withdrawn, Heard(held, tops)):
        about = next((tops[c] for c in wish.proposal.clauses if c in tops), None)
        if about is None:
            loose.append(Topic(id=f"topic-{len(loose) + 1}", wishes=(wish,)))
            continue
        group = _group(about, groups)
        groups[group.id] = replace(group, wishes=(*group.wishes, wish))
    rank = {clause.id: n for n, clause in enumerate(text)}
    found = sorted(groups.values(), key=lambda t: (not t.with_party, not t.conflicts, rank[t.clauses[0]]))
    first = (Topic(id=FOLLOW_UP, actions=tuple(actions)),) if actions else ()
    return (*first, *found, *loose, Topic(id=NEXT_STEPS))


def shared_out(some: Sequence[Topic], length: int) -> tuple[Topic, ...]:
    """The topics with their minutes, which together are no more than `length`. What units asked for is given where all
    others still get a step, and what is in dispute in the same article has its share beside it. Raises LoiError where
    there is no step for each."""
    free = length - CLOSING
    talked = [topic for topic in some if topic.id != NEXT_STEPS]
    if free < STEP * len(talked):
        needed = CLOSING + STEP * len(talked)
        raise LoiError(
            _("{count} topics need {needed} minutes at least, and the meeting has {length}").format(
                count=len(talked) + 1, needed=needed, length=length
            ),
            _("let it end later, or hold a second one: `--end`"),
        )
    asked = {topic.id: topic.wished for topic in talked}
    weights = {topic.id: topic.weight or 1 for topic in talked if topic.weight or not topic.wished}
    if sum(asked.values()) + STEP * len(weights) > free:
        weights = {topic.id: max(1, topic.weight + topic.wished // STEP) for topic in talked}
        asked = {}
    shares = _shares(weights, (free - sum(asked.values())) // STEP)
    given = {topic.id: asked.get(topic.id, 0) + shares.get(topic.id, 0) for topic in talked}
    return tuple(replace(topic, minutes=given.get(topic.id, CLOSING)) for topic in some)


def _shares(weights: Mapping[str, int], steps: int) -> dict[str, int]:
    """So many steps for the weights, one for each at least: the largest remainders get what is left over."""
    whole = sum(weights.values())
    spare = steps - len(weights)
    exact = {name: spare * weight for name, weight in weights.items()}
    given = {name: 1 + part // whole for name, part in exact.items()}
    by_rest = sorted(weights, key=lambda name: -(exact[name] % whole))
    for name in by_rest[: steps - sum(given.values())]:
        given[name] += 1
    return {name: count * STEP for name, count in given.items()}


class Heard:
    """What meetings had on their agenda: a wish of an earlier day for a topic of the same title, or for an article
    that was heard, was answered there."""

    def __init__(self, meetings: Sequence[Meeting], tops: Mapping[str, Clause]) -> None:
        self._tops = tops
        self._days: dict[tuple[str, str], date] = {}
        for meeting in meetings:
            for item in meeting.agenda:
                for about in self._about(item.title, item.clauses):
                    self._days[about] = max(meeting.date, self._days.get(about, meeting.date))

    def answered(self, wish: AgendaProposal, day: date | None) -> bool:
        return day is not None and any(
            day <= self._days[about] for about in self._about(wish.title, wish.clauses) if about in self._days
        )

    def _about(self, title: Mapping[str, str], clauses: Iterable[str]) -> Iterator[tuple[str, str]]:
        yield from (("title", words.casefold()) for words in title.values())
        yield from (("article", self._tops[clause].id) for clause in clauses if clause in self._tops)


def _wishes(inputs: Iterable[Input], withdrawn: Mapping[str, str], heard: Heard) -> list[Wish]:
    """What units ask for, unless they took it back or a meeting heard it."""
    some = tuple(inputs)
    gone = taken_back(some, withdrawn)
    return [
        Wish(wish, one.unit or one.side)
        for one in some
        if one.name not in gone
        for wish in one.agenda
        if not heard.answered(wish, one.date)
    ]


def _tops(text: Text) -> dict[str, Clause]:
    """For every clause the one without a parent that it stands in; a parent stands before its children."""
    found: dict[str, Clause] = {}
    for clause in text:
        found[clause.id] = found.get(clause.parent or "", clause)
    return found


def _group(top: Clause, groups: Mapping[str, Topic]) -> Topic:
    """The topic of an article; all recitals are one."""
    if top.kind is Kind.RECITAL:
        known = groups.get(PREAMBLE, Topic(id=PREAMBLE))
        return known if top.id in known.clauses else replace(known, clauses=(*known.clauses, top.id))
    name = top.id.replace(".", "-")
    name = f"{name[:32]}-article" if name in (FOLLOW_UP, NEXT_STEPS, PREAMBLE) else name[:40]
    return groups.get(name) or Topic(id=name, clause=top, clauses=(top.id,))
