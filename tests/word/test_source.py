"""HTML read bit by bit: whatever the portions, and however its tags are written, the file has the same bytes."""

import pytest

from loi_cli.word import bodies, source
from loi_cli.word.markup import w
from loi_cli.word.reading import read_html
from loi_cli.word.source import Source, Unsound
from loi_cli.word.vocabulary import UnknownMarkup
from loi_cli.word.writer import write_docx
from tests.word.opened import MADE, REFERENCE, page, written
from tests.word.sample import SAMPLE

_CHANGE = 'data-author="BLR" data-date="2022-01-31T09:30:00+07:00"'
_CHANGED = page(
    f'<p>stays</p><p data-change="deleted" {_CHANGE}>goes</p><p data-change="deleted" {_CHANGE}>goes too</p>'
    f'<p>stays</p><table class="grid"><tr><td>a</td><td>b</td></tr></table><p data-change="inserted" {_CHANGE}>new</p>'
    f'<p>stays</p>loose <b>words</b> here<p>stays</p><p data-change="inserted" {_CHANGE}>the last is new</p>'
)


def made(html: str) -> bytes:
    return write_docx(html, reference=REFERENCE, made=MADE)


@pytest.mark.parametrize("html", [SAMPLE, _CHANGED])
def test_portions_leave_no_trace(html: str, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = made(html)
    monkeypatch.setattr(bodies, "_PORTION", 0)
    monkeypatch.setattr(source, "_STRETCH", 1)
    assert made(html) == whole


_SOUND = '<p class="item" id="a">one <b>two</b><br>three</p><table class="grid"><tr><td>x &gt; y</td></tr></table>'


@pytest.mark.parametrize(
    "blocks",
    [
        _SOUND.replace("<b>", "<B>").replace("</p>", "</P>").replace("class=", "CLASS="),
        _SOUND.replace("&gt;", ">"),
        _SOUND.replace('"item"', "'item'").replace('id="a"', "id=a"),
        _SOUND.replace("<b>", "<!-- not seen --><b>"),
        _SOUND.replace("<br>", "<br/>"),
        _SOUND.replace("</td></tr>", ""),
        _SOUND.replace(' id="a"', '\n id="a"'),
    ],
)
def test_tags_may_be_written_anyhow(blocks: str) -> None:
    assert made(page(blocks)) == made(page(_SOUND))


def test_headers_and_footers_may_stand_anywhere_in_their_section() -> None:
    margins = "<header><p>above</p></header><footer><p>below</p></footer>"
    last = page("<p>x</p>" + margins)
    assert made(last) == made(last.replace("<p>x</p>" + margins, margins + "<p>x</p>"))


def test_the_end_of_a_value_is_not_taken_for_an_id() -> None:
    opened = written(f'<p id="a">old <ins {_CHANGE} title="so says id=">new</ins></p>')
    assert [mark.get(w("name")) for mark in opened.find("//w:bookmarkStart")] == ["a"]
    assert "".join(opened.parts["word/comments.xml"].itertext()) == "so says id="


@pytest.mark.parametrize(
    "blocks", ["<p>x</b>", "<p>x", "x</p>", "<p>a > b</p>", "<p lang=en>x</p>", "<p/>", "< p>x</p>"]
)
def test_what_is_not_sound_is_seen(blocks: str) -> None:
    with pytest.raises(Unsound):
        list(Source(page(blocks)).sections[0].body.blocks())


@pytest.mark.parametrize("broken", ["", "<p>left open"])
def test_an_element_knows_its_line(broken: str) -> None:
    with pytest.raises(UnknownMarkup) as caught:
        written(f"{broken}\n<p>one</p>\n\n<p>two\n<b>three</b> <img></p>")
    assert caught.value.line == 5


def test_a_second_id_is_named_with_its_line() -> None:
    with pytest.raises(UnknownMarkup, match='a second id="a"') as caught:
        read_html(page('<p id="a">x</p>\n<p id="a">y</p>')).ids()
    assert caught.value.line == 2
