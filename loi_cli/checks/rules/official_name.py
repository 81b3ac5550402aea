"""L124: a party's name that is nearly, but not quite, its official one."""

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from loi_cli.checks.rule import ERROR, WARNING, Example, Rule, Span, Subject
from loi_cli.checks.wordings import every_field
from loi_cli.i18n import _, saying
from loi_cli.model.problems import Problem
from loi_cli.model.text import Clause
from loi_cli.render.catalogue import catalogue

RULE = Rule(
    code="L124",
    name="official-name",
    draft=WARNING,
    send=ERROR,
    final=ERROR,
    says=saying("A party's name is nearly, but not quite, the one that dossier.yaml gives."),
    why=saying("A misspelt name of the other state is a discourtesy that is seen first of all."),
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
    for clause, _heading, language, _start, found, name, _code in _misnamed(subject):
        message = saying(
            "{clause} ({language}): “{found}” is not “{name}”",
            clause=clause.id,
            language=language,
            found=found,
            name=name,
        )
        yield RULE.problem(message, subject.place_of(clause.id))


def correct(subject: Subject) -> Iterator[Span]:
    """The party's name by its code, in a language in which names have no case forms, and where one word alone differs:
    in another it may be a right form that dossier.yaml does not give."""
    for clause, heading, language, start, found, name, code in _misnamed(subject):
        words = catalogue(language)
        inflects = any(words.case(key) != "nom" for key in ("title.case", "preamble-case", "signature.case"))
        said, meant = _WORD.findall(found), _WORD.findall(name)
        slips = sum(a.casefold() != b.casefold() for a, b in zip(said, meant, strict=False))
        if words.own and not inflects and len(said) == len(meant) and slips == 1:
            yield clause.id, heading, language, start, start + len(found), found, f"{{party.{code}}}"


def _misnamed(subject: Subject) -> Iterator[tuple[Clause, bool, str, int, str, str, str]]:
    """Clause, whether its heading, language, where, what stands there, the official name, whose it is."""
    names = _names(subject)
    for clause, heading, language, text in every_field(subject.text):
        spans = [match.span() for match in _WORD.finditer(text)]
        for name, (code, forms) in names.get(language, {}).items():
            for start, found in _nearly(text, spans, name):
                if not any(found.casefold() == form.casefold() for form in forms):
                    yield clause, heading, language, start, found, name, code


def _names(subject: Subject) -> Mapping[str, Mapping[str, tuple[str, tuple[str, ...]]]]:
    """By language: each party's name, with its code and the official names of all parties in every form."""
    out: dict[str, dict[str, tuple[str, tuple[str, ...]]]] = {}
    parties = subject.dossier.parties.values()
    for language in subject.dossier.languages:
        every = tuple(form for party in parties for form in party.name.get(language, {}).values())
        named = ((party.code, party.name[language]["nom"]) for party in parties if language in party.name)
        out[language] = {name: (code, every) for code, name in named}
    return out


def _nearly(text: str, spans: list[tuple[int, int]], name: str) -> Iterator[tuple[int, str]]:
    """Words of the text that are as many as the name's, begin like it, and are nearly it."""
    wanted = _WORD.findall(name)
    if len(wanted) < 3:
        return
    first = wanted[0][:3].casefold()
    begins = [k for k, (start, _end) in enumerate(spans) if text[start : start + 3].casefold() == first]
    for size in (len(wanted), len(wanted) - 1, len(wanted) + 1) if begins else ():
        for k in begins:
            if k + size > len(spans):
                break
            start, end = spans[k][0], spans[k + size - 1][1]
            found = text[start:end]
            if found.casefold() == name.casefold():
                return
            matcher = SequenceMatcher(None, found.casefold(), name.casefold(), autojunk=False)
            if matcher.quick_ratio() >= _NEAR and matcher.ratio() >= _NEAR:
                yield start, found
                return
