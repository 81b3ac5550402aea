"""loi find."""

from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from loi_cli.cli.choosing import language_named
from loi_cli.cli.console import Console, Styled
from loi_cli.cli.layout import columns, hung
from loi_cli.cli.progress import progress
from loi_cli.cli.session import Format, FormatOption, session
from loi_cli.history.folding import Words
from loi_cli.i18n import _, n_
from loi_cli.intake.finding import InFile, InText, in_decisions, in_inputs, in_versions
from loi_cli.model.problems import LoiError

HELP = _(
    """Whatever their case and accents: in the text as it is, in the text as it was, in what units proposed, in their
reasons, notes and positions, in decisions. Parts of words are found too. Exits 0 also when nothing is found.

Examples:  loi find "twice a year"   ·   loi find maz --language en --format json"""
)

NEAR = 60
"""So many letters are shown on either side of what was found."""


def command(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help=_("The words, as they follow each other."))],
    language: Annotated[
        str | None, typer.Option("--language", metavar="LANG", help=_("Of the text only this language."))
    ] = None,
    format: FormatOption = Format.TEXT,
) -> None:
    here = session(ctx)
    sought = Words(" ".join(words))
    if not sought.folded:
        raise LoiError(_("there are no words to look for"), _("`loi find WORDS`, in quotes where the shell wants it"))
    register = here.readable()
    languages = (language_named(language, register.opened.dossier),) if language else register.opened.dossier.languages
    with progress(here.console, _("reading")) as look:
        in_text = in_versions(sought, register, languages, look)
    in_files = [
        *in_inputs(sought, register.inputs, languages),
        *in_decisions(sought, (*register.decisions, *register.waiting_decisions)),
    ]
    if format is Format.JSON:
        here.console.json({
            "schema": 1,
            "words": " ".join(words),
            "text": [_text_json(hit) for hit in in_text],
            "files": [_file_json(hit) for hit in in_files],
        })  # fmt: skip
        return
    _report(here.console, _("In the text"), [hit for hit in in_text if hit.stands])
    _report(here.console, _("In earlier versions"), [hit for hit in in_text if not hit.stands])
    _report(here.console, _("In inputs and decisions"), in_files)
    count = len(in_text) + len(in_files)
    here.console.note(n_("found in {n} place", "found in {n} places", count) if count else _("found nowhere"))
    clauses = [hit.clause for hit in in_text] or [hit.clause for hit in in_files if hit.clause]
    for clause in clauses[:1]:
        here.console.note(_("next: `loi log --clause {clause}` tells how it came about").format(clause=clause))


def _text_json(hit: InText) -> dict[str, object]:
    return {
        "clause": hit.clause,
        "number": hit.number,
        "field": hit.field,
        "language": hit.language,
        "first": hit.first,
        "last": hit.last,
        "stands": hit.stands,
        "text": hit.text,
        "places": [list(place) for place in hit.places],
    }


def _file_json(hit: InFile) -> dict[str, object]:
    return {
        "file": hit.file,
        "line": hit.line,
        "side": hit.side,
        "clause": hit.clause,
        "what": hit.what,
        "text": hit.text,
        "places": [list(place) for place in hit.places],
    }


def _report(speaker: Console, title: str, hits: Sequence[InText | InFile]) -> None:
    if not hits:
        return
    speaker.report((title, "strong"))
    for hit in hits:
        where = _in_text(hit) if isinstance(hit, InText) else _in_file(hit)
        for row in hung(["  "], where, columns(), 2):
            speaker.report(*row)
        for row in hung(["    "], _excerpt(hit.text, hit.places), columns()):
            speaker.report(*row)


def _in_text(hit: InText) -> list[Styled]:
    span = hit.first if hit.first == hit.last else f"{hit.first}–{hit.last}"
    if hit.stands:
        span = _("since {version}").format(version=hit.first)
    number = f"{hit.number}  " if hit.number else ""
    heading = f" {_('heading')}" if hit.field.startswith("heading") else ""
    return [(number, "strong"), (hit.clause, "name"), f"  {hit.language}{heading}", (f"  {span}", "muted")]


def _in_file(hit: InFile) -> list[Styled]:
    return [(hit.where, "name"), f"  {hit.side}", f"  {hit.clause}" if hit.clause else "", (f"  {hit.what}", "muted")]


def _excerpt(text: str, places: Sequence[tuple[int, int]]) -> Iterator[Styled]:
    """What was found, with the words around it."""
    start, end = max(places[0][0] - NEAR, 0), min(places[-1][1] + NEAR, len(text))
    if start:
        start = text.rfind(" ", 0, start + 1) + 1
        yield "… "
    if end < len(text):
        end = text.find(" ", end) if text.find(" ", end) >= 0 else len(text)
    at = start
    for low, high in places:
        yield text[at:low]
        yield text[low:high], "found"
        at = high
    yield text[at:end]
    if end < len(text):
        yield " …"
