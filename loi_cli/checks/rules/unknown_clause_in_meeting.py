"""L106: a meeting that talks about a clause which is not in the text."""

from collections.abc import Iterator

from loi_cli.checks.rule import Rule, Subject
from loi_cli.i18n import _
from loi_cli.model.identifiers import nearest
from loi_cli.model.problems import Problem, Severity

RULE = Rule(code="L106", severity=Severity.WARNING, help=_("name a clause by its id; `loi show head` lists them"))


def find(subject: Subject) -> Iterator[Problem]:
    ids = subject.text.by_id()
    for meeting in subject.meetings:
        for item in meeting.agenda:
            for clause in item.clauses:
                if clause not in ids:
                    message = _("agenda item “{item}” names “{clause}”, which is not in the text").format(
                        item=item.id, clause=clause
                    )
                    near = nearest(clause, ids)
                    if near:
                        message += _("; did you mean “{near}”?").format(near=near)
                    yield RULE.problem(message, item.place)
