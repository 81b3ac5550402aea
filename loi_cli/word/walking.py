"""From the tree of a text part to its value: blocks, runs, and the changes they are under."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from lxml.etree import _Element

from loi_cli.word.markup import w
from loi_cli.word.revised import Act, Block, Cell, Paragraph, Revision, Revisions, Row, Run, Table

_ACTS: Mapping[str, Act] = {
    w("ins"): Act.INSERTED,
    w("del"): Act.DELETED,
    w("moveTo"): Act.MOVED_HERE,
    w("moveFrom"): Act.MOVED_AWAY,
}
_CELL_ACTS: Mapping[str, Act] = {w("cellIns"): Act.INSERTED, w("cellDel"): Act.DELETED}
_FORMATTING = frozenset(
    w(name)
    for name in (
        "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange", "tblGridChange",
        "tblPrExChange", "numberingChange", "cellMerge",
    )
)  # fmt: skip
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TEXT_BOX = w("txbxContent")
_SIGNS: Mapping[str, str] = {
    w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011", w("ptab"): "\t",
}  # fmt: skip
_PASSED = frozenset(
    w(name)
    for name in (
        "rPr", "sectPr", "tblPr", "tblGrid", "tblPrEx", "instrText", "delInstrText", "proofErr", "sdtPr", "sdtEndPr",
        "fldData", "softHyphen", "customXmlPr", "smartTagPr",
    )
)  # fmt: skip

_P, _TBL, _TR, _TC, _R, _T, _DEL_TEXT = w("p"), w("tbl"), w("tr"), w("tc"), w("r"), w("t"), w("delText")
_PPR, _RPR, _TRPR, _TCPR, _LANG, _VAL = w("pPr"), w("rPr"), w("trPr"), w("tcPr"), w("lang"), w("val")
_FONTS = w("rFonts")
_FIELD, _FIELD_TYPE = w("fldChar"), w("fldCharType")
_BOOKMARK, _NAME, _ID = w("bookmarkStart"), w("name"), w("id")
_COMMENT_START, _COMMENT_END, _COMMENT = w("commentRangeStart"), w("commentRangeEnd"), w("commentReference")
_NOTES: Mapping[str, str] = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_SPAN, _BEFORE = w("gridSpan"), w("gridBefore")


_MOST_ABOUT = 500


@dataclass(slots=True)
class Walk:
    """One story read: the body, a footnote, a comment. Comments are kept as where they begin and end in `said`, all
    words in order: thousands that overlap cost no more than a few.

    `hidden` has a place for each field that is open, true while its code is read and not its result.
    """

    formatting: int = 0
    _said: list[str] = field(default_factory=list)
    _begun: dict[str, int] = field(default_factory=dict)
    _ended: dict[str, int] = field(default_factory=dict)
    _commented: list[str] = field(default_factory=list)
    _hidden: list[bool] = field(default_factory=list)
    _waiting: list[str] = field(default_factory=list)

    def story(self, element: _Element) -> list[Block]:
        """The blocks of a body, a cell, a note. Bookmarks between blocks belong to the next paragraph."""
        blocks: list[Block] = []
        self._blocks(element, blocks, ())
        return blocks

    def about(self, comment: str) -> str:
        """The words that a comment hangs on, deleted ones included; the first of them where they are many."""
        start = self._begun.get(comment, 0)
        found = ""
        for at in range(start, self._ended.get(comment, start)):
            found += self._said[at]
            if len(found) > _MOST_ABOUT:
                return f"{found[:_MOST_ABOUT]} …"
        return found

    def _blocks(self, element: _Element, blocks: list[Block], under: Revisions) -> None:
        for child in element:
            tag = child.tag
            if tag == _P:
                blocks.append(self._paragraph(child, under, blocks))
            elif tag == _TBL:
                blocks.append(self._table(child, under))
            elif tag in _ACTS:
                self._blocks(child, blocks, (*under, _revision(child, _ACTS[tag])))
            elif tag == _BOOKMARK:
                self._waiting.append(child.get(_NAME) or "")
            elif tag in (_COMMENT_START, _COMMENT_END):
                self._comment_edge(child, None)
            elif tag not in _PASSED and tag != _FALLBACK and len(child):
                self._blocks(child, blocks, under)  # a content control, custom XML: what it holds is the text

    def _table(self, table: _Element, under: Revisions) -> Table:
        rows: list[Row] = []
        self._rows(table, rows, under)
        return Table(rows)

    def _rows(self, element: _Element, rows: list[Row], under: Revisions) -> None:
        for child in element:
            if child.tag == _TR:
                rows.append(self._row(child, under))
            elif child.tag in _ACTS:
                self._rows(child, rows, (*under, _revision(child, _ACTS[child.tag])))
            elif child.tag == _BOOKMARK:
                self._waiting.append(child.get(_NAME) or "")
            elif child.tag not in _PASSED and len(child):
                self._rows(child, rows, under)

    def _row(self, element: _Element, under: Revisions) -> Row:
        properties = element.find(_TRPR)
        column = 0
        if properties is not None:
            under = (*under, *self._acts(properties, _ACTS))
            column = _number(properties.find(_BEFORE))
        cells: list[Cell] = []
        self._cells(element, cells, column, under)
        return Row(cells, under)

    def _cells(self, element: _Element, cells: list[Cell], column: int, under: Revisions) -> int:
        for child in element:
            if child.tag == _TC:
                properties = child.find(_TCPR)
                own: Revisions = ()
                span = 1
                if properties is not None:
                    own = self._acts(properties, _CELL_ACTS)
                    span = max(1, min(63, _number(properties.find(_SPAN))))
                blocks: list[Block] = []
                self._blocks(child, blocks, ())
                cells.append(Cell(blocks, column, own))
                column += span
            elif child.tag == _BOOKMARK:
                self._waiting.append(child.get(_NAME) or "")
            elif child.tag not in (_TRPR, _TCPR) and child.tag not in _PASSED and len(child):
                column = self._cells(child, cells, column, under)
        return column

    def _acts(self, properties: _Element, acts: Mapping[str, Act]) -> Revisions:
        self.formatting += sum(child.tag in _FORMATTING for child in properties)
        return tuple(_revision(child, acts[child.tag]) for child in properties if child.tag in acts)

    def _paragraph(self, element: _Element, under: Revisions, beside: list[Block]) -> Paragraph:
        paragraph = Paragraph(bookmarks=self._waiting, comments=self._commented)
        self._waiting, self._commented = [], []
        self._said.append(" ")  # a comment on several paragraphs does not run their words together
        for child in element:
            if child.tag == _PPR:
                self._properties(child, paragraph)
            else:
                self._inline(child, paragraph, under, beside)
        paragraph.mark = (*under, *paragraph.mark)
        return paragraph

    def _properties(self, properties: _Element, paragraph: Paragraph) -> None:
        for child in properties:
            tag = child.tag
            if tag == w("pStyle"):
                paragraph.style = child.get(_VAL) or ""
            elif tag == w("numPr"):
                list_ = child.find(w("numId"))
                if list_ is not None:
                    paragraph.numbering = (list_.get(_VAL) or "", _number(child.find(w("ilvl"))))
                # an inserted numbering changes the look of a paragraph, not its words
                self.formatting += child.find(w("ins")) is not None
            elif tag == _RPR:
                paragraph.mark = self._acts(child, _ACTS)
            elif tag in _FORMATTING:
                self.formatting += 1

    def _inline(self, element: _Element, paragraph: Paragraph, under: Revisions, beside: list[Block]) -> None:
        tag = element.tag
        if tag == _R:
            self._run(element, paragraph, under, beside)
        elif tag in _ACTS:
            under = (*under, _revision(element, _ACTS[tag]))
            for child in element:
                self._inline(child, paragraph, under, beside)
        elif tag == _BOOKMARK:
            paragraph.bookmarks.append(element.get(_NAME) or "")
        elif tag in (_COMMENT_START, _COMMENT_END):
            self._comment_edge(element, paragraph)
        elif tag == _MATH + "t":
            self._words(element.text or "", paragraph, under, "")
        elif tag == _MATH + "ctrlPr":
            self.formatting += any(child.tag in _ACTS for child in element)
        elif tag == _P:  # a paragraph within a paragraph: no such thing, but its words are words
            beside.append(self._paragraph(element, under, beside))
        elif tag not in _PASSED and tag != _FALLBACK:
            for child in element:  # a link, a content control, a smart tag, a simple field: what is shown of it
                self._inline(child, paragraph, under, beside)

    def _run(self, run: _Element, paragraph: Paragraph, under: Revisions, beside: list[Block]) -> None:
        language, east_asian = "", False
        for child in run:
            tag = child.tag
            if tag in (_T, _DEL_TEXT):
                self._words(child.text or "", paragraph, under, language)
            elif tag == _RPR:
                for property_ in child:
                    if property_.tag == _LANG:
                        axes = (w("eastAsia"), _VAL) if east_asian else (_VAL, w("bidi"), w("eastAsia"))
                        language = next((found for axis in axes if (found := property_.get(axis))), "")
                    elif property_.tag == _FONTS:
                        east_asian = property_.get(w("hint")) == "eastAsia"
                    elif property_.tag in _FORMATTING:
                        self.formatting += 1
            elif tag in _SIGNS:
                self._words(_SIGNS[tag], paragraph, under, language)
            elif tag == _FIELD:
                self._field(child.get(_FIELD_TYPE) or "")
            elif tag in _NOTES:
                paragraph.runs.append(Run("", under, "", f"{_NOTES[tag]} {child.get(_ID) or ''}"))
            elif tag == _COMMENT:
                self._note_comment(child.get(_ID) or "", paragraph)
            elif tag == w("sym"):
                self._words(_symbol(child), paragraph, under, language)
            elif tag not in _PASSED and tag != _FALLBACK and len(child):
                for box in child.iter(_TEXT_BOX):
                    if not any(above.tag == _FALLBACK for above in box.iterancestors()):
                        self._blocks(box, beside, under)

    def _words(self, text: str, paragraph: Paragraph, under: Revisions, language: str) -> None:
        if not text or any(self._hidden):
            return
        paragraph.runs.append(Run(text, under, language))
        self._said.append(text)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._hidden.append(True)
        elif kind == "separate" and self._hidden:
            self._hidden[-1] = False
        elif kind == "end" and self._hidden:
            self._hidden.pop()

    def _comment_edge(self, element: _Element, paragraph: Paragraph | None) -> None:
        name = element.get(_ID) or ""
        if element.tag == _COMMENT_END:
            self._ended.setdefault(name, len(self._said))
        elif name not in self._begun:
            self._begun[name] = len(self._said)
            (self._commented if paragraph is None else paragraph.comments).append(name)

    def _note_comment(self, name: str, paragraph: Paragraph) -> None:
        if name not in paragraph.comments:
            paragraph.comments.append(name)


def _revision(element: _Element, act: Act) -> Revision:
    return Revision(act, element.get(w("author")) or "", written_at(element))


def written_at(element: _Element) -> str:
    """When a change or a comment was made; nothing where no calendar has that day: some programs write 0-00-00."""
    said = element.get(w("date")) or ""
    try:
        date.fromisoformat(said[:10])
    except ValueError:
        return ""
    return said


def _number(element: _Element | None) -> int:
    written = "" if element is None else element.get(_VAL) or ""
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 6 else 0


def _symbol(element: _Element) -> str:
    """A sign of a symbol font, which has no name in Unicode but for those that Word writes so anyway."""
    try:
        code = int(element.get(w("char")) or "", 16)
    except ValueError:
        return ""
    return chr(code) if code < 0xD800 or 0xE000 <= code < 0xFDD0 else ""
