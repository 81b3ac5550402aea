"""loi import."""

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from loi_cli.cli.console import filled
from loi_cli.cli.given_files import given_bytes
from loi_cli.cli.session import DryRunOption, Format, FormatOption, Session, session
from loi_cli.files.atomic import write_new
from loi_cli.i18n import _, n_
from loi_cli.intake.importing.importing import Imported, import_draft
from loi_cli.intake.importing.writing import by_reason, excerpt
from loi_cli.intake.whereabouts import MANIFEST
from loi_cli.model.dossier import Dossier
from loi_cli.model.identifiers import is_language
from loi_cli.model.problems import LoiError
from loi_cli.word.unpacking import UnfitFile

HELP = _(
    """Reads an existing draft (.docx, .md, .txt) into a first concept.yaml: recitals, articles, paragraphs, items,
closing words and annexes, numbered by hand or by Word, in one language or several, side by side or one after the
other. Says what was recognised by what, what is doubtful, and what was left out; both also stand at the head of the
file. Never overwrites. Exits 1 when something is doubtful.

Examples:  loi import draft.docx   ·   loi import old.docx --to drafts/new/concept.yaml --language id,en"""
)


def command(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help=_("A .docx, .md or .txt."))],
    to: Annotated[
        Path | None, typer.Option("--to", metavar="FILE", help=_("Where to write; else concept.yaml of the dossier."))
    ] = None,
    language: Annotated[
        str | None,
        typer.Option("--language", metavar="LANG,…", help=_("Its languages, in the order of its columns; else found.")),
    ] = None,
    dry_run: DryRunOption = False,
    format: FormatOption = Format.TEXT,
) -> None:
    here = session(ctx)
    dossier = _dossier(here, to)
    target = to or (here.path / "concept.yaml" if dossier is not None else Path("concept.yaml"))
    if not dry_run and target.exists():
        raise LoiError(
            _("{file} exists already, and is left as it is").format(file=here.told(target)),
            _("name another file: --to FILE; what it says can then be sent in as an input"),
        )
    try:
        imported = import_draft(given_bytes(file), file.name, dossier, _languages(language, dossier))
    except UnfitFile as unfit:
        raise LoiError(f"{file.name}: {unfit.message}", unfit.hint) from None
    if not dry_run:
        write_new(target, imported.data)
    if format is Format.JSON:
        here.console.json(_as_json(imported, "" if dry_run else here.told(target)))
    else:
        _report(here, imported)
    if not dry_run:
        here.console.note(*filled(_("written: {file}"), file=here.linked(target)))
        here.console.note(_("next: read it through, then `loi check`"))
    if imported.doubts:
        raise typer.Exit(1)


def _dossier(here: Session, to: Path | None) -> Dossier | None:
    """The dossier that the draft is for: where one stands, or the file is to stand. A concept can come before it."""
    from loi_cli.cli.session import placed
    from loi_cli.files.source import Source
    from loi_cli.intake.dossier import read_dossier

    try:
        folder = here.path
    except LoiError:
        if here.given is not None:
            raise
        return None
    if to is not None and here.given is None and not to.resolve().is_relative_to(folder.resolve()):
        return None
    with placed(folder):
        return read_dossier(Source.read(folder / MANIFEST, MANIFEST)).value


def _languages(given: str | None, dossier: Dossier | None) -> tuple[str, ...]:
    found = tuple(name for name in (given or "").replace(" ", "").split(",") if name)
    for name in found:
        if not is_language(name) or (dossier is not None and name not in dossier.languages):
            known = ", ".join(dossier.languages) if dossier is not None else "id, en, ru, sr-Latn"
            raise LoiError(
                _("“{name}” is no language of the dossier").format(name=name)
                if dossier is not None
                else _("“{name}” is no language").format(name=name),
                _("they are: {names}").format(names=known),
            )
    return found


def _report(here: Session, imported: Imported) -> None:
    speaker = here.console
    for language in imported.languages:
        title = " ".join(imported.title.get(language, ()))
        counts = Counter(one.kind.value for one in imported.recognised if one.language == language)
        speaker.report((language, "strong"), f"  {excerpt(title) or _('without a title')}")
        speaker.report("  ", ", ".join(f"{n} {kind}" for kind, n in counts.items()))
        for words in imported.parties.get(language, ()):
            speaker.report((_("  parties: "), "muted"), excerpt(words))
    ways = Counter((one.kind.value, one.how) for one in imported.recognised)
    speaker.table([((kind, "name"), how, str(n)) for (kind, how), n in ways.items()], indent="  ")
    speaker.note(
        n_("{n} reference made of a typed number", "{n} references made of typed numbers", imported.references)
    )
    for doubt in imported.doubts:
        speaker.report((_("  doubtful: "), "warning"), f"{doubt.place}: {doubt.why}: {excerpt(doubt.text)}")
    for why, some in by_reason(imported.left_out):
        words = " | ".join(f"{excerpt(one.text)} ({one.place})" if one.place else excerpt(one.text) for one in some)
        speaker.report((_("  left out: "), "muted"), f"{why}: {words}")


def _as_json(imported: Imported, written: str) -> dict[str, object]:
    return {
        "schema": 1,
        "file": written or None,
        "languages": list(imported.languages),
        "title": {language: list(lines) for language, lines in imported.title.items()},
        "parties": {language: list(lines) for language, lines in imported.parties.items()},
        "recognised": [
            {"clause": r.clause, "kind": r.kind.value, "language": r.language, "by": r.how, "place": r.place}
            for r in imported.recognised
        ],
        "references": imported.references,
        "doubtful": [{"place": d.place, "why": d.why, "text": d.text} for d in imported.doubts],
        "left_out": [{"place": o.place, "why": o.why, "text": o.text} for o in imported.left_out],
    }
