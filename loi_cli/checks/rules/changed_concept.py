"""L105: concept.yaml was changed after it became v1."""

from collections.abc import Iterator

from loi_cli.checks.rule import WARNING, Rule, Subject
from loi_cli.i18n import _, saying
from loi_cli.intake.register import concept_was_changed
from loi_cli.model.problems import Place, Problem

RULE = Rule(
    code="L105",
    name="changed-concept",
    draft=WARNING,
    send=WARNING,
    final=WARNING,
    says=saying("concept.yaml was changed after it became v1."),
    why=saying("The change has nobody's name on it, and it has no effect: v1 is stored."),
    help=_("the concept is history once it is v1: put it back, and send the change as an input"),
)


def find(subject: Subject) -> Iterator[Problem]:
    if concept_was_changed(subject.register):
        yield RULE.problem(saying("the concept was changed since it became v1"), Place("concept.yaml"))
