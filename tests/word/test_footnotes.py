"""Footnotes: a part of their own, marks in the text, and what may not be one."""

import io
from pathlib import Path

import docx
import pytest

from loi_cli.word.markup import w
from loi_cli.word.vocabulary import UnknownMarkup
from tests.word.judges import audit, pandoc, validator
from tests.word.opened import Opened, page, whole, words, written

NOTED = '<p>We intend<span class="footnote" lang="id">Posisi <b>agro</b> &amp; lain.</span> to cooperate.</p>'


def _notes(opened: Opened) -> list[str]:
    return [words(note) for note in opened.parts["word/footnotes.xml"] if note.get(w("type")) is None]


def test_a_note_stands_in_its_own_part_and_its_mark_in_the_text() -> None:
    opened = written(NOTED + NOTED)
    assert opened.texts() == ["We intend to cooperate."] * 2
    assert [note.strip() for note in _notes(opened)] == ["Posisi agro & lain."] * 2
    assert [mark.get(w("id")) for mark in opened.find("//w:footnoteReference")] == ["1", "2"]
    assert {e.get(w("val")) for e in opened.parts["word/footnotes.xml"].iter(w("lang"))} == {"id-ID"}


def test_a_paper_without_notes_has_no_part_for_them() -> None:
    opened = written("<p>We intend to cooperate.</p>")
    assert "word/footnotes.xml" not in opened.parts
    assert opened.parts["word/settings.xml"].find(w("footnotePr")) is None


def test_a_note_comes_and_goes_with_the_words_it_stands_in() -> None:
    opened = written('<p>a<ins data-author="IDN"> b<span class="footnote">note</span></ins></p>')
    assert len(opened.find("//w:ins//w:footnoteReference")) == 1


@pytest.mark.parametrize(
    "blocks",
    [
        '<p>a<span class="footnote">b<span class="footnote">c</span></span></p>',
        '<header><p>a<span class="footnote">b</span></p></header><p>c</p>',
    ],
)
def test_where_word_has_no_notes(blocks: str) -> None:
    with pytest.raises(UnknownMarkup, match="footnote"):
        written(blocks)


def test_judges(tmp_path: Path) -> None:
    data = whole(page(NOTED)).data
    docx.Document(io.BytesIO(data))
    assert audit(data, tmp_path) == []
    assert "[^1]: Posisi **agro** & lain." in pandoc(data, "all", "markdown").replace("\\", "")


def test_the_sdk(tmp_path: Path) -> None:
    assert validator(whole(page(NOTED)).data, tmp_path) == []
