"""loi diff."""

from collections.abc import Mapping
from typing import Annotated

import typer

from loi_cli.cli.choosing import language_named
from loi_cli.cli.commands.show import stored
from loi_cli.cli.console import Console, Styled
from loi_cli.cli.session import Format, FormatOption, session
from loi_cli.i18n import _
from loi_cli.merge.comparison import Change, ClauseChange, Hunk, Op, compare
from loi_cli.model.numbering import numbers

HELP = _(
    """By clause, then by word: what went is [-so-], what came is {+so+} where there is no colour. `loi render redline`
makes the same as a Word file with tracked changes.

Examples:  loi diff v1 v2   ·   loi diff head~1 head --language en --format json"""
)


def command(
    ctx: typer.Context,
    old: Annotated[str, typer.Argument(metavar="OLD", help=_("The older version."))],
    new: Annotated[str, typer.Argument(metavar="NEW", help=_("The newer version."))] = "head",
    language: Annotated[str | None, typer.Option("--language", metavar="LANG", help=_("Only this language."))] = None,
    exit_code: Annotated[bool, typer.Option("--exit-code", help=_("Exit 1 when they differ."))] = False,
    format: FormatOption = Format.TEXT,
) -> None:
    here = session(ctx)
    opened = here.open()
    if language is not None:
        language = language_named(language, opened.dossier)
    a, b = stored(old, opened), stored(new, opened)
    changes = compare(a.text, b.text)
    if format is Format.JSON:
        here.console.json({
            "schema": 1,
            "from": {"version": a.header.label, "hash": a.header.hash, "text_hash": a.header.text_hash},
            "to": {"version": b.header.label, "hash": b.header.hash, "text_hash": b.header.text_hash},
            "clauses": [_as_json(c, language) for c in changes],
        })  # fmt: skip
    else:
        number = {**numbers(a.text), **numbers(b.text)}
        for change in changes:
            _report(here.console, change, number.get(change.clause, ""), language)
        if not changes:
            here.console.note(_("{old} and {new} hold the same words").format(old=a.header.label, new=b.header.label))
    if changes and exit_code:
        raise typer.Exit(1)


def _as_json(change: ClauseChange, language: str | None) -> dict[str, object]:
    def hunks(fields: Mapping[str, tuple[Hunk, ...]]) -> dict[str, list[list[str]]]:
        return {lang: [[h.op.value, h.text] for h in some] for lang, some in fields.items() if language in (None, lang)}

    return {
        "clause": change.clause,
        "change": change.change.value,
        "heading": hunks(change.heading),
        "text": hunks(change.text),
    }


def _report(speaker: Console, change: ClauseChange, number: str, language: str | None) -> None:
    words = {
        Change.ADDED: (_("added"), "added"),
        Change.DELETED: (_("deleted"), "removed"),
        Change.MOVED: (_("moved"), "warning"),
        Change.CHANGED: (_("changed"), "muted"),
    }[change.change]
    speaker.report((f"{number}  " if number else "", "strong"), (change.clause, "strong"), "  ", words)
    for name, fields in ((_("heading"), change.heading), ("", change.text)):
        for lang, hunks in fields.items():
            if language in (None, lang):
                label = f"  {lang} {name}".rstrip()
                speaker.report((f"{label}  ", "muted"), *(_shown(h, speaker.color) for h in hunks))
    speaker.report()


def _shown(hunk: Hunk, color: bool) -> Styled:
    if hunk.op is Op.SAME:
        return hunk.text
    if color:
        return hunk.text, "removed" if hunk.op is Op.OUT else "added"
    words = hunk.text.lstrip()
    lead = hunk.text[: len(hunk.text) - len(words)]
    return f"{lead}[-{words}-]" if hunk.op is Op.OUT else f"{lead}{{+{words}+}}"
