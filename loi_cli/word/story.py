"""A story: blocks one after another, in the body of the paper, in a header or footer, or in a cell of a table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lxml.etree import _Element

from loi_cli.word.changes import BOTH, Change
from loi_cli.word.ends import Ends
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
    """`out` takes the XML. `numbering` waits for the first paragraph of a list's item, `page_break` for any.

    `beginning`: the readings in which the next paragraph begins; in others it goes on from the one before.
    """

    __slots__ = ("_after_table", "_blocks", "_bookmarks", "_comments", "_empty", "_ends", "beginning", "numbering",
                 "out", "page_break", "paper")  # fmt: skip

    def __init__(self, paper: Paper, blocks: Blocks, out: list[str]) -> None:
        self.paper = paper
        self.out = out
        self.numbering = ""
        self.page_break = False
        self.beginning = BOTH
        self._blocks = blocks
        self._bookmarks: list[Around] = []
        self._comments: list[Around] = []
        self._after_table = False
        self._empty = True
        self._ends = Ends(out, paper)

    def nested(self) -> "Story":
        """The story of a cell: within this one, with an end of its own."""
        inner = Story(self.paper, self._blocks, self.out)
        if self.page_break:
            inner.page_break, self.page_break = True, False
        if self._bookmarks or self._comments:
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
        if place.change is not None and (anchor := self.paper.comment(element, place.change, place.look)):
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
        if place.change is None or element.get("data-move") is None:
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
        numbering, ends, last = shape.numbering or self.numbering, self._ends, runs.last_change
        if ends.last_inserted and runs.first_change == ends.last_inserted:
            runs.date_apart(ends.last_inserted)
            last = runs.last_change
        before, after = place.frame(shape.style, shape.keep_next, shape.align, shape.indent, bool(numbering))
        page_break = "<w:pageBreakBefore/>" if self.page_break else ""
        style = self.paper.reference.style(shape.style)
        self.out.append(f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{before}{page_break}{numbering}{shape.tabs}{after}')
        ends.next(shape.mark or ((last or place.change) if place.change else None), last)
        self.beginning = shape.mark.reading if shape.mark else BOTH
        content = runs.xml(self.paper.new_id)
        if self._bookmarks or self._comments:
            around = (*self._bookmarks, *self._comments)
            content = f"{''.join(m.start for m in around)}{content}{''.join(m.end for m in reversed(around))}"
            self._bookmarks, self._comments = [], []
        self.out.append(f"</w:pPr>{content}</w:p>")
        self.numbering, self.page_break, self._after_table, self._empty = "", False, False, False

    def separator(self, place: Place) -> None:
        """A paragraph of one point, for Word's sake alone; it is nobody's change."""
        plain = place.but(change=None, align="", indent="", keep_next=False)
        self.paragraph(plain, Runs(), Shape(SEPARATOR_STYLE))

    def begin_table(self, place: Place) -> None:
        """Two tables without a paragraph between them would become one, and no paragraph can run into a table."""
        self._ends.stand_still()
        if self._after_table or self._ends.changing:
            self.separator(place)

    def end_table(self) -> None:
        """A table has been written."""
        self._after_table, self._empty = True, False
        self._ends.none()

    def finish(self, place: Place) -> None:
        """End as Word wants a cell, a header or a section to end: with a paragraph that stays as long as that."""
        if place.change is None:
            self._ends.stand_still()
        if self._after_table or (self._ends.changing and place.change is None):
            self.separator(place)
        elif self._empty or self._bookmarks or self.numbering:
            self.paragraph(place, Runs(), Shape(place.style))

    def end_section(self, place: Place, properties: str) -> None:
        """Put a section's w:sectPr into its last paragraph, or into one of its own where that is a tracked change."""
        if self._ends.properties is None:
            self.separator(place)
        at = self._ends.properties
        assert at is not None
        self.out[at] = properties + self.out[at]
