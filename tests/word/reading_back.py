"""What readers that we did not write find in a Word file, to be held against the page that it was made of.

Each is the words of the body in order without white space, since a page indents and Word does not. Numbers that Word
counts, page numbers and footnotes are left out: readers have ways of their own for them.
"""

import io
import json
import subprocess
from collections.abc import Iterator

import docx
import mammoth
import pypandoc
from docx.oxml.ns import qn
from lxml import html
from lxml.html import HtmlElement

_COUNTED = "descendant-or-self::span[contains(@class, 'label') and @data-number]"
_BESIDE = "descendant::header | descendant::footer | descendant::span[contains(@class, 'footnote')]"
_FIELDS = "descendant::span[@class='page' or @class='pages']"
_GONE = "descendant::del | descendant::*[@data-change='deleted' or @data-change='moved-from']"


def of_page(page: str, *, accepted: bool = False) -> list[tuple[str, str]]:
    """(language, words) of a page, what is deleted too unless `accepted`."""
    body = html.document_fromstring(page).find("body")
    for path in (_COUNTED, _BESIDE, _FIELDS, *([_GONE] if accepted else [])):
        for element in body.xpath(path):
            element.drop_tree()
    return _together(_spoken(body))


def _spoken(element: HtmlElement) -> Iterator[tuple[str, str]]:
    language = next((e.get("lang") for e in (element, *element.iterancestors()) if e.get("lang")), "")
    yield language, element.text or ""
    for child in element:
        if isinstance(child, HtmlElement):
            yield from _spoken(child)
        yield language, child.tail or ""


def by_python_docx(data: bytes) -> list[tuple[str, str]]:
    """(language, words) of all runs of the body, those in changes too; what fields show is left out."""
    inside_field = 0
    found = []
    for run in docx.Document(io.BytesIO(data)).element.body.iter(qn("w:r")):
        marker = run.find(qn("w:fldChar"))
        if marker is not None:
            kind = marker.get(qn("w:fldCharType"))
            inside_field += {"begin": 1, "end": -1}.get(kind, 0)
            continue
        if inside_field and _is_page(run):
            continue
        told = run.find(f"{qn('w:rPr')}/{qn('w:lang')}")
        # Latin letters between East Asian ones are English to Word.
        named = "" if told is None else told.get(qn("w:eastAsia")) or told.get(qn("w:val")) or ""
        found.append((named.split("-")[0], "".join(t.text or "" for t in run.iter(qn("w:t"), qn("w:delText")))))
    return _together(found)


def _is_page(run: object) -> bool:
    """Whether a run is what a field of a page number shows: the code is in the run before the last marker."""
    code = next(run.itersiblings(preceding=True), None)  # type: ignore[attr-defined]  # lxml has no stubs for this
    while code is not None and code.find(qn("w:instrText")) is None:
        code = code.getprevious()
    return code is not None and "PAGE" in (code.findtext(qn("w:instrText")) or "")


def by_mammoth(data: bytes) -> str:
    """All words, deleted ones left out; what a message complains of is in front."""
    read = mammoth.extract_raw_text(io.BytesIO(data))
    return _squeezed("".join(message.message for message in read.messages) + read.value)


def by_pandoc(data: bytes) -> str:
    """All words once every change is accepted; a title at the start is data about the document to pandoc."""
    command = [pypandoc.get_pandoc_path(), "-f", "docx+styles", "-t", "json", "--track-changes=accept"]
    run = subprocess.run(command, input=data, capture_output=True, check=True)
    assert not run.stderr
    read = json.loads(run.stdout)
    return _squeezed("".join(_strings([read["meta"].get("title"), read["blocks"]])))


def _strings(node: object) -> Iterator[str]:
    if isinstance(node, list):
        for each in node:
            yield from _strings(each)
    elif isinstance(node, dict) and node.get("t") != "Note":
        if node.get("t") == "Str":
            yield node["c"]
        else:
            yield from _strings(node.get("c", []))


def _together(parts: Iterator[tuple[str, str]] | list[tuple[str, str]]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for language, words in parts:
        squeezed = _squeezed(words)
        if not squeezed:
            continue
        if found and found[-1][0] == language:
            found[-1] = language, found[-1][1] + squeezed
        else:
            found.append((language, squeezed))
    return found


def _squeezed(words: str) -> str:
    return "".join(words.split()).replace("\u2060", "")
