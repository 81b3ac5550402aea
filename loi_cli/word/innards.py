"""What an Office package holds besides the words on its pages, and its words, part by part.

Any package that Word, Excel or PowerPoint opens: parts are read as XML text, none is trusted to be what its name says.
"""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from loi_cli.i18n import _
from loi_cli.word.unpacking import is_active, unpack

_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".bmp", ".tif", ".tiff", ".svg", ".ttf", ".odttf")
_TELLING = {
    "creator": _("author"),
    "lastModifiedBy": _("last changed by"),
    "description": _("description"),
    "keywords": _("keywords"),
    "subject": _("subject"),
    "category": _("category"),
    "contentStatus": _("status"),
    "Company": _("company"),
    "Manager": _("manager"),
    "Template": _("template"),
    "HyperlinkBase": _("path"),
}
"""Elements of docProps that tell of people, offices and machines."""

_BREAK = re.compile(rb"</(?:\w+:)?(?:p|si|row|tr|td|th|li|h\d)>|<(?:\w+:)?(?:br|tab|cr)\b[^>]*>")
_TAG = re.compile(rb"<[^>]*>")
_ATTRIBUTE = re.compile(rb"\s[\w:.-]+=(?:\"([^\"]*)\"|'([^']*)')")
_COMMENT = re.compile(rb"<!--|-->")
_REVISION = re.compile(rb"<w:(?:ins|del|moveFrom|moveTo|rPrChange|pPrChange|tblPrChange|sectPrChange|cellIns|cellDel)\b"
                       rb"[^>]*\bw:author=\"([^\"]*)\"")  # fmt: skip
_DATA = re.compile(rb"<script type=\"application/json\"[^>]*>(.*?)</script>", re.DOTALL)
_LANGUAGE = re.compile(rb"<w:lang\b[^>]*?\bw:val=\"([A-Za-z-]+)\"|\slang=\"([A-Za-z-]+)\"")
_HIDDEN = re.compile(rb"<w:(?:vanish|webHidden|specVanish)(?:\s*/>| w:val=\"(?:1|true|on)\")")
_RSID = re.compile(rb"\bw:rsid\w*=\"|<w:rsid")
_LINK = re.compile(rb"Target=\"([^\"]*)\"[^>]*TargetMode=\"External\"|TargetMode=\"External\"[^>]*Target=\"([^\"]*)\"")


class Trace(NamedTuple):
    """Something in a part that a reader of the pages would not see."""

    part: str
    what: str


class Innards(NamedTuple):
    """`words` are those of each part, on pages or not; `authors` those of tracked changes; `languages` as marked."""

    words: tuple[tuple[str, str], ...]
    traces: tuple[Trace, ...]
    authors: frozenset[str]
    languages: frozenset[str]


def of_package(data: bytes) -> Innards:
    """The innards of an Office package. Raises UnfitFile."""
    package = unpack(data)
    parts = {name: package.bytes_of(name) for name in package.names.values()}
    markup = {name: content for name, content in parts.items() if name.endswith((".xml", ".rels", ".vml"))}
    traces = [trace for name, content in parts.items() for trace in _traces(name, content)]
    everything = b"".join(markup.values())
    return Innards(
        words=tuple((name, plain_words(content)) for name, content in markup.items()),
        traces=tuple(traces),
        authors=frozenset(_text(found) for found in _REVISION.findall(everything)),
        languages=_languages(everything),
    )


def of_text(name: str, data: bytes) -> Innards:
    """The innards of a page (.html) or another file of text."""
    words = ((name, plain_words(data)), *((name, _carried(found)) for found in _DATA.findall(data)))
    return Innards(words=words, traces=(), authors=frozenset(), languages=_languages(data))


def _carried(data: bytes) -> str:
    """The strings in the data that a page carries, as a script reads them; what is no JSON was read as words."""
    try:
        return " ".join(" | ".join(_strings(json.loads(data))).split())
    except (ValueError, RecursionError):
        return ""


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield str(key)
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def plain_words(content: bytes) -> str:
    """All words of markup: those between tags, however runs cut them, those of comments, and those of attributes."""
    uncommented = _COMMENT.sub(b" ", content)
    between = _TAG.sub(b"", _BREAK.sub(b" ", uncommented))
    attributes = b" | ".join(a or b for a, b in _ATTRIBUTE.findall(uncommented) if len(a or b) > 3)
    return " ".join(f"{_text(between)} | {_text(attributes)}".split())


def _languages(markup: bytes) -> frozenset[str]:
    return frozenset((a or b).decode().split("-")[0].lower() for a, b in _LANGUAGE.findall(markup))


def _text(markup: bytes) -> str:
    return unescape(markup.decode("utf-8", "replace"))


def _traces(name: str, content: bytes) -> Iterator[Trace]:
    low = name.casefold()
    if is_active(name):
        yield Trace(name, _("a program or another file"))
    elif not low.endswith((".xml", ".rels", ".vml", *_PICTURES)):
        yield Trace(name, _("a part that cannot be looked into"))
    if low.startswith("customxml/") and low.endswith(".xml"):
        yield Trace(name, _("data of another program"))
    if low == "docprops/custom.xml":
        yield Trace(name, _("properties of its own"))
    if low.startswith("docprops/thumbnail"):
        yield Trace(name, _("a picture of its first page"))
    if re.search(r"/(?:threaded)?comments?[^/]*\.xml$", low) and re.search(rb"<\w+:comment\b|<comment\b", content):
        count = len(re.findall(rb"<(?:\w+:)?comment\b", content))
        yield Trace(name, _("comments: {n}").format(n=count))
    if low.startswith("docprops/"):
        yield from _telling(name, content)
    if _HIDDEN.search(content):
        yield Trace(name, _("hidden words"))
    if _RSID.search(content):
        yield Trace(name, _("revision ids, which tell who worked on it when"))
    for first, second in _LINK.findall(content):
        target = _text(first or second)
        if not target.startswith(("http:", "https:", "mailto:")):
            yield Trace(name, _("a path: {path}").format(path=target))


def _telling(name: str, content: bytes) -> Iterator[Trace]:
    for element, what in _TELLING.items():
        found = re.search(rb"<(?:\w+:)?%s(?:\s[^>]*)?>([^<]+)<" % element.encode(), content)
        if found and _text(found[1]).strip():
            yield Trace(name, f"{what}: {_text(found[1]).strip()}")
