"""loi merge."""

from collections.abc import Iterator, Mapping
from typing import Annotated

import typer

from loi_cli.cli.complaints import tell
from loi_cli.cli.console import Console, Styled
from loi_cli.cli.onward import who_to_ask
from loi_cli.cli.session import AuthorOption, DryRunOption, Format, FormatOption, author, now, placed, session, typed
from loi_cli.i18n import _, n_
from loi_cli.intake.agreements import agreed_now
from loi_cli.intake.merging import Prospect, must_be_open, prospect, record
from loi_cli.intake.register import Register
from loi_cli.meetings.replies import replies
from loi_cli.merge.outcomes import Verdict
from loi_cli.model.inputs import Input

HELP = _(
    """Every waiting input is merged against the version that it was written against, all at once: edits of different
words combine, contradicting ones become brackets with their sides' names. The first merge records the concept as v1.
Exits 1 when something is left for a person: a conflict, a refused proposal, a file that was left out.

Examples:  loi merge -m "round 1"   ·   loi merge --dry-run --format json"""
)


def command(
    ctx: typer.Context,
    message: Annotated[str, typer.Option("-m", "--message", metavar="TEXT", help=_("What this version is."))] = "",
    by: AuthorOption = "",
    keep_going: Annotated[
        bool, typer.Option("--keep-going", help=_("Leave bad files out and take the good ones."))
    ] = False,
    dry_run: DryRunOption = False,
    format: FormatOption = Format.TEXT,
) -> None:
    here = session(ctx)
    by, message = author(by), typed(message, "--message", 600)
    register = here.register(keep_going)
    found = prospect(register, now(), by, message)
    if found.is_news:
        must_be_open(register.opened)
    if found.is_news and not dry_run:
        with placed(register.opened.path):
            record(register, found)
    if register.refused:
        tell(register.refused, here.console, register.opened.path)
    if format is Format.JSON:
        here.console.json(as_json(register, found))
    else:
        _report(here.console, register, found, dry_run)
    if needs_a_person(register, found):
        raise typer.Exit(1)


def needs_a_person(register: Register, found: Prospect) -> bool:
    """Conflicts, proposals that no longer apply, files left out."""
    names = {one.name for one in register.waiting}
    refused = any(o.verdict is Verdict.REFUSED and o.input in names for o in found.outcomes)
    return bool(found.conflicts or refused or register.refused)


def as_json(register: Register, found: Prospect) -> dict[str, object]:
    header = found.version.header
    reopens, without_effect = reopening(register, found), found.without_effect(register)
    return {
        "schema": 1,
        "version": header.label,
        "hash": header.hash,
        "text_hash": header.text_hash,
        "new": found.is_news,
        "inputs": [_input_json(one, found, reopens) for one in register.waiting],
        "taken_back": [_input_json(one, found, {}) for one in found.taken_back(register)],
        "restored": [_input_json(one, found, {}) for one in found.restored(register)],
        "decisions": [d.name for d in register.waiting_decisions],
        "records": [f"records/{r.name}.yaml" for r in register.waiting_records],
        "idle_decisions": [f"records/{d.name}.yaml" for d in without_effect.idle],
        "opposed_decisions": {
            conflict: [f"records/{d.name}.yaml" for d in decisions]
            for conflict, decisions in without_effect.opposed.items()
        },
        "conflicts": [c.id for c in found.conflicts],
        "refused_files": sorted({p.place.file for p in register.refused}),
    }


Reopening = Mapping[tuple[str, str], str]
"""By input and clause the record of the agreement that the input reopens."""


def reopening(register: Register, found: Prospect) -> Reopening:
    """What the inputs that are merged now reopen of what the parties agreed on: each outcome's clause, where it, the
    clause that holds it, or one that it held was agreed on."""
    states = [(c, s) for c, s in agreed_now(register, found.version.text).items() if s.reopened_by]
    above = {c.id: c.parent for v in (*register.heads, found.version) for c in v.text}
    out: dict[tuple[str, str], str] = {}
    for outcome in found.outcomes if states else ():
        for clause, state in states:
            related = outcome.clause in (clause, *_above(clause, above)) or above.get(outcome.clause) == clause
            if related and any(one.name == outcome.input for one in state.reopened_by):
                out[outcome.input, outcome.clause] = state.agreement.name
    return out


