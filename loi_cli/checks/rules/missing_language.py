"""L102: a clause that has words in one language of the dossier, and none in another."""

from collections.abc import Iterator

from loi_cli.checks.rule import ERROR, WARNING, Example, Rule, Subject
from loi_cli.i18n import _, saying
from loi_cli.merge.staleness import missing_languages
from loi_cli.model.problems import Problem

RULE = Rule(
    code="L102",
    name="missing-language",
    draft=WARNING,
    send=WARNING,
    final=ERROR,
    says=saying("A clause has words in one language of the dossier and none in another."),
    why=saying("All languages that the text declares must be signed (the Belavezha Accords named one that never was)."),
    help=_("send an input that words the clause in that language"),
    examples=(
        Example(
            dossier="languages: [en, ru]",
            clauses="""
- clause: costs
  kind: article
  en: Each Party bears its own costs.
""",
            finds=("costs has no words in “ru”",),
        ),
        Example(
            dossier="languages: [en, ru]",
            clauses="""
- clause: costs
  kind: article
  en: Each Party bears its own costs.
  ru: Каждая Сторона несёт собственные расходы.
""",
        ),
    ),
)


def find(subject: Subject) -> Iterator[Problem]:
    for clause in subject.text:
        for language in missing_languages(clause, subject.dossier.languages):
            message = saying("{clause} has no words in “{language}”", clause=clause.id, language=language)
            yield RULE.problem(message, subject.place_of(clause.id))
