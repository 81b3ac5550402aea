"""Ids for clauses that have none: from our bookmarks where the draft is one of our papers, else from their words."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from loi_cli.intake.importing.joining import Draft
from loi_cli.merge.light_words import light_words
from loi_cli.model.identifiers import is_clause_id
from loi_cli.model.text import Kind

_MOST_WORDS = 3
_LONGEST = 40
_NOT_OF_A_SLUG = re.compile(r"[^a-z0-9]+")


def name_all(drafts: Sequence[Draft]) -> None:
    """Give every clause an id: unique, and below that of its parent."""
    _name(drafts, None, set())


def _name(drafts: Iterable[Draft], parent: Draft | None, taken: set[str]) -> None:
    for number, draft in enumerate(drafts, start=1):
        draft.id = _free(_kept(draft, parent) or _made(draft, parent, number), taken)
        taken.add(draft.id)
        _name(draft.children, draft, taken)


def _kept(draft: Draft, parent: Draft | None) -> str:
    """The id that our bookmark tells. Word's names know neither dots nor hyphens: a dot stands after the parent's id,
    elsewhere a hyphen is taken."""
    own = next((node.own for node in draft.nodes.values() if node.own), "")
    above = next((node.own for node in parent.nodes.values() if node.own), "") if parent else ""
    if own and parent is not None and above and own.startswith(f"{above}_"):
        made = f"{parent.id}.{own.removeprefix(f'{above}_').replace('_', '-')}"
    else:
        made = own.replace("_", "-")
    return made if is_clause_id(made) else ""


def _made(draft: Draft, parent: Draft | None, number: int) -> str:
    slug = _slug(draft)
    if not slug:
        letter = {Kind.ARTICLE: "article", Kind.RECITAL: "recital", Kind.ANNEX: "annex"}.get(draft.kind, "")
        slug = f"{letter}-{number}" if letter else f"{draft.kind.value[0]}{number}"
    made = f"{parent.id}.{slug}" if parent else slug
    return made if is_clause_id(made) else f"{draft.kind.value}-{number}"


def _slug(draft: Draft) -> str:
    """Up to three words that carry meaning, of the language whose letters an id may have."""
    for language in sorted(draft.nodes, key=lambda one: (one != "en", one)):
        words = draft.heading.get(language) or draft.text.get(language, "")
        light = light_words(language)
        plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
        if len(plain) * 2 < len(words):
            continue
        some = [word for word in _NOT_OF_A_SLUG.split(plain) if word and word not in light and not word.isdecimal()]
        slug = "-".join(some[:_MOST_WORDS])[:_LONGEST].strip("-")
        if slug:
            return slug
    return ""


def _free(wanted: str, taken: set[str]) -> str:
    if wanted not in taken:
        return wanted
    return next(name for n in range(2, 10_000) if (name := f"{wanted[:115]}-{n}") not in taken)
