"""loi blame."""

from typing import Annotated

import typer

from loi_cli.cli.choosing import language_named
from loi_cli.cli.session import Format, FormatOption, session
from loi_cli.history.blame import Stretch, blame
from loi_cli.i18n import _
from loi_cli.intake.disputes import clause_named
from loi_cli.intake.register import Register

HELP = _(
    """Each stretch of words with the input, or the decision, that it came from, and the reason given there.

Examples:  loi blame areas.automotive   ·   loi blame 5.2 --language en --format json"""
)


def command(
    ctx: typer.Context,
    clause: Annotated[str, typer.Argument(metavar="CLAUSE", help=_("A clause's id or number."))],
    language: Annotated[str | None, typer.Option("--language", metavar="LANG", help=_("Only this language."))] = None,
    format: FormatOption = Format.TEXT,
) -> None:
    here = session(ctx)
    register = here.register()
    languages = (language_named(language, register.opened.dossier),) if language else register.opened.dossier.languages
    version = (register.heads or (register.root,))[0]
    found = version.text.by_id()[clause_named(clause, version.text)]
    stretches = sorted(
        (s for s in blame(found) if s.language in languages),
        key=lambda s: (s.field.startswith("text"), languages.index(s.language)),
    )
    if format is Format.JSON:
        here.console.json({
            "schema": 1,
            "version": version.header.label,
            "clause": found.id,
            "words": [
                {"field": s.field, "text": s.text, "by": list(s.by), "conflict": s.conflict,
                 "why": _why(s, found.id, register)}
                for s in stretches
            ],
        })  # fmt: skip
        return
    speaker = here.console
    for field in dict.fromkeys(s.field for s in stretches):
        speaker.report((field, "strong"))
        rows = [
            ((", ".join(s.by) or "–", "name"), s.text.strip(), (_why(s, found.id, register), "muted"))
            for s in stretches
            if s.field == field
        ]
        speaker.table(rows, indent="  ")


def _why(stretch: Stretch, clause: str, register: Register) -> str:
    """The reasons behind a stretch, from the inputs and decisions that brought it."""
    reasons = {d.name: d.reason for d in (*register.decisions, *register.waiting_decisions)}
    inputs = register.inputs_by_name
    out = []
    for name in stretch.by:
        if name in reasons:
            out.append(reasons[name])
        elif name in inputs:
            out += [p.reason for p in inputs[name].proposals if p.clause == clause and p.reason]
    return "; ".join(dict.fromkeys(out))
