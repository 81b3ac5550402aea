"""loi conflicts."""

from typing import Annotated

import typer

from loi_cli.cli.console import Console
from loi_cli.cli.session import Format, FormatOption, session
from loi_cli.i18n import _, n_
from loi_cli.intake.disputes import Dispute, disputes
from loi_cli.merge.edits import edits
from loi_cli.merge.tokens import tokens_of
from loi_cli.model.words import NOTHING, agreed

HELP = _(
    """Shows for each conflict the words that it started from, what every side wants to read, why, and where it says
so. Exits 0; `loi check` counts open conflicts.

Examples:  loi conflicts   ·   loi conflicts areas.automotive --format json"""
)


def command(
    ctx: typer.Context,
    clause: Annotated[
        str | None, typer.Argument(metavar="CLAUSE", help=_("Only those of this clause (id or number)."))
    ] = None,
    format: FormatOption = Format.TEXT,
) -> None:
    here = session(ctx)
    register = here.register()
    found = disputes(register, clause)
    if format is Format.JSON:
        here.console.json({"schema": 1, "conflicts": [_as_json(d) for d in found]})
        return
    for dispute in found:
        _report(here.console, dispute)
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


def _report(speaker: Console, dispute: Dispute) -> None:
    c = dispute.conflict
    number = f" ({dispute.number})" if dispute.number else ""
    state = _("  decided, waits for `loi merge`") if dispute.decided else ""
    state = _("  stays open on purpose") if dispute.kept_open else state
    speaker.report((c.id, "strong"), number, (state, "muted"))
    if dispute.around:
        speaker.report(("  … ", "muted"), (dispute.around, "muted"))
    label = max(len(_("base")), *(len(v.side) for v in dispute.voices))
    speaker.report(f"  {_('base'):<{label}}  ", c.bracket.base or NOTHING)
    for voice in dispute.voices:
        marked = _marked(c.bracket.base, voice.text, c.language)
        speaker.report("  ", (f"{voice.side:<{label}}  ", "name"), *marked)
        where = f"{voice.file}:{voice.line}" if voice.line else voice.file
        if voice.reason or where:
            why = f"{voice.reason}  " if voice.reason else ""
            speaker.report(" " * (label + 4), (f"{why}{where}", "muted"))
    speaker.report()


def _marked(base: str, reading: str, language: str | None) -> list[tuple[str, str]]:
    """A reading with the words that differ from the base made strong."""
    if not reading:
        return [(NOTHING, "removed")]
    if not language:
        return [(reading, "added")]
    old, new = tokens_of(agreed(base, ""), language), tokens_of(agreed(reading, ""), language)
    out: list[tuple[str, str]] = []
    done = 0
    for edit in edits(old, new, language):
        out.append(("".join(t.text for t in old[done : edit.start]), "muted"))
        out.append(("".join(t.text for t in edit.new), "added"))
        done = edit.end
    out.append(("".join(t.text for t in old[done:]), "muted"))
    out = [part for part in out if part[0]]
    return [(out[0][0].lstrip(), out[0][1]), *out[1:]]
