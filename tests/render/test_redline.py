"""A version as tracked changes against another."""

from html import unescape
from re import findall, sub

import pytest

from loi_cli.merge.comparison import compare
from loi_cli.merge.outcomes import Outcome, Verdict
from loi_cli.model.inputs import Input, Reword
from loi_cli.model.problems import LoiError, Place
from loi_cli.model.text import Clause, Kind, Text
from loi_cli.render.papers import render_html
from loi_cli.render.weaving import woven
from loi_cli.word.writer import write_docx
from tests.render.builder import bracket, clause, dossier, material, version, words
from tests.render.golden import check_golden
from tests.word.opened import MADE, REFERENCE, Opened

DISPUTED = bracket("help", ilmate="promote", agro="develop")


def before() -> tuple[Clause, ...]:
    return (
        clause("wish", Kind.RECITAL, "DESIRING to help trade;"),
        clause("aim", Kind.ARTICLE, "The aim is trade under {@areas}.", "Objective"),
        clause("areas", Kind.ARTICLE, "", "Areas"),
        clause("areas.cars", Kind.ITEM, "cars;", parent="areas"),
        clause("areas.food", Kind.ITEM, "food;", parent="areas"),
        clause("areas.toys", Kind.ITEM, "toys.", parent="areas"),
        clause("old", Kind.ARTICLE, "This goes.", "Old"),
        clause("done", Kind.TESTIMONIUM, "DONE."),
    )


def after() -> tuple[Clause, ...]:
    return (
        clause("wish", Kind.RECITAL, {"en": words("DESIRING to ", DISPUTED, " trade;")}),
        clause("new", Kind.ARTICLE, {"en": words("This comes.", by="agro-1")}, by=("agro-1",)),
        clause("aim", Kind.ARTICLE, {"en": (*words("The"), *words(" main", by="ilmate-1"),
                                            *words(" aim is trade under {@areas}."))}, "Objective"),
        clause("areas", Kind.ARTICLE, "", "Areas"),
        clause("areas.toys", Kind.ITEM, "toys.", parent="areas"),
        clause("areas.cars", Kind.ITEM, "cars;", parent="areas"),
        clause("areas.food", Kind.ITEM, "food;", parent="areas"),
        clause("done", Kind.TESTIMONIUM, "DONE."),
    )  # fmt: skip


def given(name: str) -> Input:
    unit = name.removesuffix("-1")
    return Input(name=name, side=unit, unit=unit, party=None, round=1, base="v2", date=None,
                 file=f"inputs/{name}.yaml", sha256="", base_place=Place(name))  # fmt: skip


def outcome(name: str, clause_id: str, field: str) -> Outcome:
    return Outcome(input=name, side=name.removesuffix("-1"), proposal=0, clause=clause_id, field=field,
                   verdict=Verdict.MERGED, place=Place(name))  # fmt: skip


def page(new: tuple[Clause, ...], old: tuple[Clause, ...], receiver: str | None = None) -> str:
    return render_html(
        "redline",
        material(
            version(*new, number=3),
            dossier("en", "id"),
            "en",
            against=version(*old, number=2),
            receiver=receiver,
            inputs=(given("ilmate-1"), given("agro-1")),
            outcomes=(outcome("agro-1", "old", "exists"), outcome("ilmate-1", "areas.toys", "place")),
        ),
    )


def text_only(html: str, without: str) -> str:
    """The words of the text's section after all changes were accepted (`without="del"`) or rejected (`"ins"`)."""
    section = html.split('<section class="paper"')[2].split("</header>")[1]
    section = sub(rf"<{without} [^>]*>.*?</{without}>", "", section)
    gone = {"del": "(?:deleted|moved-from)", "ins": "(?:inserted|moved-to)"}[without]
    section = sub(rf'<(p|h2)[^>]* data-change="{gone}"[^>]*>.*?</\1>', "", section)
    section = sub(r"</?(?:ins|del|a|span)\b[^>]*>", "", section)
    return sub(r"\s+", " ", unescape(sub(r"<[^>]*>", " ", section))).strip()


def clean(clauses: tuple[Clause, ...]) -> str:
    html = render_html("loi", material(version(*clauses), dossier("en", "id"), "en"))
    section = sub(r"</?(?:a|span)\b[^>]*>", "", html.split("</header>")[1])
    return sub(r"\s+", " ", unescape(sub(r"<[^>]*>", " ", section))).strip().replace("Letter of Intent IDN–BLR", "")


