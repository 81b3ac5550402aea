"""The unit that a request, a reminder or an answer goes to."""

from datetime import date
from typing import NamedTuple

from loi_cli.model.dossier import Unit
from loi_cli.model.records import Decision, Withdrawal
from loi_cli.model.versions import Version


class Addressee(NamedTuple):
    """`due` is its last day in the round; `reminds`: it was asked before and has not answered.

    `decisions` are those that its proposals may have met with, `withdrawals` those of its inputs. `translates` is the
    language it is asked to bring up to date, and `earlier` are the versions in which that language's sources may have
    been seen last, newest first.
    """

    unit: Unit
    round: int
    due: date | None = None
    reminds: bool = False
    decisions: tuple[Decision, ...] = ()
    withdrawals: tuple[Withdrawal, ...] = ()
    translates: str = ""
    earlier: tuple[Version, ...] = ()
