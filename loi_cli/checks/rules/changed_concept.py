"""L105: concept.yaml was changed after it became v1."""

from collections.abc import Iterator

from loi_cli.checks.rule import Rule, Subject
from loi_cli.files.source import Source
from loi_cli.history.encoding import text_hash
from loi_cli.i18n import _
from loi_cli.intake.concept import read_concept
from loi_cli.model.problems import BadInput, Place, Problem, Severity

RULE = Rule(
    code="L105",
    severity=Severity.WARNING,
    help=_("the concept is history once it is v1: put it back, and send the change as an input"),
)


def find(subject: Subject) -> Iterator[Problem]:
    register = subject.register
    if register.is_new or not subject.concept_source:
        return
    try:
        source = Source.from_bytes("concept.yaml", subject.concept_source.encode())
        concept = read_concept(source, register.opened.dossier).value
    except BadInput:
        changed = True
    else:
        changed = text_hash(concept) != register.root.header.text_hash
    if changed:
        yield RULE.problem(_("the concept was changed since it became v1"), Place("concept.yaml"))
