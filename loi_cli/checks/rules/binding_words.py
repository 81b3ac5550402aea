"""L135: words of a treaty in an instrument whose profile says that it does not bind."""

import re
from collections.abc import Iterator, Mapping

from loi_cli.checks.rule import WARNING, Example, Rule, Subject
from loi_cli.i18n import _, saying
from loi_cli.model.problems import Problem
from loi_cli.model.words import started_from
from loi_cli.render.catalogue import catalogue

RULE = Rule(
    code="L135",
    name="binding-words",
    draft=WARNING,
    send=WARNING,
    final=WARNING,
    says=saying("A text whose profile says that it does not bind uses words of a treaty."),
    why=saying("Participants “will”, Parties “shall”: a letter of intent that says “shall” is read as a treaty."),
    help=_("send an input that words it otherwise, or take `non-binding` out of the profile in dossier.yaml"),
    examples=(
        Example(
            dossier="profile: {non-binding: true}",
            clauses="""
- clause: costs
  kind: article
  en: Each Participant shall bear its own costs.
""",
            finds=("costs (en): “shall” is a word of a binding text; “will” is not",),
        ),
        Example(
            dossier="profile: {non-binding: true}",
            clauses="""
- clause: costs
  kind: article
  en: Each Participant will bear its own costs.
""",
        ),
    ),
)


def find(subject: Subject) -> Iterator[Problem]:
    if not subject.dossier.profile.non_binding:
        return
    for clause in subject.text:
        for language, words in (*clause.heading.items(), *clause.text.items()):
            text = started_from(words)
            for word, better in _avoided(language).items():
                if re.search(rf"\b{re.escape(word)}\b", text):
                    message = saying(
                        "{clause} ({language}): “{word}” is a word of a binding text; “{better}” is not",
                        clause=clause.id,
                        language=language,
                        word=word,
                        better=better,
                    )
                    yield RULE.problem(message, subject.place_of(clause.id))


def _avoided(language: str) -> Mapping[str, str]:
    """What a text that does not bind says instead, in a language whose practice minds."""
    words = catalogue(language, non_binding=True)
    return words.section("avoid") if words.own else {}
