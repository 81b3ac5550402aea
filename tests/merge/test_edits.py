"""Edits as a person would name them: whole phrases, few of them, each at one place."""

import pytest

from loi_cli.merge.comparison import word_diff
from loi_cli.model.words import agreed


def said(old: str, new: str, language: str = "en") -> str:
    """The difference in one line: {-gone-} and {+come+}."""
    marks = {"=": "{}", "-": "{{-{}-}}", "+": "{{+{}+}}"}
    hunks = word_diff(agreed(old, "a"), agreed(new, "b"), language)
    return "".join(marks[h.op.value].format(h.text) for h in hunks)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # a light word alone between two edits belongs to them
        ("promotion of trade now", "support of industry now", "{-promotion of trade-}{+support of industry+} now"),
        ("cost of work", "price of labour", "{-cost of work-}{+price of labour+}"),
        # as much as both edits are, or one word between two edits of two; no more
        ("cost trade gain", "price trade loss", "{-cost-}{+price+} trade{- gain-}{+ loss+}"),
        ("old rule trade new plan", "one aim trade two talk", "{-old rule trade new plan-}{+one aim trade two talk+}"),
        (
            "red green blue gold of trade iron zinc lead salt",
            "one two three four of trade five six seven eight",
            "{-red green blue gold of trade iron zinc lead salt-}{+one two three four of trade five six seven eight+}",
        ),
        (
            "red green blue of trade iron zinc lead",
            "one two three of trade five six seven",
            "{-red green blue-}{+one two three+} of trade{- iron zinc lead-}{+ five six seven+}",
        ),
        # words that went and more words that came around a light one changed places
        ("hold exchange of views", "hold of detailed data views", "hold{- exchange of-}{+ of detailed data+} views"),
        ("hold exchange of views", "hold of data views", "hold{- exchange-} of{+ data+} views"),
        # never across the end of a sentence
        ("we pay. go home", "we spend. stay home", "we{- pay-}{+ spend+}.{- go-}{+ stay+} home"),
        # an insertion stands where it makes a phrase
        ("in trade and in industry", "in trade, in agro and in industry", "in trade{+, in agro+} and in industry"),
        # a repeated word goes at one place
        ("the the sector", "the sector", "{-the -}the sector"),
        # what could as well be said right beside another edit is part of it
        ("trade in goods, in services here", "agro in services here", "{-trade in goods,-}{+agro+} in services here"),
        # also where that shows only once another edit was said elsewhere
        (
            "they give aid yearly aid aid to those who ask for it now",
            "they give help aid aid to those who ask for it later",
            "they give{- aid yearly-}{+ help+} aid aid to those who ask for it{- now-}{+ later+}",
        ),
        # a parenthesis goes as a whole
        ("subject to (a) they", "except for (b) they", "{-subject to (a)-}{+except for (b)+} they"),
        ("see (a) they", "see (b) they", "see ({-a-}{+b+}) they"),
        # a sentence mostly rewritten is one edit
        (
            "Each Party shall bear its own costs today.",
            "Every side may carry all own expenses tomorrow.",
            "{-Each Party shall bear its own costs today-}{+Every side may carry all own expenses tomorrow+}.",
        ),
        ("", "words", "{+words+}"),
        ("words", "", "{-words-}"),
        ("Parties agree", "Both Parties agree", "{+Both +}Parties agree"),
    ],
)  # fmt: skip
def test_edits_are_phrases(old: str, new: str, expected: str) -> None:
    assert said(old, new) == expected


def test_light_words_are_those_of_the_language() -> None:
    assert said("biaya dari kerja", "harga dari tenaga", "id") == "{-biaya dari kerja-}{+harga dari tenaga+}"
    assert said("ab cd ef", "xy cd zw", "fi") == "{-ab-}{+xy+} cd{- ef-}{+ zw+}"
