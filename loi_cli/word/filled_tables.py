"""The tables of a Word file that a person filled in: each row's bookmarks, and the words of its cells.

Words are read as they would stand with every tracked change taken: what was put in counts, what was struck out does not.
Nothing of the file is followed, run or written again.
"""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element

from loi_cli.i18n import _
from loi_cli.model.problems import LoiError
from loi_cli.word.markup import W

_ENTRIES = 1_000
_UNPACKED = 100 * 2**20
_DOCUMENT = "word/document.xml"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
"""How an old .doc begins, and a .docx under a password."""

_GONE = frozenset({f"{{{W}}}del", f"{{{W}}}moveFrom"})
_WORDS = {f"{{{W}}}tab": " ", f"{{{W}}}br": "\n", f"{{{W}}}cr": "\n", f"{{{W}}}noBreakHyphen": "\u2011"}


class UnreadableWord(LoiError):  # it is what went wrong, as BadInput is
    """A file that is no Word file, or one that is not opened: why, and what the sender can do."""


@dataclass(frozen=True, slots=True)
class Cell:
    text: str
    bookmarks: frozenset[str]


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]

    @property
    def bookmarks(self) -> frozenset[str]:
        return frozenset().union(*(cell.bookmarks for cell in self.cells))


Table = tuple[Row, ...]


def filled_tables(data: bytes) -> tuple[Table, ...]:
    """All tables of a .docx in order, those within cells too. Raises UnreadableWord."""
    body = _parsed(_document(data))
    return tuple(_table(table) for table in body.iter(f"{{{W}}}tbl"))


def _document(data: bytes) -> bytes:
    """The main part, after a look at the whole package."""
    if data.startswith(_OLE):
        raise UnreadableWord(
            _("this is an old .doc, or a Word file under a password"),
            _("save it as .docx without a password, and send it again"),
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
            _look_at(entries)
            with package.open(_DOCUMENT) as part:
                content = part.read(_UNPACKED + 1)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise UnreadableWord(
            _("this is no Word file that can be read: {why}").format(why=error),
            _("open it in Word, save it as .docx, and send it again"),
        ) from None
    if len(content) > _UNPACKED:
        raise _too_much()
    return content


def _look_at(entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.filename for entry in entries]
    if len(entries) > _ENTRIES or sum(entry.file_size for entry in entries) > _UNPACKED:
        raise _too_much()
    if len({name.casefold() for name in names}) < len(names):
        raise UnreadableWord(_("the Word file holds two parts of one name"), _("save it anew in Word"))
    for name in names:
        low = name.casefold()
        if low.endswith("vbaproject.bin") or "/embeddings/" in low or "/activex/" in low or "afchunk" in low:
            raise UnreadableWord(
                _("the Word file holds a program or another file: {part}").format(part=name),
                _("save it as .docx without macros and embedded objects, and send it again"),
            )


def _too_much() -> UnreadableWord:
    return UnreadableWord(
        _("the Word file unpacks to more than a form can hold"), _("is it the right file? Save it anew in Word")
    )


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


def _table(table: _Element) -> Table:
    return tuple(Row(tuple(_cell(cell) for cell in _inside(row, "tc"))) for row in _inside(table, "tr"))


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


def _cell(cell: _Element) -> Cell:
    paragraphs = ["".join(_words(paragraph)) for paragraph in cell.iter(f"{{{W}}}p")]
    marks = frozenset(mark.get(f"{{{W}}}name") or "" for mark in cell.iter(f"{{{W}}}bookmarkStart"))
    return Cell("\n".join(paragraphs).strip(), marks)


def _words(element: _Element) -> Iterator[str]:
    for child in element:
        if child.tag in _GONE:
            continue
        if child.tag == f"{{{W}}}t":
            yield child.text or ""
        elif child.tag in _WORDS:
            yield _WORDS[child.tag]
        elif child.tag != f"{{{W}}}p":
            yield from _words(child)
