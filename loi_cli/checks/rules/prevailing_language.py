"""L132: the language that prevails is said in dossier.yaml and not in the text, or the reverse."""

from collections.abc import Iterator

from loi_cli.checks.phrases import phrases
from loi_cli.checks.rule import ERROR, WARNING, Example, Rule, Subject
from loi_cli.checks.wordings import settled_texts
from loi_cli.i18n import _, saying
from loi_cli.model.problems import Problem
from loi_cli.model.text import Kind

RULE = Rule(
    code="L132",
    name="prevailing-language",
    draft=WARNING,
    send=WARNING,
    final=ERROR,
    says=saying("dossier.yaml names a language that prevails and the testimonium does not say so, or the reverse."),
    why=saying("On divergence the language agreed in the text governs (Perpres 63/2019 art. 26), not dossier.yaml."),
    help=_("send an input that words the testimonium, or change `prevails` in dossier.yaml"),
    examples=(
        Example(
            dossier="languages: [en, ru]\nprevails: en",
            clauses="""
- clause: done
  kind: testimonium
  en: DONE in duplicate in the {languages} languages, all texts being equally authentic.
  ru: СОВЕРШЕНО на {languages} языках, в случае расхождений будет использоваться текст на английском языке.
""",
            finds=("the testimonium does not say in “en” which language prevails; dossier.yaml says “en”",),
        ),
        Example(
            clauses="""
- clause: done
  kind: testimonium
  en: DONE in duplicate, all texts being equally authentic, provided that the English text shall prevail.
""",
            finds=("done (en) says that a language prevails; dossier.yaml names none",),
        ),
        Example(
            dossier="languages: [en]\nprevails: en",
            clauses="""
- clause: done
  kind: testimonium
  en: DONE in duplicate, all texts being equally authentic, provided that the English text shall prevail.
""",
        ),
    ),
)


def find(subject: Subject) -> Iterator[Problem]:
    says: dict[str, str] = {}
    silent: dict[str, str] = {}
    for clause in subject.text:
        if clause.kind is not Kind.TESTIMONIUM:
            continue
        for language, text in settled_texts(clause).items():
            if pattern := phrases(language, "prevails"):
                (says if pattern.search(text) else silent).setdefault(language, clause.id)
    prevails = subject.dossier.prevails
    if prevails is None:
        for language, clause_id in says.items():
            message = saying(
                "{clause} ({language}) says that a language prevails; dossier.yaml names none",
                clause=clause_id,
                language=language,
            )
            yield RULE.problem(message, subject.place_of(clause_id))
        return
    for language, clause_id in silent.items():
        if language not in says:
            message = saying(
                "the testimonium does not say in “{language}” which language prevails; dossier.yaml says “{prevails}”",
                language=language,
                prevails=prevails,
            )
            yield RULE.problem(message, subject.place_of(clause_id))
