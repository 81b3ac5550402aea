"""L143: a decision about a dispute that there is not, or is no more, or that it does not settle."""

from collections.abc import Iterator

from loi_cli.checks.rule import WARNING, Example, Rule, Subject
from loi_cli.i18n import _, saying
from loi_cli.model.problems import Place, Problem

RULE = Rule(
    code="L143",
    name="idle-decision",
    draft=WARNING,
    send=WARNING,
    final=WARNING,
    says=saying(
        "A decision settles nothing: no merge meets the dispute that it is about, or another decides it otherwise."
    ),
    why=saying(
        "Somebody decided, and believes that it counts; but an input was withdrawn, the words changed since, or "
        "somebody else decided the same otherwise."
    ),
    help=_("look at the clause; `loi decide` it anew, or `loi undo` the record"),
    examples=(
        Example(
            clauses="""
- clause: aim
  kind: article
  en: The Parties promote trade.
""",
            records={
                "decision": """
conflict: aim/text.en/0123abcd
take: base
by: Director
date: 2030-01-16
reason: As it stood.
"""
            },
            finds=("aim/text.en/0123abcd is not in dispute; the decision by Director of 2030-01-16 settles nothing",),
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
    en: {from: promote, to: develop}
""",
            },
            records={
                "decision": """
conflict: aim/text.en/3af991c1
take: nobody
by: Director
date: 2030-01-16
reason: As he asks.
"""
            },
            finds=("aim/text.en/3af991c1 stays open: the decision by Director of 2030-01-16 takes no side of it",),
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
    en: {from: promote, to: develop}
""",
            },
            records={
                "decision": """
conflict: aim/text.en/3af991c1
take: trade
by: Director
date: 2030-01-16
reason: As trade asks.
"""
            },
        ),
    ),
)


def find(subject: Subject) -> Iterator[Problem]:
    for one in subject.idle:
        message = saying(
            "{conflict} is not in dispute; the decision by {by} of {date} settles nothing",
            conflict=one.conflict,
            by=one.by,
            date=one.date,
        )
        yield RULE.problem(message, Place(f"records/{one.name}.yaml", 1, 1))
    for conflict, decisions in subject.opposed.items():
        offices = ", ".join(sorted({d.by for d in decisions}))
        for one in decisions:
            if len(decisions) > 1:
                message = saying(
                    "{conflict} stays open: the decisions by {offices} contradict each other",
                    conflict=conflict,
                    offices=offices,
                )
            else:
                message = saying(
                    "{conflict} stays open: the decision by {by} of {date} takes no side of it",
                    conflict=conflict,
                    by=one.by,
                    date=one.date,
                )
            yield RULE.problem(message, Place(f"records/{one.name}.yaml", 1, 1))
