"""The HTML of a paper read into a tree: head and body, nothing unknown at the top, no character that XML lacks."""

import re
import sys
from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element

from loi_cli.word.vocabulary import UnknownMarkup, unknown

_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REFERENCE = re.compile("&#(?:[xX]([0-9a-fA-F]+)|([0-9]+))")
_LONGEST = 7
"""So many digits has the number of the last character there is."""
_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\r")


class About(NamedTuple):
    """What a paper's HTML tells of the whole of it."""

    title: str
    lang: str
    watermark: str
    hyphenated: bool


class Html(NamedTuple):
    """A paper's HTML. The tree is ours alone: what has become a live number or a part of its own is taken out of it."""

    root: _Element
    body: _Element
    about: About


def read_html(html: str) -> Html:
    """Read a whole HTML document."""
    data = _encoded(html)
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    root = etree.fromstring(data, parser) if html and not html.isspace() else None
    body = root.find("body") if root is not None else None
    if root is None or body is None:
        raise UnknownMarkup("a paper without <body>", 1)
    for hexadecimal, decimal in set(_REFERENCE.findall(html)):
        if not _possible(hexadecimal or decimal, 16 if hexadecimal else 10):
            raise UnknownMarkup("a reference to a character that XML lacks", 1)
    title, told = _head(root)
    hyphenated = told.get("hyphenation") != "none"
    return Html(root, body, About(title, root.get("lang") or "en", told.get("watermark", ""), hyphenated))


def _encoded(html: str) -> bytes:
    """The document as UTF-8. Looking through bytes for what XML lacks is ten times faster than through letters."""
    data = html.encode("utf-8", "surrogatepass")
    if len(data.translate(None, _CONTROLS)) < len(data) or any(lead in data for lead in (b"\xed", b"\xef\xbf")):
        found = _IMPOSSIBLE.search(html)
        if found:
            raise UnknownMarkup(f"the character U+{ord(found[0]):04X}", html.count("\n", 0, found.start()) + 1)
    return data


def _possible(digits: str, base: int) -> bool:
    """Whether the number of a reference is that of a character that XML has."""
    code = int(digits[-_LONGEST:], base) if not digits[:-_LONGEST].strip("0") else 0
    return 0 < code <= sys.maxunicode and not _IMPOSSIBLE.match(chr(code))


def _head(root: _Element) -> tuple[str, Mapping[str, str]]:
    """The title, and what `<meta>` tells of the paper, by name."""
    title, told = "", {}
    for element in root.iterfind("head/*"):
        if element.tag == "title":
            title = " ".join((element.text or "").split())
        elif element.tag == "meta":
            told[element.get("name") or ""] = element.get("content") or ""
        elif element.tag != "style":
            raise unknown(element)
    return title, told
