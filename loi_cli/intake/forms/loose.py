"""Words in a Word form that have no place in it: typed beside the cells for answers, in the margin, at the foot."""

from collections.abc import Collection, Iterator

from loi_cli.i18n import _
from loi_cli.intake.forms import marks
from loi_cli.word.filled_tables import Filled, FilledLine
from loi_cli.word.revised import RevisedText
from loi_cli.word.taken import Taken, passages


def seals_of(filled: Filled) -> frozenset[str]:
    """The seals that the form bears; none where a converter lost them."""
    return frozenset(mark for line in filled.lines for mark in line.bookmarks if mark.startswith(marks.SEAL))


def unsealed(filled: Filled, seals: Collection[str]) -> Iterator[FilledLine]:
    """The lines that are not the form's own: whoever filled it in wrote them."""
    yield from (line for line in filled.lines if line.text.strip() and marks.seal(line.text) not in seals)


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
