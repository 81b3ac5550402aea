"""Molds: a table that is filled into one is the table that is written by itself.

A table in a `<div>` is never filled into a mold, and a `<div>` leaves no trace in the file.
"""

from collections.abc import Sequence
from itertools import product

import pytest

from loi_cli.word import molds
from loi_cli.word.elements import Unread
from loi_cli.word.paper import Paper
from loi_cli.word.vocabulary import UnknownMarkup
from tests.word.opened import written
from tests.word.sample import label, parallel

WORDS = (
    "words", "", " ", "\n other words \n",
    "R&amp;D &lt;b&gt; &#8217;", "Article 5 and 10 kg", "\u00a0", "\u2003", "two\u00a0",
    "w" * 700, "with <b>more</b>", "more<br>", '<ins data-author="IDN">new</ins>',
)  # fmt: skip
LABELS = (
    "", label("Article 1", 0, 1), label("Article 7", 0, 7), f" {label('Pasal 3', 0, 3)}", label("R&amp;D 2", 0, 2),
    label("(a)", 1, 1, "lowerLetter"), label("100%", 0, 100), '<span class="label">typed</span>',
    label("5", 0, 5).replace("data-number", "id"), label("6", 0, 6).replace("class", 'lang="ru" class'),
    label("8", 0, 8).replace('class="label"', ""),
)  # fmt: skip
PARAGRAPHS = ('<p{} lang="fr">{}</p>', '<h2 class="article keep-next"{}>{}</h2>', '<p dir="rtl"{}>{}</p>')


def table(*paragraphs: str, cell: str = "") -> str:
    return f'<table class="parallel"><tr><td>{"".join(paragraphs)}</td><td lang="ar"{cell}></td></tr></table>'


def assert_same_in_a_mold(tables: str) -> None:
    free, held = written(tables), written(f"<div>{tables}</div>")
    for name in ("word/document.xml", "word/numbering.xml"):
        assert free.raw[name] == held.raw[name]


@pytest.mark.parametrize("paragraph", PARAGRAPHS)
def test_a_table_in_a_mold_is_the_table_written_by_itself(paragraph: str) -> None:
    """Of each shape there are several, one after another and apart; the first two words make the molds."""
    tables = ""
    for number, (shown, said, named) in enumerate(product(LABELS, ("words", *WORDS), (False, True))):
        id_ = f' id="a{number}&amp;"' if named else ""
        words = shown.replace('id="5"', f'id="b{number}"') + said
        tables += table(paragraph.format(id_, words), "<p>second</p>") + "<p>apart</p>\n" * (number % 3 == 0)
    assert_same_in_a_mold(tables)


def test_what_differs_elsewhere_is_no_matter_of_a_mold() -> None:
    assert_same_in_a_mold("".join(table("<p>a</p>", cell=f' id="c{n}"') for n in range(4)))
    assert_same_in_a_mold("".join(table(*["<p>line</p>"] * n, *["<p>line</p>"] * n) for n in (9, 9, 9, 4, 4, 4)))
    five = f"<p>{label('5', 0, 5)}</p>"
    assert_same_in_a_mold(table(five) * 4 + table(five.replace("data-number", "id")))
    assert_same_in_a_mold("".join(table("<ul><li>a</li></ul>", f"<p>{n}</p>") for n in range(4)))


@pytest.mark.parametrize("fault", [f"<p>{label('Article 1', 0, 2)}</p>", '<p class="bold">a</p>', "<h5>a</h5>"])
def test_a_fault_among_tables_alike_is_told_with_its_line(fault: str) -> None:
    tables = (table(f"<p>{label('Article 1', 0, 1)}</p>") + "\n") * 4
    with pytest.raises(UnknownMarkup) as told:
        written(tables + table(fault))
    assert told.value.line == 5


def test_the_articles_of_a_text_come_out_of_molds(monkeypatch: pytest.MonkeyPatch) -> None:
    """All but the first of each shape: two kinds of article, of which one also begins the text."""
    made: list[str | None] = []
    filled = molds.Mold.filled

    def watched(mold: molds.Mold, parts: Sequence[str], table: Unread, paper: Paper) -> str | None:
        made.append(filled(mold, parts, table, paper))
        return made[-1]

    monkeypatch.setattr(molds.Mold, "filled", watched)
    written("".join(parallel(n) for n in range(1, 11)))
    assert len(made) == 7 and None not in made
