"""All that is known of one clause, brought together."""

from dataclasses import dataclass
from datetime import datetime

from loi_cli.intake.agreements import Agreed, agreed_now
from loi_cli.intake.clause_names import Found, find_clause
from loi_cli.intake.merging import outcomes_now
from loi_cli.intake.register import Register
from loi_cli.intake.sayings import Saying, decisions_on, sayings
from loi_cli.model.conflicts import Conflict, conflicts_of_clause
from loi_cli.model.numbering import numbers
from loi_cli.model.placeholders import references
from loi_cli.model.records import Decision
from loi_cli.model.text import Clause
from loi_cli.model.versions import Header
from loi_cli.model.words import Run, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseFacts:
    """`waiting` names the decisions that no version holds yet; `refers_to` and `referred_by` are ids of clauses;
    `changed` is the version that last changed it."""

    found: Found
    numbers: dict[str, str]
    conflicts: tuple[Conflict, ...]
    sayings: tuple[Saying, ...]
    decisions: tuple[Decision, ...]
    waiting: frozenset[str]
    refers_to: tuple[str, ...]
    referred_by: tuple[str, ...]
    holds: tuple[str, ...]
    changed: Header | None
    agreed: Agreed | None = None

    @property
    def clause(self) -> Clause:
        return self.found.clause

    def called(self, clause: str) -> str:
        """`areas (2)`."""
        number = self.numbers.get(clause, "")
        return f"{clause} ({number})" if number else clause


def facts_of(name: str, register: Register, now: datetime) -> ClauseFacts:
    """The clause of this id or number, one that is gone as it last was. Raises NoSuchClause."""
    found = find_clause(name, register)
    clause, text = found.clause, found.version.text
    agreements = agreed_now(register, text)
    return ClauseFacts(
        found=found,
        numbers=numbers(text),
        conflicts=tuple(conflicts_of_clause(clause)),
        sayings=sayings(clause.id, register, outcomes_now(register, now)),
        decisions=decisions_on(clause.id, register),
        waiting=frozenset(d.name for d in register.waiting_decisions),
        refers_to=_references(clause),
        referred_by=tuple(c.id for c in text if clause.id in _references(c)),
        holds=tuple(c.id for c in text if c.parent == clause.id),
        changed=_last_change(clause.id, found, register.opened.headers),
        agreed=agreements.get(clause.id),
    )


def _references(clause: Clause) -> tuple[str, ...]:
    words = (*clause.heading.values(), *clause.text.values())
    return tuple(dict.fromkeys(name for some in words for name in references(_every_word(some))))


def _every_word(words: Words) -> str:
    """The words with all that stands in their brackets."""
    return " ".join(
        piece.text if isinstance(piece, Run) else " ".join((piece.base, *(r.text for r in piece.readings)))
        for piece in words
    )


def _last_change(clause: str, found: Found, headers: tuple[Header, ...]) -> Header | None:
    """The newest version before and with the one shown that changed the clause, as the headers tell; of a version that
    changed nearly everything the header tells only a part."""
    known = {h.hash: h for h in headers}
    at = known.get(found.version.header.hash)
    while at is not None and clause not in at.touched:
        at = known.get(at.parents[0]) if at.parents else None
    return at
