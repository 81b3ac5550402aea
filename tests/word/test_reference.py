"""The reference.docx that comes with loi, and those that offices make of it."""

import io
import zipfile

import docx
import pytest

from loi_cli.word.reference import ReferenceFault, read_reference
from loi_cli.word.vocabulary import style_names
from loi_cli.word.writer import write_docx
from tests.word import make_reference
from tests.word.opened import MADE, REFERENCE, page


def _changed(**parts: tuple[str, str]) -> bytes:
    """The reference with one replacement in some of its parts, as Word or an office would make it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(REFERENCE)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode()
            for part, (before, after) in parts.items():
                if name == f"word/{part}.xml":
                    assert before in content
                    content = content.replace(before, after)
            new.writestr(name, content)
    return out.getvalue()


def test_it_has_every_style_of_the_vocabulary() -> None:
    assert style_names() <= set(read_reference(REFERENCE).ids)


def test_it_is_what_the_maker_makes() -> None:
    with zipfile.ZipFile(io.BytesIO(REFERENCE)) as package:
        committed = {name: package.read(name).decode() for name in package.namelist()}
    assert {name: content.split("\n", 1)[1] for name, content in committed.items()} == make_reference.parts()


def test_it_is_lean() -> None:
    with zipfile.ZipFile(io.BytesIO(REFERENCE)) as package:
        words = b"".join(package.read(name) for name in package.namelist())
        assert not [name for name in package.namelist() if name.startswith(("docProps", "customXml"))]
    assert b"rsid" not in words and b"creator" not in words
    assert len(REFERENCE) < 10_000


def test_python_docx_opens_it() -> None:
    assert docx.Document(io.BytesIO(REFERENCE)).styles["Article Heading"].name == "Article Heading"


def test_what_word_leaves_of_an_author_is_not_copied() -> None:
    office = _changed(
        settings=("<w:compat>", '<w:attachedTemplate/><w:rsids><w:rsidRoot w:val="00AB12CD"/></w:rsids><w:compat>'),
        styles=('<w:name w:val="Title"/>', '<w:name w:val="Title"/><w:rsid w:val="00AB12CD"/>'),
    )
    data = write_docx(page("<p>x</p>"), reference=office, made=MADE)
    assert b"00AB12CD" not in data and b"rsid" not in data and b"attachedTemplate" not in data


def test_ids_that_a_foreign_word_has_localised_are_followed() -> None:
    office = _changed(styles=('w:styleId="Heading1"', 'w:styleId="Judul1"'))
    assert b'w:pStyle w:val="Judul1"' in write_docx(page("<h1>x</h1>"), reference=office, made=MADE)


def test_the_page_is_the_offices() -> None:
    office = _changed(document=('w:w="11906"', 'w:w="12240"'))
    assert b'<w:pgSz w:w="12240"' in write_docx(page("<p>x</p>"), reference=office, made=MADE)


def test_a_missing_style_is_named() -> None:
    office = _changed(styles=('w:val="Recital"', 'w:val="Preambule"'))
    with pytest.raises(ReferenceFault, match="Recital"):
        write_docx(page('<p class="recital">x</p>'), reference=office, made=MADE)


def test_all_missing_styles_are_named_at_once() -> None:
    office = _changed(styles=('w:name w:val="Si', 'w:name w:val="Zi'))
    with pytest.raises(ReferenceFault, match=r"3 styles are missing .*: Side, Signature Line, Signature Table$"):
        write_docx(page('<p class="signature">x</p>'), reference=office, made=MADE)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", REFERENCE[:2000]])
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(ReferenceFault):
        write_docx(page("<p>x</p>"), reference=data, made=MADE)
