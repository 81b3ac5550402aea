"""What belongs to the whole file while it is written: ids, bookmarks, numbering, and the office's reference."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from loi_cli.word.numbering import Numbering
from loi_cli.word.reference import Reference


@dataclass(frozen=True, slots=True)
class Bookmark:
    """The beginning and end of a bookmark, as they stand among the runs."""

    start: str
    end: str


@dataclass(slots=True)
class Paper:
    """The state of one file in the making. `bookmarks` maps ids to names of Word, `labels` to live labels."""

    reference: Reference
    bookmarks: Mapping[str, str]
    labels: Mapping[str, str]
    numbering: Numbering = field(default_factory=Numbering)
    _last_id: int = 0

    def new_id(self) -> int:
        """A number that no other revision or bookmark of the file has: Word wants that of both together."""
        self._last_id += 1
        return self._last_id

    def open_bookmark(self, id_: str) -> Bookmark:
        """The bookmark of an element that has this id."""
        number = self.new_id()
        return Bookmark(
            f'<w:bookmarkStart w:id="{number}" w:name="{self.bookmarks[id_]}"/>', f'<w:bookmarkEnd w:id="{number}"/>'
        )
