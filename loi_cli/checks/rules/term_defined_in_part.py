"""L116: a clause that defines a term in one language, and not in another."""

from collections.abc import Iterator

from loi_cli.checks.phrases import phrases
from loi_cli.checks.rule import ERROR, WARNING, Example, Rule, Subject
from loi_cli.checks.terms import Term, defined_terms
from loi_cli.checks.wordings import settled_texts
from loi_cli.i18n import _, saying
from loi_cli.model.problems import Problem

RULE = Rule(
    code="L116",
    name="term-defined-in-part",
    draft=WARNING,
    send=WARNING,
    final=ERROR,
    says=saying("A clause defines a term in one language, and not in another."),
    why=saying("A term that one language defines and another only uses means two things."),
    help=_("send an input that defines the term in every language, or in none"),
    examples=(
        Example(
            dossier="languages: [en, id]",
            clauses="""
- clause: body
  kind: article
  en: The Parties establish a body, hereinafter referred to as “the Committee”. The Committee meets.
  id: Para Pihak membentuk suatu badan. Komite bersidang.
""",
            finds=("body defines “Committee” in en, and no term in id",),
        ),
        Example(
            dossier="languages: [en, id]",
            clauses="""
- clause: body
  kind: article
  en: The Parties establish a body, hereinafter referred to as “the Committee”. The Committee meets.
  id: Para Pihak membentuk suatu badan, selanjutnya disebut “Komite”. Komite bersidang.
""",
        ),
        Example(
            dossier="languages: [en, id]",
            clauses="""
- clause: body
  kind: article
  en: The Parties establish a body (the “Committee”), hereinafter “it”. The Committee meets.
  id: Para Pihak membentuk suatu badan (“Komite”). Komite bersidang.
""",
        ),
    ),
)


def find(subject: Subject) -> Iterator[Problem]:
    by_clause: dict[str, list[Term]] = {}
    for term in defined_terms(subject.text):
        by_clause.setdefault(term.clause, []).append(term)
    clauses = subject.text.by_id()
    for clause, terms in by_clause.items():
        defining = {term.language for term in terms}
        for language in settled_texts(clauses[clause]):
            if language not in defining and phrases(language, "defines"):
                message = saying(
                    "{clause} defines “{term}” in {one}, and no term in {other}",
                    clause=clause,
                    term=terms[0].term,
                    one=terms[0].language,
                    other=language,
                )
                yield RULE.problem(message, subject.place_of(clause))
