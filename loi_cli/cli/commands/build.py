"""loi build."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Annotated, NamedTuple

import typer

from loi_cli.checks.examination import examine_text
from loi_cli.checks.reporters.plain import problem_json
from loi_cli.checks.rules import open_conflict, open_instruction
from loi_cli.cli.commands.merge import needs_a_person
from loi_cli.cli.papers.asking import formats_named, languages_named
from loi_cli.cli.papers.materials import material, preview
from loi_cli.cli.papers.press import Press, Shared
from loi_cli.cli.progress import progress
from loi_cli.cli.session import DryRunOption, Format, FormatOption, Session, now, session
from loi_cli.files.shelf import shelf_for
from loi_cli.history.names import version_named
from loi_cli.i18n import _, n_
from loi_cli.intake.calendar import all_meetings, all_minutes
from loi_cli.intake.folders import minutes_files
from loi_cli.intake.merging import Prospect, prospect
from loi_cli.intake.negotiated import Negotiated, negotiated
from loi_cli.intake.register import Register
from loi_cli.model.conflicts import Standing
from loi_cli.model.meetings import Meeting
from loi_cli.model.minutes import Minutes
from loi_cli.model.problems import Problem, Severity
from loi_cli.model.versions import Version
from loi_cli.render.material import Material

HELP = _(
    """Reads everything, merges what waits in memory, and renders all papers into out/internal/ and out/for-PARTY/; it
writes nothing else. Exits 0 once the papers are made and says what is open; --strict makes that a 1, --locked makes
inputs that wait a 1.

Examples:  loi build   ·   loi build --locked --strict --format json"""
)


class Told(NamedTuple):
    """The minutes of a meeting, and the conflicts that they may settle."""

    minutes: Minutes
    disputes: Mapping[str, Standing]


def command(
    ctx: typer.Context,
    strict: Annotated[bool, typer.Option("--strict", help=_("Exit 1 when anything is open."))] = False,
    locked: Annotated[bool, typer.Option("--locked", help=_("Exit 1 when inputs wait to be merged."))] = False,
    paper_formats: Annotated[
        str, typer.Option("--paper-format", metavar="FORMAT,…", help=_("docx, html, pdf; several with commas."))
    ] = "docx,html",
    dry_run: DryRunOption = False,
    format: FormatOption = Format.TEXT,
) -> None:
    here = session(ctx)
    wanted = formats_named(paper_formats)
    register = here.register()
    meetings = all_meetings(register.opened)
    said = negotiated(register) if minutes_files(register.opened.path) else Negotiated()
    held = {
        meeting.name: Told(minutes=minutes, disputes=said.disputes)
        for meeting, minutes in all_minutes(register.opened, said)
    }
    found = prospect(register, now(), "loi")
    press = Press(here, register, wanted, shared=Shared(), shelves=shelf_for(dry_run))
    with progress(here.console, _("making")) as working_on:
        _print_all(press, register, found, meetings, held, working_on)
    press.finish()
    problems = examine_text(register, found, meetings, now().date())
    waiting = [*(i.file for i in register.waiting), *(f"records/{d.name}.yaml" for d in register.waiting_records)]
    if format is Format.JSON:
        here.console.json({
            "schema": 1,
            "version": (preview(found.version, register) if found.is_news else found.version).header.label,
            "text_hash": found.version.header.text_hash,
            "documents": press.as_json(),
            "conflicts": [c.id for c in found.conflicts],
            "waiting": waiting,
            "heads": [h.header.full_label for h in register.heads],
            "problems": [problem_json(p) for p in problems],
        })  # fmt: skip
    else:
        press.tell()
        _say_what_is_open(here, found, len(waiting), problems)
    is_open = needs_a_person(register, found) or bool(press.withheld) or any(is_pressing(p) for p in problems)
    if (strict and is_open) or (locked and (waiting or len(register.heads) > 1)):
        raise typer.Exit(1)


def is_pressing(problem: Problem) -> bool:
    """Whether a finding is open: a mistake, a dispute, a change without words. `check --strict` has the rest."""
    return problem.severity is Severity.ERROR or problem.code in (open_conflict.RULE.code, open_instruction.RULE.code)


def _print_all(
    press: Press,
    register: Register,
    found: Prospect,
    meetings: tuple[Meeting, ...],
    held: Mapping[str, Told],
    working_on: Callable[[str], None],
) -> None:
    """Everything for us; for the other party the papers that a packet for it holds."""
    dossier = register.opened.dossier
    against = _before(register, found)
    shown = preview(found.version, register) if found.is_news else found.version

    def make(paper: str, what: Material) -> None:
        working_on(paper)
        press.make(paper, what)

    for receiver in (None, dossier.other):
        text = material(
            register,
            found,
            version=shown,
            against=None if receiver else against,
            receiver=receiver,
            languages=languages_named(None, register, receiver),
        )
        make("loi", text)
        if receiver is None:
            if against is not None:
                make("redline", text)
            make("matrix", text)
        for meeting in meetings:
            about = replace(text, meeting=meeting)
            for paper in ("agenda", "delegations", *(() if receiver else ("talking-points",)), "packet"):
                make(paper, about)
            if meeting.name in held:
                told = replace(about, minutes=held[meeting.name].minutes, disputes=held[meeting.name].disputes)
                for paper in ("agreed-minutes",) if receiver else ("minutes", "agreed-minutes", "report"):
                    make(paper, told)


def _before(register: Register, found: Prospect) -> Version | None:
    """The version that the redline compares with: the head, or its parent where nothing waits."""
    parents = found.version.header.parents
    for version in (*register.heads, register.root):
        if version.header.hash in parents:
            return version
    if found.root is not None and found.root.header.hash in parents:
        return found.root
    opened = register.opened
    return opened.store.version(version_named(parents[0], opened.headers)) if parents and opened.headers else None


def _say_what_is_open(here: Session, found: Prospect, waiting: int, problems: tuple[Problem, ...]) -> None:
    speaker = here.console
    if found.conflicts:
        count = len(found.conflicts)
        speaker.note((n_("{n} conflict is open", "{n} conflicts are open", count), "warning"), _(": `loi conflicts`"))
    if waiting:
        speaker.note(
            (n_("{n} file waits to be merged", "{n} files wait to be merged", waiting), "warning"), _(": `loi merge`")
        )
    others = [p for p in problems if p.code != open_conflict.RULE.code]
    if others:
        errors = sum(p.severity is Severity.ERROR for p in others)
        style = "error" if errors else "warning"
        counted = n_("{n} finding of the checks", "{n} findings of the checks", len(others))
        speaker.note((counted, style), n_(", {n} of them an error", ", {n} of them errors", errors), _(": `loi check`"))
    if not waiting and not any(is_pressing(p) for p in problems):
        speaker.note(_("nothing is open"))
