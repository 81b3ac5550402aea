"""What belongs to the whole file while it is written: ids, bookmarks, numbering, moves, notes, the reference."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from loi_cli.word.changes import Change
from loi_cli.word.comments import Comments
from loi_cli.word.elements import Element
from loi_cli.word.footnotes import Footnotes
from loi_cli.word.labels import ShownLabels
from loi_cli.word.look import Look
from loi_cli.word.markup import Around
from loi_cli.word.moves import Moves
from loi_cli.word.numbering import Numbering
from loi_cli.word.open_numbers import OpenNumbers
from loi_cli.word.reference import Reference


@dataclass(slots=True)
class Paper:
    """The state of one file in the making. `bookmarks` maps ids to names of Word; `page_of` has the page of each
    bookmark where that is known.

    `numbers` are those that are left open in what is being written, where it may stand in other files too;
    `section_bookmark` is that of the section that is being put into the file.
    """

    reference: Reference
    bookmarks: Mapping[str, str]
    labels: ShownLabels
    page_of: Mapping[str, int]
    numbering: Numbering = field(default_factory=Numbering)
    moves: Moves = field(default_factory=Moves)
    comments: Comments = field(default_factory=Comments)
    footnotes: Footnotes = field(default_factory=Footnotes)
    numbers: OpenNumbers["Paper"] | None = None
    section_bookmark: str = ""
    _last_id: int = 0

    def new_id(self) -> str:
        """A number that no other revision or bookmark of the file has: Word wants that of both together."""
        return str(self.next_id()) if self.numbers is None else self.numbers.ask(Paper.next_id)

    def ask(self, number: "Callable[[Paper], int | str]") -> str:
        """A number that only the file can give, or the mark of one."""
        return str(number(self)) if self.numbers is None else self.numbers.ask(number)

    def next_id(self) -> int:
        """The number itself."""
        self._last_id += 1
        return self._last_id

    def comment(self, element: Element, change: Change | None, look: Look) -> Around | None:
        """The reason that an element gives for its change."""
        return self.comments.at(element, change, look, self.new_id()) if element.attributes.get("title") else None

    def open_bookmark(self, id_: str) -> Around:
        """The bookmark of an element that has this id."""
        return bookmark(self.new_id(), self.bookmarks[id_])


def bookmark(number: str, name: str) -> Around:
    """A bookmark of Word."""
    return Around(f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{number}"/>')
