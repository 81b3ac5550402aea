"""The three sorts of nodes that YAML has, and what to say when one stands where another belongs."""

from enum import Enum

from loi_cli.files.codes import Code
from loi_cli.files.nodes import HoleNode, MappingNode, Node, ScalarNode, SequenceNode
from loi_cli.files.page import Page
from loi_cli.i18n import _


class Sort(Enum):
    """The three sorts of nodes that YAML has."""

    WORDS = "words"
    LIST = "list"
    KEYS = "keys"


def wrong_type(node: Node, page: Page, expected: Sort) -> None:
    """Add the problem that a node is of another sort than belongs there; a hole or a spoilt line is one already."""
    if isinstance(node, HoleNode) or node.start.line in page.spoilt:
        page.flaws += 1
        return
    names = {Sort.WORDS: _("words"), Sort.LIST: _("a list"), Sort.KEYS: _("keys with values")}
    if isinstance(node, ScalarNode) and node.bare:
        message = _("nothing stands here; {expected} would belong here").format(expected=names[expected])
        page.error(Code.EMPTY_VALUE, message, node.start, _("write it, or take the key out"))
        return
    found = _sort_of(node)
    message = _("{found} here; {expected} would belong here").format(found=names[found], expected=names[expected])
    page.error(Code.WRONG_TYPE, message, node.start, _another_sort(node, page, expected))


def _sort_of(node: Node) -> Sort:
    if isinstance(node, ScalarNode):
        return Sort.WORDS
    return Sort.LIST if isinstance(node, SequenceNode) else Sort.KEYS


def _another_sort(node: Node, page: Page, expected: Sort) -> str:
    """What to do where a node of another sort is expected."""
    if expected is Sort.LIST:
        return _("write each entry on a line of its own that begins with `- `")
    if expected is Sort.KEYS:
        return _("write each key on a line of its own, indented, with its value after a colon")
    if isinstance(node, SequenceNode | MappingNode) and node.flow:
        from loi_cli.files.remedies import own_line_remedy

        return own_line_remedy(page.source.line(node.start.line + 1))
    return _("write the words right after the key, or after `- ` in a list, without a key of their own; more than one"
             " line of them after `|`, indented")  # fmt: skip
