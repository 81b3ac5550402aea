"""No word is lost: what the HTML held must stand in the parts of the file, and each part must be XML.

Labels that became live numbers have been emptied in the HTML by then, and headers and footers taken out to be compared
with their own parts. Blanks may differ: HTML indents, Word does not, and some may not break. All is compared as the
bytes that are written, which is several times faster than by letters.
"""

import re
from xml.parsers import expat

from lxml import etree
from lxml.etree import _Element

from loi_cli.i18n import _
from loi_cli.model.problems import LoiError
from loi_cli.word.typography import NO_BREAK

_WORDS = re.compile(rb'<w:(?:t|delText) xml:space="preserve">([^<]*)<')
_WHITE = b" \t\n\r\f"
_NO_BREAK = NO_BREAK.encode()
_NEAR = 40


class WordsLost(LoiError):  # it is what went wrong, as BadInput is
    """A bug of ours, or characters that no Word file can hold: the file is not written."""


def words_of(element: _Element) -> bytes:
    """All words of an element, as `check_kept` compares them."""
    return _squeezed(etree.tostring(element, method="text", encoding="utf-8", with_tail=False))


def check_kept(expected: bytes, part: str, name: str) -> bytes:
    """Compare the words that a part was made of with all words in it; the bytes of the part."""
    data = part.encode()
    try:
        # Without looking into namespaces, which takes most of the time: prefixes are never made of anybody's words.
        expat.ParserCreate().Parse(data, True)
    except expat.ExpatError as error:
        raise WordsLost(_("{part} cannot be written: {why}").format(part=name, why=error)) from error
    written = _squeezed(_plain(b"".join(_WORDS.findall(data))))
    if expected != written:
        at = next(
            (n for n, (a, b) in enumerate(zip(expected, written, strict=False)) if a != b),
            min(len(expected), len(written)),
        )
        near = expected[max(0, at - _NEAR) : at + _NEAR].decode(errors="ignore")
        raise WordsLost(_("{part} would lose or change words near “{words}”").format(part=name, words=near))
    return data


def _plain(text: bytes) -> bytes:
    return text.replace(b"&lt;", b"<").replace(b"&gt;", b">").replace(b"&amp;", b"&")


def _squeezed(text: bytes) -> bytes:
    return text.translate(None, _WHITE).replace(_NO_BREAK, b"")