def test_our_redline() -> None:
    check_golden("redline-en.html", page(after(), before()))


def test_the_party_s_redline() -> None:
    html = page(after(), before(), "BLR")
    check_golden("redline-en-for-BLR.html", html)
    assert set(findall(r'data-author="([^"]*)"', html)) == {"IDN"}
    assert "ilmate" not in html


def test_accepted_it_is_the_new_text_and_rejected_the_old() -> None:
    html = page(after(), before())
    footer = "Letter of Intent IDN–BLR, v2 → v3"
    assert text_only(html, "del").replace(footer, "").split() == clean(after()).split()
    assert text_only(html, "ins").replace(footer, "").split() == clean(before()).split()


def test_a_reference_whose_number_changed_is_tracked_although_nobody_touched_it() -> None:
    html = page(after(), before())
    assert ">Article 2</del>" in html
    assert '<a class="ref" href="#redline-en-areas">Article 3</a></ins>' in html


def test_changes_are_signed_by_who_made_them() -> None:
    html = page(after(), before())
    assert 'data-change="inserted" data-author="agro"' in html  # its new article
    assert 'data-change="deleted" data-author="agro"' in html  # the article that it wanted gone
    assert 'data-change="moved-to" data-author="ilmate"' in html  # the item that it moved
    assert '<ins data-author="ilmate" data-date="2022-01-13T08:00:00Z"> main</ins>' in html
    assert '<del data-author="ilmate, agro"' in html  # their dispute


def test_two_equal_versions_say_so() -> None:
    html = page(before(), before())
    assert "the two versions hold the same words." in html
    for mark in ("<ins ", "<del ", "data-change=", "data-author"):
        assert mark not in html.split("<body>")[1]


def test_it_needs_two_versions() -> None:
    with pytest.raises(LoiError, match="two versions"):
        render_html("redline", material(version(*after())))


def woven_ids(old: tuple[Clause, ...], new: tuple[Clause, ...]) -> list[str]:
    one, two = Text(old), Text(new)
    return [f"{each.fate.value[0]}:{each.clause.id}" for each in woven(one, two, compare(one, two))]


def test_what_went_stands_where_it_stood() -> None:
    a, b, c = (clause(name, Kind.ARTICLE, name) for name in "abc")
    new = clause("n", Kind.ARTICLE, "n")
    assert woven_ids((a, b, c), (a, c)) == ["s:a", "d:b", "s:c"]
    assert woven_ids((a, b), (b,)) == ["d:a", "s:b"]
    assert woven_ids((a,), (new, a)) == ["i:n", "s:a"]


def test_a_moved_clause_stands_at_both_places_with_what_it_holds() -> None:
    a, b = clause("a", Kind.ARTICLE, "a"), clause("b", Kind.ARTICLE, "b")
    child = clause("b.x", Kind.PARAGRAPH, "x", parent="b")
    found = woven_ids((a, b, child), (b, child, a))
    assert sorted(found) in (["d:a", "i:a", "s:b", "s:b.x"], ["d:b", "d:b.x", "i:b", "i:b.x", "s:a"])


def test_a_child_rescued_from_a_deleted_clause_stands_at_both_places() -> None:
    a, b = clause("a", Kind.ARTICLE, "a"), clause("b", Kind.ARTICLE, "b")
    child, rescued = clause("x", Kind.PARAGRAPH, "x", parent="b"), clause("x", Kind.PARAGRAPH, "x", parent="a")
    assert woven_ids((a, b, child), (a, rescued)) == ["s:a", "i:x", "d:b", "d:x"]


def test_a_change_in_a_language_that_is_not_shown_is_not_listed() -> None:
    old = clause("aim", Kind.ARTICLE, {"en": "Trade.", "id": "Dagang."}, {"en": "Aim"})
    new = clause("aim", Kind.ARTICLE, {"en": "Trade.", "id": "Niaga."}, {"en": "Aim"})
    assert "the two versions hold the same words." in page((new,), (old,))


def paragraph(name: str, text: str, by: str = "concept") -> Clause:
    return clause(name, Kind.PARAGRAPH, text, parent="aim", by=(by,))


AIM = clause("aim", Kind.ARTICLE, "", "Aim")


