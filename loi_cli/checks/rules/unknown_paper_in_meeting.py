"""L150: a meeting that hands out a paper which loi does not make."""

from collections.abc import Iterator

from loi_cli.checks.rule import WARNING, Example, Rule, Subject
from loi_cli.i18n import saying
from loi_cli.meetings.packet_list import Paper
from loi_cli.model.identifiers import nearest
from loi_cli.model.problems import Problem

_CLAUSES = """
- clause: aim
  kind: article
  en: The Parties promote trade.
"""
_MEETING = """
title: {{en: First meeting}}
date: 2030-02-15
start: "09:00"
end: "12:00"
zone: Europe/Lisbon
mode: online
languages: [en]
agenda:
  - {{item: trade, title: {{en: Trade}}, minutes: 30, lead: AAA, clauses: [aim], papers: [{paper}]}}
"""

RULE = Rule(
    code="L150",
    name="unknown-paper-in-meeting",
    draft=WARNING,
    send=WARNING,
    final=WARNING,
    says=saying("An agenda item names a paper that loi does not make."),
    why=saying("The packet lists it as missing: somebody has to put it in by hand, or its name is misspelt."),
    help=saying("name one of: {names}; or put it into the packet by hand", names=", ".join(Paper)),
    examples=(
        Example(
            clauses=_CLAUSES,
            meeting=_MEETING.format(paper="redlin"),
            finds=("agenda item “trade” names the paper “redlin”, which loi does not make; did you mean “redline”?",),
        ),
        Example(
            clauses=_CLAUSES,
            meeting=_MEETING.format(paper="country-profile"),
            finds=("agenda item “trade” names the paper “country-profile”, which loi does not make",),
        ),
        Example(clauses=_CLAUSES, meeting=_MEETING.format(paper="redline")),
    ),
)


def find(subject: Subject) -> Iterator[Problem]:
    known = [paper.value for paper in Paper]
    for meeting in subject.meetings:
        for item in meeting.agenda:
            for paper in item.papers:
                if paper in known:
                    continue
                message = saying(
                    "agenda item “{item}” names the paper “{paper}”, which loi does not make", item=item.id, paper=paper
                )
                if near := nearest(paper, known):
                    message += saying("; did you mean “{near}”?", near=near)
                yield RULE.problem(message, item.papers_at or item.place)
