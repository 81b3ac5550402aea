"""The quick look at bytes and the thorough one at text agree on every character of Unicode."""

import unicodedata

import pytest

from loi_cli.files.characters import escaped, forbidden, holds_forbidden, is_forbidden, why_forbidden

SEEN = ("ARABIC", "SYRIAC", "KAITHI", "EGYPTIAN", "SHORTHAND")
"""Scripts whose format characters are seen: signs that enclose numbers, or join what is written."""
FILLERS = {0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0}
TAGS = set(range(0xE0000, 0xE0080))
NO_CHARACTERS = {
    *range(0xFDD0, 0xFDF0),
    *(plane + last for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)),
}


def test_forbidden_is_what_cannot_be_seen_or_controls_others_and_nothing_else() -> None:
    by_category = {
        code
        for code in range(0x110000)
        if (category := unicodedata.category(chr(code))) in ("Cc", "Cs", "Zl", "Zp")
        or (category == "Cf" and not unicodedata.name(chr(code), "").startswith(SEEN))
    }
    wanted = (by_category | {0x061C} | FILLERS | TAGS | NO_CHARACTERS) - {9, 10, 13}
    assert {code for code in range(0x110000) if is_forbidden(chr(code))} ^ wanted == set()


def test_bytes_hold_what_their_characters_are() -> None:
    for code in (*range(0xD800), *range(0xE000, 0x30000), *range(0xE0000, 0x110000)):
        assert holds_forbidden(chr(code).encode()) == is_forbidden(chr(code)), hex(code)


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
