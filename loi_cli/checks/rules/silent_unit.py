"""L140: a unit that was asked and has not answered."""

from collections.abc import Iterator

from loi_cli.checks.rule import WARNING, Example, Rule, Subject
from loi_cli.i18n import _, saying
from loi_cli.meetings.replies import State, replies
from loi_cli.model.problems import Problem

RULE = Rule(
    code="L140",
    name="silent-unit",
    draft=None,
    send=WARNING,
    final=WARNING,
    says=saying("A unit was asked and has not answered; `no-comment: true` is an answer."),
    why=saying("A text that goes out without a unit's word is undone by that unit later."),
    help=_("ask again with `loi request --late`; a unit without a change sends `no-comment: true`"),
    examples=(
        Example(
            clauses="""
- clause: aim
  kind: article
  en: The Parties trade.
""",
            inputs={"legal-1": "no-comment: true\n"},
            finds=("trade has not answered in round 1 (due 2030-01-31)",),
        ),
        Example(
            clauses="""
- clause: aim
  kind: article
  en: The Parties trade.
""",
            inputs={"legal-1": "no-comment: true\n", "trade-1": "no-comment: true\n"},
        ),
    ),
)


def find(subject: Subject) -> Iterator[Problem]:
    for reply in replies(subject.dossier, subject.register.inputs, subject.today):
        if reply.asked and reply.state is State.MISSING:
            message = saying(
                "{unit} has not answered in round {round} (due {due})",
                unit=reply.unit,
                round=reply.round,
                due=reply.due or "–",
            )
            if reply.late:
                message += saying(", and is late")
            yield RULE.problem(message, subject.dossier.where)
