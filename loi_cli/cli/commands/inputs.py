"""loi inputs."""

from collections.abc import Sequence
from itertools import groupby
from typing import Annotated

import typer

from loi_cli.cli.choosing import unit_named
from loi_cli.cli.console import Console, Styled
from loi_cli.cli.session import Format, FormatOption, now, session
from loi_cli.i18n import _, n_
from loi_cli.intake.merging import as_merged
from loi_cli.intake.register import Register
from loi_cli.meetings.entries import Entry, Status, entries
from loi_cli.meetings.lives import Stage, life
from loi_cli.meetings.standing import Standing, Taken, taken
from loi_cli.model.dossier import Dossier
from loi_cli.model.identifiers import counted
from loi_cli.model.inputs import AgendaProposal, Position, Project, TalkingPoint
from loi_cli.model.problems import Problem

HELP = _(
    """Every input by its round, with its side, where it stands, date, file, the version that took it first, and, from
100 columns on, its hash. With UNIT (or a party's code) the life of each of its proposals in the text as it stands.

Examples:  loi inputs   ·   loi inputs ilmate   ·   loi inputs --format json"""
)


def command(
    ctx: typer.Context,
    unit: Annotated[str | None, typer.Argument(metavar="UNIT", help=_("Whose proposals; also a party."))] = None,
    format: FormatOption = Format.TEXT,
) -> None:
    here = session(ctx)
    register = here.register(keep_going=True)
    opened = register.opened
    every = taken(
        register.merged, register.waiting, (opened.store.version(h) for h in opened.headers), register.withdrawn_by
    )
    if unit is not None:
        who = unit if unit in opened.dossier.parties else unit_named(unit, opened.dossier)
        every = tuple(one for one in every if who in (one.input.unit, one.input.party))
    order = sorted(every, key=lambda t: (t.input.round or 0, opened.dossier.rank(t.input.side), counted(t.input.name)))
    refused = _refused(register, opened.dossier, unit)
    lives = _lives(register, order) if unit is not None else {}
    if format is Format.JSON:
        here.console.json({
            "schema": 1,
            "inputs": [_as_json(one) | ({"proposals": [_entry_json(e, s) for e, s in lives[one.input.name]]}
                                        if unit is not None else {}) for one in order],
            "refused": [{"file": file, "state": Standing.REFUSED.value, "problems": [p.message for p in some]}
                        for file, some in refused.items()],
        })  # fmt: skip
        return
    if unit is None:
        _by_round(here.console, order)
    else:
        for one in order:
            here.console.report((one.input.file, "strong"), "  ", *_row(one)[1:2], f"  {_where(one)}")
            here.console.table([_told(entry, stages) for entry, stages in lives[one.input.name]], indent="  ")
    for file, some in refused.items():
        count = n_("{n} problem", "{n} problems", len(some))
        here.console.report((file, "strong"), "  ", (_standing(Standing.REFUSED), "error"), f"  {count}")
    total = n_("{n} input", "{n} inputs", len(order))
    here.console.note(total, ": `loi merge`" if any(t.standing is Standing.WAITING for t in order) else "")
    if unit is None and order:
        said = _("next: `loi inputs {side}` tells what became of each of its proposals")
        here.console.note(said.format(side=order[-1].input.unit or order[-1].input.party))


def _by_round(speaker: Console, order: Sequence[Taken]) -> None:
    """A table for each round, those of the other party first: its inputs belong to none."""
    narrow = speaker.room is not None and speaker.room < WIDE_ENOUGH
    for number, some in groupby(order, key=lambda one: one.input.round):
        title = _("From the other party") if number is None else _("Round {number}").format(number=number)
        speaker.report((title, "strong"))
        speaker.table([_row(one)[:-1] if narrow else _row(one) for one in some], indent="  ")


WIDE_ENOUGH = 100
"""A terminal of fewer columns shows no hashes of inputs."""

Lives = dict[str, list[tuple[Entry, tuple[Stage, ...]]]]


def _lives(register: Register, order: list[Taken]) -> Lives:
    """By input, each of its entries with what it has come to in the text as it stands."""
    decisions = {d.name: d for d in (*register.decisions, *register.waiting_decisions)}
    outcomes = as_merged(register, now()).outcomes
    found: Lives = {one.input.name: [] for one in order}
    for entry in entries((one.input for one in order), outcomes, register.withdrawn_by):
        found[entry.input.name].append((entry, life(entry, decisions)))
    return found


def _refused(register: Register, dossier: Dossier, unit: str | None) -> dict[str, list[Problem]]:
    """The files in inputs/ that cannot be taken, by file; with a unit those that bear its name."""
    known = dossier.unit_named(unit) if unit else None
    names = (known.id, *known.was) if known else ((unit,) if unit else ())
    found: dict[str, list[Problem]] = {}
    for problem in register.refused:
        stem = problem.place.file.rpartition("/")[2]
        if not names or any(stem.startswith(f"{name}-") for name in names):
            found.setdefault(problem.place.file, []).append(problem)
    return found


