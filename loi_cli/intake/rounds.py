"""Which round it is for a unit."""

from datetime import date

from loi_cli.i18n import _
from loi_cli.model.dossier import Dossier, Unit
from loi_cli.model.problems import LoiError


def current_round(dossier: Dossier, unit: Unit, today: date) -> int:
    """The first round that the unit is asked in and whose last day is not over; else the last one it was asked in.

    A unit that was never asked has the rounds of the dossier. Raises LoiError for a dossier without rounds.
    """
    asked = sorted(unit.rounds) or sorted(dossier.rounds)
    if not asked:
        raise LoiError(_("the dossier has no rounds"), _("add `rounds: {1: {due: 2022-01-14}}` to dossier.yaml"))
    return next((n for n in asked if (dossier.due(unit, n) or today) >= today), asked[-1])


def round_now(dossier: Dossier, today: date) -> int:
    """The first round of the dossier whose last day is not over; else the last. Raises LoiError without rounds."""
    return current_round(dossier, Unit(id="", name=""), today)


def round_over(dossier: Dossier, today: date) -> int:
    """The last round whose last day is over. Raises LoiError where there is none."""
    over = [number for number, due in sorted(dossier.rounds.items()) if due < today]
    if not over:
        raise LoiError(_("no round is over yet"), _("name one: --round N"))
    return over[-1]
