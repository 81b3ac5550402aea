"""A story: blocks one after another, in the body of the paper, in a header or footer, or in a cell of a table."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from loi_cli.word.changes import BOTH, Change
from loi_cli.word.elements import Element
from loi_cli.word.ends import Ends
from loi_cli.word.markup import Around
from loi_cli.word.paper import Paper
from loi_cli.word.place import Place
from loi_cli.word.runs import Runs, plain_words
from loi_cli.word.vocabulary import INLINE, SEPARATOR_STYLE, unknown

BlockWriter = Callable[["Story", Element, Place], None]
LooseWriter = Callable[["Story", str, list[Element], Place], None]


class Shape(NamedTuple):
    """What a paragraph looks like; `style` is the name of its style, `align` a w:jc, the others XML."""

    style: str
    tabs: str = ""
    indent: str = ""
    align: str = ""
    keep_next: bool = False


_SEPARATOR = Shape(SEPARATOR_STYLE)


class Blocks(NamedTuple):
    """Who writes what: element -> writer, and the writer of words that stand in a group without a paragraph."""

    writers: Mapping[str, BlockWriter]
    loose: LooseWriter


class Story:
    """`out` takes the XML. `numbering` waits for the first paragraph of a list's item, `page_break` for any.

    `beginning`: the readings in which the next paragraph begins; in others it goes on from the one before.
    """

    __slots__ = ("_blocks", "_bookmarks", "_comments", "_empty", "_ends", "after_table", "beginning", "numbering",
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
        self.after_table = False
        self._empty = True
        self._ends = Ends(out, paper)

    def nested(self) -> "Story":
        """The story of a cell: within this one, with an end of its own."""
        inner = Story(self.paper, self._blocks, self.out)
        if self.page_break:
            inner.page_break, self.page_break = True, False
        # What the first paragraph here is to carry, it carries there.
        inner._bookmarks, inner._comments = self._bookmarks, self._comments
        return inner

    def bookmark(self, element: Element) -> None:
        """Let the next paragraph carry the bookmark of an element's id, if it has one."""
        if element.id:
            self._bookmarks.append(self.paper.open_bookmark(element.id))

    def section_bookmark(self) -> None:
        """Let the first paragraph carry the bookmark of its section, which a file may give it or not."""
        self._bookmarks.append(Around(self.paper.ask(lambda paper: paper.section_bookmark), ""))

    def comment(self, element: Element, place: Place) -> None:
        """Let the next paragraph carry the reason of an element's change."""
        if place.change is not None and (anchor := self.paper.comment(element, place.change, place.look)):
            self._comments.append(anchor)

    def blocks(self, element: Element, place: Place) -> None:
        """All that a group holds: blocks, and between them words without a paragraph of their own."""
        self.loose_and_blocks(element.text, element.children, place)

    def loose_and_blocks(self, text: str, children: Iterable[Element], place: Place) -> None:
        """The same for words and a part of an element's children."""
        writers, loose = self._blocks.writers, []
        for child in children:
            writer = writers.get(child.tag)
            if writer is None:
                if child.tag not in INLINE:
                    raise unknown(child)
                loose.append(child)
                continue
            if loose or (text and not text.isspace()):
                self._blocks.loose(self, text, loose, place)
                loose = []
            inside = place.inside(child)
            if child.id:
                self._bookmarks.append(self.paper.open_bookmark(child.id))
            if inside.change is None:
                writer(self, child, inside)
            else:
                self._changed(child, writer, inside)
            text = child.tail
        if loose or (text and not text.isspace()):
            self._blocks.loose(self, text, loose, place)

    def _changed(self, element: Element, write: BlockWriter, place: Place) -> None:
        self.comment(element, place)
        if element.get("data-move") is None:
            write(self, element, place)
        else:
            self.moved(element, place, "", lambda: write(self, element, place))

    def moved(self, element: Element, place: Place, part: str, write: Callable[[], None]) -> None:
        """Write what moved from or to here, within the range that says so."""
        start, end = self.paper.moves.range(element, place.change, self.paper.new_id(), part)
        self.out.append(start)
        write()
        self.out.append(end)

    def is_plain(self, place: Place, mark: Change | None) -> bool:
        """Whether a paragraph here has no part in any change, as most have none."""
        return place.change is None and mark is None and self.beginning == BOTH

    def words(self, text: str, place: Place, shape: Shape, numbering: str = "") -> None:
        """A plain paragraph of nothing but words in one look: no runs need to be gathered for it."""
        look = place.look
        words = plain_words(text, look.lang) if text else ""
        self._begin(place, shape, numbering)
        self._ends.stays()
        self._end(f'<w:r>{look.xml}<w:t xml:space="preserve">{words}</w:t></w:r>' if words else "")

    def paragraph(
        self, place: Place, runs: Runs, shape: Shape, numbering: str = "", mark: Change | None = None
    ) -> None:
        """One paragraph. `mark` is a change of its end alone: it was split off from what follows, or joined to it."""
        ends, last = self._ends, runs.last_change
        if ends.last_inserted and runs.first_change == ends.last_inserted:
            runs.date_apart(ends.last_inserted)
            last = runs.last_change
        self._begin(place, shape, numbering)
        ends.next(mark or ((last or place.change) if place.change else None), last)
        self._end(runs.xml(self.paper.new_id))
        self.beginning = mark.reading if mark else BOTH

    def _begin(self, place: Place, shape: Shape, numbering: str) -> None:
        """All of a paragraph before the mark of its end. Properties stand in the order of the schema."""
        numbering = numbering or self.numbering
        before, after = place.frames.get((shape, numbering != "")) or self._frame(place, shape, numbering != "")
        page_break = "<w:pageBreakBefore/>" if self.page_break else ""
        self.out.append(f"{before}{page_break}{numbering}{after}")
        self.numbering = ""
        self.page_break = self.after_table = self._empty = False

    def _frame(self, place: Place, shape: Shape, numbered: bool) -> tuple[str, str]:
        """The beginning of a paragraph: what stands before a page break and its number, and what stands after."""
        indent = shape.indent or ("" if numbered else place.indent)
        align = shape.align or place.align
        keep = "<w:keepNext/>" * (shape.keep_next or place.keep_next) + "<w:keepLines/>" * place.keep_lines
        found = place.frames[shape, numbered] = (
            f'<w:p><w:pPr><w:pStyle w:val="{self.paper.reference.style(shape.style)}"/>{keep}',
            f"{shape.tabs}{'<w:bidi/>' * place.look.rtl}{indent}" + (f'<w:jc w:val="{align}"/>' if align else ""),
        )
        return found

    def _end(self, content: str) -> None:
        if self._comments:
            for around in reversed(self._comments):
                content = f"{around.start}{content}{around.end}"
            self._comments.clear()
        if self._bookmarks:
            for around in reversed(self._bookmarks):
                content = f"{around.start}{content}{around.end}"
            self._bookmarks.clear()
        self.out.append(f"</w:pPr>{content}</w:p>")

    def separator(self, place: Place) -> None:
        """A paragraph of one point, for Word's sake alone; it is nobody's change."""
        self._begin(place.but(change=None, align="", indent="", keep_next=False), _SEPARATOR, "")
        self._ends.stays()
        self._end("")
        self.beginning = BOTH

    @property
    def is_free(self) -> bool:
        """Whether what comes next has nothing to carry of what came before."""
        waiting = self.numbering or self.page_break or self._bookmarks or self._comments or self._ends.changing
        return not waiting and self.beginning == BOTH

    def apart(self, paper: Paper) -> "Story":
        """A story in another paper, at a place like this one."""
        other = Story(paper, self._blocks, [])
        other.after_table = self.after_table
        return other

    def put_table(self, xml: str) -> None:
        """Take in a table, and what parts it from one before it, as it has been written elsewhere."""
        self.out.append(xml)
        self.end_table()

    def begin_table(self, place: Place) -> None:
        """Two tables without a paragraph between them would become one, and no paragraph can run into a table."""
        self._ends.stand_still()
        if self.after_table or self._ends.changing:
            self.separator(place)

    def end_table(self) -> None:
        """A table has been written."""
        self.after_table, self._empty = True, False
        self._ends.none()

    def finish(self, place: Place) -> None:
        """End as Word wants a cell, a header or a section to end: with a paragraph that stays as long as that."""
        if place.change is None:
            self._ends.stand_still()
        if self.after_table or (self._ends.changing and place.change is None):
            self.separator(place)
        elif self._empty or self._bookmarks or self.numbering:
            self.paragraph(place, Runs(), Shape(place.style))

    def settled(self) -> str:
        """Take out of `out` what will stay as it is."""
        count = self._ends.settled()
        xml = "".join(self.out[:count])
        del self.out[:count]
        return xml

    @property
    def place_of_properties(self) -> int | None:
        """Where in `out` the last paragraph takes a section's w:sectPr; None where that is a tracked change."""
        return self._ends.properties
