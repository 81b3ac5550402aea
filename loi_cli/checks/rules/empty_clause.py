"""L110: a clause that says nothing and holds nothing."""

from collections.abc import Iterator

from loi_cli.checks.rule import ERROR, WARNING, Example, Rule, Subject
from loi_cli.i18n import _, saying
from loi_cli.model.problems import Problem

RULE = Rule(
    code="L110",
    name="empty-clause",
    draft=WARNING,
    send=WARNING,
    final=ERROR,
    says=saying("A clause has no words of its own and holds no other clause."),
    why=saying("It would be printed as a number with nothing after it."),
    help=_("send an input that words it or deletes it"),
    examples=(
        Example(
            clauses="""
- clause: aim
  kind: article
  heading: {en: Aim}
""",
            finds=("aim says nothing",),
        ),
        Example(
            clauses="""
- clause: aim
  kind: article
  heading: {en: Aim}
  clauses:
    - clause: aim.trade
      kind: paragraph
      en: The Parties promote trade.
"""
        ),
    ),
)


def find(subject: Subject) -> Iterator[Problem]:
    holding = {clause.parent for clause in subject.text}
    for clause in subject.text:
        if clause.id not in holding and not any(clause.text.values()):
            yield RULE.problem(saying("{clause} says nothing", clause=clause.id), subject.place_of(clause.id))
