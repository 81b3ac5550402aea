"""L123: words of another language than the one they stand under."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from loi_cli.checks.rule import ERROR, WARNING, Example, Rule, Subject
from loi_cli.checks.wordings import settled_texts
from loi_cli.i18n import _, saying
from loi_cli.intake.scripts import script_of
from loi_cli.merge.light_words import light_words
from loi_cli.model.problems import Problem

RULE = Rule(
    code="L123",
    name="wrong-language",
    draft=WARNING,
    send=ERROR,
    final=ERROR,
    says=saying("Words stand under a language that they are not written in."),
    why=saying("Two languages were mixed up when the input was written; the column would hold the same text twice."),
    help=_("send an input with the words under their own language"),
    examples=(
        Example(
            dossier="languages: [en, ru]",
            clauses="""
- clause: costs
  kind: article
  en: Каждая Сторона несёт собственные расходы.
  ru: Каждая Сторона несёт собственные расходы.
""",
            finds=("costs: what stands under “en” is not written in Latin letters",),
        ),
        Example(
            dossier="languages: [en, id]",
            clauses="""
- clause: costs
  kind: article
  en: Setiap Pihak menanggung biaya yang timbul dari kegiatan ini dan untuk pelaksanaannya.
  id: Setiap Pihak menanggung biaya yang timbul dari kegiatan ini dan untuk pelaksanaannya.
""",
            finds=("costs: what stands under “en” reads like “id”",),
        ),
        Example(
            dossier="languages: [en, ru]",
            clauses="""
- clause: costs
  kind: article
  en: Each Party bears its own costs.
  ru: Каждая Сторона несёт собственные расходы.
""",
        ),
    ),
)

_LETTERS = re.compile(r"[^\W\d_]+")
_BRACES = re.compile(r"\{[^{}]*\}")


def find(subject: Subject) -> Iterator[Problem]:
    languages = subject.dossier.languages
    for clause in subject.text:
        for language, text in settled_texts(clause).items():
            words = _LETTERS.findall(_BRACES.sub(" ", text))
            script = script_of(language)
            if script and _written_otherwise(words, script):
                message = saying(
                    "{clause}: what stands under “{language}” is not written in {script} letters",
                    clause=clause.id,
                    language=language,
                    script="Chinese" if script == "CJK" else script.capitalize(),
                )
                yield RULE.problem(message, subject.place_of(clause.id))
            elif other := _reads_like(words, language, [one for one in languages if script_of(one) == script]):
                message = saying(
                    "{clause}: what stands under “{language}” reads like “{other}”",
                    clause=clause.id,
                    language=language,
                    other=other,
                )
                yield RULE.problem(message, subject.place_of(clause.id))


def _written_otherwise(words: Sequence[str], script: str) -> bool:
    letters = "".join(words)
    if letters.isascii():
        return script != "LATIN" and bool(letters)
    counted = Counter(letters)
    fitting = sum(n for letter, n in counted.items() if unicodedata.name(letter, "?").split()[0] == script)
    return fitting * 2 < counted.total()


def _reads_like(words: Sequence[str], language: str, others: Sequence[str]) -> str | None:
    """The other language of the same script whose light words fill the text, where its own are hardly there."""
    own = light_words(language)
    said = [word.casefold() for word in words]
    count = sum(word in own for word in said)
    for other in others:
        theirs = sum(word in light_words(other) for word in said)
        if own and other != language and theirs >= 3 and theirs > 3 * count:
            return other
    return None
