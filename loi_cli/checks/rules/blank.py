"""L141: a blank that is left to fill in."""

from collections.abc import Iterator

from loi_cli.checks.rule import ERROR, Example, Rule, Subject
from loi_cli.i18n import _, saying
from loi_cli.model.placeholders import Placeholder, Slot, split
from loi_cli.model.problems import Problem
from loi_cli.model.words import shown

RULE = Rule(
    code="L141",
    name="blank",
    draft=None,
    send=None,
    final=ERROR,
    says=saying("A blank is left in the text."),
    why=saying("What is written into a signed text by hand is nobody's word."),
    help=_("send an input with the words"),
    examples=(
        Example(
            clauses="""
- clause: duration
  kind: article
  en: It stays in force for {blank} years.
""",
            finds=("duration (en) has a blank",),
        ),
        Example(
            clauses="""
- clause: duration
  kind: article
  en: It stays in force for five years.
"""
        ),
    ),
)


def find(subject: Subject) -> Iterator[Problem]:
    for clause in subject.text:
        for language, words in (*clause.heading.items(), *clause.text.items()):
            slots = {part.slot for part in split(shown(words)) if isinstance(part, Placeholder)}
            if Slot.BLANK in slots:
                message = saying("{clause} ({language}) has a blank", clause=clause.id, language=language)
                yield RULE.problem(message, subject.place_of(clause.id))
