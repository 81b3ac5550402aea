"""Bookmarks: every id of the HTML under a name that Word accepts, and the labels that references may show."""

import re
from collections.abc import Mapping
from hashlib import sha256
from typing import cast

from lxml.etree import XPath, _Element

from loi_cli.word.vocabulary import UnknownMarkup

_LONGEST = 40
_IDS = XPath(".//*/@id", smart_strings=False)
_NOT_ALLOWED = re.compile(r"[^A-Za-z0-9_]")


def bookmark_names(root: _Element) -> Mapping[str, str]:
    """id -> name: letters, digits and underscores, at most 40, a letter first, no two alike even in capitals only."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for id_ in cast("list[str]", _IDS(root)):
        if id_ in names:
            twice = [element for element in root.iterfind(".//*[@id]") if element.get("id") == id_]
            raise UnknownMarkup(f'a second id="{id_}"', twice[1])
        name = _name(id_)
        if name.lower() in taken:
            name = f"{name[: _LONGEST - 9]}_{_fingerprint(id_)}"
        taken.add(name.lower())
        names[id_] = name
    return names


def _name(id_: str) -> str:
    name = _NOT_ALLOWED.sub("_", id_)
    if not name[:1].isalpha():
        name = f"b_{name}"  # a digit may not begin a name; an underscore hides the bookmark from people
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 9]}_{_fingerprint(id_)}"


def _fingerprint(id_: str) -> str:
    return sha256(id_.encode()).hexdigest()[:8]


def target(element: _Element, names: Mapping[str, str]) -> str:
    """The bookmark that an `<a href="#id">` points at."""
    href = element.get("href") or ""
    name = names.get(href[1:]) if href.startswith("#") else None
    if name is None:
        raise UnknownMarkup(f'<a href="{href}">, which points at no id of the paper', element)
    return name
