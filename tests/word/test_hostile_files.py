"""Files made to break a reader: each is refused in words, with what to do, and costs next to nothing."""

import io
import struct
import zipfile
from collections.abc import Callable

import pytest

from loi_cli.word.list_levels import numbering_of
from loi_cli.word.reader import read_docx
from loi_cli.word.taken import Taken, plain
from loi_cli.word.unpacking import MOST_BYTES, UnfitFile
from tests.word.incoming import W, document, p, packed, parts, r, relations, word_file

GOOD = parts(p(r("words")))


def changed(name: str, data: bytes) -> bytes:
    return packed({**GOOD, name: data})


def with_entries(*names: str) -> bytes:
    return packed({**GOOD, **dict.fromkeys(names, b"x")})


def twice() -> bytes:
    out = io.BytesIO(packed(GOOD))
    with zipfile.ZipFile(out, "a") as package, pytest.warns(UserWarning):
        package.writestr("word/document.xml", document(p(r("other words"))))
    return out.getvalue()


def overlapping() -> bytes:
    """Two entries of the directory that point at one and the same bytes."""
    data = bytearray(packed({**GOOD, "word/b.xml": b"x"}))
    found = data.rfind(b"PK\x01\x02")
    first = struct.unpack_from("<L", data, data.find(b"PK\x01\x02") + 42)[0]
    struct.pack_into("<L", data, found + 42, first)
    return bytes(data)


def claiming_more() -> bytes:
    """An entry that says that it unpacks to less than it does."""
    data = bytearray(packed({**GOOD, "word/document.xml": document(p(r("a" * 100_000)))}))
    at = data.find(b"word/document.xml", data.find(b"PK\x01\x02")) - 46
    struct.pack_into("<L", data, at + 24, 100)
    return bytes(data)


def by(method: int) -> bytes:
    """The text packed in a way that Word does not know."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as package:
        for name, data in GOOD.items():
            package.writestr(name, data)
    return out.getvalue()


def zip64_cut_off() -> bytes:
    """An entry that says that its sizes stand in an extra field, which is too short for them."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, part in GOOD.items():
            entry = zipfile.ZipInfo(name)
            entry.extra = b"\x01\x00\x02\x00\xff\xff"
            package.writestr(entry, part)
    data = bytearray(out.getvalue())
    at = data.find(b"PK\x01\x02")
    data[at + 20 : at + 28] = b"\xff" * 8
    return bytes(data)


def related(*several: tuple[str, str, str]) -> bytes:
    return changed("word/_rels/document.xml.rels", relations(*several))


def locked() -> bytes:
    data = bytearray(packed(GOOD))
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


