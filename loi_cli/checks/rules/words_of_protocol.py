"""L108: a language of the dossier without a catalogue of protocol words, so that papers in it would be half English."""

from collections.abc import Iterator

from loi_cli.checks.rule import ERROR, WARNING, Example, Rule, Subject
from loi_cli.i18n import _, saying
from loi_cli.model.problems import Problem
from loi_cli.render.catalogue import catalogue

RULE = Rule(
    code="L108",
    name="words-of-protocol",
    draft=WARNING,
    send=WARNING,
    final=ERROR,
    says=saying("There are no words of protocol in a language of the dossier; English stands in."),
    why=saying("“BETWEEN” above a French text is no text to sign."),
    help=_("a catalogue is one file in templates/catalogues/; CONTRIBUTING.md says how it comes in"),
    examples=(
        Example(
            dossier="languages: [en, ka]",
            clauses="""
- clause: aim
  kind: article
  en: The Parties promote trade.
  ka: მხარეები ხელს უწყობენ ვაჭრობას.
""",
            finds=("there are no words of protocol in “ka”: English stands in",),
        ),
        Example(
            dossier="languages: [en]",
            clauses="""
- clause: aim
  kind: article
  en: The Parties promote trade.
""",
        ),
    ),
)


def find(subject: Subject) -> Iterator[Problem]:
    dossier = subject.dossier
    for language in dossier.languages:
        if not catalogue(language).own:
            message = saying("there are no words of protocol in “{language}”: English stands in", language=language)
            yield RULE.problem(message, dossier.where)
