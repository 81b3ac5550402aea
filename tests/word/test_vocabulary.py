"""What is not in the vocabulary is said with its line; nothing is dropped."""

import pytest

from loi_cli.word.reference import read_reference
from loi_cli.word.vocabulary import CHARACTER_STYLES, PARAGRAPH_STYLES, UnknownMarkup, style_names
from tests.word.opened import REFERENCE, page, style_of, whole, written
from tests.word.sample import label

_UNKNOWN = {
    "<img>": "<img>",
    "<form>x</form>": "<form>",
    "<p><img></p>": "<img>",
    '<p class="nice">x</p>': 'class="nice"',
    '<p class="item note">x</p>': "two styles",
    '<p><span class="odd">x</span></p>': 'class="odd"',
    '<div class="box">x</div>': 'class="box"',
    '<table class="grid"><tr><td rowspan="2">x</td></tr></table>': "rowspan",
    '<table class="fancy"><tr><td>x</td></tr></table>': 'class="fancy"',
    "<table><tr></tr></table>": "<tr> without cells",
    '<p lang="no such">x</p>': "lang=",
    '<p dir="up">x</p>': "dir=",
    '<p><a href="#none">x</a></p>': "#none",
    '<p><a href="https://example.org">x</a></p>': "https://example.org",
    '<p id="a">x</p><p id="a">y</p>': 'second id="a"',
    "<p><ins>x</ins></p>": "data-author",
    '<p><ins data-author="A"><del data-author="B">x</del></ins></p>': "other kind",
    '<p data-change="moved" data-author="A">x</p>': 'data-change="moved"',
    '<p><ins data-author="A" data-date="yesterday">x</ins></p>': "yesterday",
    "<nav><ol></ol></nav>": "<nav>",
    "<ul>x</ul>": "words of its own",
    '<ol type="x"><li>x</li></ol>': "type=",
    f"<p>{label('Article 6', 0, 5)}</p>": "does not show its number",
    f"<p>{label('x', 12, 5)}</p>": "data-level",
    f"<p>word {label('Article 5', 0, 5)}</p>": 'class="label"',
}


@pytest.mark.parametrize("blocks", _UNKNOWN)
def test_unknown_markup_is_named_with_its_line(blocks: str) -> None:
    with pytest.raises(UnknownMarkup) as caught:
        written("<p>first</p>\n\n" + blocks)
    assert _UNKNOWN[blocks] in caught.value.what
    assert caught.value.line == 3
    assert caught.value.hint


@pytest.mark.parametrize(
    "html", ["", "<p>x</p>", "<html><body><p>x</p></body></html>", page("x").replace("paper", "page")]
)
def test_words_outside_a_section_are_refused(html: str) -> None:
    with pytest.raises(UnknownMarkup):
        whole(html)


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\ufffe", "&#8;"])
def test_characters_that_no_file_can_hold_are_refused(character: str) -> None:
    with pytest.raises(UnknownMarkup):
        written(f"<p>a{character}b</p>")


def test_every_paragraph_class_is_a_style() -> None:
    opened = written("".join(f'<p class="{name}">x</p>' for name in PARAGRAPH_STYLES))
    reference = read_reference(REFERENCE)
    assert [style_of(p) for p in opened.paragraphs()] == [reference.style(name) for name in PARAGRAPH_STYLES.values()]


def test_every_span_class_is_a_style() -> None:
    spans = [name for name in CHARACTER_STYLES if name not in ("mark", "ref")]
    opened = written("<p>" + " ".join(f'<span class="{name}">x</span>' for name in spans) + "</p>")
    reference = read_reference(REFERENCE)
    assert opened.values("//w:rStyle") == [reference.style(CHARACTER_STYLES[name]) for name in spans]


def test_the_docstring_names_every_class() -> None:
    import loi_cli.word.vocabulary as vocabulary

    assert "PARAGRAPH_STYLES" in (vocabulary.__doc__ or "") and "heading 1" in style_names()
