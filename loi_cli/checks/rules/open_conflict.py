"""L104: words, places or clauses that are in dispute."""

from collections.abc import Iterator

from loi_cli.checks.rule import Rule, Subject
from loi_cli.i18n import _
from loi_cli.model.conflicts import conflicts_in
from loi_cli.model.problems import Problem, Severity

RULE = Rule(code="L104", severity=Severity.WARNING, help=_("`loi conflicts` shows it, `loi decide` settles it"))


def find(subject: Subject) -> Iterator[Problem]:
    for conflict in conflicts_in(subject.text):
        sides = ", ".join(name for reading in conflict.bracket.readings for name in reading.names)
        message = _("{conflict} is open between {sides}").format(conflict=conflict.id, sides=sides)
        yield RULE.problem(message, subject.place_of(conflict.clause))
