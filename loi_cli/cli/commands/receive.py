"""loi receive."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from loi_cli.cli.console import Console, Styled
from loi_cli.cli.given_files import given_bytes
from loi_cli.cli.papers import party_named
from loi_cli.cli.sent_papers import Press
from loi_cli.cli.session import DryRunOption, Format, FormatOption, now, session
from loi_cli.i18n import _, n_
from loi_cli.intake.receiving.findings import Deletion, Finding, Insertion, Removal, Rewording
from loi_cli.intake.receiving.receiving import Returned, ThreeWays, keep, receive, received_before
from loi_cli.intake.receiving.writing import line_of
from loi_cli.model.problems import LoiError
from loi_cli.word.unpacking import UnfitFile

HELP = _(
    """Compares a Word file with the paper that was sent: what was changed with tracking on or off, and comments, become
an ordinary input of that party in inputs/, to be read and corrected before `loi merge`. The version is read off its
pages. Its very bytes are kept. Exits 1 when something in it has no place in the text.

Examples:  loi receive ~/mail/loi-v3.docx --from BLR   ·   loi receive draft.docx --from BLR --base v3 --dry-run"""
)


def command(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help=_("A .docx; - is standard input."))],
    party: Annotated[str, typer.Option("--from", metavar="PARTY", help=_("The party that sent it."))],
    base: Annotated[
        str | None, typer.Option("--base", metavar="VERSION", help=_("The version that it changes; else as it says."))
    ] = None,
    day: Annotated[
        datetime | None, typer.Option("--date", formats=["%Y-%m-%d"], help=_("The day that it came; else today."))
    ] = None,
    dry_run: DryRunOption = False,
    format: FormatOption = Format.TEXT,
) -> None:
    here = session(ctx)
    register = here.register()
    sender = party_named(party, register)
    if sender is None:
        raise LoiError(
            _("{party} is our own side").format(party=party), _("what units send is taken in with `loi collect`")
        )
    shown = "<stdin>" if str(file) == "-" else file.name
    data = given_bytes(file)
    known = received_before(data, register)
    if known is not None:
        if format is Format.JSON:
            here.console.json({"schema": 1, "from": known.party, "already_here": True, "input": known.input})
        here.console.note(
            _("this very file was received on {date}: it is inputs/{input}.yaml").format(
                date=known.date, input=known.input
            )
        )
        return
    try:
        returned = receive(data, shown, sender, register, Press(register), day.date() if day else _today(), base)
    except UnfitFile as unfit:
        raise LoiError(f"{shown}: {unfit.message}", unfit.hint) from None
    if not dry_run:
        keep(returned, register)
    if format is Format.JSON:
        here.console.json(_as_json(returned, sender))
    else:
        _report(here.console, returned)
    _tell(here.console, returned, dry_run)
    if returned.paper.needs_a_person:
        raise typer.Exit(1)


def _today() -> date:
    return now().date()


def _report(speaker: Console, returned: Returned) -> None:
    speaker.report(
        (returned.paper.input.file, "strong"),
        f"  {returned.paper.input.side}  ",
        (returned.paper.arrived.name, "muted"),
    )
    rows: list[tuple[Styled, ...]] = [((way.finding.clause, "name"), _what(way.finding)) for way in returned.paper.ways]
    rows += [((said.clause, "name"), f"remark: {said.text}") for said in returned.paper.findings.said]
    speaker.table(rows, indent="  ")
    for way in returned.paper.ways:
        _three_ways(speaker, way)
    for one in returned.paper.findings.unplaced:
        speaker.report((_("  no place: "), "warning"), line_of(one))


def _three_ways(speaker: Console, way: ThreeWays) -> None:
    """A change as sent, as returned, as our text has it now, and what we want of the clause."""
    if isinstance(way.finding, Rewording):
        _worded_ways(speaker, way.finding, way.ours)
    rows: list[tuple[Styled, ...]] = []
    for side, position in way.positions:
        parts = ((_("aim"), position.aim), (_("permitted adjustments"), position.adjustments),
                 (_("fallback"), position.fallback), (_("red line"), position.red_line))  # fmt: skip
        rows += [((f"{side}: {name}", "muted"), " ".join(words.split())) for name, words in parts if words]
    if rows:
        speaker.report("  ", (_("{clause}, our position").format(clause=way.finding.clause), "name"))
        speaker.table(rows, indent="    ")


def _worded_ways(speaker: Console, finding: Rewording, ours: Mapping[str, str]) -> None:
    for field, sent in finding.sent.items():
        speaker.report("  ", (f"{finding.clause} {field}", "name"))
        present = ours.get(field, "")
        rows: list[tuple[Styled, ...]] = [
            ((_("sent"), "muted"), sent),
            ((_("theirs"), "muted"), finding.theirs[field] or "–"),
        ]
        if present != sent:
            rows.append(((_("ours now"), "muted"), present or "–"))
        speaker.table(rows, indent="    ")


def _tell(speaker: Console, returned: Returned, dry_run: bool) -> None:
    findings = returned.paper.findings
    if returned.paper.told_by == "words":
        speaker.note((
            _("it shows no version: compared with {version}, whose words it holds most of (else --base)").format(
                version=returned.paper.base.label
            ), "warning"))  # fmt: skip
    if returned.paper.reader is None:
        speaker.note(
            (_("it is the paper for our own side: words that were never meant for {party} were in it").format(
                party=returned.paper.input.party), "warning")
        )  # fmt: skip
    if returned.paper.input.no_comment:
        speaker.note(_("nothing in it differs from what was sent, and nothing is said in its margin"))
    if returned.paper.formatting:
        n = returned.paper.formatting
        speaker.note(n_("{n} change of looks alone is passed over", "{n} changes of looks alone are passed over", n))
    if findings.absent:
        speaker.note(_("it does not hold these languages: {names}").format(names=", ".join(findings.absent)))
    for link in returned.paper.links:
        speaker.note(_("it leads outside, which is not followed: {link}").format(link=link))
    if dry_run:
        return
    speaker.note(_("written: {input}, records/{record}.yaml, records/{kept}").format(
        input=returned.paper.input.file, record=returned.record_name, kept=returned.kept))  # fmt: skip
    if returned.paper.needs_a_person:
        n = len(findings.unplaced)
        speaker.note(
            (n_("{n} thing has no place in the text; the input's first lines tell it",
                "{n} things have no place in the text; the input's first lines tell them", n), "warning")
        )  # fmt: skip
    speaker.note(_("next: read {input}, correct it, then `loi merge`").format(input=returned.paper.input.file))


def _what(finding: Finding) -> str:
    how = _("not tracked") if finding.trace.untracked else _("tracked")
    match finding:
        case Rewording():
            return f"reword {', '.join(_fields(finding))}  ({how})"
        case Deletion():
            return f"delete  ({how})"
        case Removal():
            return f"move {finding.anchor.where.value} {finding.anchor.clause}  ({how})"
        case Insertion():
            return f"insert {finding.anchor.where.value} {finding.anchor.clause}  ({how})"


def _fields(finding: Rewording | Insertion) -> Iterator[str]:
    for part, language in finding.words:
        yield f"{part.value}.{language}"


def _as_json(returned: Returned, party: str) -> dict[str, object]:
    findings = returned.paper.findings
    return {
        "schema": 1,
        "from": party,
        "file": returned.paper.arrived.name,
        "already_here": False,
        "sha256": returned.paper.arrived.sha256,
        "base": {
            "version": returned.paper.base.label,
            "hash": returned.paper.base.hash,
            "text_hash": returned.paper.base.text_hash,
            "told_by": returned.paper.told_by,
        },
        "input": returned.paper.input.file,
        "record": f"records/{returned.record_name}.yaml",
        "kept": f"records/{returned.kept}",
        "changes": [
            {
                **_change(way.finding),
                "ours": dict(way.ours),
                "positions": [
                    {
                        "side": side,
                        "aim": p.aim,
                        "adjustments": p.adjustments,
                        "fallback": p.fallback,
                        "red_line": p.red_line,
                    }
                    for side, p in way.positions
                ],
            }
            for way in returned.paper.ways
        ],
        "remarks": [
            {"clause": s.clause, "author": s.author, "date": s.date, "about": s.about, "text": s.text}
            for s in findings.said
        ],
        "unplaced": [
            {"text": u.text, "why": u.why, "near": u.near or None, "language": u.language or None}
            for u in findings.unplaced
        ],
        "made_for": returned.paper.reader,
        "formatting": returned.paper.formatting,
        "absent_languages": list(findings.absent),
        "links": list(returned.paper.links),
    }


def _change(finding: Finding) -> dict[str, object]:
    trace = finding.trace
    found: dict[str, object] = {
        "clause": finding.clause,
        "change": {Rewording: "reword", Deletion: "delete", Removal: "move", Insertion: "insert"}[type(finding)],
        "tracked": trace.tracked,
        "untracked": trace.untracked,
        "authors": [{"author": r.author, "date": r.date, "act": r.act.value} for r in trace.revisions],
    }
    if isinstance(finding, Rewording | Deletion):
        found["sent"] = dict(finding.sent)
    if isinstance(finding, Rewording):
        found["theirs"] = dict(finding.theirs)
    if isinstance(finding, Rewording | Insertion):
        found["words"] = {f"{part.value}.{language}": text for (part, language), text in finding.words.items()}
    if isinstance(finding, Removal | Insertion):
        found["anchor"] = {"where": finding.anchor.where.value, "clause": finding.anchor.clause}
    return found
