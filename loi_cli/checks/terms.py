"""Terms that a text defines, by language: `hereinafter referred to as “the Committee”`, `(the “Committee”)`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from loi_cli.checks.phrases import phrases
from loi_cli.checks.wordings import every_wording
from loi_cli.model.text import Text

_QUOTED = re.compile(r"[^.;“„«\"‘]{0,20}?[“„«\"‘]\s*(?:the\s+|The\s+)?([^”“»\"’]+?)\s*[”“»\"’]")

_ALONE = re.compile(r"\(\s*(?:\w{1,4}\s+)?[“„«\"‘]\s*(?:the\s+|The\s+)?([^()”“»\"’]+?)\s*[”“»\"’]\s*\)")
"""A term in quotation marks that has a pair of parentheses to itself, perhaps with an article."""


class Term(NamedTuple):
    """A term, and the clause that defines it."""

    language: str
    term: str
    clause: str
    end: int


def defined_terms(text: Text) -> Iterator[Term]:
    """Every definition, in reading order; `end` is where it ends in the words of its clause."""
    for clause, language, words in every_wording(text):
        lead = phrases(language, "defines")
        introduced = (_QUOTED.match(words, found.end()) for found in (lead.finditer(words) if lead else ()))
        named = {one.start(1): one for one in (*introduced, *_ALONE.finditer(words)) if one is not None}
        for _start, one in sorted(named.items()):
            yield Term(language, one[1], clause.id, one.end())


def users(term: Term, text: Text) -> tuple[str, ...]:
    """The clauses that use a term, its own definition aside; endings of inflected words are let pass."""
    stem = r"\s+".join(re.escape(_stem(word)) + r"\w*" for word in term.term.split())
    pattern = re.compile(rf"(?<!\w){stem}", re.IGNORECASE)
    found = [
        clause.id
        for clause, language, words in every_wording(text)
        if language == term.language and pattern.search(words, term.end if clause.id == term.clause else 0)
    ]
    return tuple(dict.fromkeys(found))


def _stem(word: str) -> str:
    """All but the ending, where the word is long enough to have one: `Комитет`, `Комитета`."""
    return word if word.isascii() else word[: max(4, len(word) - 2)]
