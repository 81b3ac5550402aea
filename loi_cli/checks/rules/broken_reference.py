"""L101: words that refer to a clause which is not in the text."""

from collections.abc import Iterator

from loi_cli.checks.rule import ERROR, Example, Rule, Subject
from loi_cli.i18n import _, saying
from loi_cli.model.identifiers import nearest
from loi_cli.model.placeholders import references
from loi_cli.model.problems import Problem
from loi_cli.model.words import shown

RULE = Rule(
    code="L101",
    name="broken-reference",
    draft=ERROR,
    send=ERROR,
    final=ERROR,
    says=saying("Words refer to a clause that is not in the text."),
    why=saying("A reader of the signed text would look for an article that does not exist."),
    help=_("write the id of a clause that stands, or send an input that takes the reference out"),
    examples=(
        Example(
            clauses="""
- clause: areas
  kind: article
  en: The areas are those of {@annexx}.
- clause: annex
  kind: annex
  en: The automotive industry.
""",
            finds=("areas (en) refers to “annexx”, which is not in the text; did you mean “annex”?",),
        ),
        Example(
            clauses="""
- clause: areas
  kind: article
  en: The areas are those of {@annex}.
- clause: annex
  kind: annex
  en: The automotive industry.
"""
        ),
    ),
)


def find(subject: Subject) -> Iterator[Problem]:
    ids = subject.text.by_id()
    for clause in subject.text:
        for language, words in (*clause.heading.items(), *clause.text.items()):
            for target in dict.fromkeys(references(shown(words))):
                if target in ids:
                    continue
                near = nearest(target, ids)
                message = saying(
                    "{clause} ({language}) refers to “{target}”, which is not in the text",
                    clause=clause.id,
                    language=language,
                    target=target,
                )
                if near:
                    message += saying("; did you mean “{near}”?", near=near)
                yield RULE.problem(message, subject.place_of(clause.id))
