"""The parts of a Word file as trees, and what its relations say."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath

from lxml import etree
from lxml.etree import _Element

from loi_cli.i18n import _
from loi_cli.word.preflight import word_package
from loi_cli.word.unpacking import Package, UnfitFile, anew, ask_again, declares_entities

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_HIDING = ("aFChunk", "oleObject", "vbaProject", "control", "subDocument")
STRICT = "http://purl.oclc.org/ooxml/"
MOST_MARKS = 300_000
"""Tags, and attributes, in all parts that are parsed: a tree takes some 150 bytes for a tag of four."""


@dataclass(slots=True)
class Parts:
    """`links` are targets outside of the file: told, never followed."""

    package: Package
    main: str
    related: Mapping[str, tuple[str, ...]]
    links: tuple[str, ...]
    _marks: int = field(default=0)

    def tree(self, name: str) -> _Element:
        """A part. Raises UnfitFile when it is no sound XML, or when all parts together are too large."""
        data = self.package.bytes_of(name)
        self._marks += _marks_in(data)
        return _parsed(name, data, self._marks)

    def trees(self, kind: str) -> Iterator[_Element]:
        """The parts of one kind that the main part is related to: `comments`, `header`, `footnotes` …"""
        for name in self.related.get(kind, ()):
            if self.package.holds(name):
                yield self.tree(name)


def open_parts(data: bytes) -> Parts:
    """Find the main part of a .docx and what belongs to it. Raises UnfitFile."""
    package = word_package(data)
    links: list[str] = []
    top = _relations(package, "", links)
    main = next(iter(top.get("officeDocument", ())), "word/document.xml")
    if not package.holds(main):
        raise UnfitFile(_("it has no text in it: {name} is missing").format(name=main), ask_again())
    return Parts(package, main, _relations(package, main, links), tuple(dict.fromkeys(links)))


def _relations(package: Package, of: str, links: list[str]) -> Mapping[str, tuple[str, ...]]:
    name = join(dirname(of), "_rels", of.rsplit("/", 1)[-1] + ".rels") if of else "_rels/.rels"
    found: dict[str, tuple[str, ...]] = {}
    if not package.holds(name):
        return found
    data = package.bytes_of(name)
    for relation in _parsed(name, data, _marks_in(data)).iter(_RELATION):
        kind = (relation.get("Type") or "").rsplit("/", 1)[-1]
        target = relation.get("Target") or ""
        if relation.get("TargetMode") == "External":
            links.append(target)
        elif kind in _HIDING:
            raise UnfitFile(
                _("it holds another file within it ({kind})").format(kind=kind),
                _("open it in Word, take that out, and save it as a plain .docx"),
            )
        else:
            path = target.lstrip("/") if target.startswith("/") else normpath(join(dirname(of), target))
            found[kind] = (*found.get(kind, ()), path)
    return found


def _parsed(name: str, data: bytes, marks: int) -> _Element:
    if declares_entities(data):
        raise UnfitFile(_("its part {name} declares entities, which no Word file does").format(name=name), anew())
    if marks > MOST_MARKS:
        raise UnfitFile(
            _("it is too large to be a text of a negotiation"), _("is it the right file? Send the text alone")
        )
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        why = str(error).split(",")[0]
        raise UnfitFile(_("its part {name} is damaged: {why}").format(name=name, why=why), ask_again()) from None
    if root is None:  # lxml gives None for some documents of nothing but what it was told to remove
        raise UnfitFile(_("its part {name} is empty").format(name=name), ask_again())
    return root


def _marks_in(data: bytes) -> int:
    """How many nodes a parser would make at most."""
    return max(data.count(b"<"), data.count(b'="') + data.count(b"='"))
