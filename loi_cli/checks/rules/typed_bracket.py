"""L118: square brackets among agreed words.

In an input square brackets leave words open: its sender is the side that does. The concept has no side. It is home's
own text, and a bracket with home alone would print the words that it started from, none, so that the other party would
not see what a drafter put in brackets for it to see. So `[by 2030]` in concept.yaml stays what it is, words that are
printed; and because they look settled to every command and open to every reader, this rule says so.
"""

import re
from collections.abc import Iterator

from loi_cli.checks.rule import ERROR, WARNING, Example, Rule, Subject
from loi_cli.i18n import _, saying
from loi_cli.model.problems import Problem
from loi_cli.model.words import Run

RULE = Rule(
    code="L118",
    name="typed-bracket",
    draft=WARNING,
    send=WARNING,
    final=ERROR,
    says=saying("Square brackets were typed among words that are agreed."),
    why=saying(
        "They are printed as they stand, but for a party without one that names a unit of ours: "
        "a reader takes them for words left open, and no decision can settle them."
    ),
    help=_("to leave words open, send an input with them in brackets; else write them without"),
    examples=(
        Example(
            clauses="""
- clause: aim
  kind: article
  en: The Parties shall [endeavour to] promote trade [by 2030].
""",
            finds=("aim (en) has typed brackets, which are words: [endeavour to], [by 2030]",),
        ),
        Example(
            clauses="""
- clause: aim
  kind: article
  en: The Parties shall promote trade by 2030.
""",
            inputs={
                "trade-1": """
proposals:
  - reword: aim
    en: The Parties shall promote trade [by 2030].
""",
            },
        ),
    ),
)

_TYPED = re.compile(r"\[[^\[\]]*\w[^\[\]]*\]")


def find(subject: Subject) -> Iterator[Problem]:
    for clause in subject.text:
        for language, words in (*clause.heading.items(), *clause.text.items()):
            typed = [found for piece in words if isinstance(piece, Run) for found in _TYPED.findall(piece.text)]
            if typed:
                message = saying(
                    "{clause} ({language}) has typed brackets, which are words: {brackets}",
                    clause=clause.id,
                    language=language,
                    brackets=", ".join(typed),
                )
                yield RULE.problem(message, subject.place_of(clause.id))
