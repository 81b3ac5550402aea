"""What a merge may not look inside of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loi_cli.merge.cutting import Cutter, cut, token_pattern, without_light_units
from loi_cli.merge.tokens import tokens_of, words_of
from loi_cli.model.words import Bracket, Reading, Run, Side


@pytest.mark.parametrize(
    ("language", "text", "tokens"),
    [
        ("en", "ends on 20 February 2022.", ["ends", "on", "20 February 2022", "."]),
        ("en", "on February 20, 2022 and", ["on", "February 20, 2022", "and"]),
        ("ru", "с 20 февраля 2022 года", ["с", "20 февраля 2022", "года"]),
        ("en", "2.5 million dollars", ["2.5 million", "dollars"]),
        ("en", "500 m2 of land", ["500 m2", "of", "land"]),
        ("id", "Rp2.500.000,00 dan 10%", ["Rp2.500.000,00", "dan", "10%"]),
        ("id", "pukul 09:00–10:30, sebesar 2,5.", ["pukul", "09:00–10:30", ",", "sebesar", "2,5", "."]),
        ("en", "No. 5/2022, 1,000 sets", ["No", ".", "5/2022", ",", "1,000 sets"]),
        ("en", "in 2022 the Parties", ["in", "2022", "the", "Parties"]),
        ("en", "see {@areas.number}, {parties}", ["see", "{@areas.number}", ",", "{parties}"]),
        ("en", "for {party BLR} now", ["for", "{party BLR}", "now"]),
        ("ru", "стороны, министерства; и мир.", ["стороны", ",", "министерства", ";", "и", "мир", "."]),
        ("ja", "協力する。 カナ字", ["協", "力", "す", "る", "。", "カ", "ナ", "字"]),
        ("en", "a {{brace}}", ["a", "{{", "brace", "}}"]),
        ("id", "perundang-undangan (otomotif)", ["perundang-undangan", "(", "otomotif", ")"]),
        ("en", "the Party’s costs", ["the", "Party’s", "costs"]),
        ("en", "(see https://e.org/a-b?c=1).", ["(", "see", "https://e.org/a-b?c=1", ")", "."]),
        ("en", "[page](https://e.org/a/) or", ["[", "page", "]", "(", "https://e.org/a/", ")", "or"]),
        ("id", "surel ilmate@kemenperin.go.id, atau", ["surel", "ilmate@kemenperin.go.id", ",", "atau"]),
        ("zh", "双方同意。", ["双", "方", "同", "意", "。"]),
    ],
)
def test_a_token_is_what_a_reader_takes_as_one(language: str, text: str, tokens: list[str]) -> None:
    assert [token.strip() for token in cut(text, language)] == tokens


def test_a_figure_before_a_bracket_leaves_the_bracket_whole() -> None:
    bracket = Bracket("units", (Reading("sets", (Side("agro", "agro-1"),)),), " ", ("concept",))
    words = (Run("20", ("concept",)), bracket, Run(" of it", ("agro-1",)))
    assert words_of(tokens_of(words, "en")) == words


def test_a_word_of_two_hands_names_both() -> None:
    words = (Run("agro", ("concept",)), Run("-based industry", ("agro-1",)))
    assert [token.by for token in tokens_of(words, "en")] == [("concept", "agro-1"), ("agro-1",)]


_SPEECH = """the of Parties February 20 2022 5 % 2.5 million USD ( ) {parties} {{ }} { } {a b} , ; . 10% kerja-sama –
a@b.org https://e.org/x §5 № 中文 é per yang dan рублей года the45 45the 1,000 09:00–10:30 m2 [x ] « 5/2022 20, 2022,"""
PIECES = _SPEECH.split()
TEXTS = st.lists(
    st.tuples(st.sampled_from([*PIECES, "\u00a0", "5\u00a0the"]), st.sampled_from(["", " ", " ", " ", "  "]))
)


@given(st.lists(TEXTS.map(lambda some: "".join(word + blank for word, blank in some)), min_size=1, max_size=3))
def test_a_word_cut_by_itself_is_cut_as_in_its_text(texts: list[str]) -> None:
    cutter = Cutter("en")
    for text in (f" {text}" for text in texts):
        assert cutter.pieces(text) == without_light_units(token_pattern(text).findall(text), text, "en")
        assert "".join(cutter.pieces(text)) == text
