"""loi collect."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from loi_cli.cli.choosing import unit_named
from loi_cli.cli.complaints import tell
from loi_cli.cli.console import Console, Styled
from loi_cli.cli.sent_papers import Press
from loi_cli.cli.session import DryRunOption, Format, FormatOption, now, session
from loi_cli.i18n import _, n_
from loi_cli.intake.collecting import Receipt, collect_all, keep, sources
from loi_cli.model.inputs import Instruct, Position, Proposal, Remark
from loi_cli.model.problems import BadInput, Problem

HELP = _(
    """Takes YAML files, the Word forms of `loi request`, papers of ours in which a unit made changes (tracked or not),
mails (.eml) and archives (.zip) that hold them, and folders; - reads standard input. Unit, round and base are found in
the file, else --unit. What is invalid is refused with all its problems, and stays where it is; when one file is bad
none is taken, unless --keep-going.

Examples:  loi collect ~/mail/ilmate.yaml   ·   loi collect reply.eml   ·   loi collect round-1/ --keep-going"""
)


def command(
    ctx: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help=_("Files or folders; - is standard input."))],
    unit: Annotated[
        str | None,
        typer.Option("--unit", metavar="UNIT", help=_("Whose it is, where the file does not say; refuse others'.")),
    ] = None,
    keep_going: Annotated[
        bool, typer.Option("--keep-going", help=_("Refuse bad files and take the good ones."))
    ] = False,
    dry_run: DryRunOption = False,
    format: FormatOption = Format.TEXT,
) -> None:
    here = session(ctx)
    register = here.register(keep_going=True)
    if unit is not None:
        unit = unit_named(unit, register.opened.dossier)
    receipts: list[Receipt] = []
    problems: list[Problem] = []
    beside: list[Problem] = []
    for found in sources(files, sys.stdin.buffer.read):
        collected = collect_all(found, register, receipts, unit, now().date(), Press(register))
        receipts += collected.receipts
        problems += collected.problems
        beside += collected.beside
    if problems and not keep_going:
        raise BadInput(problems)
    tell(problems, here.console)
    if not dry_run:
        keep(receipts, register)
    if format is Format.JSON:
        refused = sorted({p.place.file for p in problems})
        here.console.json({"schema": 1, "receipts": [_as_json(r) for r in receipts], "refused": refused,
                           "beside": [{"file": p.place.file, "message": p.message} for p in beside]})  # fmt: skip
    else:
        for receipt in receipts:
            report(here.console, receipt)
    for passed in beside:
        here.console.note(_("{file}: {message}").format(file=passed.place, message=passed.message))
    fresh = sum(not r.known for r in receipts)
    if dry_run:
        here.console.note(n_("{n} input would be taken in", "{n} inputs would be taken in", fresh))
    else:
        here.console.note(n_("{n} input taken in", "{n} inputs taken in", fresh))
        here.console.note(_("next: `loi merge` puts them into the text, `loi status` says who is missing"))
    if problems:
        refused_files = len({p.place.file for p in problems})
        here.console.note(
            n_(
                "{n} file was refused; it stays where it is",
                "{n} files were refused; they stay where they are",
                refused_files,
            )
        )
        raise typer.Exit(1)


def _as_json(receipt: Receipt) -> dict[str, object]:
    one = receipt.input
    return {
        "from": receipt.shown,
        "file": one.file,
        "side": one.side,
        "round": one.round,
        "base": one.base,
        "sha256": one.sha256,
        "source": one.source,
        "already_here": receipt.known,
        "no_comment": one.no_comment,
        "notes": list(receipt.notes),
        "doubt": receipt.doubt or None,
        "proposals": [{"clause": p.clause, "what": _what(p), "line": p.place.line} for p in one.proposals],
        "projects": len(one.projects),
        "agenda": len(one.agenda),
        "talking_points": len(one.talking_points),
    }


def report(speaker: Console, receipt: Receipt) -> None:
    one = receipt.input
    known: Styled = (_("  (here already)"), "muted") if receipt.known else ""
    origin = f"sha256 {one.sha256[:8]}  {receipt.shown}".rstrip()
    speaker.report((one.file, "strong"), f"  {one.side}  ", (origin, "muted"), known)
    speaker.table([((p.clause, "name"), _what(p)) for p in one.proposals], indent="  ")
    for note in receipt.notes:
        speaker.report("  ", (_("no place: "), "warning"), note)
    if receipt.doubt:
        speaker.report("  ", (receipt.doubt, "warning"))
    more = [
        n_("{n} project", "{n} projects", len(one.projects)) if one.projects else "",
        n_("{n} agenda item", "{n} agenda items", len(one.agenda)) if one.agenda else "",
        n_("{n} talking point", "{n} talking points", len(one.talking_points)) if one.talking_points else "",
    ]
    counted = ", ".join(part for part in more if part)
    if one.no_comment or counted:
        speaker.report("  ", _("no comment") if one.no_comment else counted)


def _what(proposal: Proposal) -> str:
    """A proposal in one line."""
    kind = type(proposal).__name__.lower()
    if isinstance(proposal, Instruct | Remark):
        return f"{kind}: {proposal.note}"
    if isinstance(proposal, Position):
        return kind
    languages = [*getattr(proposal, "text", {}), *(f"heading {x}" for x in getattr(proposal, "heading", {}))]
    return f"{kind} {', '.join(languages)}".strip()
