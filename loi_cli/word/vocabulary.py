"""The HTML that a paper may be written in, and nothing else.

Templates write it, browsers show it, and `writer.write_docx` makes Word of it. What stands here is the whole
vocabulary: any other element or class is an `UnknownMarkup` that names itself and its line, never a dropped word.

Document
    `<html lang dir>`, `<head>` with `<title>` (the file's title), `<meta>` (`name="watermark" content="DRAFT"`: a
    watermark on every page; `name="hyphenation" content="none"`: no word is parted at the end of a line, whatever
    reference.docx says; all other kinds are for browsers) and `<style>` (for browsers).
    `<body>` holds one or more `<section class="paper">`: each begins on a new page. `class="paper landscape"` turns
    the page, `numbered-lines` counts the lines of each page; `data-restart="1"` counts pages from that number.
    A `<header>` and `<footer>` in a section are that section's alone, a section without them has none; those of class
    `first` are for its first page, which then has no others. In them `<span class="tab">` parts left, centre and right
    (one tab alone: left and right).

Blocks
    `<h1>` … `<h4>`, `<p>`, `<ul>`, `<ol type start>`, `<li>`, `<hr>`, `<table>`, and the groups `<div>`, `<article>`,
    `<blockquote>` (indented). A group, `<li>`, `<td>` and `<th>` may hold bare words in place of a `<p>`.
    `<div class="keep">`: stays together, and with what follows. `<div class="page-break"></div>`.
    `<nav class="contents"><ol><li><a href="#id">Title</a> <span class="page">3</span></li>…`: a contents list with
    live page numbers; an `<ol>` within a `<li>` is a further level.
    Classes of `<p>` and `<h1>` … `<h4>`: one of the styles in `PARAGRAPH_STYLES`; also `keep-next`, `right`, `center`.

Numbers of clauses
    `<span class="label" data-list="clauses" data-level="0" data-format="decimal" data-number="5">Article 5</span>`
    as the first child of a `<p>` or heading becomes a live number. Lists are kept apart by data-list and language,
    data-level is 0 to 8, data-format one of `numbering.FORMATS`. A label without data-number stands as typed, with a
    tab after it.
    Nothing else in the paragraph: the number alone stands on its line.

Words
    `<b>`, `<strong>`, `<i>`, `<em>`, `<u>`, `<s>` (struck out), `<sup>`, `<sub>`, `<br>`, `<mark>`,
    `<span lang dir>`,
    `<a href="#id">` (class `ref`: a reference whose words are right as they stand, live where they are a whole label),
    `<span class="…">` with one of `CHARACTER_STYLES`, of `COLOURS`, `tab`, or `page` and `pages` (this page's number,
    how many).
    `<span class="footnote">words</span>`: a footnote, its mark where the span stands; not in headers, footers, or
    another footnote.
    White space collapses as in a browser; where a language parts no line, a blank becomes one that does not break
    (`typography`). Any `id` is a bookmark.

Tracked changes
    `<ins data-author data-date>`, `<del …>` around words; they do not nest. `data-change="inserted"` or `"deleted"`
    (with the same data-author, data-date) on a block is about all its paragraphs with their marks, on a `<tr>` or
    `<table>` about whole rows. data-author is needed, data-date (ISO 8601) is not.
    `data-change="moved-from"` and `"moved-to"` with `data-move="name"`: a block or row that left, and where it came to;
    each name has both. Words that changed on the way are `<del>` in the one and `<ins>` in the other.
    `data-mark="inserted"` or `"deleted"` on a `<p>` or heading is about its mark alone: the paragraph was parted from
    the next one, or joined to it.
    `title="why"` on any of these is a comment with its author.

Tables
    `<table class="grid">` (lines), `plain` (none), `parallel` (texts side by side, equal columns, rows may part at a
    page break), `signature` (never parted); `<caption>`, `<colgroup><col style="width:20%">` (without widths: equal
    columns in `parallel` and `signature`, else as the words need), `<thead>` (repeats on each page), `<tbody>`, `<tr>`
    (`style="height:6cm"`: at least so high),
    `<th>` (bold), `<td>`; `colspan`; classes `right` and `center` on cells, `turned-left` and
    `turned-right`: words that run along the left or the right side, in the middle. No rowspan.

`lang` and `dir` may stand on any element and go down to what it holds.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from loi_cli.i18n import _
from loi_cli.model.problems import LoiError
from loi_cli.word.elements import Element


class UnknownMarkup(LoiError):  # it is what went wrong, as BadInput is
    """An element, class or attribute that Word papers are not written in; `line` is that of the HTML."""

    def __init__(self, what: str, where: Element | int) -> None:
        self.what = what
        self.line = where if isinstance(where, int) else where.line
        super().__init__(
            _("line {line} of the paper's HTML: {what} is not known to the Word writer").format(
                line=self.line, what=what
            ),
            _("The template is wrong; the docstring of loi_cli.word.vocabulary lists all that may stand in it."),
        )


PARAGRAPH_STYLES: Mapping[str, str] = {
    "title": "Title",
    "subtitle": "Title Line",
    "centered": "Centered",
    "recital": "Recital",
    "article": "Article",
    "article-heading": "Article Heading",
    "paragraph": "Paragraph",
    "item": "Item",
    "subitem": "Subitem",
    "testimonium": "Testimonium",
    "annex": "Annex",
    "signature": "Signature Line",
    "note": "Note",
    "small": "Small",
    "cover-title": "Cover Title",
    "cover-line": "Cover Line",
    "internal": "Internal",
    "label-line": "Label Line",
}
"""Class of a paragraph or heading -> name of its style in reference.docx."""

ELEMENT_STYLES: Mapping[str, str] = {
    "p": "Normal",
    "h1": "heading 1",
    "h2": "heading 2",
    "h3": "heading 3",
    "h4": "heading 4",
    "li": "List Paragraph",
    "td": "Table Text",
    "th": "Table Text",
    "caption": "caption",
    "header": "header",
    "footer": "footer",
    "hr": "Rule",
    "blockquote": "Quote",
}
"""Element -> style of a paragraph that has no class."""

CONTENTS_STYLES = ("toc 1", "toc 2", "toc 3")
SEPARATOR_STYLE = "Separator"
"""The paragraph of one point between two tables, which Word would fuse, and where a table ends a section."""

CHARACTER_STYLES: Mapping[str, str] = {
    "bracket": "Bracket",
    "side": "Side",
    "blank": "Blank",
    "internal": "Internal Words",
    "muted": "Muted",
    "mark": "Mark",
    "ref": "Reference",
}
"""Class of a span (`mark` and `ref`: of their own elements) -> name of its character style."""

FOOTNOTE_STYLES = ("footnote text", "footnote reference")
"""The style of a footnote's paragraph, and that of the mark that calls it."""
COLOURS: Mapping[str, str] = {"red": "C00000"}
"""Class of a span -> its colour: what a mark must have whatever styles an office writes with."""

