"""The alphabet of WordprocessingML: namespaces, escaping, and the look of a run.

Parts are written as strings. Measured on a letter of 300 articles this takes a third of the time that building a tree
with lxml takes; lxml then reads every part again (`kept.py`), so a part that is not well-formed never leaves.
"""

from functools import lru_cache
from typing import NamedTuple

from loi_cli.word.languages import lang_attributes

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


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


class Look(NamedTuple):
    """What a run looks like; `style` is the id of a character style, `vertical` superscript or subscript."""

    lang: str = "en"
    rtl: bool = False
    style: str = ""
    bold: bool = False
    italic: bool = False
    underline: bool = False
    vertical: str = ""


@lru_cache(maxsize=1024)
def run_properties(look: Look) -> str:
    """The w:rPr of a look, its children in the order that the schema demands."""
    parts = (
        f'<w:rStyle w:val="{look.style}"/>' if look.style else "",
        "<w:b/><w:bCs/>" if look.bold else "",
        "<w:i/><w:iCs/>" if look.italic else "",
        '<w:u w:val="single"/>' if look.underline else "",
        f'<w:vertAlign w:val="{look.vertical}"/>' if look.vertical else "",
        "<w:rtl/>" if look.rtl else "",
        f"<w:lang {lang_attributes(look.lang)}/>",
    )
    return f"<w:rPr>{''.join(parts)}</w:rPr>"
