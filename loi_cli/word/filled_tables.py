"""A Word file that a person filled in: the bookmarks and the words of each cell of its tables, and all between them.

Words are read as they would stand with every tracked change taken: what was put in counts, what was struck out not.
Nothing of the file is followed, run or written again.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element

from loi_cli.i18n import _
from loi_cli.model.filled import Cell, Row, Table
from loi_cli.word.markup import W
from loi_cli.word.typography import NO_BREAK
from loi_cli.word.unpacking import UnreadableWord, is_foreign, unpacked

_DOCUMENT = "word/document.xml"

_GONE = frozenset({f"{{{W}}}del", f"{{{W}}}moveFrom"})
_WORDS = {f"{{{W}}}tab": " ", f"{{{W}}}br": "\n", f"{{{W}}}cr": "\n", f"{{{W}}}noBreakHyphen": "\u2011"}


@dataclass(frozen=True, slots=True)
class Filled:
    """All tables in order, those within cells too; `loose` are the paragraphs outside tables."""

    tables: tuple[Table, ...]
    loose: tuple[Cell, ...]


def filled_tables(data: bytes) -> Filled:
    """What a .docx holds, as a person filled it in. Raises UnreadableWord."""
    body = _parsed(_document(data))
    outside = (p for p in body.iter(f"{{{W}}}p") if next(p.iterancestors(f"{{{W}}}tbl"), None) is None)
    return Filled(
        tuple(_table(table, n) for n, table in enumerate(body.iter(f"{{{W}}}tbl"), start=1)),
        tuple(Cell("".join(_words(paragraph)).strip(), _bookmarks(paragraph)) for paragraph in outside),
    )


def _document(data: bytes) -> bytes:
    """The main part, after a look at the whole package."""
    parts = unpacked(data)
    for name in parts:
        if is_foreign(name):
            raise UnreadableWord(
                _("the Word file holds a program or another file: {part}").format(part=name),
                _("save it as .docx without macros and embedded objects, and send it again"),
            )
    if _DOCUMENT not in parts:
        raise UnreadableWord(_("this is no Word file"), _("open it in Word, save it as .docx, and send it again"))
    return parts[_DOCUMENT]


def _parsed(content: bytes) -> _Element:
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise UnreadableWord(_("the Word file holds a DOCTYPE, which Word never writes"), _("save it anew in Word"))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableWord(
            _("the Word file is damaged: {why}").format(why=error.msg), _("open it in Word and save it anew")
        ) from None
    if next(root.iter(f"{{{W}}}altChunk"), None) is not None:
        raise UnreadableWord(_("the Word file takes words from another file"), _("save it anew in Word"))
    return root


def _table(table: _Element, number: int) -> Table:
    return tuple(
        Row(
            tuple(
                _cell(cell, _("table {table}, row {row}, column {column}").format(table=number, row=row, column=column))
                for column, cell in enumerate(_inside(line, "tc"), start=1)
            )
        )
        for row, line in enumerate(_inside(table, "tr"), start=1)
    )


def _inside(parent: _Element, tag: str) -> Iterator[_Element]:
    """The rows of a table or the cells of a row, whatever Word wraps around them, but not those of a table within."""
    for child in parent:
        if child.tag == f"{{{W}}}{tag}":
            if not _struck_out(child):
                yield child
        elif child.tag in (f"{{{W}}}sdt", f"{{{W}}}sdtContent", f"{{{W}}}ins", f"{{{W}}}customXml"):
            yield from _inside(child, tag)


def _struck_out(row: _Element) -> bool:
    return row.find(f"{{{W}}}trPr/{{{W}}}del") is not None


def _cell(cell: _Element, where: str) -> Cell:
    paragraphs = ["".join(_words(paragraph)) for paragraph in cell.iter(f"{{{W}}}p")]
    return Cell("\n".join(paragraphs).strip(), _bookmarks(cell), where)


def _bookmarks(element: _Element) -> frozenset[str]:
    return frozenset(mark.get(f"{{{W}}}name") or "" for mark in element.iter(f"{{{W}}}bookmarkStart"))


def _words(element: _Element) -> Iterator[str]:
    for child in element:
        if child.tag in _GONE:
            continue
        if child.tag == f"{{{W}}}t":
            yield (child.text or "").replace(NO_BREAK, " ")  # the writer puts them in, a form is compared without
        elif child.tag in _WORDS:
            yield _WORDS[child.tag]
        elif child.tag != f"{{{W}}}p":
            yield from _words(child)
