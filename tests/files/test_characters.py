"""The quick look at bytes and the thorough one at text agree on every character of Unicode."""

import pytest

from loi_cli.files.characters import FORBIDDEN, escaped, forbidden, holds_forbidden, why_forbidden


def test_the_quick_look_agrees_with_the_thorough_one() -> None:
    for code in (*range(0xD800), *range(0xE000, 0x30000), *range(0xE0000, 0x110000)):
        character = chr(code)
        assert holds_forbidden(character.encode()) == bool(FORBIDDEN.search(character)), hex(code)


def test_only_three_control_characters_pass() -> None:
    passed = [code for code in (*range(0x20), *range(0x7F, 0xA0)) if not FORBIDDEN.search(chr(code))]
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
