import pytest
from hypothesis import given
from hypothesis import strategies as st

from loi_cli.history.folding import Words


def found(words: str, text: str) -> list[str]:
    return [text[start:end] for start, end in Words(words).within(text)]


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("REPUBLICA", "a República de Cabo", ["República"]),
        ("елка", "Новогодняя ЁЛКА, ёлка", ["ЁЛКА", "ёлка"]),
        ("strasse", "die Straße und STRASSE", ["Straße", "STRASSE"]),
        ("cafe", "un cafe\u0301 ou café", ["cafe\u0301", "café"]),
        ("two  words", "of two\u00a0words here", ["two\u00a0words"]),
        ("aa", "aaaa", ["aa", "aa"]),
        ("mark", "landmarks", ["mark"]),
        ("漢", "an 漢字", ["漢"]),
        ("x", "", []),
        ("", "text", []),
    ],
)
def test_case_and_accents_make_no_difference(words: str, text: str, expected: list[str]) -> None:
    assert found(words, text) == expected


@given(st.text(max_size=20), st.text(min_size=1, max_size=8), st.text(max_size=20))
def test_words_are_found_where_they_are(before: str, words: str, after: str) -> None:
    sought = Words(words)
    text = before + words + after
    hits = list(sought.within(text))
    if sought.folded and words == " ".join(words.split()) and not before and not after:
        assert hits
    for start, end in hits:
        assert 0 <= start < end <= len(text)
        assert sought.folded in Words(text[start:end]).folded
