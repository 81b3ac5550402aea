"""loi undo."""

from typing import Annotated

import typer

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
from loi_cli.intake.records.keeping import Written, named
from loi_cli.intake.records.undoing import undoing_bytes
from loi_cli.intake.records.withdrawal import withdrawal_bytes
from loi_cli.intake.register import foreseen
from loi_cli.intake.undoing import TakenBack, last_step, last_undoing, step_named
from loi_cli.model.problems import LoiError
from loi_cli.model.records import (
    ActionStep,
    Agreement,
    Approval,
    Closing,
    Decision,
    Naming,
    Record,
    Undoing,
    Withdrawal,
)

HELP = _(
    """Nothing is erased: the step is taken back by further records, and the next merge applies them. Decisions,
agreements, names, approvals and withdrawals are undone; a merge is taken back by withdrawing the inputs that it took in
and undoing the decisions that it applied. Again takes back the step before; --redo lets what was taken back last count
again.

Examples:  loi undo --by OFFICE --reason "decided too early"   ·   loi undo --redo --by OFFICE --reason WHY
·  loi undo 2022-01-31-decision-5d0c11aa --by OFFICE --reason WHY --dry-run"""
)


def command(
    ctx: typer.Context,
    record: Annotated[
        str | None, typer.Argument(metavar="RECORD", help=_("Take back this record, in place of the last step."))
    ] = None,
    redo: Annotated[bool, typer.Option("--redo", help=_("Let what was taken back last count again."))] = False,
    by: ByOption = "",
    reason: ReasonOption = "",
    dry_run: DryRunOption = False,
    format: FormatOption = Format.TEXT,
) -> None:
    here = session(ctx)
    if record and redo:
        raise LoiError(
            _("--redo and a record's name do not go together"),
            _("name the record that took the step back, or use --redo alone"),
        )
    by, reason = signed(by, reason, _("taking a step back has a name and a reason"))
    register = here.register()
    found = step_named(record, register) if record else last_undoing(register) if redo else last_step(register)
    step = _records(found, by, reason)
    clauses = clauses_changed(register, foreseen(register, step))
    done = taken(register.opened, step, dry_run)
    version = found.step.version
    if format is Format.JSON:
        here.console.json({
            "schema": 1,
            "version": version.full_label if version else None,
            "inputs": [f"inputs/{name}.yaml" for name in found.inputs],
            "undoes": [f"records/{name}.yaml" for name in found.undoes],
            "records": [file for file in done.files if file],
            "clauses": clauses,
        })  # fmt: skip
        return
    if version is not None:
        here.console.report(
            (version.full_label, "strong"), f"  {version.time}  {version.author}  ", (version.message, "muted")
        )
    for name in found.inputs:
        here.console.report("  ", (name, "name"), "  ", _("is withdrawn"))
    for one in found.step.records:
        here.console.report("  ", (one.name, "name"), "  ", _said(one))
    done.tell(here)
    tell_effect(here.console, clauses, dry_run)


def _records(found: TakenBack, by: str, reason: str) -> list[Written]:
    time = now()
    day, at = time.date(), moment(time)
    version = found.step.version.hash if found.step.version else None
    gone = [
        withdrawal_bytes(input=name, version=version, by=by, date=day, at=at, reason=reason) for name in found.inputs
    ]
    undone = [undoing_bytes(undoes=name, by=by, date=day, at=at, reason=reason) for name in found.undoes]
    return [
        *(named(day, "withdrawal", data) for data in gone),
        *(named(day, "undo", data) for data in undone),
    ]


def _said(record: Record) -> str:
    """What a record that is taken back had said, with its office and its day."""
    match record:
        case Decision():
            what = record.take or (", ".join(record.words.values()) or ("–" if record.words else _("stays open")))
            what = f"{record.conflict}: {what}"
        case Agreement():
            what = _("agreed: {clause}").format(clause=record.clause)
        case Naming():
            what = _("the name {tag}").format(tag=record.tag)
        case Withdrawal():
            what = _("withdrew {input}").format(input=record.input)
        case Approval():
            what = _("passed {gate} for the text {hash}").format(gate=record.gate, hash=record.text[:8])
        case Closing():
            what = _("closed the dossier")
        case Undoing():
            what = _("undid {record}").format(record=record.undoes)
        case ActionStep(meeting=meeting, action=action, due=due):
            became = _("due {day}").format(day=due) if due else _("done")
            what = f"{meeting}/{action}: {became}"
        case _:
            what = record.name
    return f"{what}  ({record.by}, {record.date})"
