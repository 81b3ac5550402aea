"""loi show."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated

import typer

from loi_cli.cli.agreed import agreed_json, agreed_words
from loi_cli.cli.choosing import language_named
from loi_cli.cli.console import Console, Styled
from loi_cli.cli.layout import columns, hung
from loi_cli.cli.session import Format, FormatOption, Session, session
from loi_cli.cli.waiting import what_waits
from loi_cli.history.names import AmbiguousVersion, NoSuchVersion, is_free_tag, version_named
from loi_cli.i18n import _
from loi_cli.intake.agreements import Agreed, agreed
from loi_cli.intake.disputes import NoSuchClause
from loi_cli.intake.opening import OpenDossier
from loi_cli.intake.waiting import may_wait
from loi_cli.merge.staleness import stale_languages
from loi_cli.model.conflicts import ABSENT
from loi_cli.model.identifiers import is_slug
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
        _tell_clause(here, what, unknown, languages, format)
        return
    _must_not_be_a_clause_too(what, version, opened)
    if format is Format.JSON:
        here.console.json(as_json(version, languages, agreed(opened, version.text)))
    else:
        _show_version(here.console, version, languages, agreed(opened, version.text))
        heads = [version if head.hash == version.header.hash else opened.store.version(head) for head in opened.heads]
        is_newest = version.header in opened.heads
        if is_newest and may_wait(opened, heads) and (waits := what_waits(here.register(keep_going=True))):
            here.console.note(waits)
        here.console.note(_("next: `loi show CLAUSE` tells all that is known of one, by its id or number"))


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
            clause_json(c, number[c.id], languages) | _agreed_json(c.id, agreements or {}) for c in version.text
        ],
    }


def clause_json(clause: Clause, number: str, languages: Sequence[str]) -> dict[str, object]:
    return {
        "clause": clause.id,
        "number": number,
        "kind": clause.kind.value,
        "parent": clause.parent,
        "heading": {lang: words_shown(clause, words) for lang, words in in_order(clause.heading, languages)},
        "text": {lang: words_shown(clause, words) for lang, words in in_order(clause.text, languages)},
        "stale": [lang for lang in languages if lang in stale_languages(clause)],
    }


def _agreed_json(clause: str, agreements: Mapping[str, Agreed]) -> dict[str, object]:
    """The key `agreed`, where the parties agreed on the clause."""
    return {"agreed": agreed_json(agreements[clause])} if clause in agreements else {}


def in_order(fields: Mapping[str, Words], languages: Sequence[str]) -> Iterator[tuple[str, Words]]:
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
    stamp = (_("text {hash}").format(hash=header.text_hash[:8]), "muted")
    say(speaker, [], (header.label, "strong"), f"  {header.time}  {header.author}  ", stamp)
    say(speaker, [], header.message)
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
                say(speaker, [f"{indent}  ", label], (words_shown(clause, clause.heading[lang]), "strong"))
            if lang in clause.text:
                stale: Styled = (_("  (stale)"), "warning") if lang in stale_languages(clause) else ""
                say(speaker, [f"{indent}  ", label], words_shown(clause, clause.text[lang]), stale)


def say(speaker: Console, label: Sequence[Styled], *parts: Styled) -> None:
    """Words behind a label, folded to the terminal's width."""
    for row in hung(label, parts, columns()):
        speaker.report(*row)


def depths(text: Text) -> dict[str, int]:
    out: dict[str, int] = {}
    for clause in text:
        out[clause.id] = out[clause.parent] + 1 if clause.parent in out else 0
    return out


def _tell_clause(here: Session, name: str, unknown: NoSuchVersion, languages: Sequence[str], format: Format) -> None:
    from loi_cli.cli.clause_report import tell_clause

    try:
        tell_clause(here, name, languages, format)
    except NoSuchClause as error:
        if is_slug(name) and not is_free_tag(name):  # it can only have been meant as a version: v7, head~9, 3f2a
            raise unknown from None
        raise LoiError(
            _("there is neither a version nor a clause “{name}”").format(name=name), error.hint or unknown.hint
        ) from None


def _must_not_be_a_clause_too(name: str, version: Version, opened: OpenDossier) -> None:
    """Raises LoiError where a clause of the head has the name of a version."""
    for head in opened.heads:
        text = version.text if head.hash == version.header.hash else opened.store.version(head).text
        if name in text.by_id():
            raise LoiError(
                _("“{name}” is both the version {version} and a clause").format(
                    name=name, version=version.header.full_label
                ),
                _("write {version} for the version, `loi log --clause {name}` or the clause's number for the other")
                .format(name=name, version=version.header.full_label),
            )  # fmt: skip
