"""The alphabet of WordprocessingML: namespaces and escaping.

Parts are written as strings: building them as trees took others 4 to 9 times as long as a string template. A parser
then reads every part again (`kept.py`), so that one that is not well-formed never leaves.
"""

from typing import NamedTuple

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Around(NamedTuple):
    """What stands before and after some content: a bookmark, a comment, a move."""

    start: str
    end: str


def w(name: str) -> str:
    """`w("p")`: the name as lxml writes it."""
    return f"{{{W}}}{name}"


def escape(text: str) -> str:
    """Words as XML text; `>` too, since `]]>` may not stand in it."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text


def attribute(text: str) -> str:
    """Words as the value of an attribute within double quotes."""
    return escape(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;").replace("\r", "&#13;")
