"""HTML that is not written soundly, as a browser reads it, written soundly: a foreign template's tags may be anyhow."""

import re
from typing import cast

from lxml import etree
from lxml.etree import _Element

from loi_cli.word.markup import escape
from loi_cli.word.source import VOID, Source
from loi_cli.word.vocabulary import UnknownMarkup

_TAG = re.compile("[a-z][a-z0-9]*")
_ATTRIBUTE = re.compile("[a-z][a-z0-9-]*")
_MARGINS = ("header", "footer")


def mended(html: str) -> Source:
    """The same paper, soundly written. Raises UnknownMarkup for what has no body of sections."""
    data = html.encode("utf-8", "surrogatepass")
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    root = etree.fromstring(data, parser) if html and not html.isspace() else None
    body = root.find("body") if root is not None else None
    if root is None or body is None:
        raise UnknownMarkup("a paper without <body>", 1)
    _check_sections(body)
    anew = _Anew()
    anew.begin(root)
    head = root.find("head")
    if head is not None:
        anew.whole(head)
    anew.begin(body)
    for section in body:
        anew.begin(section)
        for margin in section.iterchildren(*_MARGINS):
            anew.whole(margin)
        anew.words(section.text)
        for child in section:
            if child.tag not in _MARGINS:
                anew.whole(child)
            anew.words(child.tail)
        anew.end(section)
    anew.end(body)
    anew.end(root)
    return Source("".join(anew.written), anew.lines)


def _check_sections(body: _Element) -> None:
    sections = list(body)
    for section in sections:
        if section.tag != "section":
            raise _unknown(section)
        for inner in section.iterdescendants("section", *_MARGINS):
            if inner.getparent() is not section or inner.tag == "section":
                raise _unknown(inner)
    if not sections or any((text or "").strip() for text in (body.text, *(section.tail for section in sections))):
        raise UnknownMarkup("<body> that does not hold sections alone", _line(body))


class _Anew:
    """The HTML in the making, and the line on which each of its tags stood."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self.lines: list[int] = []

    def begin(self, element: _Element) -> None:
        tag = str(element.tag)
        if not _TAG.fullmatch(tag):
            raise _unknown(element)
        attributes: str = "".join(
            f' {name!s}="{_value(str(value))}"' for name, value in element.items() if _ATTRIBUTE.fullmatch(str(name))
        )
        self.written.append(f"<{tag}{attributes}>")
        self.lines.append(_line(element))

    def end(self, element: _Element) -> None:
        self.written.append(f"</{element.tag!s}>")
        self.lines.append(_line(element))

    def words(self, text: str | None) -> None:
        if text:
            self.written.append(escape(text))

    def whole(self, element: _Element) -> None:
        """An element with all that it holds; not the words after it."""
        self.begin(element)
        if element.tag in VOID:
            return
        self.words(element.text if element.tag != "style" else "")
        for child in element:
            self.whole(child)
            self.words(child.tail)
        self.end(element)


def _value(value: str) -> str:
    """An attribute's value; nothing in it looks like the beginning of an id."""
    return escape(value).replace('"', "&#34;").replace(" id=", "&#32;id=")


def _unknown(element: _Element) -> UnknownMarkup:
    written = element.get("class")
    return UnknownMarkup(f'<{element.tag!s} class="{written!s}">' if written else f"<{element.tag!s}>", _line(element))


def _line(element: _Element) -> int:
    return cast("int | None", element.sourceline) or 0  # lxml-stubs has a wrong type for it
