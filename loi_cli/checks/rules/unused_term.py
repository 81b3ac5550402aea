"""L114: a term that is defined and never used."""

from collections.abc import Iterator

from loi_cli.checks.rule import WARNING, Example, Rule, Subject
from loi_cli.checks.terms import defined_terms, users
from loi_cli.i18n import _, saying
from loi_cli.model.problems import Problem

RULE = Rule(
    code="L114",
    name="unused-term",
    draft=WARNING,
    send=WARNING,
    final=WARNING,
    says=saying("A term is defined and never used."),
    why=saying("The clause that used it is gone, or uses another word for the same thing."),
    help=_("send an input that takes the definition out, or that uses the term"),
    examples=(
        Example(
            clauses="""
- clause: body
  kind: article
  en: The Parties establish a joint body, hereinafter referred to as “the Committee”.
- clause: work
  kind: article
  en: The joint body meets once a year.
""",
            finds=("body (en) defines “Committee”, which is never used",),
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
    for term in defined_terms(subject.text):
        if not users(term, subject.text):
            message = saying(
                "{clause} ({language}) defines “{term}”, which is never used",
                clause=term.clause,
                language=term.language,
                term=term.term,
            )
            yield RULE.problem(message, subject.place_of(term.clause))
