"""Words in a Word form that have no place in it: typed beside the cells for answers, in the margin, at the foot."""

import re
from collections.abc import Collection, Iterable, Iterator

from loi_cli.i18n import _
from loi_cli.intake.forms import marks
from loi_cli.word.filled_tables import Filled, FilledLine
from loi_cli.word.revised import RevisedText
from loi_cli.word.taken import Taken, passages

_PAGES = re.compile(r"\d+(\D+)\d+(?=\D*\Z)")
"""Page X of Y, at the end of a footer."""


def seals_of(filled: Filled) -> frozenset[str]:
    """The seals that the form bears; none where a converter lost them."""
    return frozenset(mark for line in filled.lines for mark in line.bookmarks if mark.startswith(marks.SEAL))


def unsealed(filled: Filled, seals: Collection[str]) -> Iterator[FilledLine]:
    """The lines that are not the form's own: whoever filled it in wrote them."""
    yield from (line for line in filled.lines if line.text.strip() and marks.seal(line.text) not in seals)


def in_margins(margins: Iterable[str], seals: Collection[str]) -> Iterator[str]:
    """Headers and footers that are not the form's own; nothing where no seals are known. Programs count its pages anew,
    where the form was sealed with 1 of 1."""
    for words in dict.fromkeys(margins) if seals else ():
        if words.strip() and not {marks.seal(words), marks.seal(_PAGES.sub(r"1\g<1>1", words))} & set(seals):
            yield _("in a header or footer: {text}").format(text=words)


def beside(text: RevisedText, placed: Collection[str] = ()) -> Iterator[str]:
    """Comments, but for those that are `placed`, and footnotes."""
    for comment in text.comments:
        if comment.id not in placed and comment.text.strip():
            yield _("a comment of {author} on “{about}”: {text}").format(
                author=comment.author or "?", about=comment.about, text=comment.text
            )
    for blocks in text.notes.values():
        small = RevisedText(blocks=blocks, notes={}, comments=(), margins=(), formatting=0, links=())
        words = " ".join(passage.text for passage in passages(small, Taken.ALL)).strip()
        if words:
            yield _("a footnote: {text}").format(text=words)
