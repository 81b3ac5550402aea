"""L125: letters of two scripts in one word."""

from collections.abc import Iterator

from loi_cli.checks.rule import ERROR, WARNING, Example, Rule, Span, Subject
from loi_cli.checks.wordings import every_field, every_wording
from loi_cli.i18n import _, saying
from loi_cli.intake.scripts import in_one_script, mixed_places, mixed_words
from loi_cli.model.problems import Problem

RULE = Rule(
    code="L125",
    name="mixed-scripts",
    draft=WARNING,
    send=WARNING,
    final=ERROR,
    says=saying("A word mixes Latin and Cyrillic letters that look alike."),
    why=saying("It looks right and is found by no search; a paper copied from it stays wrong for years."),
    help=_("send an input with the word typed anew on one keyboard"),
    examples=(
        Example(
            dossier="languages: [en, ru]",
            clauses="""
- clause: costs
  kind: article
  en: Each Party bears its own costs.
  ru: Каждая Cторона несёт собственные расходы.
""",
            finds=("costs (ru): “Cторона” mixes Latin and Cyrillic letters",),
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
    for clause, language, text in every_wording(subject.text):
        for word in mixed_words(text):
            message = saying(
                "{clause} ({language}): “{word}” mixes Latin and Cyrillic letters",
                clause=clause.id,
                language=language,
                word=word,
            )
            yield RULE.problem(message, subject.place_of(clause.id))


def correct(subject: Subject) -> Iterator[Span]:
    """The word in the one script that the rest of it is in."""
    for clause, heading, language, text in every_field(subject.text):
        for start, word in mixed_places(text):
            if meant := in_one_script(word):
                yield clause.id, heading, language, start, start + len(word), word, meant
