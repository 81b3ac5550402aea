"""loi diff."""

import sys
from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from io import StringIO
from pathlib import Path
from typing import Annotated

import typer

from loi_cli.cli.choosing import language_named, one_of
from loi_cli.cli.console import Console, Styled, filled
from loi_cli.cli.hunks import Counted, Sheet, called, counted, headline
from loi_cli.cli.layout import WIDE, columns, folded
from loi_cli.cli.session import Session, placed, session
from loi_cli.history.difference_values import as_value
from loi_cli.history.differences import Difference, differences
from loi_cli.i18n import _, n_
from loi_cli.intake.comparands import Comparand, Comparands
from loi_cli.intake.disputes import NoSuchClause, clause_named
from loi_cli.merge.comparison import Change
from loi_cli.model.problems import LoiError

HELP = _(
    """By clause, then by word: what went is [-so-], what came is {+so+} where there is no colour. OLD and NEW are
versions (v3, v3-3f2a91, a hash, head, head~1), tags, inputs (the base with that input alone applied), or files: a
concept.yaml, an input, a version's file. The JSON is enough to make either text from the other. --originals shows what
alternates between the originals of the two parties, and exits 1 where anything else differs.

Examples:  loi diff v1 v2 --stat   ·   loi diff v2 ilmate-2 --clause 5.2   ·   loi diff v1 head -o changes.docx"""
)


class DiffFormat(StrEnum):
    TEXT = "text"
    JSON = "json"
    HTML = "html"
    DOCX = "docx"


def command(
    ctx: typer.Context,
    old: Annotated[
        str | None, typer.Argument(metavar="OLD", help=_("The older text: a version, an input, a file."))
    ] = None,
    new: Annotated[str, typer.Argument(metavar="NEW", help=_("The newer text."))] = "head",
    clause: Annotated[
        str | None,
        typer.Option("--clause", metavar="CLAUSE", help=_("Only this clause (id or number) and what it holds.")),
    ] = None,
    language: Annotated[str | None, typer.Option("--language", metavar="LANG", help=_("Only this language."))] = None,
    stat: Annotated[bool, typer.Option("--stat", help=_("Only how many words came and went, by clause."))] = False,
    side_by_side: Annotated[
        bool | None,
        typer.Option("--side-by-side/--inline", help=_("Two columns, or one; else two from 120 columns on.")),
    ] = None,
    originals: Annotated[
        tuple[str, str] | None,
        typer.Option("--originals", metavar="PARTY PARTY", help=_("The two originals of a version, OLD or the head.")),
    ] = None,
    exit_code: Annotated[bool, typer.Option("--exit-code", help=_("Exit 1 when they differ."))] = False,
    format: Annotated[
        DiffFormat | None, typer.Option("--format", help=_("How to report; else as -o ends, else text."))
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help=_("A file; - is standard output."))
    ] = None,
) -> None:
    here = session(ctx)
    wanted = format or _by_suffix(output)
    if originals is not None:
        from loi_cli.cli.alternating import compare_originals

        if (
            new != "head"
            or output is not None
            or clause is not None
            or wanted not in (DiffFormat.TEXT, DiffFormat.JSON)
        ):
            raise LoiError(
                _("--originals compares the two originals of one version, as text or json"),
                _("write `loi diff --originals {parties} v3`").format(parties=" ".join(originals)),
            )
        as_json = wanted is DiffFormat.JSON
        compare_originals(here, originals, old or "head", language, as_json=as_json, exit_code=exit_code)
        return
    if old is None:
        raise LoiError(
            _("say what to compare: OLD, and NEW where it is not the head"),
            _("write `loi diff v1 v2`; `loi log` lists the versions"),
        )
    opened = here.open()
    languages = (language_named(language, opened.dossier),) if language else opened.dossier.languages
    if wanted is DiffFormat.DOCX and output is None and sys.stdout.isatty():
        raise LoiError(_("a Word file cannot be shown on a terminal"), _("name a file: -o changes.docx"))
    with placed(opened.path):
        find = Comparands(opened, here.register, Path.cwd())
        a, b = find.named(old), find.named(new)
        only = _only(clause, a, b) if clause else None
    found = [d for d in differences(a.version.text, b.version.text) if _wanted(d, languages, language, only)]
    if wanted in (DiffFormat.HTML, DiffFormat.DOCX):
        _put(here, output, _paper(here, a, b, languages, only, wanted))
    else:

        def report(to: Console) -> None:
            if wanted is DiffFormat.JSON:
                to.json(_as_json(a, b, found, language))
            elif stat:
                _stat(to, found, languages)
            else:
                two_columns = columns() >= WIDE if side_by_side is None else side_by_side
                _report(to, a, b, found, languages, two_columns)

        if output is None:
            report(here.console)
        else:
            _put(here, output, _in_memory(here.console, report))
    if not found:
        same = _("{old} and {new} hold the same words")
        if clause is not None:
            same = _("{old} and {new} have the same {clause}")
        here.console.note(same.format(old=a.version.header.label, new=b.version.header.label, clause=clause))
    elif output is None and wanted is DiffFormat.TEXT and opened.headers and a.input is None and b.input is None:
        clause = next((d.clause for d in found if d.new is not None), found[0].clause)
        here.console.note(_("next: `loi log --clause {clause}` tells how it came about").format(clause=clause))
    if found and exit_code:
        raise typer.Exit(1)


