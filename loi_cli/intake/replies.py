"""Who was asked, who has answered, who is late."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from loi_cli.intake.register import Register
from loi_cli.model.dossier import Unit


class State(StrEnum):
    RECEIVED = "received"
    MISSING = "missing"
    NO_COMMENT = "no-comment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One unit in one round. Late: sent after the day it was due, or not sent and that day is past."""

    unit: Unit
    round: int
    state: State
    late: bool
    due: date | None
    sent: date | None


def replies(register: Register, today: date) -> tuple[Reply, ...]:
    """Every unit in every round that it is asked in, in the order of rounds, then of units."""
    dossier = register.opened.dossier
    out = []
    for number in sorted(dossier.rounds):
        for unit in dossier.units.values():
            sent = [i for i in register.inputs if i.unit == unit.id and i.round == number]
            if number not in unit.rounds and not sent:
                continue
            due = dossier.due(unit, number)
            dates = [i.date for i in sent if i.date]
            first = min(dates, default=None)
            if not sent:
                state, late = State.MISSING, due is not None and today > due
            else:
                state = State.NO_COMMENT if all(i.no_comment for i in sent) else State.RECEIVED
                late = due is not None and first is not None and first > due
            out.append(Reply(unit=unit, round=number, state=state, late=late, due=due, sent=first))
    return tuple(out)
