"""The unit that a letter, a form or an answer goes to, with what may have happened to what it said."""

from loi_cli.intake.register import Register
from loi_cli.model.dossier import Unit
from loi_cli.render.addressee import Addressee


def addressee(unit: Unit, round: int, register: Register) -> Addressee:
    return Addressee(
        unit=unit,
        round=round,
        due=register.opened.dossier.due(unit, round),
        decisions=(*register.decisions, *register.waiting_decisions),
        withdrawals=tuple(register.withdrawn.values()),
    )
