"""Files made to break a reader: each is refused in words, with what to do, and costs next to nothing."""

import io
import struct
import zipfile
from collections.abc import Callable

import pytest

from loi_cli.word.reader import read_docx
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


def locked() -> bytes:
    data = bytearray(packed(GOOD))
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


ENTITIES = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>'
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
    "strict": (
        lambda: changed(
            "word/document.xml", b'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body/></w:document>'
        ),
        "Strict",
    ),
}  # fmt: skip


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
