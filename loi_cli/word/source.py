"""The HTML of a paper that is written soundly: cut into sections, and read into elements block by block.

    <!DOCTYPE html>
    <html …><head>…</head><body><section …><header>…</header><footer>…</footer> blocks </section> …</body></html>

Sound is what ends each element that it begins, quotes values with `"`, writes names in small letters, and escapes `<`
and `>` wherever they are no part of a tag. Then every `<` begins a tag, so that one expression finds all of them, in
stretches of any length. What templates of ours write is sound; what is not becomes so in `mending`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from loi_cli.word.elements import Attributes, Element, Unread
from loi_cli.word.vocabulary import UnknownMarkup, unknown

VOID = frozenset({"br", "col", "hr", "meta"})
"""What holds nothing, and has no end."""

_TABLE, _TABLE_END = '<table class="parallel">', "</table>"
"""What is left unread: a paper has thousands of them (`molds`)."""
_STRETCH = 1 << 15
"""So many letters are cut into tags at a time."""
_TAGS = re.compile(r"<(/?[a-z][a-z0-9]*)([^>]*)>([^<]*)")
_ATTRIBUTE = r'\s+([a-z][a-z0-9-]*)="([^"<>]*)"'
_ATTRIBUTES = re.compile(_ATTRIBUTE.replace("(", "").replace(")", ""))
_EACH_ATTRIBUTE = re.compile(_ATTRIBUTE)
_OPENING = re.compile(
    r"\s*(?:<!DOCTYPE html>\s*)?<html([^<>]*)>\s*(?:<head>.*?</head>)?\s*<body([^<>]*)>\s*", re.DOTALL
)
_STYLE = re.compile("(<style[^<>]*>)([^<]*)")
"""For browsers: what it holds need not be escaped."""
_SECTION = re.compile(r"<section([^<>]*)>")
_MARGIN = re.compile(r"\s*<(header|footer)[^<>]*>.*?</\1>", re.DOTALL)
_BLANK = re.compile(r"\s*")
_CLOSING = re.compile(r"</body>\s*</html>\s*")
_ID = re.compile(' id="([^"<>]*)"[^<>]*>')


class Unsound(Exception):
    """HTML that is not written soundly. A browser would make something of it."""


class About(NamedTuple):
    """What a paper's HTML tells of the whole of it."""

    title: str
    lang: str
    watermark: str
    hyphenated: bool


class SectionSource(NamedTuple):
    """A section: its own element, without what it holds; its headers and footers; where the rest of it stands."""

    element: Element
    margins: Sequence[Element]
    body: "Stretch"


class Source:
    """The HTML of a paper. `lines` has the line of each tag where it was written anew; else they are counted.

    `root` and `body` are without what they hold.
    """

    def __init__(self, html: str, lines: Sequence[int] = ()) -> None:
        self.html = html
        self._lines = lines
        self._known = {"": Attributes()}
        opening = _OPENING.match(html)
        if opening is None:
            raise Unsound
        self.root = self._alone("html", opening, 1)
        self.body = self._alone("body", opening, 2)
        self._at = opening.end()
        plain = _STYLE.sub(lambda style: style[1] + "\n" * style[2].count("\n"), html[: self._at])
        start = plain.find("<head>")
        head = Stretch(plain, start, plain.find("</head>") + len("</head>"), self._known, lines) if start >= 0 else None
        self.about = _about(self.root, next(head.blocks()) if head else None)
        self.sections = tuple(self._sections())

    def stretch(self, start: int, end: int) -> "Stretch":
        """A part of the HTML, to be read into elements."""
        return Stretch(self.html, start, end, self._known, self._lines)

    def ids(self) -> Sequence[str]:
        """Every id in the body, in order. Raises UnknownMarkup for one that is there twice."""
        found = list(map(_plain, _ID.findall(self.html, self._at)))
        if len(set(found)) < len(found):
            seen: set[str] = set()
            for bearer in _ID.finditer(self.html, self._at):
                id_ = _plain(bearer[1])
                if id_ in seen:
                    tag = self.html.rfind("<", 0, bearer.start())
                    raise UnknownMarkup(f'a second id="{id_}"', self.stretch(tag, tag + 1).line_of(0))
                seen.add(id_)
        return found

    def ends(self) -> Mapping[str, int]:
        """Where the tag ends that bears an id."""
        return {_plain(bearer[1]): bearer.end() for bearer in _ID.finditer(self.html, self._at)}

    def _sections(self) -> Iterator[SectionSource]:
        at = self._at
        while found := _SECTION.match(self.html, at):
            start, end = found.end(), self.html.find("</section>", found.end())
            if end < 0:
                raise Unsound
            margins: list[Element] = []
            while margin := _MARGIN.match(self.html, start, end):
                margins += self.stretch(_after_blanks(self.html, start), margin.end()).blocks()
                start = margin.end()
            yield SectionSource(self._alone("section", found, 1), margins, self.stretch(start, end))
            at = _after_blanks(self.html, end + len("</section>"))
        if not _CLOSING.fullmatch(self.html, at):
            raise Unsound

    def _alone(self, tag: str, found: re.Match[str], group: int) -> Element:
        attributes, id_ = read_attributes(found[group], self._known)
        at = self.html.rfind("<", 0, found.start(group) + 1)
        return Element(tag, attributes, id_, "", 0, Stretch(self.html, at, at + 1, self._known, self._lines))