def marks(html: str) -> list[str]:
    """The marked words of the text, each with its kind."""
    return [f"{kind}:{unescape(words)}" for kind, words in findall(r"<(ins|del)\b[^>]*>([^<]*)<", html)]


def test_a_clause_split_in_two_marks_the_seam_alone() -> None:
    old = (AIM, paragraph("one", "The Parties trade. They invest."), paragraph("two", "They talk."))
    new = (
        AIM,
        paragraph("one", "The Parties trade."),
        paragraph("half", "They invest."),
        paragraph("two", "They talk."),
    )
    html = page(new, old)
    assert marks(html) == ["del: ", "ins:(2)", "del:2", "ins:3"]
    assert 'id="redline-en-one" lang="en" data-mark="inserted"' in html and "data-change" not in html.split("<body>")[1]


def test_two_clauses_joined_mark_the_seam_alone() -> None:
    old = (AIM, paragraph("one", "The Parties trade."), paragraph("half", "They invest."))
    new = (AIM, paragraph("one", "The Parties trade and they invest."))
    html = page(new, old)
    assert 'data-mark="deleted"' in html and "data-change" not in html.split("<body>")[1]
    assert marks(html) == ["del:.", "del:(2)", "del:They", "ins: and they"]


def test_a_clause_that_only_follows_is_no_seam() -> None:
    old = (AIM, paragraph("one", "The Parties trade."))
    new = (AIM, paragraph("one", "The Parties trade."), paragraph("two", "They invest."))
    html = page(new, old)
    assert 'data-change="inserted"' in html and "data-mark" not in html


def test_a_moved_clause_marks_only_what_changed_on_the_way() -> None:
    old = (AIM, paragraph("one", "First words."), paragraph("two", "Second words."), paragraph("three", "Third."))
    new = (AIM, paragraph("three", "Third."), paragraph("one", "First words."), paragraph("two", "Second words."))
    html = page(new, old)
    assert findall(r'<div data-change="([a-z-]*)".*? data-move="([^"]*)"', html) == [
        ("moved-to", "en-three"), ("moved-from", "en-three"),
    ]  # fmt: skip
    assert marks(html) == ["ins:1", "del:1", "ins:2", "del:2", "ins:3", "del:3"]


def test_what_moved_with_a_clause_moved_too() -> None:
    child = clause("two.x", Kind.ITEM, "item;", parent="two")
    old = (AIM, paragraph("one", "One."), paragraph("two", "Two."), child, paragraph("three", "Three."))
    new = (AIM, paragraph("two", "Two."), child, paragraph("one", "One."), paragraph("three", "Three."))
    assert {each.clause.id for each in woven(Text(old), Text(new), compare(Text(old), Text(new))) if each.moved} in (
        {"two", "two.x"}, {"one"},
    )  # fmt: skip


def reasoned(receiver: str | None) -> str:
    old = (AIM, paragraph("one", "The Parties trade."))
    text = (*words("The Parties"), *words(" gladly", by="ilmate-1"), *words(" trade."))
    new = (AIM, paragraph("one", "x")._replace(text={"en": text}), paragraph("two", "They invest.", by="agro-1"))
    why = (
        given("ilmate-1")._replace(
            proposals=(Reword(clause="one", text={}, reason="Joy & <ease>.", place=Place("x")),)
        ),
        given("agro-1")._replace(proposals=(Reword(clause="two", text={}, reason="Money.", place=Place("x")),)),
    )
    outcomes = (outcome("ilmate-1", "one", "text.en"), outcome("agro-1", "two", "exists"))
    against = version(*old, number=2)
    return render_html(
        "redline",
        material(version(*new, number=3), dossier("en"), "en", against=against, receiver=receiver, inputs=why,
                 outcomes=outcomes),
    )  # fmt: skip


def test_reasons_are_comments_for_our_own_side_alone() -> None:
    opened = Opened(write_docx(reasoned(None), reference=REFERENCE, made=MADE))
    comments = opened.parts["word/comments.xml"]
    assert ["".join(str(t) for t in c.itertext()) for c in comments] == ["ilmate: Joy & <ease>.", "agro: Money."]
    theirs = Opened(write_docx(reasoned("BLR"), reference=REFERENCE, made=MADE))
    assert "word/comments.xml" not in theirs.parts
    assert not any(word in part for part in theirs.raw.values() for word in (b"Joy", b"Money", b"ilmate", b"agro"))
