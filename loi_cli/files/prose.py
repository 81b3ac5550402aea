"""Shapes of words that a person writes."""

import unicodedata
from collections.abc import Callable
from enum import Enum

from loi_cli.files.codes import Code
from loi_cli.files.cut_words import refuse_cut_words, words_cut
from loi_cli.files.nodes import Node, ScalarNode
from loi_cli.files.page import Page
from loi_cli.files.shapes import Schema, Shape
from loi_cli.files.sorts import Sort, wrong_type
from loi_cli.i18n import _


class Empty(Enum):
    """When a text may be empty: never, when said so by `""`, or by a key without a value too."""

    REFUSED = "refused"
    QUOTED = "quoted"
    ALLOWED = "allowed"


def kept(text: str) -> str:
    """A note as written, line breaks too: Unicode NFC, no white space around it or at the ends of its lines."""
    # ASCII is NFC already, and asking `unicodedata` costs a look at each letter.
    text = (text if text.isascii() else unicodedata.normalize("NFC", text)).strip()
    if "\n" not in text and "\r" not in text:
        return text
    return "\n".join(line.rstrip() for line in text.splitlines())


class Prose(Shape[str]):
    """Words of a person. `spelt` gives them their one spelling; the default keeps line breaks."""

    def __init__(self, *, empty: Empty = Empty.REFUSED, spelt: Callable[[str], str] = kept) -> None:
        self.empty = empty
        self.spelt = spelt

    def read(self, node: Node, page: Page) -> str | None:
        if type(node) is not ScalarNode:
            wrong_type(node, page, Sort.WORDS)
            return None
        if page.commented and words_cut(page, node):
            refuse_cut_words(page, node)
            return None
        text = self.spelt(node.text)
        if not text:
            return self._empty(node, page)
        if "{" in text or not text.isascii() or "}" in text:
            self.look_at(text, node, page)
        return text

    def look_at(self, text: str, node: ScalarNode, page: Page) -> None:
        """Add what is wrong with words that hold more than letters of the Latin alphabet; here, nothing is."""

    def _empty(self, node: ScalarNode, page: Page) -> str | None:
        if self.empty is Empty.ALLOWED or (self.empty is Empty.QUOTED and node.style):
            return ""
        remedy = _("write the words, or take the key out")
        if self.empty is Empty.QUOTED:
            remedy = _('write the words, or `""` when there shall be none')
        page.error(Code.EMPTY_VALUE, _("no words stand here"), node.start, remedy)
        return None

    def schema(self) -> Schema:
        # Words such as 2022 or true, unquoted, are numbers to an editor and words to us.
        built: Schema = {"type": ["string", "number", "boolean"]}
        if self.empty is Empty.ALLOWED:
            built["type"].append("null")
        if self.empty is Empty.REFUSED:
            built["pattern"] = r"\S"
        return built
