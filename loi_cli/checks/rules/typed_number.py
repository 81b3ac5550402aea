"""L113: the number of an article typed by hand."""

import re
from collections.abc import Iterator

from loi_cli.checks.phrases import phrases
from loi_cli.checks.rule import WARNING, Example, Rule, Subject
from loi_cli.checks.wordings import every_wording
from loi_cli.i18n import _
from loi_cli.model.problems import Problem

RULE = Rule(
    code="L113",
    name="typed-number",
    draft=WARNING,
    send=WARNING,
    final=WARNING,
    says=_("The number of an article is typed by hand."),
    why=_("It stays as it is when an article is inserted before; a reference by id moves along."),
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
    for clause, language, text in every_wording(subject.text):
        articles = phrases(language, "articles")
        for word in articles.finditer(text) if articles else ():
            if number := _NUMBER.match(text, word.end()):
                message = _("{clause} ({language}) has “{words}” typed by hand").format(
                    clause=clause.id, language=language, words=word[0] + number[0]
                )
                yield RULE.problem(message, subject.place_of(clause.id))
