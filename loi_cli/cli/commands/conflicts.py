"""loi conflicts."""

from typing import Annotated

import typer

from loi_cli.cli.dispute_view import tell_dispute
from loi_cli.cli.session import Format, FormatOption, session
from loi_cli.i18n import _, n_
from loi_cli.intake.disputes import Closed, Dispute, closed_disputes, disputes
from loi_cli.model.words import NOTHING

HELP = _(
    """Shows for each conflict the words that it started from, what every side wants to read, why, and where it says
so; the words that differ are marked. Exits 0; `loi check` counts open conflicts.

Examples:  loi conflicts   ·   loi conflicts areas.automotive --format json   ·   loi conflicts --all"""
)


def command(
    ctx: typer.Context,
    clause: Annotated[
        str | None, typer.Argument(metavar="CLAUSE", help=_("Only those of this clause (id or number)."))
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help=_("Closed ones too, with who decided."))] = False,
    format: FormatOption = Format.TEXT,
) -> None:
    here = session(ctx)
    register = here.register()
    found = disputes(register, clause)
    closed = closed_disputes(register, clause) if everything else ()
    if format is Format.JSON:
        report: dict[str, object] = {"schema": 1, "conflicts": [_as_json(d) for d in found]}
        if everything:
            report["closed"] = [_closed_json(c) for c in closed]
        here.console.json(report)
        return
    for one in closed:
        tell_dispute(here.console, one.dispute, _outcome(one))
    for dispute in found:
        tell_dispute(here.console, dispute, _state(dispute))
    if found:
        here.console.note(n_("{n} conflict is open", "{n} conflicts are open", len(found)))
        undecided = [d for d in found if d.decided is None]
        for first in undecided[:1]:
            here.console.note(
                _("next: `loi decide {clause} --take {side} --by OFFICE --reason WHY`").format(
                    clause=first.conflict.clause, side=first.voices[0].side
                )
            )
        if len(undecided) < len(found):
            here.console.note(
                n_(
                    "{n} is decided; `loi merge` applies it",
                    "{n} are decided; `loi merge` applies them",
                    len(found) - len(undecided),
                )
            )
    else:
        here.console.note(_("no conflict is open"))
    if register.waiting:
        here.console.note(
            n_(
                "{n} input waits; `loi merge` takes it in",
                "{n} inputs wait; `loi merge` takes them in",
                len(register.waiting),
            )
        )


def _as_json(dispute: Dispute) -> dict[str, object]:
    c = dispute.conflict
    return {
        "id": c.id,
        "clause": c.clause,
        "field": c.field,
        "language": c.language,
        "base": c.bracket.base,
        "kept_open": dispute.kept_open,
        "decided": dispute.decided,
        "sides": [
            {"side": v.side, "text": v.text, "reason": v.reason, "file": v.file, "line": v.line} for v in dispute.voices
        ],
    }


def _closed_json(one: Closed) -> dict[str, object]:
    decision = one.decision
    return {
        **_as_json(one.dispute),
        "version": one.version,
        "decision": {
            "record": f"records/{decision.name}.yaml",
            "take": decision.take,
            "words": dict(decision.words),
            "reads": decision.reads,
            "by": decision.by,
            "date": decision.date.isoformat(),
            "reason": decision.reason,
        }
        if decision
        else None,
    }


def _outcome(one: Closed) -> str:
    """How a conflict ended: who settled it, when, how and why."""
    decision = one.decision
    if decision is None:
        return _("last open in {version}; it went without a decision").format(version=one.version)
    took = decision.take or ", ".join(decision.words.values()) or NOTHING
    return _("decided: {took}, by {by} on {date}: {reason}").format(
        took=took, by=decision.by, date=decision.date, reason=decision.reason
    )


def _state(dispute: Dispute) -> str:
    if dispute.kept_open:
        return _("stays open on purpose")
    return _("decided, waits for `loi merge`") if dispute.decided else ""