class Stretch:
    """A part of a paper's HTML. `known` are the attributes that were read before, by how they are written."""

    __slots__ = ("_html", "_known", "_lines", "end", "start")

    def __init__(self, html: str, start: int, end: int, known: dict[str, Attributes], lines: Sequence[int]) -> None:
        self._html = html
        self.start = start
        self.end = end
        self._known = known
        self._lines = lines

    @property
    def written(self) -> str:
        """The HTML itself."""
        return self._html[self.start : self.end]

    def line_of(self, number: int) -> int:
        """The line on which a tag begins; the first has the number 0."""
        if self._lines:
            return self._lines[self._html.count("<", 0, self.start) + number]
        at = self._html.find("<", self.start)
        for _before in range(number):
            at = self._html.find("<", at + 1)
        return self._html.count("\n", 0, at) + 1

    def opening_words(self) -> str:
        """The words before the first block."""
        at = self._html.find("<", self.start, self.end)
        return _plain(self._html[self.start : self.end if at < 0 else at])

    def blocks(self) -> Iterator[Element]:
        """The elements that stand in no other one here, each of them whole. They are read as they are asked for."""
        return self._elements(self._portions())

    def whole(self) -> Element:
        """The one element that is here, with all that it holds."""
        return next(self._elements([_Portion(self.start, self.end)]))

    def _elements(self, portions: Iterable["_Portion"]) -> Iterator[Element]:
        known, number = self._known, -1
        held: list[Element | None] = []  # those in which the inner one stands, from the outside
        inner: Element | None = None
        for portion in portions:
            if portion.table_ends and inner is None:
                yield self._unread(portion)
                number += self._html.count("<", portion.start, portion.end)
                continue
            for name, written, text in self._tags(portion):
                if "&" in text:
                    text = unescape(text)
                number += 1
                if name[0] == "/":
                    if inner is None or name[1:] != inner.tag or written:
                        raise Unsound
                    element = inner
                    element.tail = text
                    inner = held.pop()
                else:
                    attributes, id_ = known.get(written), ""
                    if attributes is None:
                        attributes, id_ = read_attributes(written, known)
                    element = Element(name, attributes, id_, text, number, self)
                    if inner is not None:
                        if inner.children:
                            inner.children.append(element)
                        else:
                            inner.children = [element]
                    if name in VOID:
                        element.text, element.tail = "", text
                    else:
                        held.append(inner)
                        inner = element
                        continue
                if inner is None:
                    yield element
        if inner is not None:
            raise Unsound

    def _portions(self) -> Iterator["_Portion"]:
        """Stretches of whole tags with the words after them; a table that may be left unread is one by itself."""
        html, end = self._html, self.end
        at = html.find("<", self.start, end)
        if ">" in html[self.start : end if at < 0 else at]:
            raise Unsound
        while 0 <= at < end:
            table = html.find(_TABLE, at, min(at + _STRETCH, end))
            close = html.find(_TABLE_END, at, end) if table == at else -1
            after = close + len(_TABLE_END) if close >= 0 else 0
            cut = table if table > at else html.find("<", after or at + _STRETCH, end)
            cut = end if cut < 0 else cut
            alone = after and html.count("<table", at, after) == 1 and not html[after:cut].strip()
            yield _Portion(at, cut, after if alone else 0)
            at = cut

    def _unread(self, table: "_Portion") -> Unread:
        html, known = self._html, self._known
        written = html[table.start + len(_TABLE) : table.table_ends - len(_TABLE_END)]
        attributes, _id = read_attributes(_TABLE[len("<table") : -1], known)
        inside = Stretch(html, table.start, table.end, known, self._lines)
        return Unread("table", attributes, written, html[table.table_ends : table.end], inside)

    def _tags(self, portion: "_Portion") -> list[tuple[str, str, str]]:
        """The tags in order, each with the words after it."""
        html, start, end = self._html, portion.start, portion.end
        tags = _TAGS.findall(html, start, end)
        if not len(tags) == html.count("<", start, end) == html.count(">", start, end):  # some are in words or values
            raise Unsound
        return tags


class _Portion(NamedTuple):
    """A part of HTML that begins with a tag. `table_ends`: it is one table, which ends there, and blanks after it."""

    start: int
    end: int
    table_ends: int = 0


def read_attributes(written: str, known: dict[str, Attributes]) -> tuple[Attributes, str]:
    """The attributes as a tag has them but the id, and the id. Most differ from others in nothing but that."""
    before, named, rest = written.partition(' id="')
    if before.count('"') % 2:  # it stands in a value
        raise Unsound
    id_, _quote, after = rest.partition('"')
    bare = before + after
    found = known.get(bare)
    if found is None:
        found = known[bare] = _attributes(bare)
    return found, _plain(id_) if named else ""


@lru_cache(maxsize=2048)
def _attributes(written: str) -> Attributes:
    """Papers of one run have most of them in common."""
    pairs = _EACH_ATTRIBUTE.findall(written)
    found = Attributes((name, _plain(value)) for name, value in pairs)
    if len(found) < len(pairs) or "id" in found or _ATTRIBUTES.sub("", written).strip():
        raise Unsound
    return found


def _plain(text: str) -> str:
    return unescape(text) if "&" in text else text


def _after_blanks(html: str, at: int) -> int:
    found = _BLANK.match(html, at)
    assert found is not None
    return found.end()


def _about(root: Element, head: Element | None) -> About:
    """The title, and what `<meta>` tells of the paper, by name."""
    title, told = "", {}
    for element in head.children if head is not None else ():
        if element.tag == "title":
            title = " ".join(element.words.split())
        elif element.tag == "meta":
            told[element.get("name") or ""] = element.get("content") or ""
        elif element.tag != "style":
            raise unknown(element)
    hyphenated = told.get("hyphenation") != "none"
    return About(title, root.get("lang") or "en", told.get("watermark", ""), hyphenated)
