"""The command that comes next, where what was done alone does not say it."""

from datetime import date

from loi_cli.cli.console import Console
from loi_cli.i18n import _, n_
from loi_cli.intake.register import Register
from loi_cli.intake.rounds import round_now
from loi_cli.meetings.replies import Reply, State


def who_to_ask(register: Register, found: tuple[Reply, ...], today: date) -> str:
    """`loi request`: ask 2 units. Nothing once a unit has answered in the round that it is, its last day is over, or
    requests of it lie in out/."""
    dossier = register.opened.dossier
    if not dossier.rounds:
        return ""
    number = round_now(dossier, today)
    asked = [one for one in found if one.asked and one.round == number]
    made = any((register.opened.path / "out" / "internal" / "requests").glob(f"*/*-{number}.yaml"))
    if made or not asked or any(one.state is not State.MISSING or one.late for one in asked):
        return ""
    return n_("`loi request`: ask {n} unit", "`loi request`: ask {n} units", len(asked))


def tell_to_look_around(speaker: Console) -> None:
    """Where nothing is left to be done with what was shown."""
    speaker.note(_("next: `loi` shows where the dossier stands and what is to be done"))
