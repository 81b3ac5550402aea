"""loi show."""

from typing import Annotated

import typer

from loi_cli.cli.console import Console
from loi_cli.cli.session import Format, FormatOption, Session, session
from loi_cli.history.names import NoSuchVersion, version_named
from loi_cli.i18n import _
from loi_cli.intake.disputes import clause_named
from loi_cli.intake.opening import OpenDossier
from loi_cli.intake.register import Register
from loi_cli.merge.staleness import stale_languages
from loi_cli.model.conflicts import ABSENT, conflicts_of_clause
from loi_cli.model.inputs import AgendaProposal, Input, Instruct, Position, Remark
from loi_cli.model.numbering import numbers
from loi_cli.model.text import Clause, Text
from loi_cli.model.versions import Version
from loi_cli.model.words import Words, shown

HELP = _(
    """A version is named v3, v3-3f2a91, a tag, a hash prefix, head or head~1; a clause by its id or its number (5.2).

Examples:  loi show v2   ·   loi show areas.automotive   ·   loi show head --format json"""
)


def command(
    ctx: typer.Context,
    what: Annotated[str, typer.Argument(help=_("A version or a clause."))] = "head",
    language: Annotated[str | None, typer.Option("--language", help=_("Only this language."))] = None,
    format: FormatOption = Format.TEXT,
) -> None:
    here = session(ctx)
    opened = here.open()
    try:
        version = stored(what, opened)
    except NoSuchVersion as unknown:
        _show_clause(here, what, unknown, format)
        return
    if format is Format.JSON:
        here.console.json(as_json(version))
    else:
        _show_version(here.console, version, _languages(opened, language))


def stored(name: str, opened: OpenDossier) -> Version:
    """The version of this name. Raises NoSuchVersion."""
    return opened.store.version(version_named(name, opened.headers, opened.tags))


def _languages(opened: OpenDossier, only: str | None) -> tuple[str, ...]:
    known = opened.dossier.languages
    if only is None:
        return known
    if only not in known:
        from loi_cli.model.problems import LoiError

        raise LoiError(
            _("the dossier has no language “{name}”").format(name=only),
            _("its languages are: {names}").format(names=", ".join(known)),
        )
    return (only,)


def as_json(version: Version) -> dict[str, object]:
    header = version.header
    number = numbers(version.text)
    return {
        "schema": 1,
        "version": header.label,
        "hash": header.hash,
        "text_hash": header.text_hash,
        "parents": list(header.parents),
        "clauses": [_clause_json(c, number[c.id]) for c in version.text],
    }


def _clause_json(clause: Clause, number: str) -> dict[str, object]:
    return {
        "clause": clause.id,
        "number": number,
        "kind": clause.kind.value,
        "parent": clause.parent,
        "heading": {lang: words_shown(clause, words) for lang, words in clause.heading.items()},
        "text": {lang: words_shown(clause, words) for lang, words in clause.text.items()},
        "stale": list(stale_languages(clause)),
    }


def words_shown(clause: Clause, words: Words) -> str:
    """Words with their brackets; those of a clause whose very existence is disputed are a bracket as a whole."""
    text = shown(words)
    if clause.exists is None or clause.exists.base != ABSENT or text.startswith("["):
        return text
    names = next((r.names for r in clause.exists.readings if r.text != ABSENT), ())
    return f"[{', '.join(names)}: {text}]"


def _show_version(speaker: Console, version: Version, languages: tuple[str, ...]) -> None:
    header = version.header
    speaker.report(
        (header.label, "strong"), f"  {header.time}  {header.author}  ", (f"text {header.text_hash[:8]}", "muted")
    )
    speaker.report(header.message)
    number = numbers(version.text)
    depth = depths(version.text)
    for clause in version.text:
        indent = "  " * depth[clause.id]
        speaker.report()
        speaker.report(indent, (number[clause.id] or f"({clause.kind.value})", "strong"), (f"  {clause.id}", "muted"))
        for lang in languages:
            if lang in clause.heading:
                speaker.report(f"{indent}  ", (f"{lang}  ", "muted"), (words_shown(clause, clause.heading[lang]), "strong"))
            if lang in clause.text:
                stale = (_("  (stale)"), "warning") if lang in stale_languages(clause) else ""
                speaker.report(f"{indent}  ", (f"{lang}  ", "muted"), words_shown(clause, clause.text[lang]), stale)


def depths(text: Text) -> dict[str, int]:
    out: dict[str, int] = {}
    for clause in text:
        out[clause.id] = out[clause.parent] + 1 if clause.parent in out else 0
    return out


def _show_clause(here: Session, name: str, unknown: NoSuchVersion, format: Format) -> None:
    """All that is known of a clause: its words, its disputes, what was said of it and what became of that."""
    register = here.register()
    version = (register.heads or (register.root,))[0]
    try:
        clause = version.text.by_id()[clause_named(name, version.text)]
    except Exception as error:
        from loi_cli.model.problems import LoiError

        if isinstance(error, LoiError):
            raise LoiError(
                _("there is neither a version nor a clause “{name}”").format(name=name), error.hint or unknown.hint
            ) from None
        raise
    number = numbers(version.text)[clause.id]
    sayings = list(_said_of(clause.id, register))
    if format is Format.JSON:
        here.console.json({
            "schema": 1,
            "version": version.header.label,
            **_clause_json(clause, number),
            "conflicts": [c.id for c in conflicts_of_clause(clause)],
            "said": [{"file": f, "what": what, "note": note} for f, what, note in sayings],
        })  # fmt: skip
        return
    speaker = here.console
    speaker.report((f"{number or clause.kind.value}  ", "strong"), (clause.id, "name"), f"  {version.header.label}")
    for lang, words in clause.heading.items():
        speaker.report(("  " + lang + "  ", "muted"), (words_shown(clause, words), "strong"))
    for lang, words in clause.text.items():
        speaker.report(("  " + lang + "  ", "muted"), words_shown(clause, words))
    for conflict in conflicts_of_clause(clause):
        speaker.report(("  " + _("conflict: "), "warning"), conflict.id)
    for file, what, note in sayings:
        speaker.report("  ", (f"{file}  ", "name"), f"{what}  ", (note, "muted"))
    speaker.note(_("next: `loi blame {clause}` tells who wrote which words").format(clause=clause.id))


def _said_of(clause: str, register: Register) -> list[tuple[str, str, str]]:
    out: list[tuple[str, str, str]] = []
    for one in register.inputs:
        for proposal in one.proposals:
            if proposal.clause == clause:
                note = proposal.note if isinstance(proposal, Instruct | Remark) else proposal.reason
                note = proposal.aim if isinstance(proposal, Position) else note
                out.append((f"{one.file}:{proposal.place.line}", type(proposal).__name__.lower(), note))
        out += [(f"{one.file}:{p.place.line}", "talking-point", p.note) for p in one.talking_points if p.about == clause]
        out += [(f"{one.file}:{a.place.line}", "agenda", _title(a, one)) for a in one.agenda if clause in a.clauses]
    return out


def _title(item: AgendaProposal, _one: Input) -> str:
    return next(iter(item.title.values()), "")
