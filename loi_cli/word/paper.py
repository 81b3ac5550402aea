"""What belongs to the whole file while it is written: ids, bookmarks, numbering, moves, notes, the reference."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element

from loi_cli.word.changes import Change
from loi_cli.word.comments import Comments
from loi_cli.word.footnotes import Footnotes
from loi_cli.word.look import Look
from loi_cli.word.markup import Around
from loi_cli.word.moves import Moves
from loi_cli.word.numbering import Numbering
from loi_cli.word.reference import Reference


@dataclass(slots=True)
class Paper:
    """The state of one file in the making. `bookmarks` maps ids to names of Word, `labels` to live labels; `page_of`
    has the page of each bookmark where that is known."""

    reference: Reference
    bookmarks: Mapping[str, str]
    labels: Mapping[str, str]
    page_of: Mapping[str, int]
    numbering: Numbering = field(default_factory=Numbering)
    moves: Moves = field(default_factory=Moves)
    comments: Comments = field(default_factory=Comments)
    footnotes: Footnotes = field(default_factory=Footnotes)
    _last_id: int = 0

    def new_id(self) -> int:
        """A number that no other revision or bookmark of the file has: Word wants that of both together."""
        self._last_id += 1
        return self._last_id

    def comment(self, element: _Element, change: Change | None, look: Look) -> Around | None:
        """The reason that an element gives for its change."""
        return self.comments.at(element, change, look, self.new_id()) if element.get("title") else None

    def open_bookmark(self, id_: str) -> Around:
        """The bookmark of an element that has this id."""
        number = self.new_id()
        return Around(
            f'<w:bookmarkStart w:id="{number}" w:name="{self.bookmarks[id_]}"/>', f'<w:bookmarkEnd w:id="{number}"/>'
        )
