"""The command that comes next, where what was done alone does not say it."""

from datetime import date

from loi_cli.cli.console import Console
from loi_cli.i18n import _, n_
from loi_cli.intake.register import Register
from loi_cli.intake.rounds import round_now
from loi_cli.meetings.replies import Reply, State
from loi_cli.merge.staleness import waits_for


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


def who_to_translate(register: Register) -> str:
    """`loi request --translation ru`: of the languages of the newest text that wait, the one that waits most."""
    text = (register.heads or (register.root,))[0].text
    languages = register.opened.dossier.languages
    waiting = {one: sum(waits_for(clause, one) for clause in text) for one in languages}
    most = max(waiting, key=lambda one: waiting[one])
    if not waiting[most]:
        return ""
    return n_(
        "`loi request --translation {language}`: ask for {n} wording that is stale or missing",
        "`loi request --translation {language}`: ask for {n} wordings that are stale or missing",
        waiting[most],
    ).format(language=most)


def tell_to_look_around(speaker: Console) -> None:
    """Where nothing is left to be done with what was shown."""
    speaker.note(_("next: `loi` shows where the dossier stands and what is to be done"))
