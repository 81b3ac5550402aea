"""Bookmarks: every id of the HTML under a name that Word accepts."""

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256

from loi_cli.word.elements import Element
from loi_cli.word.vocabulary import UnknownMarkup

_LONGEST = 40
_NOT_ALLOWED = re.compile(r"[^A-Za-z0-9_]")
_SIGNS = {ord(sign): "_" for sign in map(chr, range(128)) if _NOT_ALLOWED.match(sign)}
"""Those of them that most ids have."""


def bookmark_names(ids: Iterable[str]) -> Mapping[str, str]:
    """id -> name: letters, digits and underscores, at most 40, a letter first, no two alike even in capitals only."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for id_ in ids:
        name = _name(id_)
        if name.lower() in taken:
            name = f"{name[: _LONGEST - 9]}_{_fingerprint(id_)}"
        taken.add(name.lower())
        names[id_] = name
    return names


def _name(id_: str) -> str:
    name = id_.translate(_SIGNS) if id_.isascii() else _NOT_ALLOWED.sub("_", id_)
    if not name[:1].isalpha():
        name = f"b_{name}"  # a digit may not begin a name; an underscore hides the bookmark from people
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 9]}_{_fingerprint(id_)}"


def _fingerprint(id_: str) -> str:
    return sha256(id_.encode()).hexdigest()[:8]


def target(element: Element, names: Mapping[str, str]) -> str:
    """The bookmark that an `<a href="#id">` points at."""
    href = element.get("href") or ""
    name = names.get(href[1:]) if href.startswith("#") else None
    if name is None:
        raise UnknownMarkup(f'<a href="{href}">, which points at no id of the paper', element)
    return name
