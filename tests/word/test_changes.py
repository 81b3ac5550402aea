"""Tracked changes: whole, apart, numbered once, and understood by programs that we did not write."""

from collections import Counter

import pytest

from loi_cli.word.markup import w
from loi_cli.word.vocabulary import UnknownMarkup
from tests.word.opened import NS, Opened, whole, words, written
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
    opened = written(f'<div data-change="inserted" {_BY}><p>a</p><ul><li>b</li></ul></div><p>c</p>')
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


def check_invariants(opened: Opened) -> None:
    """What no judge sees, and Word cannot do without."""
    revisions_ = "//w:ins | //w:del | //w:moveFrom | //w:moveTo | //w:moveFromRangeStart | //w:moveToRangeStart"
    ids = [e.get(w("id")) for e in opened.find(f"{revisions_} | //w:bookmarkStart | //w:commentRangeStart")]
    assert max(Counter(ids).values(), default=1) == 1
    inner = " or ".join(f"self::w:{name}" for name in ("ins", "del", "moveFrom", "moveTo"))
    assert not opened.find(f"//*[{inner}]//*[{inner}]")
    assert not opened.find("//w:del//w:t | //w:del//w:instrText")
    assert not opened.find("//w:delText[not(ancestor::w:del)] | //w:delInstrText[not(ancestor::w:del)]")
    assert not opened.find("//w:ins/w:hyperlink | //w:del/w:hyperlink")
    assert all(e.get(w("author")) for e in opened.find(revisions_))
    for kind in ("bookmark", "commentRange", "moveFromRange", "moveToRange"):
        starts, ends = (opened.find(f"//w:{kind}{end}") for end in ("Start", "End"))
        assert Counter(e.get(w("id")) for e in starts) == Counter(e.get(w("id")) for e in ends)
    order = list(opened.document.iter())
    for start in opened.find("//w:moveFromRangeStart | //w:moveToRangeStart | //w:bookmarkStart"):
        end = str(start.tag).replace("Start", "End")
        assert any(e.tag == end and e.get(w("id")) == start.get(w("id")) for e in order[order.index(start) :])
    names = [sorted(e.get(w("name"), "") for e in opened.find(f"//w:move{way}RangeStart")) for way in ("From", "To")]
    assert names[0] == names[1] and len(set(names[0])) == len(names[0])
    for marked in opened.find("//w:moveFrom[w:r]"):
        assert marked.xpath("preceding::w:moveFromRangeStart", namespaces=NS)


def test_invariants_that_no_judge_sees() -> None:
    opened = whole(SAMPLE)
    check_invariants(opened)
    assert opened.find("//w:bookmarkStart")


def test_a_move_has_two_ends() -> None:
    block = f'<p data-change="moved-{{}}" data-move="x" {_BY}>a</p>'
    for blocks in (
        block.format("to"),
        block.format("from") * 2,
        f'<p data-change="inserted" data-move="x" {_BY}>a</p>',
    ):
        with pytest.raises(UnknownMarkup, match="data-move"):
            written(blocks)


def test_a_reason_is_a_comment_at_its_words() -> None:
    opened = written(
        f'<p>a <ins {_BY} title="Since 1 &lt; 2.&#10;And more.">b</ins></p>'
        f'<p data-change="deleted" {_BY} title="Gone.">c</p><p title="no change, no comment">d</p>'
    )
    comments = opened.parts["word/comments.xml"]
    assert [[words(p) for p in comment] for comment in comments] == [["Since 1 < 2.", "And more."], ["Gone."]]
    assert [c.get(w("author")) for c in comments] == ["BLR", "BLR"]
    ids = [c.get(w("id")) for c in comments]
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert [e.get(w("id")) for e in opened.find(f"//w:{name}")] == ids
    between = opened.find("//w:commentRangeStart[1]/following-sibling::*[1]")[0]
    assert between.tag == w("ins") and words(between) == "b"
    check_invariants(opened)


def test_without_a_reason_there_are_no_comments() -> None:
    assert "word/comments.xml" not in whole(SAMPLE).parts


def test_a_joined_or_parted_paragraph_marks_its_end_alone() -> None:
    opened = written(f'<p data-mark="inserted" {_BY}>One.<del {_BY}> </del></p><p>Two.</p>')
    assert revisions(opened) == ["ins: ", "del:  "] and opened.texts() == ["One. ", "Two."]


def test_the_end_of_a_text_stays() -> None:
    """Word marks the end of the paragraph before those that come or go: the last has nothing to run into."""
    opened = written(f'<p>a</p><p data-change="deleted" {_BY}>b</p><p data-change="deleted" {_BY}>c</p>')
    assert [bool(p.findall(f"{w('pPr')}/{w('rPr')}/{w('del')}")) for p in opened.paragraphs()] == [True, True, False]
