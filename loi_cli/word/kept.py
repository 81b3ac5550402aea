"""No word is lost: what the HTML held must stand in the parts of the file, and each part must be XML.

Labels that became live numbers have been emptied in the HTML by then, and headers and footers taken out to be compared
with their own parts. Blanks may differ: HTML indents, Word does not, and some may not break. All is compared as the
bytes that are written, which is several times faster than by letters.
"""

import re
from xml.parsers import expat

from loi_cli.i18n import _
from loi_cli.model.problems import LoiError
from loi_cli.word.elements import Element
from loi_cli.word.typography import NO_BREAK

_WORDS = re.compile(rb'<w:(?:t|delText) xml:space="preserve">([^<]*)<')
_WHITE = b" \t\n\r\f"
_NO_BREAK = NO_BREAK.encode()
_NEAR = 40


class WordsLost(LoiError):  # it is what went wrong, as BadInput is
    """A bug of ours, or characters that no Word file can hold: the file is not written."""


def words_of(element: Element) -> bytes:
    """All words of an element, as a `KeptPart` compares them."""
    return compared(element.words)


def compared(words: str) -> bytes:
    """Words as a `KeptPart` compares them."""
    return _squeezed(words.encode())


class KeptPart:
    """A part of the file as it grows: what is put into it is compared with the words that it is made of."""

    def __init__(self, name: str) -> None:
        self.data: list[bytes] = []
        self._name = name
        # Without looking into namespaces, which takes most of the time: prefixes are never made of anybody's words.
        self._parser = expat.ParserCreate()
        self._expected = b""
        self._written = b""

    def add(self, xml: str, words: bytes = b"") -> None:
        """More of the part, and the words it was made of. They may come before it, or after."""
        data = xml.encode()
        self._parse(data)
        self.data.append(data)
        self._compare(words, _squeezed(_plain(b"".join(_WORDS.findall(data)))))

    def add_compared(self, xml: str) -> None:
        """More of the part, whole elements that another part has compared with their words."""
        self.data.append(xml.encode())

    def end(self) -> list[bytes]:
        """The whole part, in portions."""
        self._parse(b"", last=True)
        if self._expected or self._written:
            raise self._lost(0)
        return self.data

    def _parse(self, data: bytes, *, last: bool = False) -> None:
        try:
            self._parser.Parse(data, last)
        except expat.ExpatError as error:
            raise WordsLost(_("{part} cannot be written: {why}").format(part=self._name, why=error)) from error

    def _compare(self, words: bytes, written: bytes) -> None:
        self._expected += words
        self._written += written
        both = min(len(self._expected), len(self._written))
        if self._expected[:both] != self._written[:both]:
            raise self._lost(next(n for n in range(both) if self._expected[n] != self._written[n]))
        self._expected, self._written = self._expected[both:], self._written[both:]

    def _lost(self, at: int) -> WordsLost:
        near = (self._expected or self._written)[max(0, at - _NEAR) : at + _NEAR].decode(errors="ignore")
        return WordsLost(_("{part} would lose or change words near “{words}”").format(part=self._name, words=near))


def check_kept(expected: bytes, xml: str, name: str) -> bytes:
    """Compare the words that a part was made of with all words in it; the bytes of the part."""
    part = KeptPart(name)
    part.add(xml, expected)
    return b"".join(part.end())


def _plain(text: bytes) -> bytes:
    return text.replace(b"&lt;", b"<").replace(b"&gt;", b">").replace(b"&amp;", b"&")


def _squeezed(text: bytes) -> bytes:
    return text.translate(None, _WHITE).replace(_NO_BREAK, b"")
