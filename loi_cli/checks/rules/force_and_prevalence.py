"""L131: texts of equal legal force, of which one prevails."""

from collections.abc import Iterator

from loi_cli.checks.phrases import phrases
from loi_cli.checks.rule import WARNING, Example, Rule, Subject
from loi_cli.checks.wordings import settled_texts
from loi_cli.i18n import _, saying
from loi_cli.model.problems import Problem

RULE = Rule(
    code="L131",
    name="force-and-prevalence",
    draft=WARNING,
    send=WARNING,
    final=WARNING,
    says=saying("All texts have equal legal force, and one of them prevails: these contradict each other."),
    why=saying(
        "Reviews of Indonesian practice recommend “equally authentic, provided that …”; in Russian both are usual."
    ),
    help=_("write that all texts are equally authentic, provided that in case of divergence the … text prevails"),
    examples=(
        Example(
            clauses="""
- clause: done
  kind: testimonium
  en: DONE in duplicate, all texts having equal legal force; in case of divergence the English text shall prevail.
""",
            finds=("done (en): “equal legal force” and “shall prevail” contradict each other",),
        ),
        Example(
            clauses="""
- clause: done
  kind: testimonium
  en: |
    DONE in duplicate, all texts being equally authentic, provided that in case of divergence the English text shall
    prevail.
"""
        ),
    ),
)


def find(subject: Subject) -> Iterator[Problem]:
    for clause in subject.text:
        for language, text in settled_texts(clause).items():
            equal, prevails = phrases(language, "equal-force"), phrases(language, "prevails")
            if equal and prevails and (force := equal.search(text)) and (wins := prevails.search(text)):
                message = saying(
                    "{clause} ({language}): “{force}” and “{wins}” contradict each other",
                    clause=clause.id,
                    language=language,
                    force=force[0],
                    wins=wins[0],
                )
                yield RULE.problem(message, subject.place_of(clause.id))
