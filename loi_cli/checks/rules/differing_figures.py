"""L120: a figure or a date that differs between the languages of a clause."""

from collections.abc import Iterator

from loi_cli.checks.figures import figures, said_in_words
from loi_cli.checks.rule import ERROR, WARNING, Example, Rule, Subject
from loi_cli.checks.wordings import settled_texts
from loi_cli.i18n import _, saying
from loi_cli.model.problems import Problem

RULE = Rule(
    code="L120",
    name="differing-figures",
    draft=WARNING,
    send=ERROR,
    final=ERROR,
    says=saying("A figure, a percentage or a date stands in one language of a clause and not in another."),
    why=saying(
        "Among the 207 mistakes of the Korea–EU agreement were wrong percentages; two states had to correct each."
    ),
    help=_("look which language is right, and send an input that words the others alike"),
    examples=(
        Example(
            dossier="languages: [en, id]",
            clauses="""
- clause: duration
  kind: article
  en: It stays in force for five (5) years.
  id: Surat ini berlaku selama 3 (tiga) tahun.
""",
            finds=("duration: 3 stands in id, and not in en", "duration: 5 stands in en, and not in id"),
        ),
        Example(
            dossier="languages: [en, id]",
            clauses="""
- clause: duration
  kind: article
  en: It stays in force for five (5) years from 20 February 2022, with USD 1,500.50 a year.
  id: Surat ini berlaku selama lima tahun sejak 20 Februari 2022, dengan USD 1.500,50 per tahun.
""",
        ),
    ),
)


def find(subject: Subject) -> Iterator[Problem]:
    for clause in subject.text:
        texts = settled_texts(clause)
        found = {language: figures(text, language) for language, text in texts.items()}
        if len({tuple(sorted(figure)) for figure in found.values()}) < 2:
            continue
        for figure in dict.fromkeys(figure for counted in found.values() for figure in counted):
            has = [language for language, counted in found.items() if figure in counted]
            lacks = [
                language
                for language, counted in found.items()
                if figure not in counted and not said_in_words(figure, texts[language], language)
            ]
            if lacks:
                message = saying(
                    "{clause}: {figure} stands in {has}, and not in {lacks}",
                    clause=clause.id,
                    figure=figure,
                    has=", ".join(has),
                    lacks=", ".join(lacks),
                )
                yield RULE.problem(message, subject.place_of(clause.id))