TABLE_STYLES: Mapping[str, str] = {
    "grid": "Table Grid",
    "plain": "Plain Table",
    "parallel": "Parallel Table",
    "signature": "Signature Table",
}

ALIGNMENTS: Mapping[str, str] = {"right": "right", "center": "center"}
"""Class of a cell or paragraph -> w:jc."""

TURNED: Mapping[str, str] = {"turned-left": "btLr", "turned-right": "tbRl"}
"""Cells whose words are turned, and Word's name for which way: on the two halves of a card that folds they both stand
upright."""

INLINE = frozenset({"a", "b", "strong", "i", "em", "u", "s", "br", "sup", "sub", "span", "ins", "del", "mark"})


def style_names() -> frozenset[str]:
    """Every style that a reference.docx must have."""
    maps = (PARAGRAPH_STYLES, ELEMENT_STYLES, CHARACTER_STYLES, TABLE_STYLES)
    return frozenset(name for names in maps for name in names.values()).union(
        CONTENTS_STYLES, FOOTNOTE_STYLES, (SEPARATOR_STYLE,)
    )


NO_CLASSES: frozenset[str] = frozenset()


def classes(element: Element, known: frozenset[str]) -> tuple[str, ...]:
    """The element's classes, each of them known."""
    written = element.attributes.get("class")
    if not written:
        return ()
    found = _split(written)
    if not known.issuperset(found):
        name = next(name for name in found if name not in known)
        raise UnknownMarkup(f'<{element.tag} class="{name}">', element)
    return found


@lru_cache(maxsize=256)
def _split(written: str) -> tuple[str, ...]:
    return tuple(written.split())


def unknown(element: Element) -> UnknownMarkup:
    """The error for an element that may not stand where it stands."""
    written = element.get("class")
    return UnknownMarkup(f'<{element.tag} class="{written}">' if written else f"<{element.tag}>", element)


def elements(parent: Element, *tags: str) -> Sequence[Element]:
    """The children of an element that may hold nothing but these; words between them would be lost."""
    lost = parent.text
    for child in parent.children:
        if child.tag not in tags:
            raise unknown(child)
        lost += child.tail
    if lost and not lost.isspace():
        raise UnknownMarkup(f"<{parent.tag}> with words of its own", parent)
    return parent.children
