"""Inline HTML: words, emphasis, links, fields and changes within a paragraph become its runs."""

from collections.abc import Callable, Iterable, Mapping

from loi_cli.word.bookmarks import target
from loi_cli.word.changes import read_change
from loi_cli.word.elements import Element
from loi_cli.word.fields import PAGE, PAGES, clause_reference, field, page_reference
from loi_cli.word.look import Look
from loi_cli.word.paper import Paper
from loi_cli.word.runs import Runs, collapsed
from loi_cli.word.vocabulary import CHARACTER_STYLES, COLOURS, FOOTNOTE_STYLES, classes, unknown

_SPANS = frozenset({*CHARACTER_STYLES, *COLOURS, "tab", "page", "pages", "footnote"}) - {"mark", "ref"}
_LINKS = frozenset({"ref"})
_Writer = Callable[["Inline", Element, Look], None]


class Inline:
    """The inline content of one paragraph on its way into `runs`.

    `contents_target` is the bookmark of a contents entry, whose `<span class="page">` is the page of that.
    """

    def __init__(self, paper: Paper, runs: Runs, contents_target: str = "") -> None:
        self.paper = paper
        self.runs = runs
        self.contents_target = contents_target

    def content(self, text: str, children: Iterable[Element], look: Look) -> None:
        """Words, and elements each followed by words of its own tail."""
        runs = self.runs
        if text:
            runs.words(text, look)
        for child in children:
            self._element(child, look)
            if child.tail:
                runs.words(child.tail, look)

    def inside(self, element: Element, look: Look) -> None:
        """All that an element holds."""
        self.content(element.text, element.children, look)

    def _element(self, element: Element, look: Look) -> None:
        writer = _WRITERS.get(element.tag)
        if writer is None:
            raise unknown(element)
        opened = self.paper.open_bookmark(element.id) if element.id else None
        if opened:
            self.runs.mark(opened.start)
        writer(self, element, look.inside(element) if element.attributes else look)
        if opened:
            self.runs.mark(opened.end)


def _span(inline: Inline, element: Element, look: Look) -> None:
    for name in classes(element, _SPANS):
        if name == "tab":
            inline.runs.space("<w:tab/>", look)
        elif name == "page" and inline.contents_target:
            inline.runs.space("<w:tab/>", look)
            page_reference(inline.runs, inline.contents_target, _result(element), look)
            return
        elif name == "footnote":
            _footnote(inline, element, look)
            return
        elif name in ("page", "pages"):
            field(inline.runs, PAGE if name == "page" else PAGES, _result(element), look)
            return
        elif name in COLOURS:
            look = look.but("colour", COLOURS[name])
        else:
            look = look.but("style", inline.paper.reference.style(CHARACTER_STYLES[name]))
    inline.inside(element, look)


def _footnote(inline: Inline, element: Element, look: Look) -> None:
    paper, plain, runs = inline.paper, look.but("style", ""), Runs()
    Inline(paper, runs).inside(element, plain)
    runs.trim()
    number = paper.footnotes.add(element, plain, runs.xml(paper.new_id), paper.reference)
    mark = look.but("style", paper.reference.style(FOOTNOTE_STYLES[1]))
    inline.runs.special(f'<w:footnoteReference w:id="{number}"/>', mark)


def _result(element: Element) -> str:
    if element.children:
        raise unknown(element.children[0])
    return collapsed(element.text).strip(" ")


def _link(inline: Inline, element: Element, look: Look) -> None:
    bookmark = target(element, inline.paper.bookmarks)
    # Every link has a character style: one without is no link in a PDF that LibreOffice makes.
    look = look.but("style", inline.paper.reference.style(CHARACTER_STYLES["ref"]))
    if "ref" in classes(element, _LINKS) and not element.children and _is_whole_label(inline, element):
        clause_reference(inline.runs, bookmark, _result(element), look)
        return
    inline.runs.mark(f'<w:hyperlink w:anchor="{bookmark}" w:history="1">')
    inline.inside(element, look)
    inline.runs.mark("</w:hyperlink>")


def _is_whole_label(inline: Inline, element: Element) -> bool:
    label = inline.paper.labels.of((element.get("href") or "")[1:])
    return (
        label is not None and label == _result(element) and not label.endswith(".")
    )  # Word leaves a last point of a label out


def _changed(inline: Inline, element: Element, look: Look) -> None:
    runs, outer = inline.runs, inline.runs.change
    runs.change = read_change(element, element.tag, outer)
    reason = inline.paper.comment(element, runs.change, look)
    if reason:
        runs.mark(reason.start)
    inline.inside(element, look)
    if reason:
        runs.mark(reason.end)
    runs.change = outer


def _marked(inline: Inline, element: Element, look: Look) -> None:
    inline.inside(element, look.but("style", inline.paper.reference.style(CHARACTER_STYLES["mark"])))


def _line_break(inline: Inline, _element: Element, look: Look) -> None:
    inline.runs.space("<w:br/>", look)


def _emphasis(name: str, value: str | bool) -> _Writer:
    def write(inline: Inline, element: Element, look: Look) -> None:
        inline.inside(element, look.but(name, value))

    return write


_WRITERS: Mapping[str, _Writer] = {
    "span": _span,
    "a": _link,
    "ins": _changed,
    "del": _changed,
    "mark": _marked,
    "br": _line_break,
    "b": _emphasis("bold", True),
    "strong": _emphasis("bold", True),
    "i": _emphasis("italic", True),
    "em": _emphasis("italic", True),
    "u": _emphasis("underline", True),
    "s": _emphasis("strike", True),
    "sup": _emphasis("vertical", "superscript"),
    "sub": _emphasis("vertical", "subscript"),
}
