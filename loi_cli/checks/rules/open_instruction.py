"""L107: a change that a unit wants, and that nobody has worded yet."""

from collections.abc import Iterator

from loi_cli.checks.rule import Rule, Subject
from loi_cli.i18n import _
from loi_cli.merge.outcomes import Verdict
from loi_cli.model.problems import Problem, Severity

RULE = Rule(
    code="L107",
    severity=Severity.WARNING,
    help=_("send an input that words the clause, written against a version that holds the instruction"),
)


def find(subject: Subject) -> Iterator[Problem]:
    for outcome in subject.outcomes:
        if outcome.verdict is Verdict.OPEN:
            message = _("{clause}: {side} left the wording of a change to the directorate").format(
                clause=outcome.clause, side=outcome.side
            )
            yield RULE.problem(message, outcome.place)
