"""The quick look at bytes and the thorough one at text agree on every character of Unicode."""

import unicodedata

import pytest

from loi_cli.files.characters import escaped, forbidden, holds_forbidden, is_forbidden, why_forbidden


def test_no_control_no_break_and_no_surrogate_passes() -> None:
    for code in range(0x110000):
        if code not in (9, 10, 13) and unicodedata.category(chr(code)) in ("Cc", "Cs", "Zl", "Zp"):
            assert is_forbidden(chr(code)), hex(code)


def test_what_passes_among_the_unseen_is_seen_in_its_script() -> None:
    passed = {
        code for code in range(0x110000) if unicodedata.category(chr(code)) == "Cf" and not is_forbidden(chr(code))
    }
    assert {unicodedata.name(chr(code)).split()[0] for code in passed} == {
        "ARABIC", "SYRIAC", "KAITHI", "EGYPTIAN", "SHORTHAND",
    }  # fmt: skip


def test_bytes_hold_what_their_characters_are() -> None:
    for code in (*range(0xD800), *range(0xE000, 0x30000), *range(0xE0000, 0x110000)):
        assert holds_forbidden(chr(code).encode()) == is_forbidden(chr(code)), hex(code)


def test_only_three_control_characters_pass() -> None:
    passed = [code for code in (*range(0x20), *range(0x7F, 0xA0)) if not is_forbidden(chr(code))]
    assert passed == [9, 10, 13]


def test_each_stands_with_its_offset() -> None:
    assert list(forbidden("a\u202eb\x1b")) == [(1, "\u202e"), (3, "\x1b")]


def test_they_are_shown_escaped() -> None:
    assert escaped("a\u202eb\x1b\U000e0041") == "a\\u202eb\\u001b\\U000e0041"


@pytest.mark.parametrize(
    ("character", "reason"),
    [
        ("\u202e", "it changes the direction of the words after it, so that a reader sees another text"),
        ("\u2028", "it breaks lines in some programs and not in others"),
        ("\uffff", "it is no character of Unicode"),
        ("\x1b", "it is a control character"),
        ("\u200b", "it cannot be seen"),
    ],
)
def test_each_sort_has_its_own_reason(character: str, reason: str) -> None:
    assert why_forbidden(character) == reason
