"""Tables: widths, rows, headers, and the separators between them."""

import pytest

from loi_cli.word.markup import w
from loi_cli.word.vocabulary import UnknownMarkup
from tests.word.opened import style_of, words, written
from tests.word.sample import parallel


def test_adjacent_tables_stay_apart() -> None:
    opened = written(parallel(1) + "\n" + parallel(2) + "<p>x</p>" + parallel(3))
    body = opened.document[0]
    kinds = ["tbl" if e.tag == w("tbl") else style_of(e) for e in body if e.tag != w("sectPr")]
    assert kinds == ["tbl", "Separator", "tbl", "Normal", "tbl", "Separator"]


def test_head_rows_repeat_and_rows_stay_whole() -> None:
    rows = "<tr><td>a</td></tr>"
    opened = written(f'<table class="grid"><thead><tr><th>h</th></tr></thead><tbody>{rows}</tbody></table>')
    assert len(opened.find("//w:tr[1]/w:trPr/w:tblHeader")) == 1 and len(opened.find("//w:tblHeader")) == 1
    assert len(opened.find("//w:trPr/w:cantSplit")) == 2
    assert [words(r) for r in opened.find("//w:r[w:rPr/w:b]")] == ["h"]
    assert written(f'<table class="parallel">{rows}</table>').find("//w:cantSplit")


def test_a_row_longer_than_a_third_of_a_page_may_part() -> None:
    """Seen on the matrix of the example: long rows that may not part left half pages empty."""
    for text, stays in (("short", True), ("word " * 40, True), ("word " * 200, False)):
        cells = f"<td>{text}</td>", f"<td><p>{text}</p></td>", f"<td><p><b>{text}</b></p></td>"
        for cell in cells:
            for kind in ("grid", "parallel"):
                opened = written(f'<table class="{kind}"><tr><td>x</td>{cell}</tr></table>')
                assert bool(opened.find("//w:cantSplit")) is stays
    inside = "<p>line</p>" * 17
    assert not written(f'<table class="grid"><tr><td>{inside}</td></tr></table>').find("//w:cantSplit")
    assert written(f'<table class="signature"><tr><td>{inside}</td></tr></table>').find("//w:cantSplit")


@pytest.mark.parametrize(("lies", "lines"), [("paper", 16), ("paper landscape", 11)])
def test_a_third_of_a_page_is_less_where_it_is_turned(lies: str, lines: int) -> None:
    """Seen on a rundown with long titles: rows parted on a turned page that an upright one holds."""
    for more, stays in ((0, True), (1, False)):
        row = f"<tr><td>{'<p>line</p>' * (lines + more)}</td></tr>"
        opened = written(f'<table class="grid">{row}</table>', section=lies)
        assert bool(opened.find("//w:cantSplit")) is stays


def test_the_last_row_never_stands_alone_under_a_head() -> None:
    """Seen on a list of delegates: one row had a page of its own."""
    rows = "".join(f"<tr><td><p>{n}</p></td></tr>" for n in range(4))
    opened = written(f'<table class="grid"><thead><tr><th>h</th></tr></thead><tbody>{rows}</tbody></table>')
    kept = [bool(tr.findall(f".//{w('keepNext')}")) for tr in opened.find("//w:tr")]
    assert kept == [True, False, False, True, False]


def test_widths_fill_the_page() -> None:
    opened = written(
        '<table class="grid"><colgroup><col style="width:20%"><col></colgroup><tr><td>a</td><td>b</td></tr>'
        '<tr><td colspan="2">c</td></tr></table>'
    )
    assert [e.get(w("w")) for e in opened.find("//w:gridCol")] == ["1814", "7256"]
    assert [e.get(w("w")) for e in opened.find("//w:tcW")] == ["1814", "7256", "9070"]
    assert opened.values("//w:gridSpan") == ["2"]


def test_columns_side_by_side_are_equal() -> None:
    opened = written(parallel(1))
    assert {e.get(w("w")) for e in opened.find("//w:gridCol")} == {"3023"}
    assert len(opened.find("//w:tblLayout")) == 1


def test_signatures_stay_together() -> None:
    rows = "".join(f'<tr><td><p class="signature">{n}</p></td><td>x</td></tr>' for n in range(3))
    opened = written(f'<p class="testimonium">Signed</p><table class="signature">{rows}</table>')
    kept = [bool(tr.findall(f".//{w('keepNext')}")) for tr in opened.find("//w:tr")]
    assert kept == [True, True, False]


def test_cells_align_and_speak_their_language() -> None:
    opened = written(
        '<table class="grid"><tr><td class="right" lang="ru">a</td><td class="center"><p>b</p></td></tr></table>'
    )
    assert opened.values("//w:jc") == ["right", "center"]
    assert opened.values("//w:r/w:rPr/w:lang") == ["ru-RU", "en-GB"]


def test_empty_and_ragged_rows() -> None:
    opened = written('<table class="grid"><tr><td></td><td>b</td></tr><tr><td>c</td></tr></table>')
    assert opened.texts() == ["", "b", "c"] and opened.values("//w:gridAfter") == ["1"]
    assert all(cell[-1].tag == w("p") for cell in opened.find("//w:tc"))


def test_a_table_in_a_cell_ends_with_a_paragraph() -> None:
    inner = '<table class="plain"><tr><td>x</td></tr></table>'
    opened = written(f'<table class="grid"><tr><td>{inner}</td></tr></table>')
    assert all(cell[-1].tag == w("p") for cell in opened.find("//w:tc"))


def test_a_caption_stands_before_and_names_the_table() -> None:
    opened = written('<table class="grid"><caption>All <b>inputs</b></caption><tr><td>x</td></tr></table>')
    assert [style_of(p) for p in opened.paragraphs()] == ["Caption", "TableText"]
    assert opened.values("//w:tblCaption") == ["All inputs"]


def test_a_row_is_at_least_as_high_as_it_says() -> None:
    opened = written('<table class="grid"><tr style="height: 5.6cm"><td>a</td></tr><tr><td>b</td></tr></table>')
    assert [height.get(w("val")) for height in opened.find("//w:tr/w:trPr/w:trHeight")] == ["3175"]
    with pytest.raises(UnknownMarkup, match="height:2em"):
        written('<table class="grid"><tr style="height:2em"><td>a</td></tr></table>')
