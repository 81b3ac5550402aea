"""Characters that no text of a negotiation may hold: unseen ones, and those that change how others look."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

from loi_cli.i18n import _

# Each two numbers are the first and the last of a range of code points. No pattern of `re`: compiling one with so many
# ranges costs more than all that a short command looks at.
_CONTROLS = (0x00, 0x08, 0x0B, 0x0C, 0x0E, 0x1F, 0x7F, 0x9F)
_DIRECTIONS = (0x061C, 0x061C, 0x200E, 0x200F, 0x202A, 0x202E, 0x2066, 0x2069)
_BREAKS = (0x2028, 0x2029)
_NONE = (0xD800, 0xDFFF, 0xFDD0, 0xFDEF)  # and the last two of each plane
_INVISIBLE = (
    0xAD, 0xAD, 0x034F, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x180E, 0x200B, 0x200D, 0x2060, 0x2064,
    0x206A, 0x206F, 0x3164, 0x3164, 0xFEFF, 0xFEFF, 0xFFA0, 0xFFA0, 0xFFF9, 0xFFFB,
    0x1D173, 0x1D17A, 0xE0000, 0xE007F,
)  # fmt: skip

_LIMITS = sorted(
    point + at % 2
    for ranges in (_CONTROLS, _DIRECTIONS, _BREAKS, _NONE, _INVISIBLE)
    for at, point in enumerate(ranges)
)  # fmt: skip
"""Where forbidden characters begin and end, by turns."""

_PLAIN = bytes([9, 10, 13, *range(32, 127)])


def is_forbidden(character: str) -> bool:
    """Line feed, carriage return and tab are not."""
    point = ord(character)
    return bisect_right(_LIMITS, point) % 2 == 1 or point & 0xFFFE == 0xFFFE


def holds_forbidden(data: bytes) -> bool:
    """Whether UTF-8 bytes hold a forbidden character.

    Most of a file is plain ASCII: it is taken out first, and each of the other characters is looked at once.
    """
    rest = data.translate(None, _PLAIN)
    return bool(rest) and any(map(is_forbidden, set(rest.decode())))


def forbidden(text: str) -> Iterator[tuple[int, str]]:
    """The offset and character of each forbidden character of a text."""
    if found := _kinds(text):
        yield from ((at, character) for at, character in enumerate(text) if character in found)


def first_forbidden(text: str) -> str | None:
    """The forbidden character that stands first in a text."""
    return next((character for _at, character in forbidden(text)), None)


def without_forbidden(text: str) -> str:
    """A text with its forbidden characters taken out."""
    return text.translate(dict.fromkeys(map(ord, _kinds(text))))


def escaped(text: str) -> str:
    """A text that is safe to show: forbidden characters as `\\u202e`."""
    if found := _kinds(text):
        return text.translate({ord(c): f"\\u{ord(c):04x}" if ord(c) < 0x10000 else f"\\U{ord(c):08x}" for c in found})
    return text


def _kinds(text: str) -> frozenset[str]:
    """The forbidden characters of a text, each once."""
    if text.isascii() and text.isprintable():
        return frozenset()
    return frozenset(filter(is_forbidden, set(text)))


def named(character: str) -> str:
    """A character as a person can look it up: `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


def why_forbidden(character: str) -> str:
    """What is wrong with a forbidden character, in words."""
    point = ord(character)
    if _within(point, _DIRECTIONS):
        return _("it changes the direction of the words after it, so that a reader sees another text")
    if _within(point, _BREAKS):
        return _("it breaks lines in some programs and not in others")
    if _within(point, _NONE) or point & 0xFFFE == 0xFFFE:
        return _("it is no character of Unicode")
    if _within(point, _CONTROLS):
        return _("it is a control character")
    return _("it cannot be seen")


def _within(point: int, ranges: tuple[int, ...]) -> bool:
    return any(first <= point <= last for first, last in zip(ranges[::2], ranges[1::2], strict=True))
