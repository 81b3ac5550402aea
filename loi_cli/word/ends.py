"""The ends of paragraphs: which of them are tracked changes, and what keeps each of them in its place.

Settled, a paragraph whose end goes runs into the next one. So there must be one: where paragraphs come or go at the
end of a text, Word marks the end of the one before them in place of the last. Where there is none, a separator stands
before paragraphs that came, or follows those that went.
"""

from loi_cli.word.changes import NEW, Change
from loi_cli.word.paper import Paper
from loi_cli.word.vocabulary import SEPARATOR_STYLE


class Ends:
    """The last paragraphs of one story, as places in its `out`."""

    __slots__ = ("_first", "_last", "_out", "_paper", "_standing", "changing", "last_inserted", "properties")

    def __init__(self, out: list[str], paper: Paper) -> None:
        self._out = out
        self._paper = paper
        self._last = 0
        self._first = 0
        """Where the first of the last paragraphs begins that are changes of one reading."""
        self._standing: int | None = None
        """The last end that is no change, with nothing after it but changes of one reading."""
        self.changing: Change | None = None
        """The change that the last end is."""
        self.last_inserted: Change | None = None
        """The change with which the words before the last end close, when that end is none."""
        self.properties: int | None = None
        """Where the last paragraph would take the properties of a section; None: it may not be there later."""

    def stays(self) -> None:
        """A paragraph ends here, with words that are no change: the most common case."""
        self._standing = self._last = last = len(self._out)
        self._out.append("")
        self.properties = last + 1
        self.changing = self.last_inserted = None

    def next(self, change: Change | None, words: Change | None) -> None:
        """A paragraph ends here, with `words` of a change at its very end."""
        if change is None:
            self._standing, self.last_inserted = len(self._out), words
        else:
            self.last_inserted = None
            if self.changing is None:
                self._first = len(self._out) - 1
            elif self.changing.reading != change.reading:
                self._first, self._standing = len(self._out) - 1, None
        self.changing = change
        self._last = len(self._out)
        self._out.append(self._mark(change) if change else "")
        self.properties = None if change else self._last + 1

    def _mark(self, change: Change) -> str:
        return f"<w:rPr><w:{change.kind} {change.attributes(self._paper.new_id())}/></w:rPr>"

    def none(self) -> None:
        """Something that is no paragraph has been written."""
        self.changing = self._standing = self.properties = self.last_inserted = None

    def settled(self) -> int:
        """How many pieces of `out` nothing can change any more. They are taken out of it: places are counted anew."""
        if self.changing is not None:
            return 0
        if self.properties is None:
            return len(self._out)
        count, self._last, self.properties = self.properties - 1, 0, 1
        self._standing = None if self._standing is None else 0
        return count

    def stand_still(self) -> None:
        """Let the last end stay, and the end before all that came or went with it go in its place."""
        if self.changing is None or (self._standing is None and self.changing.reading != NEW):
            return
        mark = self._mark(self.changing._replace(kind=self.changing.of_row))
        self._out[self._last] = ""
        if self._standing is not None:
            self._out[self._standing] = mark
        else:
            style = self._paper.reference.style(SEPARATOR_STYLE)
            self._out.insert(self._first, f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{mark}</w:pPr></w:p>')
            self._last += 1
        self.properties = self._last + 1
        self.changing = self._standing = None
