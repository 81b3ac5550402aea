"""Who was asked before the meeting, who answered, who is late: no unit and no input goes unmentioned."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from loi_cli.model.dossier import Dossier
from loi_cli.model.inputs import Input


class State(StrEnum):
    RECEIVED = "received"
    NO_COMMENT = "no-comment"
    MISSING = "missing"


class Reply(NamedTuple):
    """One unit in one round, or a party. `inputs` are its files in the order taken in; `asked`: by the dossier.

    `received` is the day of the first dated input. Late means: received after the last day, or missing when it is past.
    """

    unit: str | None
    party: str | None
    name: str
    round: int | None
    due: date | None
    asked: bool
    inputs: tuple[Input, ...]
    state: State
    received: date | None
    late: bool


def replies(dossier: Dossier, inputs: Iterable[Input], today: date) -> tuple[Reply, ...]:
    """Round by round in the order of the units; then what came without being asked for, then the parties."""
    waiting: dict[tuple[str, int | None], tuple[Input, ...]] = {}
    for given in inputs:
        key = (_sender(dossier, given), given.round)
        waiting[key] = (*waiting.get(key, ()), given)
    found = []
    for number in sorted({*dossier.rounds, *(n for unit in dossier.units.values() for n in unit.rounds)}):
        for unit in dossier.units.values():
            if number in unit.rounds:
                found.append(_reply(dossier, unit.id, number, waiting.pop((unit.id, number), ()), today, asked=True))
    rest = sorted(waiting, key=lambda key: (*dossier.rank(key[0]), key[1] or 0))
    return (*found, *(_reply(dossier, who, number, waiting[who, number], today, asked=False) for who, number in rest))


def _sender(dossier: Dossier, given: Input) -> str:
    """The unit's present id, also for an input sent under an earlier name; a party's code."""
    if given.unit is None:
        return given.party or given.side
    unit = dossier.unit_named(given.unit)
    return unit.id if unit else given.unit


def _reply(
    dossier: Dossier, who: str, number: int | None, inputs: tuple[Input, ...], today: date, *, asked: bool
) -> Reply:
    unit = dossier.units.get(who)
    due = dossier.due(unit, number) if unit and number is not None and asked else None
    received = min((given.date for given in inputs if given.date), default=None)
    state = State.RECEIVED if inputs else State.MISSING
    if inputs and all(given.no_comment for given in inputs):
        state = State.NO_COMMENT
    return Reply(
        unit=None if who in dossier.parties else who,
        party=who if who in dossier.parties else None,
        name=unit.name if unit else who,
        round=number,
        due=due,
        asked=asked,
        inputs=inputs,
        state=state,
        received=received,
        late=due is not None and (received or (due if inputs else today)) > due,
    )
