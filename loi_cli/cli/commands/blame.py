"""loi blame."""

from typing import Annotated

import typer

from loi_cli.cli.choosing import language_named
from loi_cli.cli.console import Console, Styled
from loi_cli.cli.layout import columns, folded, hung
from loi_cli.cli.session import Format, FormatOption, now, session
from loi_cli.history.blame import Stretch, blame, only_words
from loi_cli.i18n import _
from loi_cli.intake.authorship import Authorship, Origin
from loi_cli.intake.clause_names import Found, find_clause
from loi_cli.intake.merging import outcomes_now
from loi_cli.intake.register import Register
from loi_cli.merge.outcomes import Verdict
from loi_cli.model.conflicts import EXISTS, PLACE
from loi_cli.model.inputs import Delete, Move
from loi_cli.model.numbering import numbers
from loi_cli.model.problems import LoiError

HELP = _(
    """Who brought the clause, then each stretch of its words: the input and its line, or the decision, the reason
given there, and the version that brought it.

Examples:  loi blame 5.2 --language en   ·   loi blame areas.automotive --words "transport equipment" """
)

Origins = tuple[Origin, ...]


def command(
    ctx: typer.Context,
    clause: Annotated[str, typer.Argument(metavar="CLAUSE", help=_("A clause's id or number."))],
    words: Annotated[
        str | None, typer.Option("--words", metavar="WORDS", help=_("Only these words, in whatever case."))
    ] = None,
    language: Annotated[str | None, typer.Option("--language", metavar="LANG", help=_("Only this language."))] = None,
    format: FormatOption = Format.TEXT,
) -> None:
    here = session(ctx)
    register = here.readable()
    languages = (language_named(language, register.opened.dossier),) if language else register.opened.dossier.languages
    found = find_clause(clause, register)
    behind = Authorship(register)
    stretches = sorted(
        (s for s in blame(found.clause) if s.language in languages),
        key=lambda s: (s.field.startswith("text"), languages.index(s.language)),
    )
    if words is not None:
        stretches = only_words(stretches, words)
        if not stretches:
            raise LoiError(
                _("{clause} does not hold the words “{words}”").format(clause=found.clause.id, words=words),
                _("`loi find` looks for words in every clause, and in earlier versions"),
            )
    brought = behind.origins(found.clause.by, found.clause.id, EXISTS)
    placed = behind.origins(_whose_wish_came_true(Move, found.clause.id, register), found.clause.id, PLACE)
    deleted = behind.origins(_whose_wish_came_true(Delete, found.clause.id, register), found.clause.id, EXISTS)
    told = [(s, behind.origins(s.by, found.clause.id, s.field, s.text)) for s in stretches]
    if format is Format.JSON:
        here.console.json({
            "schema": 1,
            "version": found.version.header.label,
            "gone": found.gone.label if found.gone else None,
            "clause": found.clause.id,
            "brought": [_as_json(o) for o in brought],
            "moved": [_as_json(o) for o in placed],
            "deleted": [_as_json(o) for o in deleted],
            "words": [
                {"field": s.field, "start": s.start, "end": s.end, "text": s.text, "by": list(s.by),
                 "conflict": s.conflict, "why": _why(origins), "origins": [_as_json(o) for o in origins]}
                for s, origins in told
            ],
        })  # fmt: skip
        return
    if words is None:
        _report_clause(here.console, found, brought, placed, deleted)
    for field in dict.fromkeys(s.field for s, _origins in told):
        here.console.report((_field(field), "strong"))
        for stretch, origins in told:
            if stretch.field == field:
                _report(here.console, stretch, origins)
    here.console.note(_("next: `loi log --clause {clause}` tells its life").format(clause=found.clause.id))


def _whose_wish_came_true(wish: type[Move | Delete], clause: str, register: Register) -> list[str]:
    """The inputs whose move, or deletion, of a clause was merged."""
    asked = {one.name for one in register.merged for p in one.proposals if isinstance(p, wish) and p.clause == clause}
    if not asked:
        return []
    field = PLACE if wish is Move else EXISTS
    done = (Verdict.MERGED, Verdict.ALREADY_THERE)
    return list(
        dict.fromkeys(
            o.input
            for o in outcomes_now(register._replace(waiting=(), waiting_records=()), now())
            if o.input in asked and (o.clause, o.field) == (clause, field) and o.verdict in done
        )
    )


def _why(origins: Origins) -> str:
    """The reasons behind a stretch."""
    return "; ".join(dict.fromkeys(o.reason for o in origins if o.reason))


def _as_json(origin: Origin) -> dict[str, object]:
    return {
        "name": origin.name,
        "kind": origin.kind,
        "side": origin.side,
        "office": origin.office,
        "date": origin.day.isoformat() if origin.day else None,
        "file": origin.file,
        "line": origin.line,
        "reason": origin.reason,
        "meeting": origin.meeting or None,
        "version": origin.version or None,
    }


def _field(field: str) -> str:
    prefix, _dot, language = field.partition(".")
    return f"{language} {_('heading')}" if prefix == "heading" else language


def _report_clause(speaker: Console, found: Found, brought: Origins, placed: Origins, deleted: Origins) -> None:
    number = numbers(found.version.text)[found.clause.id] or f"({found.clause.kind.value})"
    speaker.report((f"{number}  ", "strong"), (found.clause.id, "name"), f"  {found.version.header.label}")
    if found.gone is not None:
        speaker.report("  ", (_("deleted in {version}").format(version=found.gone.label), "removed"))
    for title, origins in ((_("brought by"), brought), (_("moved by"), placed), (_("deleted by"), deleted)):
        for origin in origins:
            for row in hung(["  "], [(f"{title} ", "muted"), *_origin(origin)], columns(), 2):
                speaker.report(*row)


def _report(speaker: Console, stretch: Stretch, origins: Origins) -> None:
    """The words, then who stands behind them, indented."""
    if not stretch.text.strip():
        return
    plain = not any(o.kind != "concept" for o in origins)
    for row in folded([stretch.text.strip()], columns() - 2):
        speaker.report("  ", *row)
    for origin in origins:
        for row in hung(["      "], [(_("concept") + f" · {origin.version}", "muted")] if plain else _origin(origin),
                        columns()):  # fmt: skip
            speaker.report(*row)
    if stretch.conflict:
        for row in hung(["      "], [(_("in dispute: {id}").format(id=stretch.conflict), "warning")], columns()):
            speaker.report(*row)


def _origin(origin: Origin) -> list[Styled]:
    """`ilmate · inputs/ilmate-1.yaml:18 · v2 · why`; a decision with its office."""
    who = origin.side or (_("decided by {office}").format(office=origin.office) if origin.office else origin.name)
    facts = [origin.where, origin.version or _("waits for `loi merge`")]
    if origin.kind == "decision" and origin.day:
        facts.insert(0, origin.day.isoformat())
    if origin.meeting:
        facts.append(_("agreed at {meeting}").format(meeting=origin.meeting))
    out: list[Styled] = [(who, "name"), *((f" · {fact}", "muted") for fact in facts if fact)]
    return [*out, f" · {origin.reason}"] if origin.reason else out
