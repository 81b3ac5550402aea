"""No word is lost or changed, whatever letters it is made of."""

import io
from html import escape

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loi_cli.word.kept import WordsLost, check_kept, compared
from loi_cli.word.typography import NO_BREAK
from tests.word.opened import whole, written
from tests.word.sample import SAMPLE

_HTML_SPACE = " \t\n\r\f"
_LETTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
_NASTY = st.sampled_from(
    ["<", "&", "]]>", '"', "'", "<!--", "&amp;", "<w:p/>", "é", "ѝ", "\u200b", " ", "\xa0", "‮", "%1"]
)
_WORDS = st.lists(st.one_of(_NASTY, st.text(_LETTERS, max_size=12)), max_size=12).map("".join)


def collapsed(text: str) -> str:
    """White space as a browser shows it."""
    return " ".join(part for part in text.translate(dict.fromkeys(map(ord, _HTML_SPACE), " ")).split(" ") if part)


@given(_WORDS)
@settings(max_examples=400, deadline=None)
def test_words_come_back_exactly(text: str) -> None:
    opened = written(f"<p>{escape(text)}</p>")
    assert opened.texts() == [collapsed(text)]
    assert docx.Document(io.BytesIO(opened.data)).paragraphs[0].text == collapsed(text)


@given(st.lists(st.tuples(st.sampled_from(["b", "i", "ins", "del", "sup", "span", ""]), _WORDS), max_size=8))
@settings(max_examples=200, deadline=None)
def test_words_come_back_from_any_markup(parts: list[tuple[str, str]]) -> None:
    blocks = "".join(f'<{tag} data-author="A">{escape(t)}</{tag}>' if tag else escape(t) for tag, t in parts)
    opened = written(f"<p>{blocks}</p>")
    squeezed = "".join("".join(opened.texts()).split())
    assert squeezed == "".join("".join(text for _tag, text in parts).split())


def test_white_space_collapses_as_in_a_browser() -> None:
    assert written("<p>\n  one <b> two</b>\n three <br> four </p>").texts() == ["one two three\nfour"]


def test_both_readings_of_a_change_keep_their_space() -> None:
    """Seen in the making: collapsing over both readings at once glues words together in one of them."""
    opened = written('<p>the <del data-author="A">old </del><ins data-author="A"> new</ins> text</p>')
    assert opened.texts() == ["the old new text"]
    opened = written('<p>the <del data-author="A">old </del><ins data-author="A">new </ins>text</p>')
    assert [e.text for e in opened.find("//w:delText")] == ["old "]
    assert [e.text for e in opened.find("//w:ins//w:t")] == ["new "]


def test_the_sample_keeps_its_words() -> None:
    text = " ".join(whole(SAMPLE).texts()).replace(NO_BREAK, " ")
    for words in ("Письмо о намерениях", "رسالة نوايا", "automotive components;", "Words < “new” & old >"):
        assert words in text


def test_a_part_that_lost_a_word_is_refused() -> None:
    part = '<w:p xmlns:w="w"><w:t xml:space="preserve">one</w:t></w:p>'
    with pytest.raises(WordsLost, match="near “two”"):
        check_kept(compared("one two"), part, "word/document.xml")


def test_a_part_that_is_no_xml_is_refused() -> None:
    with pytest.raises(WordsLost):
        check_kept(compared("x"), "<w:p>", "word/document.xml")
