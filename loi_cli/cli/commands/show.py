"""loi show."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated

import typer

from loi_cli.cli.agreed import agreed_json, agreed_words
from loi_cli.cli.choosing import language_named
from loi_cli.cli.console import Console
from loi_cli.cli.session import Format, FormatOption, Session, session
from loi_cli.history.names import AmbiguousVersion, NoSuchVersion, is_free_tag, version_named
from loi_cli.i18n import _
from loi_cli.intake.agreements import Agreed, agreed, agreed_now
from loi_cli.intake.disputes import NoSuchClause, clause_named
from loi_cli.intake.opening import OpenDossier
from loi_cli.intake.register import Register
from loi_cli.merge.staleness import stale_languages
from loi_cli.model.conflicts import ABSENT, conflicts_of_clause
from loi_cli.model.identifiers import is_slug
from loi_cli.model.inputs import AgendaProposal, Instruct, Position, Remark
from loi_cli.model.numbering import numbers
from loi_cli.model.problems import LoiError
from loi_cli.model.text import Clause, Text
from loi_cli.model.versions import Version
from loi_cli.model.words import Words, shown

HELP = _(
    """A version is named v3, v3-3f2a91, a tag, a hash prefix, head or head~1; a clause by its id or its number (5.2).

Examples:  loi show v2   ·   loi show areas.automotive   ·   loi show head --format json"""
)


def command(
    ctx: typer.Context,
    what: Annotated[str, typer.Argument(metavar="VERSION|CLAUSE", help=_("A version or a clause."))] = "head",
    language: Annotated[str | None, typer.Option("--language", metavar="LANG", help=_("Only this language."))] = None,
    format: FormatOption = Format.TEXT,
) -> None:
    here = session(ctx)
    opened = here.open()
    languages = (language_named(language, opened.dossier),) if language else opened.dossier.languages
    try:
        version = stored(what, opened)
    except AmbiguousVersion:
        raise
    except NoSuchVersion as unknown:
        _show_clause(here, what, unknown, languages, format)
        return
    if format is Format.JSON:
        here.console.json(as_json(version, languages, agreed(opened, version.text)))
    else:
        _show_version(here.console, version, languages, agreed(opened, version.text))


def stored(name: str, opened: OpenDossier) -> Version:
    """The version of this name. Raises NoSuchVersion."""
    return opened.store.version(version_named(name, opened.headers, opened.tags))


def as_json(
    version: Version, languages: Sequence[str], agreements: Mapping[str, Agreed] | None = None
) -> dict[str, object]:
    header = version.header
    number = numbers(version.text)
    return {
        "schema": 1,
        "version": header.label,
        "hash": header.hash,
        "text_hash": header.text_hash,
        "parents": list(header.parents),
        "clauses": [
            _clause_json(c, number[c.id], languages) | _agreed_json(c.id, agreements or {}) for c in version.text
        ],
    }


def _clause_json(clause: Clause, number: str, languages: Sequence[str]) -> dict[str, object]:
    return {
        "clause": clause.id,
        "number": number,
        "kind": clause.kind.value,
        "parent": clause.parent,
        "heading": {lang: words_shown(clause, words) for lang, words in _in_order(clause.heading, languages)},
        "text": {lang: words_shown(clause, words) for lang, words in _in_order(clause.text, languages)},
        "stale": [lang for lang in languages if lang in stale_languages(clause)],
    }


def _agreed_json(clause: str, agreements: Mapping[str, Agreed]) -> dict[str, object]:
    """The key `agreed`, where the parties agreed on the clause."""
    return {"agreed": agreed_json(agreements[clause])} if clause in agreements else {}


def _in_order(fields: Mapping[str, Words], languages: Sequence[str]) -> Iterator[tuple[str, Words]]:
    """The languages of a clause as the dossier orders them."""
    return ((lang, fields[lang]) for lang in languages if lang in fields)


def words_shown(clause: Clause, words: Words) -> str:
    """Words with their brackets; those of a clause whose very existence is disputed are a bracket as a whole."""
    text = shown(words)
    if clause.exists is None or clause.exists.base != ABSENT or text.startswith("["):
        return text
    names = next((r.names for r in clause.exists.readings if r.text != ABSENT), ())
    return f"[{', '.join(names)}: {text}]"


def _show_version(
    speaker: Console, version: Version, languages: Sequence[str], agreements: Mapping[str, Agreed]
) -> None:
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
        if clause.id in agreements:
            speaker.report(f"{indent}  ", (agreed_words(agreements[clause.id]), "added"))
        for lang in languages:
            label = (f"{lang}  ", "muted")
            if lang in clause.heading:
                speaker.report(f"{indent}  ", label, (words_shown(clause, clause.heading[lang]), "strong"))
            if lang in clause.text:
                stale = (_("  (stale)"), "warning") if lang in stale_languages(clause) else ""
                speaker.report(f"{indent}  ", label, words_shown(clause, clause.text[lang]), stale)


def depths(text: Text) -> dict[str, int]:
    out: dict[str, int] = {}
    for clause in text:
        out[clause.id] = out[clause.parent] + 1 if clause.parent in out else 0
    return out


def _show_clause(here: Session, name: str, unknown: NoSuchVersion, languages: Sequence[str], format: Format) -> None:
    """All that is known of a clause: its words, its disputes, what was said of it and what became of that."""
    register = here.register()
    version = (register.heads or (register.root,))[0]
    try:
        clause = version.text.by_id()[clause_named(name, version.text)]
    except NoSuchClause as error:
        if is_slug(name) and not is_free_tag(name):  # it can only have been meant as a version: v7, head~9, 3f2a
            raise unknown from None
        raise LoiError(
            _("there is neither a version nor a clause “{name}”").format(name=name), error.hint or unknown.hint
        ) from None
    number = numbers(version.text)[clause.id]
    sayings = list(_said_of(clause.id, register))
    agreements = agreed_now(register, version.text)
    if format is Format.JSON:
        here.console.json({
            "schema": 1,
            "version": version.header.label,
            **_clause_json(clause, number, languages),
            **_agreed_json(clause.id, agreements),
            "conflicts": [c.id for c in conflicts_of_clause(clause)],
            "said": [{"file": f, "what": what, "note": note} for f, what, note in sayings],
        })  # fmt: skip
        return
    speaker = here.console
    speaker.report((f"{number or clause.kind.value}  ", "strong"), (clause.id, "name"), f"  {version.header.label}")
    if clause.id in agreements:
        state = agreements[clause.id]
        speaker.report("  ", (agreed_words(state), "warning" if state.is_reopened else "added"))
    for lang, words in _in_order(clause.heading, languages):
        speaker.report(("  " + lang + "  ", "muted"), (words_shown(clause, words), "strong"))
    for lang, words in _in_order(clause.text, languages):
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
        points = [p for p in one.talking_points if p.about == clause]
        out += [(f"{one.file}:{p.place.line}", "talking-point", p.note) for p in points]
        out += [(f"{one.file}:{a.place.line}", "agenda", _title(a)) for a in one.agenda if clause in a.clauses]
    return out


def _title(item: AgendaProposal) -> str:
    return next(iter(item.title.values()), "")
