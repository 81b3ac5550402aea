"""What a rule can set right by itself: words for words, where nobody could want it otherwise.

A correction is proposed like any other change: it becomes an input in a unit's name, and is merged, seen in the redline
and taken back as one.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from loi_cli.checks.registry import RULES
from loi_cli.checks.rule import Subject
from loi_cli.checks.wordings import settled
from loi_cli.i18n import _
from loi_cli.merge.staleness import stale_languages
from loi_cli.model.inputs import Reword
from loi_cli.model.problems import Place
from loi_cli.model.text import Clause
from loi_cli.model.words import Words

_HERE = Place("<correction>")


class Correction(NamedTuple):
    """Some words of a clause in a language, from `start` to `end`, and the words in their place."""

    code: str
    clause: str
    heading: bool
    language: str
    start: int
    end: int
    old: str
    new: str


def corrections(subject: Subject, ignored: Iterable[str] = ()) -> tuple[Correction, ...]:
    """All corrections of the rules that are not ignored, in reading order; of two that touch the first alone."""
    left_out = set(ignored)
    order = {clause.id: k for k, clause in enumerate(subject.text)}
    found = [
        Correction(module.RULE.code, *where)
        for module in RULES
        if module.RULE.code not in left_out and hasattr(module, "correct")
        for where in module.correct(subject)
    ]
    found.sort(key=lambda c: (order[c.clause], not c.heading, c.language, c.start, c.code))
    kept: list[Correction] = []
    for one in found:
        last = kept[-1] if kept else None
        if last is None or _field(last) != _field(one) or one.start >= last.end:
            kept.append(one)
    return tuple(kept)


def proposals(subject: Subject, found: Iterable[Correction]) -> Iterator[Reword]:
    """The corrections as proposals, one for each clause.

    The languages that stand beside a corrected one are repeated as they are, for a correction changes no meaning: what
    was up to date stays so. What was stale before stays stale.
    """
    clauses = subject.text.by_id()
    for name, some in groupby(found, key=lambda c: c.clause):
        clause, here = clauses[name], list(some)
        reason = _("a correction by `loi check --fix`: {codes}").format(codes=", ".join(sorted({c.code for c in here})))
        yield Reword(
            clause=name,
            text=_corrected(clause, clause.text, [c for c in here if not c.heading]),
            heading=_corrected(clause, clause.heading, [c for c in here if c.heading]),
            reason=reason,
            place=_HERE,
        )


def _field(one: Correction) -> tuple[str, bool, str]:
    return one.clause, one.heading, one.language


def _corrected(clause: Clause, fields: Mapping[str, Words], here: list[Correction]) -> dict[str, str]:
    if not here:
        return {}
    stale = stale_languages(clause)
    touched = {one.language for one in here}
    said: dict[str, str] = {}
    for language, words in fields.items():
        text = settled(words)
        if text is not None and (language in touched or language not in stale):
            for one in sorted((c for c in here if c.language == language), key=lambda c: -c.start):
                text = text[: one.start] + one.new + text[one.end :]
            said[language] = text
    return said
