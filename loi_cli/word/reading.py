"""The HTML of a paper read: no character in it that XML lacks, and soundly written or mended."""

import re
import sys

from loi_cli.word.source import Source, Unsound
from loi_cli.word.vocabulary import UnknownMarkup

_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REFERENCE = re.compile("&#(?:[xX]([0-9a-fA-F]+)|([0-9]+))")
_LONGEST = 7
"""So many digits has the number of the last character there is."""
_AT_ONCE = 1 << 18
_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\r")


def read_html(html: str) -> Source:
    """A whole HTML document, each tag of its head found. What it holds is read as it is asked for: Unsound is raised
    there, UnknownMarkup here."""
    try:
        return Source(html)
    except Unsound:
        return read_mended(html)


def read_mended(html: str) -> Source:
    """The same as a browser reads it. The library for that is not loaded while no paper needs it."""
    from loi_cli.word.mending import mended

    return mended(html)


def check_characters(html: str) -> None:
    """Raise UnknownMarkup for a character, or the number of one, that no part of a Word file can hold."""
    for start in range(0, len(html), _AT_ONCE):
        # Looking through bytes for what XML lacks is ten times faster than through letters.
        data = html[start : start + _AT_ONCE].encode("utf-8", "surrogatepass")
        if len(data.translate(None, _CONTROLS)) < len(data) or any(lead in data for lead in (b"\xed", b"\xef\xbf")):
            found = _IMPOSSIBLE.search(html, start, start + _AT_ONCE)
            if found:
                raise UnknownMarkup(f"the character U+{ord(found[0]):04X}", html.count("\n", 0, found.start()) + 1)
    if "&#" in html:
        for hexadecimal, decimal in set(_REFERENCE.findall(html)):
            if not _possible(hexadecimal or decimal, 16 if hexadecimal else 10):
                raise UnknownMarkup("a reference to a character that XML lacks", 1)


def _possible(digits: str, base: int) -> bool:
    """Whether the number of a reference is that of a character that XML has."""
    code = int(digits[-_LONGEST:], base) if not digits[:-_LONGEST].strip("0") else 0
    return 0 < code <= sys.maxunicode and not _IMPOSSIBLE.match(chr(code))
