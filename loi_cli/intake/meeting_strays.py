"""Words that a person typed into a meeting's Word form where it has no cells for them: told, and kept as comments."""

from collections.abc import Collection, Iterator

from loi_cli.intake.forms import marks
from loi_cli.intake.forms.sheet import beside
from loi_cli.word.filled_tables import Filled, filled_tables
from loi_cli.word.revised import RevisedText


def strays_of(text: RevisedText, read: Collection[str]) -> tuple[str, ...]:
    """What bears no seal of the form and stands in none of the cells that were `read`; comments and footnotes. A form
    that lost its seals, or was made before forms had any, tells no words of its own from others: there it is none."""
    filled = filled_tables(text)
    seals = {mark for line in filled.lines for mark in line.bookmarks if mark.startswith(marks.SEAL)}
    lines = _lines(filled, read) if seals else ()
    own = (" ".join(words.split()) for words in lines if words.strip() and marks.seal(words) not in seals)
    return (*own, *beside(text, ()))


def _lines(filled: Filled, read: Collection[str]) -> Iterator[str]:
    yield from (line.text for line in filled.lines if line.spot is None)
    cells = (cell for table in filled.tables for row in table for cell in row.cells if cell.where not in read)
    yield from (line.text for cell in cells for line in cell.lines)
