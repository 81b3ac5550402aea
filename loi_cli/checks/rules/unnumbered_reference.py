"""L112: a reference to the number of a clause that has none."""

from collections.abc import Iterator

from loi_cli.checks.rule import ERROR, WARNING, Example, Rule, Subject
from loi_cli.i18n import _, saying
from loi_cli.model.numbering import numbers
from loi_cli.model.placeholders import Placeholder, Slot, split
from loi_cli.model.problems import Problem
from loi_cli.model.words import shown

RULE = Rule(
    code="L112",
    name="unnumbered-reference",
    draft=WARNING,
    send=WARNING,
    final=ERROR,
    says=saying("Words ask for the number of a clause that carries none."),
    why=saying("Recitals and the testimonium have no numbers; the sentence would end in a hole."),
    help=_("write `{@clause}` in place of `{@clause.number}`, or name an article"),
    examples=(
        Example(
            clauses="""
- clause: wish
  kind: recital
  en: DESIRING to trade;
- clause: aim
  kind: article
  en: As recital {@wish.number} says, the Parties trade.
""",
            finds=("aim (en) asks for the number of “wish”, which has none",),
        ),
        Example(
            clauses="""
- clause: aim
  kind: article
  en: The Parties trade.
- clause: costs
  kind: article
  en: For the purposes of Article {@aim.number} each Party bears its own costs.
"""
        ),
    ),
)


def find(subject: Subject) -> Iterator[Problem]:
    known = numbers(subject.text)
    for clause in subject.text:
        for language, words in (*clause.heading.items(), *clause.text.items()):
            for part in split(shown(words)):
                if (
                    isinstance(part, Placeholder)
                    and part.slot is Slot.REFERENCE
                    and part.form == "number"
                    and known.get(part.name) == ""
                ):
                    message = saying(
                        "{clause} ({language}) asks for the number of “{target}”, which has none",
                        clause=clause.id,
                        language=language,
                        target=part.name,
                    )
                    yield RULE.problem(message, subject.place_of(clause.id))
