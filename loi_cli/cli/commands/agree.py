"""loi agree."""

from typing import Annotated

import typer

from loi_cli.cli.console import Console
from loi_cli.cli.days import day_typed
from loi_cli.cli.session import (
    ByOption,
    DryRunOption,
    Format,
    FormatOption,
    ReasonOption,
    moment,
    now,
    session,
    typed,
)
from loi_cli.cli.step import taken
from loi_cli.history.names import version_named
from loi_cli.i18n import _, n_
from loi_cli.intake.agreements import agreed_now
from loi_cli.intake.calendar import meeting_named
from loi_cli.intake.disputes import clause_named
from loi_cli.intake.records.agreement import agreement_bytes
from loi_cli.intake.records.keeping import named
from loi_cli.intake.register import Register, foreseen
from loi_cli.merge.agreed_words import fingerprints, open_within
from loi_cli.merge.staleness import stale_languages
from loi_cli.model.problems import LoiError
from loi_cli.model.text import Text

HELP = _(
    """A clause is agreed with all that it holds, as the version has it; what is in brackets cannot be. Later inputs on
it are said to reopen it: in `loi merge`, `loi status`, `loi check` and `loi show`. `loi undo` takes an agreement back.

Examples:  loi agree 3 5.2 --meeting 2022-02-15-bilateral --by "Direktur Akses Industri Internasional"
·  loi agree areas --ad-referendum --by OFFICE --date 2022-02-15"""
)


def command(
    ctx: typer.Context,
    names: Annotated[list[str], typer.Argument(metavar="CLAUSE…", help=_("Clauses by id or number."))],
    meeting: Annotated[
        str | None, typer.Option("--meeting", metavar="MEETING", help=_("The meeting at which it was agreed."))
    ] = None,
    ad_referendum: Annotated[
        bool, typer.Option("--ad-referendum", help=_("The governments still have to agree."))
    ] = False,
    version: Annotated[
        str, typer.Option("--version", metavar="VERSION", help=_("The version that lay on the table."))
    ] = "head",
    day: Annotated[
        str | None,
        typer.Option("--date", metavar="DAY", help=_("The day; else the meeting's, or today.")),
    ] = None,
    by: ByOption = "",
    reason: ReasonOption = "",
    dry_run: DryRunOption = False,
    format: FormatOption = Format.TEXT,
) -> None:
    here = session(ctx)
    by, reason = typed(by, "--by", 100), typed(reason, "--reason", 2000)
    if not by:
        raise LoiError(_("an agreement has a name"), _("add --by OFFICE, or set LOI_BY"))
    register = here.register()
    time = now()
    met = meeting_named(meeting, register.opened, time.date()) if meeting else None
    agreed_on = day_typed(day) if day else min(met.date, time.date()) if met else time.date()
    header = version_named(version, register.opened.headers, register.opened.tags)
    text = register.opened.store.version(header).text
    clauses = list(dict.fromkeys(clause_named(name, text) for name in names))
    _nothing_may_be_open(clauses, text)
    step = [
        named(
            agreed_on,
            "agreement",
            agreement_bytes(
                clause=clause,
                version=header.hash,
                words=fingerprints(clause, text),
                ad_referendum=ad_referendum,
                meeting=met.name if met else None,
                by=by,
                date=agreed_on,
                at=moment(time),
                reason=reason,
            ),
        )
        for clause in clauses
    ]
    done = taken(register.opened, step, dry_run)
    if format is Format.JSON:
        here.console.json({
            "schema": 1,
            "version": header.full_label,
            "agreements": [
                {"clause": clause, "clauses": list(fingerprints(clause, text)), "ad_referendum": ad_referendum,
                 "meeting": met.name if met else None, "record": file}
                for clause, file in zip(clauses, done.files, strict=True)
            ],
        })  # fmt: skip
        return
    how = _("agreed ad referendum") if ad_referendum else _("agreed")
    for clause in clauses:
        inside = len(fingerprints(clause, text)) - 1
        held = n_("  with {n} clause in it", "  with {n} clauses in it", inside) if inside else ""
        here.console.report((clause, "name"), f"  {how}, {header.full_label}", (held, "muted"))
    done.tell(here)
    _doubts(here.console, clauses, text, foreseen(register, step))
    if not dry_run:
        here.console.note(_("next: `loi status` tells what is agreed, and what reopens it"))


def _doubts(speaker: Console, clauses: list[str], text: Text, register: Register) -> None:
    """What a person should look at: languages that are not up to date, and what reopens the agreement already."""
    within = {inside for clause in clauses for inside in fingerprints(clause, text)}
    stale = [c.id for c in text if c.id in within and stale_languages(c)]
    if stale:
        speaker.warn((_("not every language is up to date in: {clauses}").format(clauses=", ".join(stale)), "warning"))
    head = (register.heads or (register.root,))[0].text
    for clause, state in agreed_now(register, head).items():
        if clause in within and state.is_reopened:
            inputs = ", ".join(one.name for one in state.reopened_by) or _("the newest version, which reads otherwise")
            speaker.warn(
                (_("{clause} is reopened already by {inputs}").format(clause=clause, inputs=inputs), "warning")
            )


def _nothing_may_be_open(clauses: list[str], text: Text) -> None:
    """Raises LoiError for a clause with brackets in it."""
    open_ones = {clause: list(open_within(clause, text)) for clause in clauses}
    if any(open_ones.values()):
        ids = [known for some in open_ones.values() for known in some]
        named_so = ", ".join(clause for clause, some in open_ones.items() if some)
        raise LoiError(
            _("what is in brackets cannot be agreed: {ids} in {clauses}").format(ids=", ".join(ids), clauses=named_so),
            _("`loi decide` settles it; `loi merge` applies that; then `loi agree`"),
        )
