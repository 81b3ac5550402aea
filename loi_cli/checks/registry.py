"""All rules. A new one is a module in `rules/` and a line here."""

from collections.abc import Iterable

from loi_cli.checks.rule import Subject
from loi_cli.checks.rules import (
    binding_words,
    broken_reference,
    changed_concept,
    missing_language,
    open_conflict,
    open_instruction,
    stale_translation,
    unknown_clause_in_meeting,
    words_of_protocol,
)
from loi_cli.model.problems import Problem

RULES = (
    broken_reference,
    missing_language,
    stale_translation,
    open_conflict,
    open_instruction,
    changed_concept,
    unknown_clause_in_meeting,
    words_of_protocol,
    binding_words,
)


def findings(subject: Subject, ignored: Iterable[str] = ()) -> tuple[Problem, ...]:
    """What breaks any rule that the dossier does not ignore, in the order of the files."""
    left_out = set(ignored)
    found = [p for module in RULES if module.RULE.code not in left_out for p in module.find(subject)]
    return tuple(sorted(found, key=lambda p: (p.place, p.code, p.message)))
