"""L124: a party's name that is nearly, but not quite, its official one."""

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from loi_cli.checks.rule import ERROR, WARNING, Example, Rule, Subject
from loi_cli.checks.wordings import every_wording
from loi_cli.i18n import _
from loi_cli.model.problems import Problem

RULE = Rule(
    code="L124",
    name="official-name",
    draft=WARNING,
    send=ERROR,
    final=ERROR,
    says=_("A party's name is nearly, but not quite, the one that dossier.yaml gives."),
    why=_("A misspelt name of the other state is a discourtesy that is seen first of all."),
    help=_("write `{party.CODE}`, which prints the name that dossier.yaml gives"),
    examples=(
        Example(
            clauses="""
- clause: bodies
  kind: article
  en: The body in charge is the Ministry of Industries of the First State.
""",
            finds=(
                "bodies (en): “Ministry of Industries of the First State” is not "
                "“Ministry of Industry of the First State”",
            ),
        ),
        Example(
            clauses="""
- clause: bodies
  kind: article
  en: The body in charge is the {party.AAA}, once called the Ministry of Industry of the First State.
"""
        ),
    ),
)

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_NEAR = 0.88


def find(subject: Subject) -> Iterator[Problem]:
    names = _names(subject)
    for clause, language, text in every_wording(subject.text):
        spans = [match.span() for match in _WORD.finditer(text)]
        for name, forms in names.get(language, {}).items():
            for found in _nearly(text, spans, name):
                if not any(found.casefold() == form.casefold() for form in forms):
                    message = _("{clause} ({language}): “{found}” is not “{name}”").format(
                        clause=clause.id, language=language, found=found, name=name
                    )
                    yield RULE.problem(message, subject.place_of(clause.id))


def _names(subject: Subject) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """By language: each party's name, with the official names of all parties in every form."""
    out: dict[str, dict[str, tuple[str, ...]]] = {}
    parties = subject.dossier.parties.values()
    for language in subject.dossier.languages:
        every = tuple(form for party in parties for form in party.name.get(language, {}).values())
        out[language] = {party.name[language]["nom"]: every for party in parties if language in party.name}
    return out


def _nearly(text: str, spans: list[tuple[int, int]], name: str) -> Iterator[str]:
    """Words of the text that are as many as the name's, begin like it, and are nearly it."""
    wanted = _WORD.findall(name)
    if len(wanted) < 3:
        return
    first = wanted[0][:3].casefold()
    for size in (len(wanted), len(wanted) - 1, len(wanted) + 1):
        for k in range(len(spans) - size + 1):
            start, end = spans[k][0], spans[k + size - 1][1]
            if not text.startswith(first, start) and text[start : start + 3].casefold() != first:
                continue
            found = text[start:end]
            if found.casefold() == name.casefold():
                return
            matcher = SequenceMatcher(None, found.casefold(), name.casefold(), autojunk=False)
            if matcher.quick_ratio() >= _NEAR and matcher.ratio() >= _NEAR:
                yield found
                return
