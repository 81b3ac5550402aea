"""Sections: pages upright or turned, each with its own header and footer, as body, w:sectPr and parts of the file."""

from typing import NamedTuple

from loi_cli.word.bodies import Bodies, key_of, open_body, open_section, write_body
from loi_cli.word.elements import Element
from loi_cli.word.footnotes import holds_footnote
from loi_cli.word.kept import KeptPart, check_kept, words_of
from loi_cli.word.markup import DECLARATION, R, W
from loi_cli.word.paper import Paper
from loi_cli.word.place import Place
from loi_cli.word.source import SectionSource, Source
from loi_cli.word.story import Blocks, Story
from loi_cli.word.vocabulary import ELEMENT_STYLES, UnknownMarkup, classes, unknown
from loi_cli.word.watermark import watermark_run

_CLASSES = frozenset({"paper", "landscape", "numbered-lines"})
_FIRST = frozenset({"first"})
_NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}"'


class Margin(NamedTuple):
    """A header or footer that became a part of its own; `kind` is `header` or `footer`."""

    kind: str
    name: str
    relation: str
    data: bytes


class Sections:
    """All sections of a paper. A section without a header must say so, or Word shows it the one before."""

    def __init__(self, paper: Paper, blocks: Blocks, html: Source, written: Bodies | None) -> None:
        self.margins: list[Margin] = []
        self._written = written
        self._paper = paper
        self._blocks = blocks
        self._sections = html.sections
        self._watermark = html.about.watermark
        kinds = {margin.tag for section in html.sections for margin in section.margins}
        self._kinds = sorted(kinds | {"header"} if self._watermark else kinds)

    def write(self, place: Place, document: KeptPart) -> None:
        """Write the sections in order, and their headers and footers."""
        document.add(f"{DECLARATION}<w:document {_NAMESPACES}><w:body>")
        for section in self._sections:
            self._section(section, place.inside(section.element), document, last=section is self._sections[-1])
        document.add("</w:body></w:document>")

    def _section(self, section: SectionSource, place: Place, document: KeptPart, *, last: bool) -> None:
        found = classes(section.element, _CLASSES)
        if "paper" not in found:
            raise unknown(section.element)
        paper, page, turned = self._paper, self._paper.reference.page, "landscape" in found
        width, height = page.size(turned=turned)
        place = place.but(width=width - page.left - page.right, height=height)
        properties = self._properties(section, place, found)
        open_section(section, paper)
        if self._written is None:
            end = write_body(section.body, place, paper, self._blocks, document.add)
            document.add(end.with_properties(properties, last=last), end.words)
        else:
            self._put(section, place, self._written, document, properties, last=last)

    def _put(
        self, section: SectionSource, place: Place, written: Bodies, document: KeptPart, properties: str, *, last: bool
    ) -> None:
        key, paper = key_of(section, place, self._paper), self._paper
        if key in written:
            written[key].put_again_into(paper, document, properties, last=last)
            return
        body = open_body(section.body, place, paper, self._blocks)
        body.put_into(paper, document, properties, last=last)
        if body.is_whole:
            written[key] = body

    def _properties(self, section: SectionSource, place: Place, found: tuple[str, ...]) -> str:
        page, turned = self._paper.reference.page, "landscape" in found
        width, height = page.size(turned=turned)
        orientation = ' w:orient="landscape"' if turned else ""
        margins = {kind: _margins_of(section, kind) for kind in self._kinds}
        apart = any(first is not None for first, _other in margins.values())
        references = "".join(
            self._margin(kind, type_, element, place)
            for kind, (first, other) in margins.items()
            for type_, element in ((("first", first),) if apart else ()) + (("default", other),)
        )
        restart = section.element.get("data-restart")
        if restart is not None and not restart.isdecimal():
            raise UnknownMarkup(f'data-restart="{restart}"', section.element)
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

    def _margin(self, kind: str, type_: str, element: Element | None, place: Place) -> str:
        number = sum(margin.kind == kind for margin in self.margins) + 1
        relation, root = f"rId{kind[0].upper()}{number}", "w:hdr" if kind == "header" else "w:ftr"
        out = [f"{DECLARATION}<{root} {_NAMESPACES}>"]
        story = Story(self._paper, self._blocks, out)
        place = place.but(style=ELEMENT_STYLES[kind], in_margin=True)
        words = b""
        if element is not None:
            if holds_footnote(element):
                raise UnknownMarkup(f"a footnote in a <{kind}>", element)
            story.bookmark(element)
            story.blocks(element, place.inside(element))
            words = words_of(element)
        story.finish(place)
        if kind == "header" and self._watermark:
            out.append(watermark_run(self._watermark, number))
        out.append(f"</{root}>")
        name = f"{kind}{number}.xml"
        self.margins.append(Margin(kind, name, relation, check_kept(words, "".join(out), f"word/{name}")))
        return f'<w:{kind}Reference w:type="{type_}" r:id="{relation}"/>'


def _margins_of(section: SectionSource, kind: str) -> tuple[Element | None, Element | None]:
    """The header or footer of the first page alone, and that of the others."""
    found: dict[bool, Element] = {}
    for element in section.margins:
        if element.tag == kind:
            first = bool(classes(element, _FIRST))
            if first in found:
                raise UnknownMarkup(f"a second <{kind}>", element)
            found[first] = element
    return found.get(True), found.get(False)
