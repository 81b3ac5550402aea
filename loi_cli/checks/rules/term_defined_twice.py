"""L115: a term that is defined twice."""

from collections.abc import Iterator

from loi_cli.checks.rule import ERROR, WARNING, Example, Rule, Subject
from loi_cli.checks.terms import defined_terms
from loi_cli.i18n import _, saying
from loi_cli.model.problems import Problem

RULE = Rule(
    code="L115",
    name="term-defined-twice",
    draft=WARNING,
    send=WARNING,
    final=ERROR,
    says=saying("A term is defined twice."),
    why=saying("One word with two meanings is the beginning of every dispute of interpretation."),
    help=_("send an input that keeps one of the definitions"),
    examples=(
        Example(
            clauses="""
- clause: body
  kind: article
  en: The Parties establish a body, hereinafter referred to as “the Committee”.
- clause: experts
  kind: article
  en: Experts meet in a group, hereinafter referred to as “the Committee”. The Committee reports.
""",
            finds=("experts (en) defines “Committee” anew; body does already",),
        ),
        Example(
            clauses="""
- clause: body
  kind: article
  en: The Parties establish a body, hereinafter referred to as “the Committee”.
- clause: experts
  kind: article
  en: Experts meet in a group, hereinafter referred to as “the Group”. The Committee and the Group report.
"""
        ),
    ),
)


def find(subject: Subject) -> Iterator[Problem]:
    first: dict[tuple[str, str], str] = {}
    for term in defined_terms(subject.text):
        key = (term.language, term.term.casefold())
        if key in first:
            message = saying(
                "{clause} ({language}) defines “{term}” anew; {earlier} does already",
                clause=term.clause,
                language=term.language,
                term=term.term,
                earlier=first[key],
            )
            yield RULE.problem(message, subject.place_of(term.clause))
        first.setdefault(key, term.clause)
