"""What meetings asked for, and what became of it: every action item with its owner, its last day and its state."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from loi_cli.model.meetings import Meeting
from loi_cli.model.minutes import Minutes
from loi_cli.model.records import ActionStep


class State(StrEnum):
    OVERDUE = "overdue"
    OPEN = "open"
    DONE = "done"


class Action(NamedTuple):
    """One action item. `due` is its last day now, `first_due` the one that the meeting set; `steps` are what was
    recorded since, oldest first."""

    meeting: str
    name: str
    what: Mapping[str, str]
    owner: str
    due: date
    first_due: date
    state: State
    steps: tuple[ActionStep, ...] = ()

    @property
    def id(self) -> str:
        """What it is called over all meetings: `2022-02-15-bilateral/list`."""
        return f"{self.meeting}/{self.name}"

    @property
    def is_open(self) -> bool:
        return self.state is not State.DONE


def follow_up(held: Iterable[tuple[Meeting, Minutes]], steps: Iterable[ActionStep], today: date) -> tuple[Action, ...]:
    """Overdue ones first, then the open ones, each by last day; then what is done. `steps` are those that count."""
    known: dict[tuple[str, str], list[ActionStep]] = {}
    for step in sorted(steps, key=lambda s: (s.date, s.at, s.name)):
        known.setdefault((step.meeting, step.action), []).append(step)
    found = []
    for meeting, minutes in held:
        for item in minutes.actions:
            own = tuple(known.get((meeting.name, item.id), ()))
            due = next((step.due for step in reversed(own) if step.due), item.due)
            done = any(step.done for step in own)
            state = State.DONE if done else State.OVERDUE if due < today else State.OPEN
            found.append(Action(meeting.name, item.id, item.what, item.owner, due, item.due, state, own))
    order = list(State)
    return tuple(sorted(found, key=lambda a: (order.index(a.state), a.due, a.id)))
