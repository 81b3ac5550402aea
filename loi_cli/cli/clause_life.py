"""The life of one clause, version by version: what changed, who asked for it and why, who decided."""

from collections.abc import Sequence

from loi_cli.cli.choosing import language_named
from loi_cli.cli.console import Console, Styled
from loi_cli.cli.hunks import Sheet, called, headline
from loi_cli.cli.layout import WIDE, columns, hung
from loi_cli.cli.said import decision_json, decisions_shown, said_json, said_shown
from loi_cli.cli.session import Format, Session, now
from loi_cli.history.difference_values import as_value
from loi_cli.history.lives import Turn, life
from loi_cli.i18n import _
from loi_cli.intake.clause_names import find_clause
from loi_cli.intake.merging import outcomes_now
from loi_cli.intake.sayings import Saying, decisions_on, sayings
from loi_cli.model.records import Decision
from loi_cli.model.text import Text


def tell_life(here: Session, name: str, language: str | None, format: Format) -> None:
    """Report it, oldest first; what waits to be merged comes last."""
    register = here.readable()
    opened = register.opened
    languages = (language_named(language, opened.dossier),) if language else opened.dossier.languages
    clause = find_clause(name, register).clause.id
    turns = list(life(clause, opened.store, opened.headers))
    said = sayings(clause, register, outcomes_now(register, now()))
    decided = decisions_on(clause, register)
    waiting = frozenset(i.name for i in register.waiting) | {d.name for d in register.waiting_decisions}
    if format is Format.JSON:
        told = [
            {
                **_header(turn),
                "difference": as_value(turn.difference, language),
                **_events(said, decided, turn.brought),
            }
            for turn in turns
        ]
        here.console.json({"schema": 1, "clause": clause, "turns": told, "waiting": _events(said, decided, waiting)})
        return
    for turn in turns:
        _report(here.console, turn, languages)
        _report_events(here.console, said, [d for d in decided if d.name in turn.brought], turn.brought, waiting)
        here.console.report()
    if any(s.input in waiting for s in said) or any(d.name in waiting for d in decided):
        here.console.report((_("waits for `loi merge`"), "warning"))
        _report_events(here.console, said, [d for d in decided if d.name in waiting], waiting, frozenset())
        here.console.report()
    here.console.note(_("next: `loi show {clause}` tells all that is known of it now").format(clause=clause))


def _header(turn: Turn) -> dict[str, object]:
    header = turn.header
    return {
        "version": header.label,
        "hash": header.hash,
        "against": turn.before.header.hash if turn.before else None,
        "time": header.time,
        "author": header.author,
        "message": header.message,
    }


def _events(said: Sequence[Saying], decided: Sequence[Decision], names: frozenset[str]) -> dict[str, object]:
    return {
        "said": [said_json(s) for s in said if s.input in names],
        "decisions": [decision_json(d) for d in decided if d.name in names],
    }


def _report(speaker: Console, turn: Turn, languages: Sequence[str]) -> None:
    header, difference = turn.header, turn.difference
    _number, _clause, _gap, change = headline(difference)
    number = difference.state.number
    head: list[Styled] = [(header.label, "strong"), f"  {header.time[:10]}  ", change, "  "]
    head += [(f"{number} " if number else "", "strong"), (difference.clause, "muted"), (f"  {header.message}", "muted")]
    for row in hung([], head, columns(), 2):
        speaker.report(*row)
    before = called(turn.before.text if turn.before else Text())
    sheet = Sheet(speaker, languages, before, called(turn.version.text), columns() >= WIDE and turn.before is not None)
    sheet.around(difference)
    sheet.words(difference)


def _report_events(
    speaker: Console,
    said: Sequence[Saying],
    decided: Sequence[Decision],
    names: frozenset[str],
    waiting: frozenset[str],
) -> None:
    """What the inputs of these names say, and decisions; `waiting` names those to be marked so."""
    for one in said:
        if one.input in names:
            for row in hung(["  "], said_shown(one), columns(), 2):
                speaker.report(*row)
    for indent, line in decisions_shown(decided, waiting):
        for row in hung([f"  {indent}"], line, columns(), 2):
            speaker.report(*row)
