"""A story: blocks one after another, in the body of the paper, in a header or footer, or in a cell of a table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lxml.etree import _Element

from loi_cli.word.changes import Change
from loi_cli.word.markup import Around
from loi_cli.word.paper import Paper
from loi_cli.word.place import Place
from loi_cli.word.runs import Runs
from loi_cli.word.vocabulary import INLINE, SEPARATOR_STYLE, unknown

BlockWriter = Callable[["Story", _Element, Place], None]
LooseWriter = Callable[["Story", str | None, list[_Element], Place], None]


@dataclass(slots=True)
class Shape:
    """What a paragraph has besides its words; `style` is the name of its style, `align` a w:jc, the others XML.

    `mark` is a change of its end alone: it was split off from what follows, or joined to it.
    """

    style: str
    numbering: str = ""
    tabs: str = ""
    indent: str = ""
    align: str = ""
    keep_next: bool = False
    mark: Change | None = None


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
        self._bookmarks: list[Around] = []
        self._comments: list[Around] = []
        self._after_table = False
        self._last_mark = 0
        self._changing: Change | None = None
        """The change that the last paragraph's end is: settled, it runs into the next paragraph."""
        self._standing: int | None = None
        """Where in `out` the end of the last paragraph stands that is no change; no change but one kind after it."""
        self._inserted_last: Change | None = None
        """The insertion with which the last paragraph ends, when its end is no change."""
        self._empty = True
        self._properties_end: int | None = None

    def nested(self) -> "Story":
        """The story of a cell: within this one, with an end of its own."""
        inner = Story(self.paper, self._blocks, self.out)
        inner.page_break, self.page_break = self.page_break, False
        inner._bookmarks, self._bookmarks = self._bookmarks, []
        inner._comments, self._comments = self._comments, []
        return inner

    def bookmark(self, element: _Element) -> None:
        """Let the next paragraph carry the bookmark of an element's id."""
        id_ = element.get("id")
        if id_:
            self._bookmarks.append(self.paper.open_bookmark(id_))

    def comment(self, element: _Element, place: Place) -> None:
        """Let the next paragraph carry the reason of an element's change."""
        anchor = self.paper.comment(element, place.change, place.look)
        if anchor:
            self._comments.append(anchor)

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
            self._block(child, writer, place.inside(child))
            text, loose = child.tail, []
        self._loose(text, loose, place)

    def _block(self, element: _Element, write: BlockWriter, place: Place) -> None:
        self.bookmark(element)
        self.comment(element, place)
        if element.get("data-move") is None:
            write(self, element, place)
        else:
            self.moved(element, place, "", lambda: write(self, element, place))

    def moved(self, element: _Element, place: Place, part: str, write: Callable[[], None]) -> None:
        """Write what moved from or to here, within the range that says so."""
        start, end = self.paper.moves.range(element, place.change, self.paper.new_id(), part)
        self.out.append(start)
        write()
        self.out.append(end)

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
        if self._inserted_last and runs.first_change == self._inserted_last:
            runs.date_apart(self._inserted_last)
        change = shape.mark or (runs.last_change or place.change if place.change else None)
        self._inserted_last = None if change else runs.last_change
        mark = self._mark(change) if change else ""
        self.out.append(
            f'<w:p><w:pPr><w:pStyle w:val="{self.paper.reference.style(shape.style)}"/>{keep_next}{keep_lines}'
            f"{page_break}{numbering}{shape.tabs}{bidi}{indent}{jc}"
        )
        if change is None:
            self._standing = len(self.out)
        elif self._changing and self._changing.reading != change.reading:
            self._standing = None
        self._changing = change
        self._last_mark = len(self.out)
        self.out.append(mark)
        self._properties_end = None if change else len(self.out)
        content = runs.xml(self.paper.new_id)
        around = (*self._bookmarks, *self._comments)
        if around:
            content = f"{''.join(m.start for m in around)}{content}{''.join(m.end for m in reversed(around))}"
            self._bookmarks, self._comments = [], []
        self.out.append(f"</w:pPr>{content}</w:p>")
        self.numbering, self.page_break, self._after_table, self._empty = "", False, False, False

    def _mark(self, change: Change) -> str:
        return f"<w:rPr><w:{change.kind} {change.attributes(self.paper.new_id())}/></w:rPr>"

    def separator(self, place: Place) -> None:
        """A paragraph of one point, for Word's sake alone; it is nobody's change."""
        plain = place.but(change=None, align="", indent="", keep_next=False)
        self.paragraph(plain, Runs(), Shape(SEPARATOR_STYLE))

    def begin_table(self, place: Place) -> None:
        """Two tables without a paragraph between them would become one, and no paragraph can run into a table."""
        self._stand_still()
        if self._after_table or self._changing:
            self.separator(place)

    def end_table(self) -> None:
        """A table has been written."""
        self._after_table, self._empty = True, False
        self._changing = self._standing = self._properties_end = None

    def finish(self, place: Place) -> None:
        """End as Word wants a cell, a header or a section to end: with a paragraph that stays as long as that."""
        if not place.change:
            self._stand_still()
        if self._after_table or (self._changing and not place.change):
            self.separator(place)
        elif self._empty or self._bookmarks or self.numbering:
            self.paragraph(place, Runs(), Shape(place.style))

    def _stand_still(self) -> None:
        """Let the last paragraph's end stay where nothing follows that it could run into.

        Of paragraphs that come or go at the end of a text Word marks the end of the one before them in its place.
        """
        if self._changing is None or self._standing is None:
            return
        self.out[self._standing] = self._mark(self._changing._replace(kind=self._changing.of_row))
        self.out[self._last_mark] = ""
        self._properties_end = self._last_mark + 1
        self._changing = self._standing = None

    def end_section(self, place: Place, properties: str) -> None:
        """Put a section's w:sectPr into its last paragraph, or into one of its own where that is a tracked change."""
        if self._properties_end is None:
            self.separator(place)
        assert self._properties_end is not None
        self.out[self._properties_end] = properties + self.out[self._properties_end]
