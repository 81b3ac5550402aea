"""What is read out of a Word file: words as they stand with all changes taken, or none, comments, languages."""

from loi_cli.word.reader import read_docx
from loi_cli.word.revised import Act, Paragraph
from loi_cli.word.taken import Spot, Taken, passages, plain
from tests.word.incoming import BY, W, gone, ins, p, r, word_file


def both(body: str, **more: bytes) -> tuple[list[str], list[str]]:
    """Accepted and rejected, without the paragraphs that hold nothing."""
    text = read_docx(word_file(body, **more))
    found = [[line for line in plain(text, taken) if line] for taken in (Taken.ALL, Taken.NONE)]
    return found[0], found[1]


def test_words_put_in_and_taken_out() -> None:
    assert both(p(r("to "), gone("promote"), ins(r("develop")), r(" trade"))) == (
        ["to develop trade"],
        ["to promote trade"],
    )


def test_what_was_inserted_and_deleted_again_is_in_neither() -> None:
    assert both(p(r("a"), ins(gone("b"), r("c")))) == (["ac"], ["a"])


def test_a_deleted_end_joins_two_paragraphs_and_an_inserted_one_splits_them() -> None:
    assert both(p(r("one "), mark=f"<w:del {BY}/>") + p(r("two"))) == (["one two"], ["one ", "two"])
    assert both(p(r("one "), mark=f"<w:ins {BY}/>") + p(r("two"))) == (["one ", "two"], ["one two"])


def test_a_move_is_at_one_place_in_each_reading() -> None:
    away = f"<w:moveFrom {BY}>{r('moved')}</w:moveFrom>"
    here = f"<w:moveTo {BY}>{r('moved')}</w:moveTo>"
    assert both(p(away, mark=f"<w:moveFrom {BY}/>") + p(r("stays")) + p(here, mark=f"<w:moveTo {BY}/>")) == (
        ["stays", "moved"],
        ["moved", "stays"],
    )


def test_rows_and_cells_go_and_come_as_a_whole() -> None:
    def row(text: str, change: str = "", cell: str = "") -> str:
        return f"<w:tr><w:trPr>{change}</w:trPr><w:tc><w:tcPr>{cell}</w:tcPr>{p(r(text))}</w:tc></w:tr>"

    table = f"<w:tbl>{row('a')}{row('b', f'<w:del {BY}/>')}{row('c', f'<w:ins {BY}/>')}"
    table += f"{row('d', '', f'<w:cellDel {BY}/>')}</w:tbl>"
    assert both(table) == (["a", "c"], ["a", "b", "d"])


def test_content_controls_links_smart_tags_and_fields_show_their_words() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + r("Article 5")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = p(
        f"<w:sdt><w:sdtContent>{r('a ')}</w:sdtContent></w:sdt><w:hyperlink>{ins(r('b '))}</w:hyperlink>"
        f"<w:smartTag>{r('c ')}</w:smartTag><w:fldSimple w:instr='PAGE'>{r('d ')}</w:fldSimple>{field}"
    )
    assert both(body) == (["a b c d Article 5"], ["a c d Article 5"])


def test_a_footnote_goes_with_its_mark() -> None:
    notes = f'<w:footnotes {W}><w:footnote w:id="7">{p(r("the note"))}</w:footnote></w:footnotes>'.encode()
    mark = f'<w:del {BY}><w:r><w:footnoteReference w:id="7"/></w:r></w:del>'
    assert both(p(r("a"), mark), footnotes=notes) == (["a"], ["a", "the note"])


def test_looks_alone_are_counted_and_change_nothing() -> None:
    look = f"<w:rPrChange {BY}><w:rPr/></w:rPrChange>"
    text = read_docx(word_file(p(r("a", look), properties=f"<w:pPrChange {BY}><w:pPr/></w:pPrChange>")))
    assert text.formatting == 2 and plain(text, Taken.ALL) == plain(text, Taken.NONE) == ("a",)


def test_comments_know_their_words_and_what_they_answer() -> None:
    w14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    w15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
    comments = (
        f'<w:comments {W} {w14}><w:comment w:id="0" w:author="Ivan" w:date="2022-01-20T10:00:00Z">'
        f'<w:p w14:paraId="A1">{r("why?")}</w:p></w:comment><w:comment w:id="1" w:author="Olga">'
        f'<w:p w14:paraId="B2">{r("because")}</w:p></w:comment></w:comments>'
    ).encode()
    thread = f'<w15:commentsEx {w15}><w15:commentEx w15:paraId="B2" w15:paraIdParent="A1"/></w15:commentsEx>'.encode()
    edge = '<w:commentRange{0} w:id="0"/>'
    body = p(r("to "), edge.format("Start"), r("promote"), edge.format("End"), r(" trade"))
    first, second = read_docx(word_file(body, comments=comments, commentsExtended=thread)).comments
    assert (first.author, first.date, first.text, first.about) == ("Ivan", "2022-01-20T10:00:00Z", "why?", "promote")
    assert (second.text, second.answers) == ("because", "0")


def test_a_day_that_no_calendar_has_is_none() -> None:
    """LibreOffice writes such days where it knows of none."""
    comment = f'<w:comment w:id="0" w:author="Ivan" w:date="0-00-00T00:00:00Z">{p(r("why?"))}</w:comment>'
    assert (
        read_docx(word_file(p(r("x")), comments=f"<w:comments {W}>{comment}</w:comments>".encode())).comments[0].date
        == ""
    )


def test_where_a_passage_stands_whose_it_is_and_in_what_language() -> None:
    words = ins(r("слово", '<w:lang w:val="ru-RU"/>'))
    marks = ['<w:bookmarkStart w:id="1" w:name="loi_en_a"/>', '<w:bookmarkStart w:id="2" w:name="loi_ru_a"/>']
    cells = "".join(f"<w:tc>{p(mark, words)}</w:tc>" for mark in marks)
    text = read_docx(word_file(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"))
    first, second = passages(text, Taken.ALL)
    assert (first.spot, second.spot) == (Spot(1, 0, 0), Spot(1, 0, 1))
    assert second.bookmarks == ("loi_ru_a",) and second.runs[0].language == "ru-RU"
    assert [(x.act, x.author, x.date) for x in second.revisions] == [(Act.INSERTED, "Ivan", "2022-01-20T10:00:00Z")]
    assert isinstance(next(text.paragraphs()), Paragraph)


def test_east_asian_words_are_in_their_own_language_whatever_latin_letters_between_them_are() -> None:
    both_axes = '<w:lang w:val="en-GB" w:eastAsia="ja-JP"/>'
    east, west = (r("語 MAZ", fonts + both_axes) for fonts in ('<w:rFonts w:hint="eastAsia"/>', ""))
    found = [run.language for p_ in passages(read_docx(word_file(p(east, west))), Taken.ALL) for run in p_.runs]
    assert found == ["ja-JP", "en-GB"]
