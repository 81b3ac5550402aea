"""L109: clauses that the parties had agreed on, and that are open again."""

from collections.abc import Iterator

from loi_cli.checks.rule import ERROR, WARNING, Rule, Subject
from loi_cli.i18n import _, saying
from loi_cli.intake.agreements import agreed_now
from loi_cli.model.problems import Problem

RULE = Rule(
    code="L109",
    name="reopened-agreement",
    draft=WARNING,
    send=WARNING,
    final=ERROR,
    says=saying("A clause that the parties had agreed on reads otherwise now, or an input asks for other words."),
    why=saying("Who reopens what was agreed must know it before the other party says so."),
    help=_("agree on it anew (`loi agree`), decide for the agreed words, or `loi withdraw` the input"),
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
