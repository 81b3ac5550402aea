"""A story: blocks one after another, in the body of the paper, in a header or footer, or in a cell of a table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lxml.etree import _Element

from loi_cli.word.changes import Change
from loi_cli.word.paper import Bookmark, Paper
from loi_cli.word.place import Place
from loi_cli.word.runs import Runs
from loi_cli.word.vocabulary import INLINE, SEPARATOR_STYLE, unknown

BlockWriter = Callable[["Story", _Element, Place], None]
LooseWriter = Callable[["Story", str | None, list[_Element], Place], None]


@dataclass(slots=True)
class Shape:
    """What a paragraph has besides its words; `style` is the name of its style, `align` a w:jc, the others XML."""

    style: str
    numbering: str = ""
    tabs: str = ""
    indent: str = ""
    align: str = ""
    keep_next: bool = False


@dataclass(frozen=True, slots=True)
class Blocks:
    """Who writes what: element -> writer, and the writer of words that stand in a group without a paragraph."""

    writers: Mapping[object, BlockWriter]
    loose: LooseWriter


class Story:
    """`out` takes the XML. `numbering` waits for the first paragraph of a list's item, `page_break` for any."""

    def __init__(self, paper: Paper, blocks: Blocks, out: list[str]) -> None:
        self.paper = paper
        self.out = out
        self.numbering = ""
        self.page_break = False
        self._blocks = blocks
        self._bookmarks: list[Bookmark] = []
        self._after_table = False
        self._empty = True
        self._properties_end: int | None = None

    def nested(self) -> "Story":
        """The story of a cell: within this one, with an end of its own."""
        inner = Story(self.paper, self._blocks, self.out)
        inner.page_break, self.page_break = self.page_break, False
        inner._bookmarks, self._bookmarks = self._bookmarks, []
        return inner

    def bookmark(self, element: _Element) -> None:
        """Let the next paragraph carry the bookmark of an element's id."""
        id_ = element.get("id")
        if id_:
            self._bookmarks.append(self.paper.open_bookmark(id_))

    def blocks(self, element: _Element, place: Place) -> None:
        """All that a group holds: blocks, and between them words without a paragraph of their own."""
        self.loose_and_blocks(element.text, list(element), place)

    def loose_and_blocks(self, text: str | None, children: list[_Element], place: Place) -> None:
        """The same for words and a part of an element's children."""
        loose: list[_Element] = []
        for child in children:
            if child.tag in INLINE:
                loose.append(child)
                continue
            writer = self._blocks.writers.get(child.tag)
            if writer is None:
                raise unknown(child)
            self._loose(text, loose, place)
            self.bookmark(child)
            writer(self, child, place.inside(child))
            text, loose = child.tail, []
        self._loose(text, loose, place)

    def _loose(self, text: str | None, loose: list[_Element], place: Place) -> None:
        if loose or (text and not text.isspace()):
            self._blocks.loose(self, text, loose, place)

    def paragraph(self, place: Place, runs: Runs, shape: Shape) -> None:
        """One paragraph. Its properties stand in the order that the schema demands."""
        numbering = shape.numbering or self.numbering
        indent = shape.indent or ("" if numbering else place.indent)
        align = shape.align or place.align
        jc = f'<w:jc w:val="{align}"/>' if align else ""
        keep_next = "<w:keepNext/>" if shape.keep_next or place.keep_next else ""
        keep_lines = "<w:keepLines/>" if place.keep_lines else ""
        page_break = "<w:pageBreakBefore/>" if self.page_break else ""
        bidi = "<w:bidi/>" if place.look.rtl else ""
        mark = self._changed_mark(place.change) if place.change else ""
        self.out.append(
            f'<w:p><w:pPr><w:pStyle w:val="{self.paper.reference.style(shape.style)}"/>{keep_next}{keep_lines}'
            f"{page_break}{numbering}{shape.tabs}{bidi}{indent}{jc}{mark}"
        )
        self._properties_end = None if place.change else len(self.out)
        content = runs.xml(self.paper.new_id)
        if self._bookmarks:
            content = f"{''.join(m.start for m in self._bookmarks)}{content}{''.join(m.end for m in self._bookmarks)}"
            self._bookmarks = []
        self.out.append(f"</w:pPr>{content}</w:p>")
        self.numbering, self.page_break, self._after_table, self._empty = "", False, False, False

    def _changed_mark(self, change: Change) -> str:
        return f"<w:rPr><w:{change.kind} {change.attributes(self.paper.new_id())}/></w:rPr>"

    def separator(self, place: Place) -> None:
        """A paragraph of one point, for Word's sake alone; it is nobody's change."""
        plain = place.but(change=None, align="", indent="", keep_next=False)
        self.paragraph(plain, Runs(), Shape(SEPARATOR_STYLE))

    def begin_table(self, place: Place) -> None:
        """Two tables without a paragraph between them would become one."""
        if self._after_table:
            self.separator(place)

    def end_table(self) -> None:
        """A table has been written."""
        self._after_table, self._empty, self._properties_end = True, False, None

    def finish(self, place: Place) -> None:
        """End as Word wants a cell, a header or a section to end: with a paragraph."""
        if self._after_table:
            self.separator(place)
        elif self._empty or self._bookmarks or self.numbering:
            self.paragraph(place, Runs(), Shape(place.style))

    def end_section(self, place: Place, properties: str) -> None:
        """Put a section's w:sectPr into its last paragraph, or into one of its own where that is a tracked change."""
        if self._properties_end is None:
            self.separator(place)
        assert self._properties_end is not None
        self.out[self._properties_end] = properties + self.out[self._properties_end]