def _above(clause: str, parents: Mapping[str, str | None]) -> Iterator[str]:
    parent = parents.get(clause)
    while parent is not None:
        yield parent
        parent = parents.get(parent)


def _input_json(one: Input, found: Prospect, reopens: Reopening) -> dict[str, object]:
    return {
        "file": one.file,
        "side": one.side,
        "no_comment": one.no_comment,
        "proposals": [
            {"clause": o.clause, "field": o.field, "outcome": o.verdict.value, "why": o.why}
            | ({"reopens": f"records/{reopens[one.name, o.clause]}.yaml"} if (one.name, o.clause) in reopens else {})
            for o in found.outcomes_of(one)
        ],
    }


VERDICT_STYLES = {
    Verdict.MERGED: "added",
    Verdict.CONFLICT: "error",
    Verdict.REFUSED: "error",
    Verdict.OPEN: "warning",
}


def verdict_words(verdict: Verdict) -> str:
    """A verdict as a person reads it."""
    return {
        Verdict.MERGED: _("merged"),
        Verdict.CONFLICT: _("conflict"),
        Verdict.ALREADY_THERE: _("already there"),
        Verdict.OPEN: _("open"),
        Verdict.REMARK: _("remark"),
        Verdict.SUPERSEDED: _("superseded"),
        Verdict.REFUSED: _("refused"),
    }[verdict]


def _report(speaker: Console, register: Register, found: Prospect, dry_run: bool) -> None:
    header = found.version.header
    if not found.is_news:
        speaker.report(_("nothing waits to be merged; the head is {version}").format(version=header.full_label))
        return
    if found.root is not None and found.root.header.hash != header.hash:
        speaker.report(_("v1 is the concept"))
    rows: list[tuple[Styled, ...]] = []
    reopens = reopening(register, found)
    for one in (*register.waiting, *found.taken_back(register), *found.restored(register)):
        outcomes = found.outcomes_of(one)
        if not outcomes:
            words = _("no comment") if one.no_comment else _("nothing on the text")
            rows.append(((one.name, "name"), "", words, ""))
        for k, o in enumerate(outcomes):
            style = VERDICT_STYLES.get(o.verdict, "muted")
            what = f"{o.clause} {o.field}".strip()
            name = one.name if k == 0 else ""
            why = o.why
            if agreement := reopens.get((one.name, o.clause)):
                said = _("reopens what was agreed: {record}").format(record=agreement)
                why, style = (f"{why}; {said}" if why else said), "warning"
            rows.append(((name, "name"), what, (verdict_words(o.verdict), style), (why, "muted")))
    speaker.table(rows)
    without_effect = found.without_effect(register)
    for idle in without_effect.idle:
        speaker.warn(
            (_("{record} by {by} settles nothing now, {conflict} is not in dispute: `loi undo {record}`").format(
                record=idle.name, by=idle.by, conflict=idle.conflict), "warning")
        )  # fmt: skip
    for conflict, decisions in without_effect.opposed.items():
        offices = ", ".join(sorted({d.by for d in decisions}))
        said = (
            _("{conflict} stays open, the decisions on it by {offices} contradict each other: `loi decide {conflict}`")
            if len(decisions) > 1
            else _(
                "{conflict} stays open, the decision on it by {offices} takes no side of it: `loi decide {conflict}`"
            )
        )
        speaker.warn((said.format(conflict=conflict, offices=offices), "warning"))
    made = _("would be made") if dry_run else _("made")
    speaker.report(
        (f"{header.label} ", "strong"),
        _("{made}: text {hash}, {clauses} changed").format(
            made=made,
            hash=header.text_hash[:8],
            clauses=n_("{n} clause", "{n} clauses", len(found.changed(register))),
        ),
    )
    open_conflicts = len(found.conflicts)
    if open_conflicts:
        speaker.report((n_("{n} conflict is open", "{n} conflicts are open", open_conflicts), "warning"))
        speaker.note(
            n_(
                "next: `loi conflicts` shows it, `loi decide` settles it",
                "next: `loi conflicts` shows them, `loi decide` settles them",
                open_conflicts,
            )
        )
    elif asks := who_to_ask(register, replies(register.opened.dossier, register.inputs, now().date()), now().date()):
        speaker.note(_("next: {step}").format(step=asks))
    else:
        speaker.note(_("next: `loi render loi` makes the document"))