def _by_suffix(output: Path | None) -> DiffFormat:
    """The format that a file's name asks for. Raises LoiError for one that there is not."""
    suffix = output.suffix[1:].lower() if output is not None else ""
    if suffix in ("", "txt"):
        return DiffFormat.TEXT
    known = [f.value for f in DiffFormat]
    return DiffFormat(one_of(suffix, known, _("there is no format “{name}”"), _("they are: {names}")))


def _only(clause: str, a: Comparand, b: Comparand) -> frozenset[str]:
    """A clause that either text has, with all that it holds in either. Raises NoSuchClause."""
    try:
        top = clause_named(clause, b.version.text)
    except NoSuchClause as unknown:
        try:
            top = clause_named(clause, a.version.text)
        except NoSuchClause:
            raise unknown from None
    return b.version.text.inside(*a.version.text.inside(top))


def _wanted(d: Difference, languages: Sequence[str], language: str | None, only: frozenset[str] | None) -> bool:
    """Whether a difference is asked about; of one language whatever can be seen in it, or of the clause as a whole."""
    if only is not None and d.clause not in only:
        return False
    if language is None or d.old is None or d.new is None or d.old.stand.parent != d.new.stand.parent:
        return True
    seen = any(lang in d.text or lang in d.heading for lang in languages)
    return seen or not d.rewords or d.redisputed or d.change is Change.MOVED


def _as_json(a: Comparand, b: Comparand, found: Sequence[Difference], language: str | None) -> dict[str, object]:
    return {
        "schema": 1,
        "from": _end(a),
        "to": _end(b),
        "clauses": [as_value(d, language) for d in found],
        "words": {
            lang: {"added": count.added, "deleted": count.deleted}
            for lang, count in _totals(found).items()
            if language in (None, lang)
        },
    }


def _end(one: Comparand) -> dict[str, object]:
    header = one.version.header
    return {
        "version": header.label,
        "hash": header.hash,
        "text_hash": header.text_hash,
        "input": one.input.file if one.input else None,
    }


def _totals(found: Sequence[Difference]) -> dict[str, Counted]:
    totals: dict[str, Counted] = {}
    for d in found:
        for lang, count in counted(d).items():
            totals[lang] = totals.get(lang, Counted()) + count
    return totals


def _report(
    to: Console, a: Comparand, b: Comparand, found: Sequence[Difference], languages: Sequence[str], two_columns: bool
) -> None:
    sheet = Sheet(to, languages, called(a.version.text), called(b.version.text), two_columns)
    for d in found:
        sheet.clause(d)
        to.report()
    if found:
        for row in folded([(_summary(found, languages), "muted")], columns()):
            to.report(*row)


def _summary(found: Sequence[Difference], languages: Sequence[str]) -> str:
    """`17 clauses differ; words: id +21 −5, en +30 −8`."""
    clauses = n_("{n} clause differs", "{n} clauses differ", len(found))
    totals = _totals(found)
    words = ", ".join(f"{lang} {_figures(totals[lang])}" for lang in languages if lang in totals)
    return clauses + (_("; words: {words}").format(words=words) if words else "")


def _figures(count: Counted) -> str:
    return f"+{count.added} −{count.deleted}"


def _stat(to: Console, found: Sequence[Difference], languages: Sequence[str]) -> None:
    """One line a clause: words that came and went, by language; the total last."""
    rows: list[list[Styled]] = []
    for d in found:
        totals = _totals([d])
        number, name, _gap, change = headline(d)
        cells: list[Styled] = [(_figures(totals[lang]) if lang in totals else "") for lang in languages]
        rows.append([(number[0].strip(), "strong"), name, change, *cells, ""])
    totals = _totals(found)
    if rows:
        last: list[Styled] = [(_figures(totals.get(lang, Counted())), "strong") for lang in languages]
        rows.append(["", (n_("{n} clause", "{n} clauses", len(found)), "strong"), "", *last, ""])
        to.table([["", "", "", *((lang, "muted") for lang in languages), ""], *rows])


def _paper(
    here: Session, a: Comparand, b: Comparand, languages: Sequence[str], only: frozenset[str] | None, wanted: DiffFormat
) -> bytes:
    """The redline, as a page or as a Word file with tracked changes."""
    from loi_cli.cli.papers.formats import PaperFormat, document
    from loi_cli.cli.papers.stationery import stationery
    from loi_cli.cli.session import now
    from loi_cli.intake.merging import outcomes_now
    from loi_cli.render.material import Material

    register = here.register()
    others = tuple(e.input for e in (a, b) if e.input is not None and e.input.name not in register.inputs_by_name)
    what = Material(
        dossier=register.opened.dossier,
        version=b.version,
        against=a.version,
        inputs=(*register.inputs, *others),
        outcomes=outcomes_now(register, now()),
        today=now().date(),
        as_of=date.fromisoformat(b.version.header.time[:10] or now().date().isoformat()),
        languages=tuple(languages),
        clauses=only,
    )
    return document("redline", what, PaperFormat(wanted.value), stationery(register.opened.path))


def _in_memory(like: Console, write: Callable[[Console], None]) -> bytes:
    """What is written to a console like this one, for a file, which has no colours."""
    held = StringIO()
    write(like._replace(out=held, color=False, links=False))
    return held.getvalue().encode()


def _put(here: Session, output: Path | None, data: bytes) -> None:
    if output is None or str(output) == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    from loi_cli.files.atomic import replace as put

    output.parent.mkdir(parents=True, exist_ok=True)
    put(output, data)
    here.console.note(*filled(_("wrote {file}"), file=here.linked(output)))
