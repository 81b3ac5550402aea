"""The two originals held against each other: the same text, but for what alternates.

What alternates is whose name, office and language comes first. So in either original every name of a party, of its
office and of a language is taken for a place where such a name stands; then the two must read alike, line by line, and
the names themselves must be the same ones, in whatever order. It is read from the pages that are signed, not from the
text that they were made of: a template that says something else to one party is found.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from loi_cli.model.dossier import Dossier
from loi_cli.render.catalogue import catalogue

_PLACE = "\u2022"
_BLANK = re.compile(r"_{3,}")
_SPACE = re.compile(r"\s+")
_CASES = ("", "nom", "gen", "dat", "acc", "ins", "loc", "pre")


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph in which the originals differ; None where one of them has no such paragraph.

    `alternates`: they differ in the order of names alone.
    """

    language: str
    first: str | None
    second: str | None
    alternates: bool


def lines(first: str, second: str, dossier: Dossier) -> tuple[Line, ...]:
    """The paragraphs in which two pages differ, language by language, those that alternate too."""
    one, other = _paragraphs(first), _paragraphs(second)
    found: list[Line] = []
    for language in dict.fromkeys((*one, *other)):
        names = _names(dossier, language)
        here: list[Line] = []
        balance: Counter[str] = Counter()
        for a, b in zip_longest(one.get(language, []), other.get(language, [])):
            said, named = _apart(a or "", names)
            also, called = _apart(b or "", names)
            balance.update(named)
            balance.subtract(called)
            if a != b:
                here.append(Line(language, a, b, a is not None and b is not None and said == also))
        same_names = not any(balance.values())
        found += here if same_names else (replace(line, alternates=False) for line in here)
    return tuple(found)


def unlike(first: str, second: str, dossier: Dossier) -> tuple[Line, ...]:
    """The paragraphs in which two originals differ by more than what alternates."""
    return tuple(line for line in lines(first, second, dossier) if not line.alternates)


def _apart(text: str, names: re.Pattern[str]) -> tuple[str, list[str]]:
    """A paragraph with a mark in place of each name, and the names."""
    found = [match[0].casefold() for match in names.finditer(text)]
    return _BLANK.sub(_PLACE, names.sub(_PLACE, text)), found


def _names(dossier: Dossier, language: str) -> re.Pattern[str]:
    """Every name that may change its place, the longest first."""
    words = catalogue(language)
    said = {words.name_of_language(other, case) for other in dossier.languages for case in _CASES}
    for party in dossier.parties.values():
        for names in (party.name, party.signatory, party.short):
            said |= {form for forms in names.values() for form in forms.values()}
    longest_first = sorted(said - {""}, key=lambda name: (-len(name), name))
    return re.compile("|".join(map(re.escape, longest_first)) or r"(?!)", re.IGNORECASE)


def _paragraphs(html: str) -> dict[str, list[str]]:
    """The words of each paragraph by its language, in reading order."""
    found: dict[str, list[str]] = {}
    for language, words in _read(html):
        found.setdefault(language, []).append(words)
    return found


def _read(html: str) -> Iterator[tuple[str, str]]:
    from lxml import html as reader

    page = reader.document_fromstring(html.encode(), parser=reader.HTMLParser(encoding="utf-8"))
    for element in page.iter("p", "h1", "h2", "h3"):
        spoken = (e.get("lang") for e in (element, *element.iterancestors()))
        words = _SPACE.sub(" ", "".join(str(part) for part in element.itertext())).strip()
        yield next((language for language in spoken if language), ""), words
