"""What an agreement between the parties binds: the words of a clause and of all that it holds."""

import hashlib
from collections.abc import Iterator, Mapping

from loi_cli.merge.arrangement import Frame
from loi_cli.model.conflicts import conflicts_of_clause
from loi_cli.model.text import Clause, Text
from loi_cli.model.words import shown


def fingerprints(clause: str, text: Text) -> dict[str, str]:
    """By clause, for one and all that it holds: 16 hex digits that change with its words in any language, its heading,
    its kind, or which clauses it holds in which order."""
    clauses, children = text.by_id(), text.children()
    return {inside: _fingerprint(clauses[inside], children) for inside in Frame.of(text).subtree(clause)}


def open_within(clause: str, text: Text) -> Iterator[str]:
    """The ids of the conflicts that are open in a clause and in what it holds."""
    clauses = text.by_id()
    for inside in Frame.of(text).subtree(clause):
        yield from (conflict.id for conflict in conflicts_of_clause(clauses[inside]))


def _fingerprint(clause: Clause, children: Mapping[str | None, list[str]]) -> str:
    words = [f"{language}: {shown(clause.text[language])}" for language in sorted(clause.text)]
    heading = [f"{language}: {shown(clause.heading[language])}" for language in sorted(clause.heading)]
    said = (clause.kind.value, *heading, "", *words, "", *children[clause.id])
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:16]
