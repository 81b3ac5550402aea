"""L106: a meeting that talks about a clause which is not in the text."""

from collections.abc import Iterator

from loi_cli.checks.rule import WARNING, Example, Rule, Subject
from loi_cli.i18n import _, saying
from loi_cli.model.identifiers import nearest
from loi_cli.model.problems import Problem

_MEETING = """
title: {{en: First meeting}}
date: 2030-02-15
start: "09:00"
end: "12:00"
zone: Europe/Lisbon
mode: online
languages: [en]
agenda:
  - {{item: trade, title: {{en: Trade}}, minutes: 30, lead: AAA, clauses: [{clause}]}}
"""

RULE = Rule(
    code="L106",
    name="unknown-clause-in-meeting",
    draft=WARNING,
    send=WARNING,
    final=WARNING,
    says=saying("An agenda item names a clause that is not in the text."),
    why=saying("The delegations would look for it on the table."),
    help=_("name a clause by its id; `loi show head` lists them"),
    examples=(
        Example(
            clauses="""
- clause: aim
  kind: article
  en: The Parties promote trade.
""",
            meeting=_MEETING.format(clause="aims"),
            finds=("agenda item “trade” names “aims”, which is not in the text; did you mean “aim”?",),
        ),
        Example(
            clauses="""
- clause: aim
  kind: article
  en: The Parties promote trade.
""",
            meeting=_MEETING.format(clause="aim"),
        ),
    ),
)


def find(subject: Subject) -> Iterator[Problem]:
    ids = subject.text.by_id()
    for meeting in subject.meetings:
        for item in meeting.agenda:
            for clause in item.clauses:
                if clause not in ids:
                    message = saying(
                        "agenda item “{item}” names “{clause}”, which is not in the text", item=item.id, clause=clause
                    )
                    near = nearest(clause, ids)
                    if near:
                        message += saying("; did you mean “{near}”?", near=near)
                    yield RULE.problem(message, item.clauses_at or item.place)
