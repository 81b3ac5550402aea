"""Tracked changes: whole, apart, numbered once, and understood by programs that we did not write."""

from collections import Counter

from loi_cli.word.markup import w
from tests.word.opened import Opened, whole, words, written
from tests.word.sample import SAMPLE

_BY = 'data-author="BLR" data-date="2022-01-31T09:30:00+07:00"'


def revisions(opened: Opened) -> list[str]:
    """Every w:ins and w:del as `kind: words`."""
    found = opened.find("//w:ins | //w:del")
    return [f"{str(e.tag).rsplit('}')[-1]}: {words(e)}" for e in found]


def test_words_put_in_and_taken_out() -> None:
    opened = written(f"<p>to <del {_BY}>promote</del><ins {_BY}>develop <b>new</b></ins> trade</p>")
    assert revisions(opened) == ["del: promote", "ins: develop new"]
    changed = opened.find("//w:del")[0]
    assert changed.get(w("author")) == "BLR" and changed.get(w("date")) == "2022-01-31T02:30:00Z"


def test_a_whole_paragraph_takes_its_mark_with_it() -> None:
    opened = written(f'<p>a</p><p data-change="deleted" {_BY}>b <b>c</b></p><p data-change="inserted" {_BY}>d</p>')
    assert revisions(opened) == ["del: ", "del: b c", "ins: ", "ins: d"]
    assert len(opened.find("//w:pPr/w:rPr/w:del")) == len(opened.find("//w:pPr/w:rPr/w:ins")) == 1


def test_a_group_hands_its_change_down() -> None:
    opened = written(f'<div data-change="inserted" {_BY}><p>a</p><ul><li>b</li></ul></div>')
    assert revisions(opened) == ["ins: ", "ins: a", "ins: ", "ins: b"]


def test_a_whole_row() -> None:
    opened = written(f'<table class="grid"><tr><td>a</td></tr><tr data-change="deleted" {_BY}><td>b</td></tr></table>')
    assert len(opened.find("//w:trPr/w:del")) == 1
    assert revisions(opened) == ["del: ", "del: ", "del: b"]


def test_an_author_is_escaped() -> None:
    opened = written('<p><ins data-author="A &amp; &quot;B&quot;">x</ins></p>')
    assert opened.find("//w:ins")[0].get(w("author")) == 'A & "B"'


def test_fields_in_a_deleted_paragraph_are_deleted_too() -> None:
    opened = written(f'<p data-change="deleted" {_BY}>page <span class="page">3</span></p>')
    assert not opened.find("//w:del//w:instrText") and opened.find("//w:del//w:delInstrText")


def test_invariants_that_no_judge_sees() -> None:
    opened = whole(SAMPLE)
    ids = [e.get(w("id")) for e in opened.find("//w:ins | //w:del | //w:bookmarkStart")]
    assert max(Counter(ids).values()) == 1
    assert not opened.find("//w:ins//w:ins | //w:ins//w:del | //w:del//w:del | //w:del//w:ins")
    assert not opened.find("//w:del//w:t | //w:t[ancestor::w:del]") and not opened.find(
        "//w:delText[not(ancestor::w:del)]"
    )
    assert not opened.find("//w:ins/w:hyperlink | //w:del/w:hyperlink")
    starts = [e.get(w("id")) for e in opened.find("//w:bookmarkStart")]
    assert starts and sorted(starts, key=str) == sorted(
        (e.get(w("id")) for e in opened.find("//w:bookmarkEnd")), key=str
    )
