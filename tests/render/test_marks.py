"""Clean, bracketed and marked texts."""

from dataclasses import replace
from datetime import date

from loi_cli.intake.agreements import Agreed
from loi_cli.model.conflicts import ABSENT
from loi_cli.model.records import Agreement
from loi_cli.model.text import Kind, Text
from loi_cli.render.marks import Marks, agreements, still_in_dispute, unmarked
from loi_cli.render.papers import render_html
from tests.render.builder import bracket, clause, dossier, material, version, words

DISPUTED = bracket("help", " ", ilmate="promote", BLR="develop")
TEXT = (
    clause("aim", Kind.ARTICLE, {"en": words("To", DISPUTED, " trade.")}),
    clause("new", Kind.ARTICLE, "Barter.", exists=bracket(ABSENT, BLR="en: Barter.")),
    clause("new.a", Kind.PARAGRAPH, "Of goats.", parent="new"),
    clause("last", Kind.ARTICLE, "See {@aim}.", place=bracket("after aim", BLR="first")),
)


def an_agreement(clause: str, *, ad_referendum: bool = False, unchanged: bool = True) -> Agreed:
    record = Agreement(
        name=f"2022-01-31-agreement-{clause}", sha256="", clause=clause, version="v1", words={clause: "0" * 16},
        by="Office", date=date(2022, 1, 31), ad_referendum=ad_referendum,
    )  # fmt: skip
    return Agreed(agreement=record, unchanged=unchanged)


def page(marks: Marks, receiver: str | None = None) -> str:
    agreed = {"last": an_agreement("last", ad_referendum=True), "aim": an_agreement("aim")}
    it = material(version(*TEXT), dossier("en"), receiver=receiver)
    return render_html("loi", replace(it, marks=marks, agreed=agreed)).split("<body>")[1]


def test_a_clean_text_reads_as_it_started_and_holds_no_mark() -> None:
    for receiver in (None, "BLR"):
        html = page(Marks.CLEAN, receiver)
        assert "To help trade." in html
        assert "[" not in html
        assert "Barter" not in html
        assert "goats" not in html
        assert "Disputed" not in html
        assert ">Article 2</span>" in html  # a clause that is only proposed has no number
        assert ">Article 3</span>" not in html


def test_a_marked_text_has_its_alternatives_under_each_other_and_says_what_is_agreed() -> None:
    html = page(Marks.MARKED, "BLR")
    words = html[html.index('<p lang="en">To') :].split("</p>")[0]
    assert words == (
        '<p lang="en">To<br><span class="bracket">[<span class="side">IDN:</span> promote]</span>'
        '<br><span class="bracket">[<span class="side">BLR:</span> develop]</span><br> trade.'
    )
    assert html.index("See ") < html.index("agreed ad referendum")
    assert '<p class="note" lang="en">agreed</p>' in html


def test_a_bracketed_text_says_what_is_agreed_and_stays_on_its_lines() -> None:
    assert '<p class="note" lang="en">agreed</p>' in page(Marks.BRACKETED)
    assert "<br>" not in page(Marks.BRACKETED).split('class="signature')[0]
    assert "agreed" not in page(Marks.CLEAN)


def test_what_is_in_dispute_is_named() -> None:
    assert tuple(still_in_dispute(Text(TEXT))) == ("aim", "new", "last")
    assert tuple(still_in_dispute(unmarked(Text(TEXT)))) == ()


def test_a_heading_without_words_stays_in_a_clean_text() -> None:
    empty = clause("areas", Kind.ARTICLE)
    assert [c.id for c in unmarked(Text((empty,)))] == ["areas"]


def test_what_reads_otherwise_by_now_is_agreed_no_more() -> None:
    assert agreements({"aim": an_agreement("aim", unchanged=False)}) == {}
