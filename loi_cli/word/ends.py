"""The ends of paragraphs: which of them are tracked changes, and what keeps each of them in its place.

Settled, a paragraph whose end goes runs into the next one. So there must be one: where paragraphs come or go at the end
of a text, Word marks the end of the one before them in place of the last; where there is none, a separator follows.
"""

from collections.abc import Callable

from loi_cli.word.changes import Change


class Ends:
    """The last paragraphs of one story, as places in its `out`."""

    __slots__ = ("_last", "_new_id", "_out", "_standing", "changing", "last_inserted", "properties")

    def __init__(self, out: list[str], new_id: Callable[[], int]) -> None:
        self._out = out
        self._new_id = new_id
        self._last = 0
        self._standing: int | None = None
        """The last end that is no change, with nothing after it but changes of one reading."""
        self.changing: Change | None = None
        """The change that the last end is."""
        self.last_inserted: Change | None = None
        """The change with which the words before the last end close, when that end is none."""
        self.properties: int | None = None
        """Where the last paragraph would take the properties of a section; None: it may not be there later."""

    def next(self, change: Change | None, words: Change | None) -> None:
        """A paragraph ends here, with `words` of a change at its very end."""
        if change is None:
            self._standing, self.last_inserted = len(self._out), words
        elif self.changing is not None and self.changing.reading != change.reading:
            self._standing = None
        if change is not None:
            self.last_inserted = None
        self.changing = change
        self._last = len(self._out)
        self._out.append(self._mark(change) if change else "")
        self.properties = None if change else self._last + 1

    def _mark(self, change: Change) -> str:
        return f"<w:rPr><w:{change.kind} {change.attributes(self._new_id())}/></w:rPr>"

    def none(self) -> None:
        """Something that is no paragraph has been written."""
        self.changing = self._standing = self.properties = self.last_inserted = None

    def stand_still(self) -> None:
        """Let the last end stay, and the end before all that came or went with it go in its place."""
        if self.changing is None or self._standing is None:
            return
        self._out[self._standing] = self._mark(self.changing._replace(kind=self.changing.of_row))
        self._out[self._last] = ""
        self.properties = self._last + 1
        self.changing = self._standing = None
