"""L113: the number of an article typed by hand."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from loi_cli.checks.phrases import phrases
from loi_cli.checks.rule import WARNING, Example, Rule, Span, Subject
from loi_cli.checks.wordings import every_field
from loi_cli.i18n import _, saying
from loi_cli.model.problems import Problem
from loi_cli.model.text import Kind
from loi_cli.render.filling import Filling

RULE = Rule(
    code="L113",
    name="typed-number",
    draft=WARNING,
    send=WARNING,
    final=WARNING,
    says=saying("The number of an article is typed by hand."),
    why=saying("It stays as it is when an article is inserted before; a reference by id moves along."),
    help=_("write `{@clause}`, or `{@clause.number}` for the number alone; a double brace writes a brace"),
    examples=(
        Example(
            clauses="""
- clause: aim
  kind: article
  en: The Parties trade.
- clause: costs
  kind: article
  en: For the purposes of Article 1 each Party bears its own costs.
""",
            finds=("costs (en) has “Article 1” typed by hand",),
        ),
        Example(
            clauses="""
- clause: aim
  kind: article
  en: The Parties trade.
- clause: costs
  kind: article
  en: For the purposes of {@aim} each Party bears its own costs.
"""
        ),
    ),
)

_NUMBER = re.compile(r"\s+(?:\d+(?:\.\d+)*|[IVXLC]+)(?![\w.]*\w)")


def find(subject: Subject) -> Iterator[Problem]:
    for clause, _heading, language, text in every_field(subject.text):
        for word, number in _typed(text, language):
            message = saying(
                "{clause} ({language}) has “{words}” typed by hand",
                clause=clause.id,
                language=language,
                words=word[0] + number[0],
            )
            yield RULE.problem(message, subject.place_of(clause.id))


def correct(subject: Subject) -> Iterator[Span]:
    """The reference for a typed number, where an article of this text has it, and where the sentence does not go on to
    say of what: `Article 1 of the Charter` is left to a person."""
    dossier = subject.dossier
    filling = Filling.of(subject.text, dossier, dossier.home, "loi")
    articles = [c.id for c in subject.text if c.kind is Kind.ARTICLE]

    @cache
    def by_figure(language: str) -> Mapping[str, str]:
        return {filling.figure(article, language): article for article in articles}

    for clause, heading, language, text in every_field(subject.text):
        for word, number in _typed(text, language):
            named = by_figure(language).get(number[0].strip())
            if named is None or not _is_of_this_text(text[number.end() :], language):
                continue
            start, new = word.start(), f"{{@{named}}}"
            if filling.reference(named, language) != text[start : number.end()]:
                start, new = number.start() + len(number[0]) - len(number[0].lstrip()), f"{{@{named}.number}}"
            yield clause.id, heading, language, start, number.end(), text[start : number.end()], new


def _typed(text: str, language: str) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """The word for an article, and the number after it."""
    articles = phrases(language, "articles")
    for word in articles.finditer(text) if articles else ():
        if number := _NUMBER.match(text, word.end()):
            yield word, number


def _is_of_this_text(rest: str, language: str) -> bool:
    """Whether what follows a number surely does not name another text: a sign that ends, or, in a language that says so
    with a word of its own, any other word."""
    if not rest.strip() or rest.lstrip()[0] in ".;:,)":
        return True
    belongs = phrases(language, "belongs-to")
    return belongs is not None and not belongs.match(rest.lstrip())
