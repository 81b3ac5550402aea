"""Clauses are counted as a language counts them: а) in Russian, أ in Arabic, 一 in Chinese; what Word counts shows just
that."""

import pytest

from loi_cli.intake.importing.figures import number_of
from loi_cli.model.text import Kind
from loi_cli.render.counting import WAYS, place_of
from loi_cli.render.papers import render_html
from loi_cli.word.writer import write_docx
from tests.render.builder import clause, dossier, material, version
from tests.word.counting import labels
from tests.word.opened import MADE, REFERENCE, Opened


@pytest.mark.parametrize(
    ("way", "shown"),
    [
        ("figures", {1: "1", 12: "12"}),
        ("letters", {1: "a", 26: "z", 27: "aa"}),
        ("roman", {4: "iv", 9: "ix"}),
        ("capital-roman", {4: "IV"}),
        ("russian", {1: "а", 7: "ж", 10: "к", 26: "э", 28: "я", 29: "аа"}),
        ("belarusian", {1: "а", 9: "і", 10: "к"}),
        ("abjad", {1: "أ", 3: "ج", 5: "ه", 28: "غ"}),
        ("chinese", {1: "一", 10: "十", 11: "十一", 20: "二十", 42: "四十二", 99: "九十九", 100: "100"}),
    ],
)
def test_ways_to_count(way: str, shown: dict[int, str]) -> None:
    assert {n: WAYS[way].shows(n) for n in shown} == shown


@pytest.mark.parametrize("way", ["figures", "russian", "belarusian", "abjad", "chinese"])
def test_what_is_counted_is_read_again(way: str) -> None:
    """Up to the letter from which on Russian and Belarusian differ."""
    counted = [number_of(WAYS[way].shows(n)) for n in range(1, 25)]
    assert counted == [*range(1, 25)]


@pytest.mark.parametrize(
    ("shown", "kind", "place"),
    [
        ("c", "item", 3),
        ("aa", "item", 27),
        ("iv", "subitem", 4),
        ("1", "subitem", 0),
        ("7", "article", 7),
        ("i", "item", 9),
    ],
)
def test_which_of_its_kind_a_clause_is(shown: str, kind: str, place: int) -> None:
    assert place_of(shown, kind) == place


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["Article 1", "(1)", "(a)", "(b)", "(i)", "(c)"]),
        ("ru", ["Статья 1", "1.", "а)", "б)", "i)", "в)"]),
        ("be", ["Артыкул 1", "1.", "а)", "б)", "i)", "в)"]),
        ("ar", ["المادة 1", "1.", "(أ)", "(ب)", "(1)", "(ج)"]),
        ("zh", ["第一条", "一、", "（一）", "（二）", "1.", "（三）"]),
        ("fr", ["Article 1", "1.", "a)", "b)", "i)", "c)"]),
        ("it", ["Article 1", "(1)", "(a)", "(b)", "(i)", "(c)"]),
    ],
)
def test_word_counts_what_the_paper_shows(language: str, expected: list[str]) -> None:
    kinds = {
        "a": (Kind.ARTICLE, None), "a.p": (Kind.PARAGRAPH, "a"), "a.p.one": (Kind.ITEM, "a.p"),
        "a.p.two": (Kind.ITEM, "a.p"), "a.p.two.in": (Kind.ITEM, "a.p.two"), "a.p.three": (Kind.ITEM, "a.p"),
    }  # fmt: skip
    text = [clause(name, kind, {language: "x"}, parent=parent) for name, (kind, parent) in kinds.items()]
    what = material(version(*text), dossier(language))
    opened = Opened(write_docx(render_html("loi", what), reference=REFERENCE, made=MADE))
    assert [label for label in labels(opened) if label] == expected
