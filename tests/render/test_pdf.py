"""PDF by LibreOffice: tagged, told in its language, the same bytes again."""

import io
import shutil
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pikepdf
import pytest

from loi_cli.files.packed import templates_folder
from loi_cli.model.problems import LoiError
from loi_cli.model.text import Kind
from loi_cli.render import pdf
from loi_cli.render.fonts import missing_fonts
from loi_cli.render.papers import render_html
from loi_cli.render.pdf import pdfs_of
from loi_cli.render.prints import Printed, ToPrint
from loi_cli.word.writer import write_docx
from tests.render.builder import clause, dossier, material, version
from tests.render.test_loi import text
from tests.word.opened import MADE, Opened, page

pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
REFERENCE = (templates_folder() / "reference.docx").read_bytes()


def paper(*languages: str, title: str = "Letter of Intent") -> ToPrint:
    html = render_html("loi", material(version(*text()), dossier("id", "en", "ru"), *languages))
    docx = write_docx(html, reference=REFERENCE, made=datetime(2022, 1, 20, tzinfo=UTC))
    return ToPrint(docx=docx, title=title, language=languages[0], day=date(2022, 1, 20))


TWO_PAGES = page(
    '<nav class="contents"><ol><li><a href="#a-b">One</a></li><li><a href="#late">Two</a> '
    '<span class="page"></span></li></ol></nav>'
    '<p id="a-b">One</p><div class="page-break"></div><p id="late">Two</p>'
    '</section><section id="noted" class="paper"><table class="parallel"><tr><td><h1 class="title">Three'
    '<span class="footnote">Note</span></h1></td><td><h1 class="title">Drei</h1></td></tr></table>'
)


def articles() -> str:
    """The title of the fourth article is LibreOffice's 26th paragraph, before which it first ends the page."""
    lengths = ((4,), (5, 1, 2, 4), (3, 6, 2, 1), (3, 1, 4), (2, 2))
    clauses = []
    for n, paragraphs in enumerate(lengths):
        clauses.append(clause(f"a{n}", Kind.ARTICLE, heading={"en": f"Matter {n}"}))
        for k, length in enumerate(paragraphs):
            words = "The Parties intend to cooperate in this matter. " * length
            clauses.append(clause(f"a{n}.p{k}", Kind.PARAGRAPH, {"en": words}, parent=f"a{n}"))
    return render_html("loi", material(version(*clauses), dossier("en"), "en"))


def written(html: str, page_of: Mapping[str, int] | None = None) -> bytes:
    return write_docx(html, reference=REFERENCE, made=MADE, page_of=page_of)


COMMENTED = page(
    '<p>a <ins data-author="IDN" title="why">word</ins> and <ins data-author="IDN" title="so">on</ins></p>'
)


