"""The seals of a form: its title bears the hash of every paragraph, so that words written into one are noticed."""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element

from loi_cli.intake.forms.marks import seal

_BLOCKS = frozenset({"p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6"})
_TITLE = re.compile(r"<h1\b[^>]*>")


def sealed(html: str) -> str:
    """The page of a form with its seals. What is filled in has no words yet, and so no seal."""
    body = etree.fromstring(html.encode(), etree.HTMLParser(encoding="utf-8", huge_tree=True)).find("body")
    seals = dict.fromkeys(seal(words) for words in _paragraphs(body) if words.strip()) if body is not None else {}
    marks = "".join(f'<span id="{one}"></span>' for one in seals)
    return _TITLE.sub(lambda title: title[0] + marks, html, count=1)


def _paragraphs(body: _Element) -> Iterator[str]:
    for element in body.iter(*_BLOCKS):
        if not any(child.tag in _BLOCKS or child.tag in ("table", "ul", "ol") for child in element.iterdescendants()):
            yield "".join(str(part) for part in element.itertext())