def _as_json(one: Taken) -> dict[str, object]:
    it = one.input
    return {
        "file": it.file,
        "side": it.side,
        "unit": it.unit,
        "party": it.party,
        "round": it.round,
        "date": it.date.isoformat() if it.date else None,
        "sha256": it.sha256,
        "base": it.base,
        "source": it.source,
        "no_comment": it.no_comment,
        "state": one.standing.value,
        "version": one.version.full_label if one.version else None,
        "superseded_by": one.by if one.by and one.standing is not Standing.WITHDRAWN else None,
        "withdrawn_by": f"records/{one.by}.yaml" if one.standing is Standing.WITHDRAWN else None,
    }


def _entry_json(entry: Entry, stages: tuple[Stage, ...]) -> dict[str, object]:
    content = entry.content
    place = content.place if content else entry.input.base_place
    return {
        "clause": getattr(content, "clause", None),
        "what": type(content).__name__.lower() if content else "no-comment",
        "line": place.line,
        "outcomes": [
            {
                "outcome": stage.status.value,
                "fields": list(stage.fields),
                "why": stage.why,
                "decision": {
                    "record": f"records/{stage.decision.name}.yaml",
                    "by": stage.decision.by,
                    "date": stage.decision.date.isoformat(),
                    "reason": stage.decision.reason,
                }
                if stage.decision
                else None,
            }
            for stage in stages
        ],
    }


def _row(one: Taken) -> tuple[Styled, ...]:
    it = one.input
    style = {Standing.WAITING: "warning", Standing.MERGED: "added"}.get(one.standing, "muted")
    return (
        (it.side, "name"),
        (_standing(one.standing), style),
        it.date.isoformat() if it.date else _("undated"),
        it.file,
        _where(one),
        (it.sha256[:8], "muted"),
    )


def _standing(standing: Standing) -> str:
    return {
        Standing.WAITING: _("waiting"),
        Standing.MERGED: _("merged"),
        Standing.SUPERSEDED: _("superseded"),
        Standing.WITHDRAWN: _("withdrawn"),
        Standing.REFUSED: _("refused"),
    }[standing]


def _where(one: Taken) -> str:
    version = one.version.label if one.version else ""
    by = _("withdrawn by records/{record}.yaml").format(record=one.by) if one.standing is Standing.WITHDRAWN else ""
    taken_back = by or (_("taken back by {input}").format(input=one.by) if one.by else "")
    return ", ".join(part for part in (version, taken_back) if part)


def _told(entry: Entry, stages: tuple[Stage, ...]) -> tuple[Styled, ...]:
    if isinstance(entry.content, Position) and all(stage.status is Status.REMARK for stage in stages):
        return (_about(entry), "; ".join(stage.why for stage in stages))
    if isinstance(entry.content, Project | AgendaProposal | TalkingPoint) and entry.fates[0].why:
        return (_about(entry), _("taken back by {input}").format(input=entry.fates[0].why))
    return (_about(entry), "; ".join(dict.fromkeys(_stage(stage, len(stages) > 1) for stage in stages)))


def _about(entry: Entry) -> Styled:
    match entry.content:
        case None:
            return _("no comment")
        case Project(id=name):
            return _("project {name}").format(name=name)
        case AgendaProposal():
            return _("agenda item")
        case TalkingPoint(about=about):
            return _("talking point on {clause}").format(clause=about)
        case proposal:
            return f"{type(proposal).__name__.lower()} {proposal.clause}"


def _stage(stage: Stage, several: bool) -> str:
    said = {
        Status.MERGED: _("in the text"),
        Status.CONFLICT: _("in a bracket"),
        Status.ALREADY_THERE: _("was there already"),
        Status.OPEN: _("open: its wording is still to come"),
        Status.REMARK: _("kept as a remark"),
        Status.SUPERSEDED: _("not in the text"),
        Status.REFUSED: _("could not be applied"),
        Status.WAITING: _("waits to be merged"),
        Status.NOTED: _("noted"),
        Status.NO_COMMENT: _("noted"),
    }[stage.status]
    fields = f" ({', '.join(stage.fields)})" if several and stage.fields else ""
    if stage.decision is not None:
        one = stage.decision
        decided = (
            _("{said}{fields}: decided so by {by} on {date}: {reason}")
            if stage.status is Status.MERGED
            else _("{said}{fields}: decided otherwise by {by} on {date}: {reason}")
        )
        return decided.format(said=said, fields=fields, by=one.by, date=one.date, reason=" ".join(one.reason.split()))
    return f"{said}{fields}{': ' + stage.why if stage.why else ''}"
