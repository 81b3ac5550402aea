"""loi withdraw."""

from collections.abc import Sequence
from typing import Annotated

import typer

from loi_cli.cli.console import Styled
from loi_cli.cli.effects import clauses_changed, tell_effect
from loi_cli.cli.session import (
    ByOption,
    DryRunOption,
    Format,
    FormatOption,
    ReasonOption,
    moment,
    now,
    session,
    signed,
)
from loi_cli.cli.step import taken
from loi_cli.i18n import _
from loi_cli.intake.merging import Prospect, prospect
from loi_cli.intake.records.keeping import named
from loi_cli.intake.records.withdrawal import withdrawal_bytes
from loi_cli.intake.register import Register, foreseen
from loi_cli.model.identifiers import nearest
from loi_cli.model.inputs import Input
from loi_cli.model.problems import LoiError
from loi_cli.model.records import Decision

HELP = _(
    """The input stays kept and listed; its sides leave the brackets, its words leave the text, as though it had never
been sent. The record has a name and a reason, and `loi undo` lets the input count again.

Examples:  loi withdraw ilmate-1 --by "Ditjen ILMATE" --reason "sent by mistake"
·  loi withdraw agro-2 --by OFFICE --reason WHY --dry-run"""
)


def command(
    ctx: typer.Context,
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT…", help=_("As its file is named: ilmate-1."))],
    by: ByOption = "",
    reason: ReasonOption = "",
    dry_run: DryRunOption = False,
    format: FormatOption = Format.TEXT,
) -> None:
    here = session(ctx)
    by, reason = signed(by, reason, _("a withdrawal has a name and a reason"))
    register = here.register()
    chosen = list({one.name: one for one in (_input_named(name, register) for name in inputs)}.values())
    time = now()
    step = [
        named(
            time.date(),
            "withdrawal",
            withdrawal_bytes(input=one.name, by=by, date=time.date(), at=moment(time), reason=reason),
        )
        for one in chosen
    ]
    found = prospect(register, time, "loi")
    clauses = clauses_changed(register, foreseen(register, step))
    done = taken(register.opened, step, dry_run)
    if format is Format.JSON:
        here.console.json({
            "schema": 1,
            "withdrawn": [
                {
                    "input": one.file,
                    "record": file,
                    "read_by": _read_by(one, register),
                    "proposals": [
                        {"clause": o.clause, "field": o.field, "was": o.verdict.value, "why": o.why}
                        for o in found.outcomes_of(one)
                    ],
                }
                for one, file in zip(chosen, done.files, strict=True)
            ],
            "clauses": clauses,
        })  # fmt: skip
        return
    from loi_cli.cli.commands.merge import VERDICT_STYLES, verdict_words

    rows: list[tuple[Styled, ...]] = []
    for one in chosen:
        outcomes = found.outcomes_of(one)
        for k, o in enumerate(outcomes):
            was = _("was {verdict}").format(verdict=verdict_words(o.verdict))
            name = one.name if k == 0 else ""
            rows.append(((name, "name"), f"{o.clause} {o.field}".strip(),
                         (was, VERDICT_STYLES.get(o.verdict, "muted")), (o.why, "muted")))  # fmt: skip
        if not outcomes:
            rows.append(((one.name, "name"), _("nothing on the text"), "", ""))
    here.console.table(rows)
    for one in chosen:
        if later := _read_by(one, register):
            here.console.note(
                _("{later} had read its words in the text, and may be in dispute now").format(later=", ".join(later))
            )
    for decision in _that_stand(chosen, found, register):
        here.console.note(
            _("{record} by {by} stands, and its words with it; `loi undo {record}` opens the dispute again").format(
                record=decision.name, by=decision.by
            )
        )
    done.tell(here)
    tell_effect(here.console, clauses, dry_run)


def _that_stand(chosen: Sequence[Input], found: Prospect, register: Register) -> list[Decision]:
    """The decisions that settled what these inputs wanted."""
    settled = {o.record for one in chosen for o in found.outcomes_of(one)}
    return [d for d in (*register.decisions, *register.waiting_decisions) if d.name in settled]


def _input_named(name: str, register: Register) -> Input:
    """Raises LoiError for one that there is not, or that was withdrawn before."""
    known = register.inputs_by_name
    plain = name.replace("\\", "/").rpartition("/")[2].removesuffix(".yaml")
    if plain not in known:
        near = nearest(plain, known)
        raise LoiError(
            _("there is no input “{name}”").format(name=name),
            _("did you mean “{near}”?").format(near=near) if near else _("`loi status` lists what was sent"),
        )
    if plain in register.withdrawn:
        record = register.withdrawn[plain]
        raise LoiError(
            _("{input} was withdrawn already, by {by} on {date}").format(input=plain, by=record.by, date=record.date),
            _("`loi undo {record}` lets it count again").format(record=record.name),
        )
    return known[plain]


def _read_by(one: Input, register: Register) -> list[str]:
    """The inputs that were written against a version that holds this one."""
    store, held = register.opened.store, {}
    for other in register.inputs:
        header = register.base_of(other)
        if header.hash not in held:
            version = register.root if register.is_new else store.version(header)
            held[header.hash] = {m.name for m in version.inputs}
    return [o.file for o in register.inputs if one.name in held[register.base_of(o).hash] and o.name != one.name]
