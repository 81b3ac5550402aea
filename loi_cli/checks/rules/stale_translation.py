"""L103: words that were not looked at since another language of the clause changed."""

from collections.abc import Iterator

from loi_cli.checks.rule import Rule, Subject
from loi_cli.i18n import _
from loi_cli.merge.staleness import stale_languages
from loi_cli.model.problems import Problem, Severity

RULE = Rule(
    code="L103",
    severity=Severity.WARNING,
    help=_("send an input that words it anew, or repeats the wording to confirm it"),
)


def find(subject: Subject) -> Iterator[Problem]:
    for clause in subject.text:
        for language in stale_languages(clause):
            message = _("{clause}: “{language}” is older than the other languages").format(
                clause=clause.id, language=language
            )
            yield RULE.problem(message, subject.place_of(clause.id))
