"""Sections: pages upright or turned, each with its own header and footer, as body, w:sectPr and parts of the file."""

from typing import NamedTuple

from lxml.etree import _Element

from loi_cli.word.bodies import Bodies, Body, key_of, write_body
from loi_cli.word.footnotes import holds_footnote
from loi_cli.word.kept import words_of
from loi_cli.word.markup import DECLARATION, R, W
from loi_cli.word.paper import Paper
from loi_cli.word.place import Place
from loi_cli.word.story import Blocks, Story
from loi_cli.word.vocabulary import ELEMENT_STYLES, UnknownMarkup, classes, unknown
from loi_cli.word.watermark import watermark_run

_CLASSES = frozenset({"paper", "landscape", "numbered-lines"})
_FIRST = frozenset({"first"})
_NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}"'


class Margin(NamedTuple):
    """A header or footer that became a part of its own; `kind` is `header` or `footer`, `words` are its HTML's."""

    kind: str
    name: str
    relation: str
    xml: str
    words: bytes


class Composed(NamedTuple):
    """word/document.xml, all words that it was made of but those of its margins, and these."""

    xml: str
    words: bytes
    margins: list[Margin]


class Sections:
    """All sections of a paper. A section without a header must say so, or Word shows it the one before."""

    def __init__(self, paper: Paper, blocks: Blocks, body: _Element, watermark: str, written: Bodies | None) -> None:
        self._margins: list[Margin] = []
        self._words: list[bytes] = []
        self._written = written
        self._paper = paper
        self._blocks = blocks
        self._body = body
        self._watermark = watermark
        kinds = {kind for kind in ("header", "footer") if body.find(f"section/{kind}") is not None}
        self._kinds = sorted(kinds | {"header"} if watermark else kinds)

    def composed(self, place: Place) -> Composed:
        """The sections in order; headers and footers are no longer in the HTML afterwards."""
        out: list[str] = [f"{DECLARATION}<w:document {_NAMESPACES}><w:body>"]
        sections = list(self._body)
        for n, section in enumerate(sections, 1):
            if section.tag != "section":
                raise unknown(section)
            self._section(section, place.inside(section), out, last=n == len(sections))
        if not sections or any((text or "").strip() for text in (self._body.text, *(s.tail for s in sections))):
            raise UnknownMarkup("<body> that does not hold sections alone", self._body)
        out.append("</w:body></w:document>")
        return Composed("".join(out), b"".join(self._words), self._margins)

    def _section(self, section: _Element, place: Place, out: list[str], *, last: bool) -> None:
        found = classes(section, _CLASSES)
        if "paper" not in found:
            raise unknown(section)
        page, turned = self._paper.reference.page, "landscape" in found
        place = place.but(width=(page.height if turned else page.width) - page.left - page.right)
        properties = self._properties(section, place, found)
        body = self._body_of(section, place)
        self._words.append(body.words)
        out.append(body.put_into(self._paper, section.get("id"), properties, last=last))

    def _body_of(self, section: _Element, place: Place) -> Body:
        if self._written is None:
            return write_body(section, place, self._paper, self._blocks)
        key = key_of(section, place, self._paper)
        body = self._written.get(key)
        if body is None:
            body = write_body(section, place, self._paper, self._blocks)
            if body.is_whole:
                self._written[key] = body
        return body

    def _properties(self, section: _Element, place: Place, found: tuple[str, ...]) -> str:
        page, turned = self._paper.reference.page, "landscape" in found
        width, height = (page.height, page.width) if turned else (page.width, page.height)
        orientation = ' w:orient="landscape"' if turned else ""
        margins = {kind: _margins_of(section, kind) for kind in self._kinds}
        apart = any(first is not None for first, _other in margins.values())
        references = "".join(
            self._margin(kind, type_, element, place)
            for kind, (first, other) in margins.items()
            for type_, element in ((("first", first),) if apart else ()) + (("default", other),)
        )
        restart = section.get("data-restart")
        if restart is not None and not restart.isdecimal():
            raise UnknownMarkup(f'data-restart="{restart}"', section)
        return "".join((
            f'<w:sectPr>{references}<w:type w:val="nextPage"/>',
            f'<w:pgSz w:w="{width}" w:h="{height}"{orientation}/>',
            f"<w:pgMar {page.margins}/>",
            '<w:lnNumType w:countBy="1" w:restart="newPage"/>' if "numbered-lines" in found else "",
            f'<w:pgNumType w:start="{restart}"/>' if restart else "",
            "<w:titlePg/>" if apart else "",
            "<w:bidi/>" if place.look.rtl else "",
            "</w:sectPr>",
        ))  # fmt: skip

    def _margin(self, kind: str, type_: str, element: _Element | None, place: Place) -> str:
        number = sum(margin.kind == kind for margin in self._margins) + 1
        relation, root = f"rId{kind[0].upper()}{number}", "w:hdr" if kind == "header" else "w:ftr"
        out = [f"{DECLARATION}<{root} {_NAMESPACES}>"]
        story = Story(self._paper, self._blocks, out)
        place = place.but(style=ELEMENT_STYLES[kind], in_margin=True)
        words = b""
        if element is not None:
            if holds_footnote(element):
                raise UnknownMarkup(f"a footnote in a <{kind}>", element)
            _take_out(element)
            story.bookmark(element)
            story.blocks(element, place.inside(element))
            words = words_of(element)
        story.finish(place)
        if kind == "header" and self._watermark:
            out.append(watermark_run(self._watermark, number))
        out.append(f"</{root}>")
        xml = self._paper.fill("".join(out))
        self._margins.append(Margin(kind, f"{kind}{number}.xml", relation, xml, words))
        return f'<w:{kind}Reference w:type="{type_}" r:id="{relation}"/>'


def _margins_of(section: _Element, kind: str) -> tuple[_Element | None, _Element | None]:
    """The header or footer of the first page alone, and that of the others."""
    found: dict[bool, _Element] = {}
    for element in section.iterchildren(kind):
        first = bool(classes(element, _FIRST))
        if first in found:
            raise UnknownMarkup(f"a second <{kind}>", element)
        found[first] = element
    return found.get(True), found.get(False)


def _take_out(element: _Element) -> None:
    """Take a header or footer out of its section, leaving the words after it."""
    section, before = element.getparent(), element.getprevious()
    assert section is not None
    if element.tail:
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            section.text = (section.text or "") + element.tail
        element.tail = None
    section.remove(element)
