"""How a text shows what is settled and what is not: not at all, in brackets, or in brackets set apart."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from loi_cli.intake.agreements import Agreed
from loi_cli.model.conflicts import ABSENT
from loi_cli.model.text import Clause, Text
from loi_cli.model.words import Bracket, Run, Words, started_from
from loi_cli.model.words import agreed as agreed_words


class Marks(StrEnum):
    """`clean`: no mark, words in dispute read as they started. `bracketed`: alternatives in brackets, each with its
    side, and at each clause whether the parties agreed on it. `marked`: the same, the alternatives under each other."""

    CLEAN = "clean"
    BRACKETED = "bracketed"
    MARKED = "marked"


class Agreement(StrEnum):
    """What the parties said of a clause; ad referendum: their governments have still to confirm it."""

    AGREED = "agreed"
    AD_REFERENDUM = "ad-referendum"


def agreements(agreed: Mapping[str, Agreed]) -> dict[str, Agreement]:
    """What a text with marks says of its clauses: those that still read as they were agreed on."""
    return {
        clause: Agreement.AD_REFERENDUM if state.agreement.ad_referendum else Agreement.AGREED
        for clause, state in agreed.items()
        if state.unchanged
    }


def unmarked(text: Text) -> Text:
    """The text as it stands where nothing in dispute is counted: a clause that is only proposed is not in it."""
    gone: set[str] = set()
    return Text(tuple(_unmarked(clause) for clause in text if not _is_only_proposed(clause, gone)))


def _is_only_proposed(clause: Clause, gone: set[str]) -> bool:
    new = clause.exists is not None and clause.exists.base in ("", ABSENT)
    if new or clause.parent in gone or (_fields(clause) and not any(started_from(words) for words in _fields(clause))):
        gone.add(clause.id)
    return clause.id in gone


def _unmarked(clause: Clause) -> Clause:
    return clause._replace(text=_settled(clause.text), heading=_settled(clause.heading), exists=None, place=None)


def _settled(fields: Mapping[str, Words]) -> dict[str, Words]:
    return {
        language: agreed_words(started_from(words), "") if any(isinstance(p, Bracket) for p in words) else words
        for language, words in fields.items()
    }


def _fields(clause: Clause) -> tuple[Words, ...]:
    return tuple(words for words in (*clause.text.values(), *clause.heading.values()) if words)


def still_in_dispute(text: Text) -> Iterator[str]:
    """The ids of clauses that hold a bracket, or stand or are placed in dispute, in reading order."""
    for clause in text:
        whole = clause.exists is not None or clause.place is not None
        if whole or any(not isinstance(piece, Run) for words in _fields(clause) for piece in words):
            yield clause.id
