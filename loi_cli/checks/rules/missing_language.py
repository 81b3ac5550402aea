"""L102: a clause that has words in one language of the dossier, and none in another."""

from collections.abc import Iterator

from loi_cli.checks.rule import Rule, Subject
from loi_cli.i18n import _
from loi_cli.merge.staleness import missing_languages
from loi_cli.model.problems import Problem, Severity

RULE = Rule(code="L102", severity=Severity.WARNING, help=_("send an input that words the clause in that language"))


def find(subject: Subject) -> Iterator[Problem]:
    for clause in subject.text:
        for language in missing_languages(clause, subject.register.opened.dossier.languages):
            message = _("{clause} has no words in “{language}”").format(clause=clause.id, language=language)
            yield RULE.problem(message, subject.place_of(clause.id))
