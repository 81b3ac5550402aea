"""Words that YAML drops without a word: what follows ` #` on their line is a comment to it."""

import re

from loi_cli.files.codes import Code
from loi_cli.files.nodes import ScalarNode
from loi_cli.files.page import Page
from loi_cli.files.source import LINE_BREAK
from loi_cli.i18n import _

_DROPPED = re.compile(r"[ \t]*#")
_BLOCK_SIGN = re.compile(r"[|>][-+0-9]*")
_COMMENT = r"(?m)[ \t]{2,}#+(?: |$)"


def words_cut(page: Page, node: ScalarNode, comments_too: bool = False) -> bool:
    """Whether YAML dropped what follows these words on their line: `harga #1 naik`.

    Two spaces before the sign and one after it are how a comment is written; `comments_too` counts those as well.
    """
    end = _end_of_line_part(page, node)
    found = _DROPPED.match(page.source.text, end)
    return found is not None and (comments_too or not re.compile(_COMMENT).match(page.source.text, end))


def _end_of_line_part(page: Page, node: ScalarNode) -> int:
    """The offset where a comment could begin: after the words; of a block, after its sign."""
    if node.style in ("|", ">"):
        header = _BLOCK_SIGN.match(page.source.text, node.start.index)
        return header.end() if header else node.start.index
    return node.end.index


def refuse_cut_words(page: Page, node: ScalarNode) -> None:
    """Add the problem of words after ` #`, which YAML drops; once for a line."""
    if node.start.line in page.spoilt:
        page.flaws += 1
        return
    from loi_cli.files.remedies import own_line_remedy  # only where something is wrong

    page.spoilt.add(node.start.line)
    dropped = LINE_BREAK.split(page.source.text[_end_of_line_part(page, node) :], maxsplit=1)[0]
    page.error(
        Code.CUT_WORDS,
        _("YAML takes `{lost}` for a comment: these words would be lost").format(lost=dropped.strip()),
        node.start,
        own_line_remedy(page.source.line(node.start.line + 1)) + _("; if it is a comment, put it on a line of its own"),
    )
