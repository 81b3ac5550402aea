"""Paragraphs, runs, languages, bookmarks and references."""

from loi_cli.word.bookmarks import bookmark_names
from loi_cli.word.markup import w
from loi_cli.word.reading import read_html
from tests.word.opened import page, style_of, words, written
from tests.word.sample import label


def test_emphasis() -> None:
    opened = written(
        "<p>a <b>b</b> <strong><i>c</i></strong> <em>d</em> <u>e</u><sup>2</sup><sub>3</sub> <mark>f</mark></p>"
    )
    looks = {
        words(r).strip(): {str(e.tag).rsplit("}")[-1] for e in r.iterfind(f"{w('rPr')}/*")}
        for r in opened.find("//w:r")
    }
    assert looks["b"] == {"b", "bCs", "lang"} and looks["c"] == {"b", "bCs", "i", "iCs", "lang"}
    assert looks["d"] == {"i", "iCs", "lang"} and looks["e"] == {"u", "lang"} and looks["f"] == {"rStyle", "lang"}
    assert opened.values("//w:vertAlign") == ["superscript", "subscript"]


def test_every_run_says_its_language() -> None:
    opened = written('<p>a <span lang="ru">б</span></p><p lang="id">c</p><p lang="eo">d</p><p lang="zh">e</p>')
    assert opened.values("//w:r/w:rPr/w:lang") == ["en-GB", "ru-RU", "id-ID", "eo", "en-GB"]
    assert opened.find("//w:lang")[-1].get(w("eastAsia")) == "zh-CN"


def test_the_document_has_a_language() -> None:
    for lang, expected in (("id", "id-ID"), ("be", "be-BY")):
        opened = written("<p>x</p>", lang)
        defaults = opened.parts["word/styles.xml"].find(f"{w('docDefaults')}//{w('lang')}")
        assert defaults is not None and defaults.get(w("val")) == expected
        assert f"<dc:language>{expected}</dc:language>".encode() in opened.raw["docProps/core.xml"]


def test_east_asian_words_have_a_font_that_has_them() -> None:
    opened = written('<p lang="ja">“語”</p><p lang="zh-TW">文</p><p lang="zh">文</p><p lang="ru">б</p>')
    fonts = [e.get(w("eastAsia")) for e in opened.find("//w:r/w:rPr/w:rFonts[@w:hint='eastAsia']")]
    assert fonts == ["MS Mincho", "PMingLiU", "SimSun"]


def test_right_to_left() -> None:
    opened = written('<p lang="ar">س</p><p dir="rtl">x</p><p>y</p>')
    assert [p.find(f"{w('pPr')}/{w('bidi')}") is not None for p in opened.paragraphs()] == [True, True, False]
    assert len(opened.find("//w:r/w:rPr/w:rtl")) == 2


def test_keeping_together() -> None:
    opened = written('<div class="keep"><p>a</p><p>b</p></div><p class="keep-next">c</p><p>d</p>')
    assert [len(p.findall(f"{w('pPr')}/*")) - 1 for p in opened.paragraphs()] == [2, 2, 1, 0]


def test_a_page_break_is_the_next_paragraphs() -> None:
    opened = written('<p>a</p><div class="page-break"></div><table class="grid"><tr><td>b</td><td>c</td></tr></table>')
    assert [words(p) for p in opened.find("//w:p[w:pPr/w:pageBreakBefore]")] == ["b"]


def test_headings_have_levels_and_keep_with_what_follows() -> None:
    opened = written("<h1>a</h1><h2>b</h2><h3>c</h3><h4>d</h4>")
    styles = {s.get(w("styleId")): s for s in opened.parts["word/styles.xml"].iter(w("style"))}
    found = [styles[style_of(p)].find(w("pPr")) for p in opened.paragraphs()]
    assert [p.find(w("outlineLvl")).get(w("val")) for p in found if p is not None] == ["0", "1", "2", "3"]  # type: ignore[union-attr]
    assert all(p is not None and p.find(w("keepNext")) is not None for p in found)


def test_bookmarks_have_names_that_word_accepts() -> None:
    long = "x" * 60
    ids = ["areas.automotive", "areas_automotive", "5", "Пасал", long, long + "y", "AREAS.automotive"]
    html = page("".join(f'<p id="{id_}">x</p>' for id_ in ids))
    names = bookmark_names(read_html(html).ids())
    assert len({name.lower() for name in names.values()}) == len(ids)
    assert all(len(name) <= 40 and name.replace("_", "a").isascii() and name[0].isalpha() for name in names.values())
    assert names["areas.automotive"] == "areas_automotive" and names == bookmark_names(read_html(html).ids())


def test_ids_anywhere_are_bookmarks_closed_where_they_belong() -> None:
    opened = written(
        '<article id="a"><p id="b">one <span id="c">two</span></p></article>'
        '<table id="d" class="grid"><tr id="e"><td id="f">x</td></tr></table>'
    )
    assert [e.get(w("name")) for e in opened.find("//w:bookmarkStart")] == list("abcdef")
    assert len(opened.find("//w:bookmarkEnd")) == 6
    assert all(e.getparent().tag == w("p") for e in opened.find("//w:bookmarkStart"))  # type: ignore[union-attr]


def test_a_reference_shows_its_words_and_leads_there() -> None:
    opened = written('<p id="areas">x</p><p>see <a class="ref" href="#areas">Article <b>5</b></a>.</p>')
    link = opened.find("//w:hyperlink")[0]
    assert (link.get(w("anchor")), words(link)) == ("areas", "Article 5")


def test_a_reference_to_a_whole_label_is_live() -> None:
    opened = written(
        f'<article id="five"><p id="p">{label("Article 5", 0, 5)}</p></article>'
        '<p><a class="ref" href="#five">Article  5</a>, <a class="ref" href="#p">5</a>, <a href="#p">Article 5</a></p>'
    )
    assert [e.text for e in opened.find("//w:instrText")] == [" REF five \\n \\h "]
    assert opened.texts() == ["", "Article\xa05, 5, Article\xa05"] and len(opened.find("//w:hyperlink")) == 2


def test_a_contents_list_knows_its_pages() -> None:
    opened = written(
        '<nav class="contents"><ol><li><a href="#a">One</a> <span class="page">3</span>'
        '<ol><li><a href="#b">Two</a></li></ol></li></ol></nav><h1 id="a">One</h1><h2 id="b">Two</h2>'
    )
    assert [style_of(p) for p in opened.paragraphs()][:2] == ["TOC1", "TOC2"]
    assert opened.texts()[:2] == ["One\t3", "Two\t"]
    assert [e.text for e in opened.find("//w:instrText")] == [" PAGEREF a \\h ", " PAGEREF b \\h "]
    tab = opened.find("//w:tabs/w:tab")[0]
    assert (tab.get(w("val")), tab.get(w("leader")), tab.get(w("pos"))) == ("right", "dot", "9070")
