"""L107: a change that a unit wants, and that nobody has worded yet."""

from collections.abc import Iterator

from loi_cli.checks.rule import ERROR, WARNING, Example, Rule, Subject
from loi_cli.i18n import _, saying
from loi_cli.merge.outcomes import Verdict
from loi_cli.model.problems import Problem

RULE = Rule(
    code="L107",
    name="open-instruction",
    draft=WARNING,
    send=WARNING,
    final=ERROR,
    says=saying("A unit wants a change and left its wording to the directorate; nobody has worded it yet."),
    why=saying("What a unit asked for must not be forgotten because it came without words."),
    help=_("send an input that words the clause, written against a version that holds the instruction"),
    examples=(
        Example(
            clauses="""
- clause: aim
  kind: article
  en: The Parties promote trade.
""",
            inputs={
                "trade-1": """
proposals:
  - instruct: aim
    note: Please mention spare parts.
"""
            },
            finds=("aim: trade left the wording of a change to the directorate",),
        ),
        Example(
            clauses="""
- clause: aim
  kind: article
  en: The Parties promote trade.
""",
            inputs={
                "trade-1": """
proposals:
  - remark: aim
    note: This is well said.
"""
            },
        ),
    ),
)


def find(subject: Subject) -> Iterator[Problem]:
    for outcome in subject.outcomes:
        if outcome.verdict is Verdict.OPEN:
            message = saying(
                "{clause}: {side} left the wording of a change to the directorate",
                clause=outcome.clause,
                side=outcome.side,
            )
            yield RULE.problem(message, outcome.place)
