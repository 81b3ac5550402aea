"""Tables: grids, texts side by side, signature blocks."""

import re
from functools import lru_cache
from typing import NamedTuple

from loi_cli.word.elements import Element, Unread
from loi_cli.word.markup import attribute
from loi_cli.word.molds import from_mold
from loi_cli.word.place import Place
from loi_cli.word.story import Story
from loi_cli.word.vocabulary import (
    ALIGNMENTS,
    ELEMENT_STYLES,
    NO_CLASSES,
    TABLE_STYLES,
    TURNED,
    UnknownMarkup,
    classes,
    elements,
)

_PERCENT = re.compile(r"\s*width\s*:\s*(\d+(?:\.\d+)?)%\s*;?\s*")
_HEIGHT = re.compile(r"\s*height\s*:\s*(\d+(?:\.\d+)?)cm\s*;?\s*")
_PER_CM = 567
"""Twentieths of a point."""
_KINDS, _OF_CELLS = frozenset(TABLE_STYLES), frozenset((*ALIGNMENTS, *TURNED))
_SIDE_BY_SIDE = frozenset({"parallel", "signature"})
"""Tables that are a way to lay text out: equal columns, and the paragraphs in them are those of the text."""

_WHOLE_SHARE, _LINE = 3, 350
"""Rows up to a third of a page stay whole: 11 lines where it is turned, 16 where it is upright. A line with its part
of the margins, in twentieths of a point."""
_LETTER, _CELL_MARGINS = 115, 216
"""The width of a letter of 11 points, and what a cell's own margins take; in twentieths of a point."""


class _Table(NamedTuple):
    """`kind` is the table's class, `widths` in twentieths of a point; `fitted`: columns as wide as words need; rows up
    to `whole_lines` stay on one page."""

    kind: str
    widths: tuple[int, ...]
    fitted: bool
    whole_lines: int


class _Row(NamedTuple):
    """`cells` with the number of columns that each spans."""

    element: Element
    cells: list[tuple[Element, int]]
    head: bool


class _Parts(NamedTuple):
    """What a `<table>` holds; `columns` have shares of the width, None where they do not say."""

    caption: Element | None
    columns: list[float | None]
    rows: list[_Row]


def write_table(story: Story, element: Element, place: Place) -> None:
    """`<table>`, with its caption before it."""
    if isinstance(element, Unread) and story.is_free and place.change is None:
        xml = from_mold(story, element, place, _letters, _write_table)
        if xml is not None:
            story.put_table(xml)
            return
    _write_table(story, element, place)


def _write_table(story: Story, element: Element, place: Place) -> None:
    found = classes(element, _KINDS)
    kind = found[0] if found else "plain"
    caption, columns, rows = _parts(element)
    if not rows:
        raise UnknownMarkup("<table> without rows", element)
    title = ""
    if caption is not None:
        classes(caption, NO_CLASSES)
        story.blocks(caption, place.inside(caption).but(style=ELEMENT_STYLES["caption"], keep_next=True))
        title = " ".join(caption.words.split())
    table = _measured(element, kind, columns, rows, place)
    story.begin_table(place)
    style = story.paper.reference.style(TABLE_STYLES[kind])
    story.out.append(_opening(style, table, title, rtl=place.look.rtl, head=rows[0].head))
    for row, after in zip(rows, (*rows[1:], None), strict=True):
        _write_row(story, row, table, place.but(keep_next=True) if _goes_with(after, row, table, rows) else place)
    story.out.append("</w:tbl>")
    story.end_table()


def _parts(table: Element) -> _Parts:
    """All rows in order; nothing but rows may stand where rows stand."""
    caption: Element | None = None
    columns: list[float | None] = []
    rows: list[_Row] = []
    for child in elements(table, "caption", "colgroup", "thead", "tbody", "tr"):
        if child.tag == "tr":
            rows.append(_row(child, head=False))
        elif child.tag == "caption":
            caption = child if caption is None else caption
        elif child.tag == "colgroup":
            columns += (share for column in child.children if column.tag == "col" for share in _shares(column))
        else:
            classes(child, NO_CLASSES)
            rows += (_row(row, head=child.tag == "thead") for row in elements(child, "tr"))
    return _Parts(caption, columns, rows)


