"""All rules. A new one is a module in `rules/` and a line here."""

from collections.abc import Iterable

from loi_cli.checks.rule import Stage, Subject
from loi_cli.checks.rules import (
    binding_words,
    blank,
    broken_reference,
    changed_after_closing,
    changed_concept,
    declared_languages,
    differing_figures,
    differing_lists,
    differing_references,
    empty_clause,
    force_and_prevalence,
    gate_not_passed,
    idle_decision,
    missing_language,
    mixed_scripts,
    official_name,
    open_conflict,
    open_instruction,
    place_and_date,
    prevailing_language,
    reopened_agreement,
    repeated_clause,
    signature_block,
    silent_unit,
    stale_translation,
    term_defined_in_part,
    term_defined_twice,
    testimonium,
    typed_bracket,
    typed_number,
    undefined_term,
    unknown_clause_in_meeting,
    unknown_paper_in_meeting,
    unnumbered_reference,
    unused_term,
    words_of_protocol,
    wrong_language,
)
from loi_cli.model.problems import Problem

RULES = (
    broken_reference,
    missing_language,
    stale_translation,
    open_conflict,
    changed_concept,
    unknown_clause_in_meeting,
    open_instruction,
    words_of_protocol,
    reopened_agreement,
    empty_clause,
    repeated_clause,
    unnumbered_reference,
    typed_number,
    unused_term,
    term_defined_twice,
    term_defined_in_part,
    undefined_term,
    typed_bracket,
    differing_figures,
    differing_references,
    differing_lists,
    wrong_language,
    official_name,
    mixed_scripts,
    declared_languages,
    force_and_prevalence,
    prevailing_language,
    testimonium,
    signature_block,
    binding_words,
    silent_unit,
    blank,
    place_and_date,
    idle_decision,
    gate_not_passed,
    changed_after_closing,
    unknown_paper_in_meeting,
)


def findings(subject: Subject, stage: Stage, ignored: Iterable[str] = ()) -> tuple[Problem, ...]:
    """What breaks any rule that is not ignored, weighed for a stage, in the order of the files."""
    left_out = set(ignored)
    found = [
        problem._replace(severity=weight)
        for module in RULES
        if module.RULE.code not in left_out and (weight := module.RULE.weight(stage)) is not None
        for problem in module.find(subject)
    ]
    return tuple(sorted(found, key=lambda p: (p.place, p.code, p.message)))