ENTITIES = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>'
CALL = '<w:r><w:footnoteReference w:id="1"/></w:r>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "empty"),
    "any bytes": (lambda: b"\x00" * 100, "no Word file"),
    "an old .doc": (lambda: OLE + b"\x00" * 600, ".doc"),
    "a password": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
    "a PDF": (lambda: b"%PDF-1.7", "PDF"),
    "rich text": (lambda: b"{\\rtf1", "Rich Text"),
    "cut off": (lambda: packed(GOOD)[:-40], "damaged"),
    "a zip of something": (lambda: packed({"a.txt": b"a"}), "no Word file"),
    "OpenDocument": (lambda: packed({"mimetype": b"application/vnd.oasis.opendocument.text"}), "OpenDocument"),
    "an encrypted entry": (locked, "password"),
    "too many entries": (lambda: with_entries(*(f"word/{n}.xml" for n in range(1000))), "1000"),
    "far too many entries": (lambda: b"PK\x03\x04" + b"PK\x01\x02" * 6000, "far too many"),
    "too large": (lambda: b"PK" + bytes(MOST_BYTES), "larger than"),
    "a zip bomb": (lambda: with_entries() and packed({**GOOD, "a": bytes(101 * 2**20)}), "unpacks to more"),
    "a large part": (lambda: changed("word/document.xml", bytes(40 * 2**20)), "too large"),
    "many tags": (lambda: changed("word/document.xml", document("<w:p/>" * 700_000)), "too large"),
    "many attributes": (
        lambda: changed("word/document.xml", document("<w:p " + " ".join(f'a{n}=""' for n in range(700_000)) + "/>")),
        "too large",
    ),
    "one entry twice": (twice, "two entries"),
    "names in capitals": (lambda: with_entries("word/DOCUMENT.xml"), "two entries"),
    "overlapping entries": (overlapping, "overlap"),
    "a size that is not so": (claiming_more, "damaged"),
    "a way out": (lambda: with_entries("../../etc/x"), "outside"),
    "an absolute path": (lambda: with_entries("/etc/x"), "outside"),
    "a drive": (lambda: with_entries("C:/x"), "outside"),
    "a macro": (lambda: with_entries("word/vbaProject.bin"), "macro"),
    "an embedded file": (lambda: with_entries("word/embeddings/oleObject1.bin"), "embedded"),
    "a control": (lambda: with_entries("word/activeX/activeX1.xml"), "embedded"),
    "another file within it": (
        lambda: changed("word/_rels/document.xml.rels", relations(("aFChunk", "afchunk.html", ""))),
        "another file",
    ),
    "entities": (lambda: changed("word/document.xml", ENTITIES + document(p(r("&b;")))[38:]), "entities"),
    "entities in UTF-16": (
        lambda: changed("word/document.xml", ('<!DOCTYPE d [<!ENTITY a "x">]><d/>').encode("utf-16")),
        "entities",
    ),
    "entities in the relations": (lambda: changed("word/_rels/document.xml.rels", ENTITIES + b"<d/>"), "entities"),
    "nested deeply": (
        lambda: changed("word/document.xml", document("<w:ins>" * 5000 + "</w:ins>" * 5000)),
        "damaged",
    ),
    "no XML": (lambda: changed("word/document.xml", b"words"), "damaged"),
    "an empty part": (lambda: changed("word/document.xml", b""), "damaged"),
    "no body": (lambda: changed("word/document.xml", f"<w:document {W}/>".encode()), "no text"),
    "no main part": (lambda: changed("_rels/.rels", relations(("officeDocument", "word/other.xml", ""))), "missing"),
    "packed by bzip2": (lambda: by(zipfile.ZIP_BZIP2), "strange way"),
    "packed by lzma": (lambda: by(zipfile.ZIP_LZMA), "strange way"),
    "sizes of zip64 cut off": (zip64_cut_off, "damaged"),
    "a program before the zip": (lambda: b"MZ" + packed(GOOD), "no Word file"),
    "a path of Windows": (lambda: with_entries("word\\x.xml"), "outside"),
    "a stream beside a file": (lambda: with_entries("word/x.xml:y"), "outside"),
    "a share": (lambda: with_entries("//server/share/x"), "outside"),
    "a way out in the middle": (lambda: with_entries("word/../../x"), "outside"),
    "a macro under another name": (lambda: related(("vbaProject", "x.bin", "")), "another file"),
    "an object under another name": (lambda: related(("oleObject", "x.bin", "")), "another file"),
    "a control under another name": (lambda: related(("control", "x.xml", "")), "another file"),
    "a document within it": (lambda: related(("subDocument", "x.docx", "")), "another file"),
    "entities in comments": (
        lambda: packed({**parts(p(r("words")), comments=ENTITIES + b"<d/>")}),
        "entities",
    ),
    "the same header a thousand times": (
        lambda: packed({
            **GOOD,
            "word/_rels/document.xml.rels": relations(*[("header", "header.xml", "")] * 1000),
            "word/header.xml": f"<w:hdr {W}>{p(r('a')) * 100}</w:hdr>".encode(),
        }),
        "too large",
    ),
    "a million runs": (lambda: changed("word/document.xml", document(p(r("a") * 250_000))), "too large"),
    "a word of eleven million letters": (
        lambda: changed("word/document.xml", document(p(r("a" * 11_000_000)))),
        "damaged",
    ),
    "a name of eleven million letters": (
        lambda: changed("word/document.xml", document(f'<w:p w:x="{"a" * 11_000_000}"/>')),
        "damaged",
    ),
    "a character that XML has not": (lambda: changed("word/document.xml", document(p(r("&#0;")))), "damaged"),
    "an encoding that there is not": (
        lambda: changed("word/document.xml", b'<?xml version="1.0" encoding="none"?><d/>'),
        "damaged",
    ),
    "a part cut off": (lambda: changed("word/document.xml", document(p(r("words")))[:-20]), "damaged"),
    "two roots": (lambda: changed("word/document.xml", document(p(r("a"))) + b"<d/>"), "damaged"),
    "the main part outside": (
        lambda: changed("_rels/.rels", relations(("officeDocument", "../../../etc/passwd", ""))),
        "missing",
    ),
    "the main part on a server": (
        lambda: packed({
            "_rels/.rels": relations(("officeDocument", "http://example.org/x.xml", "External")),
            "word/x.xml": document(p(r("words"))),
        }),
        "no Word file",
    ),
    "relations that are none": (lambda: changed("_rels/.rels", b"<"), "damaged"),
    "strict": (
        lambda: changed(
            "word/document.xml", b'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body/></w:document>'
        ),
        "Strict",
    ),
}  # fmt: skip


