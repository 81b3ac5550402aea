"""A written file opened again, for tests to look into."""

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from lxml import etree
from lxml.etree import _Element

from loi_cli.word.markup import R, W, w
from loi_cli.word.writer import write_docx

REFERENCE = (Path(__file__).parents[2] / "templates" / "reference.docx").read_bytes()
MADE = datetime(2022, 1, 31, 9, 30)
NS = {"w": W, "r": R}


def page(blocks: str, lang: str = "en", head: str = "<title>Paper</title>", section: str = "paper") -> str:
    """A whole HTML document around a few blocks; `section` are the classes of the one section that they stand in."""
    return f'<html lang="{lang}"><head>{head}</head><body><section class="{section}">{blocks}</section></body></html>'


class Opened:
    """The parts of a .docx as trees."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            self.raw = {name: package.read(name) for name in package.namelist()}
        self.parts = {name: etree.fromstring(content) for name, content in self.raw.items()}
        self.document = self.parts["word/document.xml"]

    def find(self, path: str) -> list[_Element]:
        """Elements of the document by XPath, with w: as prefix."""
        found = self.document.xpath(path, namespaces=NS)
        assert isinstance(found, list)
        return [element for element in found if isinstance(element, _Element)]

    def values(self, path: str) -> list[str]:
        """The w:val of the elements that a path finds."""
        return [element.get(w("val"), "") for element in self.find(path)]

    def paragraphs(self) -> list[_Element]:
        """Every paragraph but the separators between tables."""
        return [p for p in self.document.iter(w("p")) if style_of(p) != "Separator"]

    def texts(self) -> list[str]:
        """The words of every paragraph, deleted ones too, tabs and breaks as such."""
        return [words(p) for p in self.paragraphs()]


def style_of(paragraph: _Element) -> str:
    """The id of a paragraph's style."""
    found = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return "" if found is None else found.get(w("val"), "")


def words(element: _Element) -> str:
    """What a reader of the file sees in it."""
    return "".join(_seen(element))


def _seen(element: _Element) -> Iterator[str]:
    for part in element.iter(w("t"), w("delText"), w("tab"), w("br")):
        parent = part.getparent()
        if part.tag in (w("t"), w("delText")):
            yield part.text or ""
        elif parent is not None and parent.tag == w("r"):
            yield "\t" if part.tag == w("tab") else "\n"


def written(blocks: str, lang: str = "en", section: str = "paper") -> Opened:
    """The file made of a few blocks."""
    return whole(page(blocks, lang, section=section))


def whole(html: str) -> Opened:
    """The file made of a whole HTML document."""
    return Opened(write_docx(html, reference=REFERENCE, made=MADE))
