"""Characters that no text of a negotiation may hold: unseen ones, and those that change how others look."""

import re
import unicodedata
from collections.abc import Iterator

from loi_cli.i18n import _

_CONTROLS = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_DIRECTIONS = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = (
    r"\xad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200d\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
)
_BREAKS = r"\u2028\u2029"
_NONE = r"\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_ASTRAL = r"\U0001d173-\U0001d17a\U000e0000-\U000e007f" + "".join(
    rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(1, 17)
)

# Two sets and not one: with characters beyond U+FFFF among them, `re` compares each character with each range.
FORBIDDEN = re.compile(f"[{_CONTROLS}{_DIRECTIONS}{_INVISIBLE}{_BREAKS}{_NONE}]|[{_ASTRAL}]")
"""Line feed, carriage return and tab are not in it."""

_PLAIN = bytes([9, 10, 13, *range(32, 127)])


def holds_forbidden(data: bytes) -> bool:
    """Whether UTF-8 bytes hold a forbidden character.

    Most of a file is plain ASCII: it is taken out first, and each of the other characters is looked at once.
    """
    rest = data.translate(None, _PLAIN)
    return bool(rest) and any(map(FORBIDDEN.match, set(rest.decode())))


def forbidden(text: str) -> Iterator[tuple[int, str]]:
    """The offset and character of each forbidden character of a text."""
    for match in FORBIDDEN.finditer(text):
        yield match.start(), match[0]


def named(character: str) -> str:
    """A character as a person can look it up: `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


def why_forbidden(character: str) -> str:
    """What is wrong with a forbidden character, in words."""
    if re.match(f"[{_DIRECTIONS}]", character):
        return _("it changes the direction of the words after it, so that a reader sees another text")
    if re.match(f"[{_BREAKS}]", character):
        return _("it breaks lines in some programs and not in others")
    if re.match(f"[{_NONE}]", character):
        return _("it is no character of Unicode")
    if re.match(f"[{_CONTROLS}]", character):
        return _("it is a control character")
    return _("it cannot be seen")


def escaped(text: str) -> str:
    """A text that is safe to show: forbidden characters as `\\u202e`."""
    return FORBIDDEN.sub(lambda m: f"\\u{ord(m[0]):04x}" if ord(m[0]) < 0x10000 else f"\\U{ord(m[0]):08x}", text)
