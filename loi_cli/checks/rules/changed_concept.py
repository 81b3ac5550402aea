"""L105: concept.yaml was changed after it became v1."""

from collections.abc import Iterator

from loi_cli.checks.rule import WARNING, Example, Rule, Subject
from loi_cli.i18n import _, saying
from loi_cli.intake.register import concept_was_changed
from loi_cli.model.problems import Place, Problem

_SAID = saying("the concept was changed since it became v1")
_WAS = """
- clause: aim
  kind: article
  en: The Parties promote trade and investment.
"""

RULE = Rule(
    code="L105",
    name="changed-concept",
    draft=WARNING,
    send=WARNING,
    final=WARNING,
    says=saying("concept.yaml was changed after it became v1."),
    why=saying("The change has nobody's name on it, and it has no effect: v1 is stored."),
    help=_("the concept is history once it is v1: put it back, and send the change as an input"),
    examples=(
        Example(first=_WAS, clauses=_WAS.replace("promote", "develop"), finds=(_SAID,)),
        Example(first=_WAS, clauses=_WAS),
    ),
)


def find(subject: Subject) -> Iterator[Problem]:
    if concept_was_changed(subject.register):
        yield RULE.problem(_SAID, Place("concept.yaml"))
