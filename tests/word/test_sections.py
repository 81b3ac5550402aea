"""Sections: pages, headers and footers, the properties of the file."""

import pytest

from loi_cli.word.markup import w
from loi_cli.word.vocabulary import UnknownMarkup
from tests.word.opened import Opened, page, style_of, whole, words
from tests.word.sample import SAMPLE

_TWO = (
    '<html lang="en"><body><section class="paper"><header><p>left<span class="tab"></span>right</p></header>'
    '<footer><p>a<span class="tab"></span><span class="page">1</span>/<span class="pages">2</span>'
    '<span class="tab"></span>c</p></footer><p>one</p></section>'
    '<section class="paper landscape" data-restart="1"><p>two</p></section>'
    "</body></html>"
)


def test_a_section_is_a_page_of_its_own() -> None:
    opened = whole(_TWO)
    sizes = [(e.get(w("w")), e.get(w("h")), e.get(w("orient"))) for e in opened.find("//w:pgSz")]
    assert sizes == [("11906", "16838", None), ("16838", "11906", "landscape")]
    assert opened.values("//w:sectPr/w:type") == ["nextPage", "nextPage"]
    assert [e.get(w("start")) for e in opened.find("//w:pgNumType")] == ["1"]
    assert opened.texts() == ["one", "two"]


def test_a_section_without_a_header_does_not_show_the_one_before() -> None:
    opened = whole(_TWO)
    assert [words(opened.parts[f"word/header{n}.xml"]) for n in (1, 2)] == ["left\tright", ""]
    assert len(opened.find("//w:headerReference")) == len(opened.find("//w:footerReference")) == 2


def test_parts_of_a_footer_stand_where_the_page_has_them() -> None:
    footer = whole(_TWO).parts["word/footer1.xml"]
    stops = [(e.get(w("val")), e.get(w("pos"))) for e in footer.iter(w("tab")) if e.get(w("pos"))]
    assert stops == [("center", "4535"), ("right", "9070")]
    assert [e.text for e in footer.iter(w("instrText"))] == [" PAGE ", " NUMPAGES "]
    assert words(footer) == "a\t1/2\tc" and style_of(footer[0]) == "Footer"


def test_a_section_that_ends_with_a_table_or_a_change_ends_with_a_paragraph_of_its_own() -> None:
    blocks = ('<table class="grid"><tr><td>x</td></tr></table>', '<p data-change="deleted" data-author="A">x</p>')
    for block in blocks:
        html = page("<p>last</p>").replace(
            '<section class="paper">', f'<section class="paper">{block}</section><section class="paper">'
        )
        carrier = whole(html).find("//w:p[w:pPr/w:sectPr]")[0]
        assert style_of(carrier) == "Separator"


def test_a_watermark_is_in_every_header() -> None:
    opened = whole(page("<p>x</p>", head='<title>T</title><meta name="watermark" content="DRAFT &amp; secret">'))
    assert b'string="DRAFT &amp; secret"' in opened.raw["word/header1.xml"]


def test_the_file_tells_its_title_and_time_and_nothing_else() -> None:
    opened = whole(page("<p>x</p>", head="<title>Letter &amp; Intent</title>"))
    core = opened.raw["docProps/core.xml"].decode()
    assert "<dc:title>Letter &amp; Intent</dc:title>" in core and core.count("2022-01-31T09:30:00Z") == 2
    for word in (b"creator", b"lastModifiedBy", b"rsid", b"thumbnail", b"Application", b"python-docx"):
        assert not any(word in part for part in whole(SAMPLE).raw.values()), word
    assert not [name for name in opened.raw if "custom" in name]


def test_every_part_has_a_type_and_every_relation_a_part() -> None:
    opened: Opened = whole(SAMPLE)
    types = {str(e.get("PartName")) for e in opened.parts["[Content_Types].xml"] if e.get("PartName")}
    assert types == {f"/{name}" for name in opened.raw if not name.endswith((".rels", "[Content_Types].xml"))}
    relations = opened.parts["word/_rels/document.xml.rels"]
    assert all(f"word/{e.get('Target')}" in opened.raw for e in relations)
    assert len({e.get("Id") for e in relations}) == len(relations)


def test_a_first_page_has_its_own_header() -> None:
    opened = whole(
        page(
            '<header class="first"><p>first</p></header><header><p>others</p></header><footer><p>f</p></footer><p>x</p>'
        )
    )
    kinds = [(str(e.tag).rsplit("}")[-1], e.get(w("type"))) for e in opened.find("//w:sectPr/*[@r:id]")]
    assert kinds == [
        ("footerReference", "first"), ("footerReference", "default"),
        ("headerReference", "first"), ("headerReference", "default"),
    ]  # fmt: skip
    assert [words(opened.parts[f"word/{name}.xml"]) for name in ("footer1", "footer2", "header1", "header2")] == [
        "", "f", "first", "others",
    ]  # fmt: skip
    assert opened.find("//w:titlePg") and not whole(_TWO).find("//w:titlePg")


def test_a_second_header_of_one_kind_is_refused() -> None:
    with pytest.raises(UnknownMarkup, match="second <header>"):
        whole(page("<header><p>a</p></header><header><p>b</p></header><p>x</p>"))


def test_lines_are_numbered_on_demand() -> None:
    opened = whole(page("<p>x</p>").replace('class="paper"', 'class="paper numbered-lines"'))
    assert [e.get(w("restart")) for e in opened.find("//w:lnNumType")] == ["newPage"]
    assert not whole(_TWO).find("//w:lnNumType")
