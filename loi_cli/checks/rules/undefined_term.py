"""L117: a term whose definition has left the text, while the term is still used."""

from collections.abc import Iterator

from loi_cli.checks.rule import ERROR, WARNING, Example, Rule, Subject
from loi_cli.checks.terms import Term, defined_terms, users
from loi_cli.i18n import _, saying
from loi_cli.model.problems import Problem

RULE = Rule(
    code="L117",
    name="undefined-term",
    draft=WARNING,
    send=WARNING,
    final=ERROR,
    says=saying("A term is used whose definition has left the text."),
    why=saying("A clause that defined it was deleted or reworded, and what it meant is nowhere said any more."),
    help=_("send an input that defines it again, or that uses other words"),
    examples=(
        Example(
            clauses="""
- clause: body
  kind: article
  en: The Parties establish a joint body, hereinafter referred to as “the Committee”.
- clause: work
  kind: article
  en: The Committee meets once a year.
""",
            inputs={
                "trade-1": """
proposals:
  - reword: body
    en: The Parties establish a joint body.
"""
            },
            finds=("work (en) uses “Committee”, which no clause defines any more",),
        ),
        Example(
            clauses="""
- clause: body
  kind: article
  en: The Parties establish a joint body, hereinafter referred to as “the Committee”.
- clause: work
  kind: article
  en: The Committee meets once a year.
"""
        ),
    ),
)


def find(subject: Subject) -> Iterator[Problem]:
    defined = {(term.language, term.term.casefold()) for term in defined_terms(subject.text)}
    for term in defined_terms(subject.register.root.text):
        if (term.language, term.term.casefold()) not in defined:
            lost = Term(term.language, term.term, "", 0)
            for clause in users(lost, subject.text):
                message = saying(
                    "{clause} ({language}) uses “{term}”, which no clause defines any more",
                    clause=clause,
                    language=term.language,
                    term=term.term,
                )
                yield RULE.problem(message, subject.place_of(clause))
