"""L103: words that were not looked at since another language of the clause changed."""

from collections.abc import Iterator

from loi_cli.checks.rule import ERROR, WARNING, Example, Rule, Subject
from loi_cli.i18n import _, saying
from loi_cli.merge.staleness import stale_languages
from loi_cli.model.problems import Problem

RULE = Rule(
    code="L103",
    name="stale-translation",
    draft=WARNING,
    send=WARNING,
    final=ERROR,
    says=saying("The words of one language were not looked at since another language of the clause changed."),
    why=saying("Languages that drift apart are found by the courts (the Korea–EU agreement had 207 such mistakes)."),
    help=_("send an input that words it anew, or repeats it to confirm it; `loi request --translation` asks for that"),
    examples=(
        Example(
            dossier="languages: [en, ru]",
            clauses="""
- clause: costs
  kind: article
  en: Each Party bears its own costs.
  ru: Каждая Сторона несёт собственные расходы.
""",
            inputs={
                "trade-1": """
proposals:
  - replace: costs
    en: {from: its own costs, to: one half of the costs}
"""
            },
            finds=("costs: “ru” was not looked at since en changed",),
        ),
        Example(
            dossier="languages: [en, ru]",
            clauses="""
- clause: costs
  kind: article
  en: Each Party bears its own costs.
  ru: Каждая Сторона несёт собственные расходы.
""",
            inputs={
                "trade-1": """
proposals:
  - replace: costs
    en: {from: its own costs, to: one half of the costs}
    ru: {from: собственные расходы, to: половину расходов}
"""
            },
        ),
    ),
)


def find(subject: Subject) -> Iterator[Problem]:
    for clause in subject.text:
        for language, changed in stale_languages(clause).items():
            message = saying(
                "{clause}: “{language}” was not looked at since {others} changed",
                clause=clause.id,
                language=language,
                others=", ".join(changed),
            )
            yield RULE.problem(message, subject.place_of(clause.id))
