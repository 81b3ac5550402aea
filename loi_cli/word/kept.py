"""No word is lost: what the HTML held must stand in the parts of the file, and each part must be XML.

Labels that became live numbers have been emptied in the HTML by then, and headers and footers taken out to be compared
with their own parts. White space may differ: HTML indents, Word does not.
"""

import re
from xml.parsers import expat

from lxml import etree
from lxml.etree import _Element

from loi_cli.i18n import _
from loi_cli.model.problems import LoiError

_WORDS = re.compile(r'<w:(?:t|delText) xml:space="preserve">([^<]*)<')


class WordsLost(LoiError):  # it is what went wrong, as BadInput is
    """A bug of ours, or characters that no Word file can hold: the file is not written."""


def check_kept(element: _Element, part: str, name: str) -> bytes:
    """Compare all words of an element with all words of the part made of it; the bytes of the part."""
    data = part.encode()
    try:
        # Without looking into namespaces, which takes most of the time: prefixes are never made of anybody's words.
        expat.ParserCreate().Parse(data, True)
    except expat.ExpatError as error:
        raise WordsLost(_("{part} cannot be written: {why}").format(part=name, why=error)) from error
    expected = _squeezed(etree.tostring(element, method="text", encoding="unicode", with_tail=False))
    written = _squeezed(_plain("".join(_WORDS.findall(part))))
    if expected != written:
        at = next(
            (n for n, (a, b) in enumerate(zip(expected, written, strict=False)) if a != b),
            min(len(expected), len(written)),
        )
        near = expected[max(0, at - 20) : at + 20]
        raise WordsLost(_("{part} would lose or change words near “{words}”").format(part=name, words=near))
    return data


def _plain(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _squeezed(text: str) -> str:
    return "".join(text.split())
