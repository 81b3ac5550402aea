"""L104: words, places or clauses that are in dispute."""

from collections.abc import Iterator

from loi_cli.checks.rule import ERROR, WARNING, Example, Rule, Subject
from loi_cli.i18n import _, saying
from loi_cli.model.conflicts import conflicts_in
from loi_cli.model.problems import Problem

RULE = Rule(
    code="L104",
    name="open-conflict",
    draft=WARNING,
    send=WARNING,
    final=ERROR,
    says=saying("Words, the place or the existence of a clause are in dispute."),
    why=saying("Bracketed words are not agreed; a text to sign has none."),
    help=_("`loi conflicts` shows it, `loi decide` settles it"),
    examples=(
        Example(
            clauses="""
- clause: aim
  kind: article
  en: The Parties promote trade and investment.
""",
            inputs={
                "legal-1": """
proposals:
  - replace: aim
    en: {from: promote, to: encourage}
""",
                "trade-1": """
proposals:
  - replace: aim
    en: {from: promote, to: develop}
""",
            },
            finds=("aim/text.en/3af991c1 is open between legal, trade",),
        ),
        Example(
            clauses="""
- clause: aim
  kind: article
  en: The Parties promote trade and investment.
""",
            inputs={
                "legal-1": """
proposals:
  - replace: aim
    en: {from: promote, to: encourage}
""",
                "trade-1": """
proposals:
  - replace: aim
    en: {from: investment, to: industry}
""",
            },
        ),
    ),
)


def find(subject: Subject) -> Iterator[Problem]:
    for conflict in conflicts_in(subject.text):
        sides = ", ".join(name for reading in conflict.bracket.readings for name in reading.names)
        message = saying("{conflict} is open between {sides}", conflict=conflict.id, sides=sides)
        yield RULE.problem(message, subject.place_of(conflict.clause))
