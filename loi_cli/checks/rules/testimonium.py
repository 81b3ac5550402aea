"""L133: a text without a testimonium."""

from collections.abc import Iterator

from loi_cli.checks.rule import ERROR, Example, Rule, Subject
from loi_cli.i18n import _, saying
from loi_cli.model.problems import Place, Problem
from loi_cli.model.text import Kind

RULE = Rule(
    code="L133",
    name="no-testimonium",
    draft=None,
    send=None,
    final=ERROR,
    says=saying("The text has no testimonium."),
    why=saying("Place, date, number of originals and languages of a signed text stand there and nowhere else."),
    help=_("send an input that inserts a clause of the kind testimonium"),
    examples=(
        Example(
            clauses="""
- clause: aim
  kind: article
  en: The Parties trade.
""",
            finds=("the text has no testimonium",),
        ),
        Example(
            clauses="""
- clause: aim
  kind: article
  en: The Parties trade.
- clause: done
  kind: testimonium
  en: DONE in duplicate at {place} on {date}.
"""
        ),
    ),
)


def find(subject: Subject) -> Iterator[Problem]:
    if not any(clause.kind is Kind.TESTIMONIUM for clause in subject.text):
        yield RULE.problem(saying("the text has no testimonium"), Place("concept.yaml"))
