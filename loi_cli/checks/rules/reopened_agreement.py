"""L109: clauses that the parties had agreed on, and that are open again."""

from collections.abc import Iterator

from loi_cli.checks.rule import ERROR, WARNING, Example, Rule, Subject
from loi_cli.i18n import _, saying
from loi_cli.intake.agreements import agreed_now
from loi_cli.model.problems import Problem

_WAS = """
- clause: aim
  kind: article
  en: The Parties promote trade and investment.
"""
_AGREED = """
clause: aim
version: v1
words:
  aim: "56ebacf198cb594e"
by: Directorate of Access
date: 2030-01-16
"""
_ASKS = """
proposals:
  - replace: aim
    en: {from: promote, to: develop}
"""

RULE = Rule(
    code="L109",
    name="reopened-agreement",
    draft=WARNING,
    send=WARNING,
    final=ERROR,
    says=saying("A clause that the parties had agreed on reads otherwise now, or an input asks for other words."),
    why=saying("Who reopens what was agreed must know it before the other party says so."),
    help=_("agree on it anew (`loi agree`), decide for the agreed words, or `loi withdraw` the input"),
    examples=(
        Example(
            first=_WAS,
            clauses=_WAS,
            records={"agreement": _AGREED},
            inputs={"trade-1": _ASKS},
            finds=("aim was agreed with the other party on 2030-01-16; reopened by trade-1",),
        ),
        Example(first=_WAS, clauses=_WAS, records={"agreement": _AGREED}),
    ),
)


def find(subject: Subject) -> Iterator[Problem]:
    for clause, state in agreed_now(subject.register, subject.text).items():
        if not state.is_reopened:
            continue
        agreement = state.agreement
        said = {"clause": clause, "date": agreement.date}
        if state.reopened_by:
            inputs = ", ".join(one.name for one in state.reopened_by)
            message = saying(
                "{clause} was agreed with the other party on {date}; reopened by {inputs}", **said, inputs=inputs
            )
        else:
            message = saying("{clause} was agreed with the other party on {date}, and reads otherwise now", **said)
        yield RULE.problem(message, subject.place_of(clause))
