"""What a foreign template or an office's own reference.docx may get wrong: a clear line, never a word dropped."""

import io
import re
import zipfile

import pytest

from loi_cli.word.reference import ReferenceFault
from loi_cli.word.vocabulary import UnknownMarkup
from loi_cli.word.writer import write_docx
from tests.word.opened import MADE, REFERENCE, page, written

_BROKEN = {
    "<p>one <b>two</p><p>three": ["one two", "three"],
    "<p>one</b> two</p>": ["one two"],
    "<p>one <i>two <b>three</i> four</b> five</p>": ["one two three four five"],
    "<p>a < b & c</p>": ["a < b & c"],
    "<p>&nosuch; one</p>": ["&nosuch; one"],
    "<p class=>one</p>": ["one"],
}


@pytest.mark.parametrize("blocks", _BROKEN)
def test_broken_html_loses_no_word(blocks: str) -> None:
    assert written(blocks).texts() == _BROKEN[blocks]


@pytest.mark.parametrize(
    "blocks", ["<p>one<table class='grid'><td>two</table>", "<ul><p>one</p></ul>", "<script>x</script>"]
)
def test_html_that_cannot_be_read_so_is_refused(blocks: str) -> None:
    with pytest.raises(UnknownMarkup):
        written(blocks)


def test_a_text_of_a_million_letters() -> None:
    text = "слово и word " * 77_000
    assert written(f"<p>{text}</p>").texts() == [text.strip()]


def test_lists_deeper_than_word_counts_are_refused_with_their_line() -> None:
    deep = "<ol>\n<li>x" * 20 + "</li></ol>" * 20
    with pytest.raises(UnknownMarkup, match="a list 10 lists deep") as caught:
        written(deep)
    assert caught.value.line == 10


def _reference(change: bytes, by: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(REFERENCE)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, re.sub(change, by, old.read(name)) if name == "word/styles.xml" else old.read(name))
    return out.getvalue()


def test_a_reference_without_a_needed_style_names_it() -> None:
    reference = _reference(b'w:val="Article Heading"', b'w:val="Pasal"')
    with pytest.raises(ReferenceFault, match="Article Heading") as caught:
        write_docx(page('<p class="article-heading">x</p>'), reference=reference, made=MADE)
    assert caught.value.hint


@pytest.mark.parametrize("data", [b"", b"not a zip", REFERENCE[:2000], _reference(b"</w:styles>", b"")])
def test_a_reference_that_is_no_word_file_is_said(data: bytes) -> None:
    with pytest.raises(ReferenceFault):
        write_docx(page("<p>x</p>"), reference=data, made=MADE)
