"""`loi status --all`: a line for every dossier, those that cannot be read too."""

from pathlib import Path
from typing import NamedTuple

import typer

from loi_cli.cli.commands.status import Standing, standing_of
from loi_cli.cli.console import Styled
from loi_cli.cli.layout import columns
from loi_cli.cli.session import Format, Session, now
from loi_cli.i18n import _, n_
from loi_cli.intake.opening import open_dossier
from loi_cli.intake.register import take_stock
from loi_cli.intake.whereabouts import all_dossiers
from loi_cli.meetings.replies import State
from loi_cli.model.problems import LoiError

WIDE = 100
"""From so many columns on the next meeting stands in the table."""


class _Line(NamedTuple):
    """One dossier; `standing` is None, and `why` says it, where it cannot be read."""

    folder: Path
    standing: Standing | None
    why: str = ""


def tell_all(here: Session, format: Format) -> None:
    """Exits 1 where one cannot be read. Raises LoiError where there is none."""
    lines = [_line(folder) for folder in all_dossiers(here.given, Path.cwd())]
    if format is Format.JSON:
        here.console.json({"schema": 1, "dossiers": [_as_json(here, line) for line in lines]})
    else:
        titles = (_("dossier"), _("text"), _("sent"), _("late"), _("conflicts"), _("stale"), _("next meeting"))
        shown = len(titles) if columns() >= WIDE else len(titles) - 1
        rows = [tuple((title, "muted") for title in titles[:shown])]
        here.console.table([*rows, *(_row(here, line)[:shown] for line in lines)])
        unreadable = [line for line in lines if line.standing is None]
        for line in unreadable:
            here.console.warn((f"{here.told(line.folder)}: ", "strong"), line.why)
        first = unreadable[0] if unreadable else lines[0]
        verb = "check" if unreadable else "status"
        here.console.note(_("next: `loi -C {folder} {verb}`").format(folder=here.told(first.folder), verb=verb))
    if any(line.standing is None for line in lines):
        raise typer.Exit(1)


def _line(folder: Path) -> _Line:
    try:
        time = now()
        return _Line(folder, standing_of(take_stock(open_dossier(folder), time, True), time.date()))
    except LoiError as error:
        return _Line(folder, None, error.message)
    except OSError as error:
        return _Line(folder, None, error.strerror or str(error))


def _as_json(here: Session, line: _Line) -> dict[str, object]:
    said = line.standing.as_json() if line.standing else {}
    return {"dossier": here.told(line.folder), "unreadable": line.why or None, **said}


def _row(here: Session, line: _Line) -> tuple[Styled, ...]:
    name = (here.told(line.folder), "name")
    standing = line.standing
    if standing is None:
        return name, (_("cannot be read"), "error")
    asked = [r for r in standing.found if r.asked and r.round == _present_round(standing)]
    sent = sum(r.state is not State.MISSING for r in asked)
    heads = ", ".join(h.header.label for h in standing.register.heads) or "–"
    waiting = len(standing.register.waiting) + len(standing.register.waiting_records)
    late = len(standing.late)
    return (
        name,
        heads + (n_(", {n} waits", ", {n} wait", waiting) if waiting else ""),
        f"{sent}/{len(asked)}" if asked else "–",
        (str(late), "warning" if late else "muted"),
        (str(standing.conflicts), "warning" if standing.conflicts else "muted"),
        (str(standing.stale), "warning" if standing.stale else "muted"),
        str(standing.ahead.meeting.date) if standing.ahead and standing.ahead.meeting else "–",
    )


def _present_round(standing: Standing) -> int | None:
    """The first round that somebody still owes an answer in; else the last."""
    rounds = [r.round for r in standing.found if r.asked and r.round is not None]
    open_rounds = [r.round for r in standing.found if r.asked and r.round is not None and r.state is State.MISSING]
    return min(open_rounds, default=max(rounds, default=None))
