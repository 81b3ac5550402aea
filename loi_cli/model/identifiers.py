"""Names that become file names or keys: clause ids, unit ids, party codes, languages.

The grammar is narrow on purpose: an id can never leave its folder, never differs from another by case alone, and never
is a name that Windows keeps for itself (CON, NUL …).
"""

import re
from collections.abc import Iterable
from difflib import get_close_matches

_SEGMENT = r"[a-z0-9][a-z0-9-]{0,39}"
_CLAUSE = re.compile(rf"{_SEGMENT}(?:\.{_SEGMENT})*\Z")
_UNIT = re.compile(rf"{_SEGMENT}\Z")
_PARTY = re.compile(r"[A-Z]{3}\Z")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?\Z")
_FIGURES = re.compile(r"([0-9]+)")
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))})


def is_clause_id(text: str) -> bool:
    """Whether this may be a clause id: dot-separated segments of a-z, 0-9 and hyphens, 120 characters at most."""
    return len(text) <= 120 and bool(_CLAUSE.match(text)) and _RESERVED.isdisjoint(text.split("."))


def is_slug(text: str) -> bool:
    """Whether this may be a unit id or another single name: one segment of a clause id."""
    return bool(_UNIT.match(text)) and text not in _RESERVED


def is_party(text: str) -> bool:
    """Whether this looks like an ISO 3166 alpha-3 code."""
    return bool(_PARTY.match(text))


def is_language(text: str) -> bool:
    """Whether this looks like a BCP 47 tag of language, script and region (`id`, `sr-Latn`, `pt-BR`)."""
    return bool(_LANGUAGE.match(text))


def counted(name: str) -> tuple[str | int, ...]:
    """The key that sorts names as people count: `agro-1` before `agro-1.2`, and `agro-2` before `agro-10`."""
    return tuple(int(part) if part.isdigit() else part for part in _FIGURES.split(name))


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known name most like `word`, for "did you mean"; None when nothing is near."""
    found = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return found[0] if found else None