@pytest.fixture(scope="module")
def without_macros() -> Iterator[list[Printed]]:
    """LibreOffice says nothing where no macro may run; here it has no time to begin with one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pdf, "_BEGUN", 0)
        yield pdfs_of([ToPrint(written(html), "Paper", "en", MADE.date()) for html in (TWO_PAGES, COMMENTED)])


@pytest.fixture(scope="module")
def printed() -> list[Printed]:
    return pdfs_of(
        [
            paper("en"),
            paper("id", "en", title="Surat Pernyataan Kehendak"),
            ToPrint(written(TWO_PAGES), "Paper", "en", MADE.date()),
            ToPrint(written(articles()), "Letter", "en", MADE.date()),
        ]
    )


def test_many_files_are_printed_in_order_in_one_run(printed: list[Printed]) -> None:
    titles = []
    for made in printed[:2]:
        with pikepdf.open(io.BytesIO(made.data)) as opened:
            titles.append((str(opened.docinfo["/Title"]), str(opened.Root.Lang), bool(opened.Root.MarkInfo.Marked)))
    assert titles == [("Letter of Intent", "en", True), ("Surat Pernyataan Kehendak", "id", True)]
    assert printed[0].pages == 2


def test_it_tells_on_which_page_each_bookmark_stands(printed: list[Printed]) -> None:
    assert printed[2].page_of == {"a_b": 1, "late": 2, "noted": 3}, "a section that begins with a footnote too"
    with pikepdf.open(io.BytesIO(printed[2].data)) as opened:
        assert "/Dests" not in opened.Root
        links = [str(link.Contents) for link in opened.pages[0].Annots]
    assert sorted(links) == ["1", "2", "One", "Two"], "titles lead to their papers as the numbers do"
    shown = Opened(written(TWO_PAGES, printed[2].page_of)).texts()
    assert shown[:2] == ["One\t1", "Two\t2"]
    # Pages that are counted from a number of their own are not called by their place in the file.
    anew = TWO_PAGES.replace('<section class="paper">', '<section class="paper" data-restart="5">')
    assert Opened(written(anew, printed[2].page_of)).texts()[:2] == ["One\t", "Two\t"]


def test_no_heading_stands_alone_at_the_foot_of_a_page(printed: list[Printed]) -> None:
    page_of = printed[3].page_of
    assert [page_of[f"loi_en_a{n}"] for n in range(5)] == [page_of[f"loi_en_a{n}_p0"] for n in range(5)]
    assert page_of["loi_en_a3"] == 2


def test_where_no_macro_may_run_it_is_printed_without(without_macros: list[Printed]) -> None:
    assert without_macros[0].page_of == {"a_b": 1, "late": 2, "noted": 3}


def test_comments_stand_in_the_margin_and_bring_no_window_without_a_place(without_macros: list[Printed]) -> None:
    """LibreOffice lays their signs over the words behind, and gives each a window of which poppler says that its box
    is bad."""
    with pikepdf.open(io.BytesIO(without_macros[1].data)) as opened:
        sheet = opened.pages[0]
        notes = list(sheet.get("/Annots", []))
        assert {str(note.Subtype) for note in notes} == {"/Text"}
        first, second = ([float(edge) for edge in note.Rect] for note in notes)
        assert first[0] > float(sheet.MediaBox[2]) - 72, "2.54 cm"
    assert second[3] <= first[1], "two of one line stand below each other"


def test_the_same_papers_are_the_same_bytes(printed: list[Printed]) -> None:
    assert pdfs_of([paper("en"), paper("id", "en", title="Surat Pernyataan Kehendak")]) == printed[:2]


def test_nothing_of_the_run_stands_in_it(printed: list[Printed]) -> None:
    with pikepdf.open(io.BytesIO(printed[0].data)) as opened:
        assert set(opened.docinfo.keys()) == {"/Title"}
        told = bytes(opened.Root.Metadata.read_bytes()).decode()
    assert "2022-01-20T00:00:00Z" in told
    assert "LibreOffice" not in told


def test_the_judge_of_accessibility_finds_nothing(printed: list[Printed], tmp_path: Path) -> None:
    pdfua = pytest.importorskip("pdfua")
    for number, made in enumerate(printed):
        file = tmp_path / f"{number}.pdf"
        file.write_bytes(made.data)
        assert not list(pdfua.validate(str(file)).findings)


def test_a_run_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_START", 0)
    monkeypatch.setattr(pdf, "_EACH", 0)
    with pytest.raises(LoiError, match="took longer than 0 seconds"):
        pdfs_of([paper("en")])


def test_without_libreoffice_a_line_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(LoiError) as caught:
        pdfs_of([paper("en")])
    assert "not installed here" in caught.value.message
    assert "--format" in caught.value.hint


@pytest.mark.skipif(shutil.which("fc-list") is None, reason="no fontconfig")
def test_fonts_and_scripts_that_are_not_here_are_named() -> None:
    strange = REFERENCE.replace(b"Times New Roman", b"Tymes Neuw Roman")
    docx = write_docx(
        '<html lang="en"><head><title>t</title></head><body><section class="paper"><p>x</p></section></body></html>',
        reference=strange, made=datetime(2022, 1, 20, tzinfo=UTC),
    )  # fmt: skip
    found = missing_fonts(docx, ["en", "tlh"])
    assert "?tlh" in found
    assert "?en" not in found