READ: dict[str, Callable[[], bytes]] = {
    "no list of types": lambda: packed({name: data for name, data in GOOD.items() if name != "[Content_Types].xml"}),
    "wrong types": lambda: changed("[Content_Types].xml", b"<Types><Default Extension='xml' ContentType='x'/></Types>"),
    "no relations at all": lambda: packed({"word/document.xml": GOOD["word/document.xml"]}),
    "relations to parts that are not here": lambda: related(("header", "gone.xml", ""), ("comments", "../../x", "")),
    "a header that is the text itself": lambda: related(("header", "document.xml", "")),
    "bytes before the zip": lambda: b"PK" + packed(GOOD),
    "bytes after the zip": lambda: packed(GOOD) + b"\0" * 1000,
    "a part that nobody asks for": lambda: packed({**GOOD, "word/media/x.png": bytes(60 * 2**20)}),
    "UTF-16": lambda: changed(
        "word/document.xml", document(p(r("words"))).decode().replace("UTF-8", "UTF-16").encode("utf-16")
    ),
    "cells within cells": lambda: word_file(
        "<w:tbl><w:tr><w:tc>" * 40 + p(r("words")) + "</w:tc></w:tr></w:tbl>" * 40
    ),
    "an order to another program": lambda: word_file(
        p('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DDEAUTO c:\\cmd.exe</w:instrText>'
          '<w:fldChar w:fldCharType="separate"/></w:r>', r("words"), '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    ),
    "a piece to be taken in whole, of which there is none": lambda: word_file('<w:altChunk/>' + p(r("words"))),
    "a note that calls itself": lambda: word_file(
        p(r("words"), CALL),
        footnotes=f'<w:footnotes {W}><w:footnote w:id="1">{p(r("note"), CALL)}</w:footnote></w:footnotes>'.encode(),
    ),
    "one bookmark ten thousand times": lambda: word_file(
        p('<w:bookmarkStart w:id="1" w:name="x"/>' * 10_000, r("words"))
    ),
    "moves that begin and never end": lambda: word_file(p('<w:moveFromRangeStart w:id="1"/>' * 1000, r("words"))),
    "twenty thousand lines": lambda: word_file(p(r("words")) * 20_000),
    "cells beyond all columns": lambda: word_file(
        "<w:tbl><w:tr>" + '<w:tc><w:tcPr><w:gridSpan w:val="99999"/></w:tcPr><w:p/></w:tc>' * 2000 + "</w:tr></w:tbl>"
        + p(r("words"))
    ),
}  # fmt: skip
"""Files that are odd, and harmless."""


@pytest.mark.parametrize("name", READ)
def test_is_read_and_no_word_is_lost(name: str) -> None:
    assert "words" in " ".join(plain(read_docx(READ[name]()), Taken.ALL))


@pytest.mark.parametrize(
    "styles",
    [
        '<w:style w:styleId="a"><w:basedOn w:val="a"/></w:style>',
        '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style>'
        '<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>',
        "".join(f'<w:style w:styleId="s{n}"><w:basedOn w:val="s{n + 1}"/></w:style>' for n in range(3000)),
        '<w:style w:styleId="a"><w:pPr><w:numPr><w:ilvl w:val="999999999999"/><w:numId w:val="-1"/></w:numPr></w:pPr>'
        "</w:style>",
        "<w:style/>",
    ],
)
def test_styles_and_lists_that_lead_nowhere(styles: str) -> None:
    lists = '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="x"/></w:abstractNum><w:num w:numId="1"/><w:num/>'
    data = word_file(
        p(r("words"), properties='<w:pStyle w:val="a"/>'),
        styles=f"<w:styles {W}>{styles}</w:styles>".encode(),
        numbering=f"<w:numbering {W}>{lists}</w:numbering>".encode(),
    )
    numbering_of(data)
    assert read_docx(data).blocks


def test_comments_that_answer_each_other() -> None:
    w14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    w15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
    said = "".join(f'<w:comment w:id="{n}"><w:p w14:paraId="{n}">{r("words")}</w:p></w:comment>' for n in (1, 2))
    data = word_file(
        p(r("a")),
        comments=f"<w:comments {W} {w14}>{said}</w:comments>".encode(),
        commentsExtended=(
            f'<w15:commentsEx {w15}><w15:commentEx w15:paraId="1" w15:paraIdParent="2"/>'
            f'<w15:commentEx w15:paraId="2" w15:paraIdParent="1"/></w15:commentsEx>'
        ).encode(),
    )
    assert [comment.text for comment in read_docx(data).comments] == ["words", "words"]


@pytest.mark.parametrize("name", REFUSED)
def test_is_refused_in_words(name: str) -> None:
    make, says = REFUSED[name]
    with pytest.raises(UnfitFile) as refused:
        read_docx(make())
    assert says in refused.value.message and refused.value.hint


@pytest.mark.parametrize(
    "body",
    [
        "<w:tbl/>", "<w:tr/>", "<w:tbl><w:tr/></w:tbl>", "<w:ins/>", "<w:p><w:p/></w:p>", "<w:p><w:tbl/></w:p>",
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>', '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>',
        '<w:commentRangeEnd w:id="4"/>', "<w:bookmarkStart/>", '<w:p><w:r><w:sym w:char="ZZ"/></w:r></w:p>',
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="-9999999999"/></w:tcPr></w:tc></w:tr></w:tbl>',
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="x"/><w:numId/></w:numPr></w:pPr></w:p>', "<w:sdt><w:p/></w:sdt>",
        "<w:ins>" * 120 + "<w:p/>" + "</w:ins>" * 120,
    ],
)  # fmt: skip
def test_odd_shapes_are_read(body: str) -> None:
    assert read_docx(word_file(body + p(r("words")))).blocks


def test_thousands_of_comments_on_the_same_words_cost_no_more_than_their_number() -> None:
    starts = "".join(f'<w:commentRangeStart w:id="{n}"/>' for n in range(3000))
    text = read_docx(word_file(p(starts, r("a") * 10_000)))
    assert len(next(text.paragraphs()).comments) == 3000


def test_links_outside_are_told_and_not_followed() -> None:
    outside = relations(("attachedTemplate", "file://server/share/x.dotm", "External"))
    assert read_docx(changed("word/_rels/document.xml.rels", outside)).links == ("file://server/share/x.dotm",)
