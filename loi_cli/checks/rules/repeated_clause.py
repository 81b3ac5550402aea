"""L111: two clauses with the same words."""

from collections.abc import Iterator

from loi_cli.checks.rule import WARNING, Example, Rule, Subject
from loi_cli.checks.wordings import settled_texts
from loi_cli.i18n import _, saying
from loi_cli.model.problems import Problem

RULE = Rule(
    code="L111",
    name="repeated-clause",
    draft=WARNING,
    send=WARNING,
    final=WARNING,
    says=saying("Two clauses hold the same words."),
    why=saying("Two units asked for the same thing under two ids, or a clause was moved by copying it."),
    help=_("send an input that deletes one of the two"),
    examples=(
        Example(
            clauses="""
- clause: areas
  kind: article
  en: "The areas are:"
  clauses:
    - clause: areas.parts
      kind: item
      en: spare parts;
    - clause: areas.spares
      kind: item
      en: spare parts.
""",
            finds=("areas.spares (en) says the same as areas.parts",),
        ),
        Example(
            clauses="""
- clause: areas
  kind: article
  en: "The areas are:"
  clauses:
    - clause: areas.parts
      kind: item
      en: spare parts;
    - clause: areas.engines
      kind: item
      en: engines.
"""
        ),
    ),
)


def find(subject: Subject) -> Iterator[Problem]:
    first: dict[tuple[str, str], str] = {}
    told: set[str] = set()
    for clause in subject.text:
        for language, text in settled_texts(clause).items():
            words = text.casefold().rstrip(" .;,:")
            earlier = first.setdefault((language, words), clause.id)
            if words and earlier != clause.id and clause.id not in told:
                told.add(clause.id)
                message = saying(
                    "{clause} ({language}) says the same as {earlier}",
                    clause=clause.id,
                    language=language,
                    earlier=earlier,
                )
                yield RULE.problem(message, subject.place_of(clause.id))