def _row(row: Element, *, head: bool) -> _Row:
    classes(row, NO_CLASSES)
    cells = [(cell, _span(cell)) for cell in elements(row, "td", "th")]
    if not cells:
        raise UnknownMarkup("<tr> without cells", row)
    return _Row(row, cells, head)


def _measured(table: Element, kind: str, columns: list[float | None], rows: list[_Row], place: Place) -> _Table:
    count = max([sum([span for _cell, span in row.cells]) for row in rows])
    if columns and len(columns) != count:
        raise UnknownMarkup(f"<colgroup> of {len(columns)} columns in a table of {count}", table)
    given = any(share is not None for share in columns)
    widths = _widths(tuple(columns) if given else (None,) * count, place.width)
    fitted = not given and kind not in _SIDE_BY_SIDE
    return _Table(kind, widths, fitted, whole_lines=place.height // (_WHOLE_SHARE * _LINE))


@lru_cache(maxsize=256)
def _widths(shares: tuple[float | None, ...], room: int) -> tuple[int, ...]:
    """The columns' widths; those without a share of their own have equal parts of what is left."""
    rest = max(0.0, 100 - sum(share or 0 for share in shares)) / max(1, sum(share is None for share in shares))
    parts = [rest if share is None else share for share in shares]
    whole = sum(parts) or 100
    return tuple(round(room * part / whole) for part in parts)


def _shares(column: Element) -> list[float | None]:
    style = column.get("style")
    found = _PERCENT.fullmatch(style) if style else None
    if style and not found:
        raise UnknownMarkup(f'<col style="{style}">', column)
    return [float(found[1]) if found else None] * _span(column, "span")


def _span(element: Element, name: str = "colspan") -> int:
    written = element.get(name)
    if written is None:
        return 1
    if not written.isdecimal() or not 0 < int(written) <= 63:  # Word has at most 63 columns
        raise UnknownMarkup(f'<{element.tag} {name}="{written}">', element)
    return int(written)


@lru_cache(maxsize=256)
def _opening(style: str, table: _Table, title: str, *, rtl: bool, head: bool) -> str:
    """All that stands before the rows: a paper has a table for each article, most of them alike."""
    width = '<w:tblW w:w="5000" w:type="pct"/>' if table.fitted else f'<w:tblW w:w="{sum(table.widths)}" w:type="dxa"/>'
    return "".join((
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>',
        "<w:bidiVisual/>" if rtl else "",
        width,
        "" if table.fitted else '<w:tblLayout w:type="fixed"/>',
        f'<w:tblLook w:val="{"0020" if head else "0000"}" w:firstRow="{int(head)}" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>',
        f'<w:tblCaption w:val="{attribute(title)}"/>' if title else "",
        "</w:tblPr><w:tblGrid>",
        *(f'<w:gridCol w:w="{width}"/>' for width in table.widths),
        "</w:tblGrid>",
    ))  # fmt: skip


def _goes_with(after: _Row | None, row: _Row, table: _Table, rows: list[_Row]) -> bool:
    """Whether a row stays on the page of the next one: a head, a row of signatures, and the last but one, lest the last
    stands alone under a head on a new page."""
    if row.head or after is None:
        return row.head
    if table.kind == "signature":
        return True
    return table.kind == "grid" and after is rows[-1] and len(rows) > 2 and _stays_whole(row, table)


def _write_row(story: Story, row: _Row, table: _Table, place: Place) -> None:
    element, cells, head = row
    place = place.inside(element)
    change = place.change
    missing = len(table.widths) - sum([span for _cell, span in cells])
    properties = f'<w:gridAfter w:val="{missing}"/>' if missing and cells else ""
    if _stays_whole(row, table):
        properties += "<w:cantSplit/>"
    properties += _height(element)
    if head:
        properties += "<w:tblHeader/>"
    if change:
        properties += f"<w:{change.of_row} {change.attributes(story.paper.new_id())}/>"
    story.out.append(f"<w:tr><w:trPr>{properties}</w:trPr>" if properties else "<w:tr>")
    story.bookmark(element)
    story.comment(element, place)
    column = 0
    for cell, span in cells:
        _write_cell(story, cell, row, table, (column, column + span), place)
        column += span
    story.out.append("</w:tr>")


def _height(row: Element) -> str:
    style = row.get("style")
    if style is None:
        return ""
    found = _HEIGHT.fullmatch(style)
    if found is None:
        raise UnknownMarkup(f'<tr style="{style}">', row)
    return f'<w:trHeight w:val="{round(float(found[1]) * _PER_CM)}"/>'


def _stays_whole(row: _Row, table: _Table) -> bool:
    """Whether a row may not part at a page break: a long one would leave half a page empty before it."""
    if table.kind == "signature" or row.head:
        return True
    column = 0
    for cell, span in row.cells:
        room = sum(table.widths[column : column + span]) - _CELL_MARGINS
        lines = 0 if cell.tag != "td" or cell.text.isspace() else _lines(cell.text, room)
        for block in cell.within("p", "li", "td"):
            lines += _lines(block.words if block.tag != "td" else block.text, room)
        if lines > table.whole_lines:
            return False
        column += span
    return True


def _letters(table: Element, place: Place) -> int:
    """How many letters each paragraph of a table may have for every row to stay whole."""
    _caption, columns, rows = _parts(table)
    measured = _measured(table, "parallel", columns, rows, place)
    room = max(min(measured.widths) - _CELL_MARGINS, _LETTER)
    fullest = max(len(cell.children) for row in rows for cell, _span in row.cells)
    return measured.whole_lines // max(1, fullest) * room // _LETTER


def _lines(words: str, room: int) -> int:
    """About how many lines the words of a paragraph fill; those of a cell are counted by its paragraphs."""
    return -(-len(words.strip()) * _LETTER // max(room, _LETTER))


def _write_cell(story: Story, cell: Element, row: _Row, table: _Table, columns: tuple[int, int], place: Place) -> None:
    if "rowspan" in cell.attributes:
        raise UnknownMarkup(f"<{cell.tag} rowspan>", cell)
    place, span = place.inside(cell), columns[1] - columns[0]
    width = table.widths[columns[0]] if span == 1 else sum(table.widths[columns[0] : columns[1]])
    key = cell.tag, cell.attributes, table.kind, table.fitted, width, span
    found = place.cells.get(key)
    if found is None:
        found = place.cells[key] = _opening_of_cell(cell, table, place, width, span)
    opening, inner = found
    story.out.append(opening)
    content = story.nested()
    content.bookmark(cell)
    if "data-move" not in row.element.attributes:
        content.blocks(cell, inner)
    else:
        content.moved(row.element, inner, f".{columns[0]}", lambda: content.blocks(cell, inner))
    content.finish(inner)
    story.out.append("</w:tc>")


def _opening_of_cell(cell: Element, table: _Table, place: Place, width: int, span: int) -> tuple[str, Place]:
    """All that stands before the words of a cell, and the place in it."""
    found = classes(cell, _OF_CELLS)
    align = next((ALIGNMENTS[name] for name in found if name in ALIGNMENTS), "")
    turned = next((TURNED[name] for name in found if name in TURNED), "")
    measure = '<w:tcW w:w="0" w:type="auto"/>' if table.fitted else f'<w:tcW w:w="{width}" w:type="dxa"/>'
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    inner = place.but(
        width=width,
        align=align or place.align,
        style=place.style if table.kind in _SIDE_BY_SIDE else ELEMENT_STYLES["td"],
        look=place.look.but("bold", True) if cell.tag == "th" else place.look,
    )
    return f"<w:tc><w:tcPr>{measure}{spanned}{_turned(turned)}</w:tcPr>", inner


def _turned(way: str) -> str:
    return f'<w:textDirection w:val="{way}"/><w:vAlign w:val="center"/>' if way else ""
