"""Clean, bracketed and marked texts."""

from dataclasses import replace

from loi_cli.model.conflicts import ABSENT
from loi_cli.model.text import Kind, Text
from loi_cli.render.marks import Agreement, Marks, still_in_dispute, unmarked
from loi_cli.render.papers import render_html
from tests.render.builder import bracket, clause, dossier, material, version, words

DISPUTED = bracket("help", " ", ilmate="promote", BLR="develop")
TEXT = (
    clause("aim", Kind.ARTICLE, {"en": words("To", DISPUTED, " trade.")}),
    clause("new", Kind.ARTICLE, "Barter.", exists=bracket(ABSENT, BLR="en: Barter.")),
    clause("new.a", Kind.PARAGRAPH, "Of goats.", parent="new"),
    clause("last", Kind.ARTICLE, "See {@aim}.", place=bracket("after aim", BLR="first")),
)


def page(marks: Marks, receiver: str | None = None) -> str:
    agreed = {"last": Agreement.AD_REFERENDUM, "aim": Agreement.AGREED}
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


def test_a_bracketed_text_does_not_say_what_is_agreed() -> None:
    assert "agreed" not in page(Marks.BRACKETED)
    assert "<br>" not in page(Marks.BRACKETED).split('class="signature')[0]


def test_what_is_in_dispute_is_named() -> None:
    assert tuple(still_in_dispute(Text(TEXT))) == ("aim", "new", "last")
    assert tuple(still_in_dispute(unmarked(Text(TEXT)))) == ()


def test_a_heading_without_words_stays_in_a_clean_text() -> None:
    empty = clause("areas", Kind.ARTICLE)
    assert [c.id for c in unmarked(Text((empty,)))] == ["areas"]
