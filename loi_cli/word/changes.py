"""Tracked changes: who changed what when, and the elements of Word that say so.

A change stands in one of two readings of the paper: that with all changes (words put in, words moved to here) or that
without (words taken out, words moved away). Within a block that moved, words that changed on the way are put in or
taken out by themselves: what a reader sees as moved is word for word the same.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from loi_cli.word.elements import Element
from loi_cli.word.markup import attribute
from loi_cli.word.vocabulary import UnknownMarkup

OLD, NEW = 1, 2
BOTH = OLD | NEW
"""The reading without the changes, that with all of them, and words that stand in both."""

_KINDS: Mapping[str, str] = {"inserted": "ins", "deleted": "del", "moved-from": "moveFrom", "moved-to": "moveTo"}
_MARKS: Mapping[str, str] = {"inserted": "ins", "deleted": "del"}
_READINGS: Mapping[str, int] = {"ins": NEW, "moveTo": NEW, "del": OLD, "moveFrom": OLD}


class Change(NamedTuple):
    """`kind` is `ins`, `del`, `moveFrom` or `moveTo`; `date` is empty or ends with Z."""

    kind: str
    author: str
    date: str

    @property
    def reading(self) -> int:
        """OLD or NEW: where the words stand."""
        return _READINGS[self.kind]

    @property
    def of_row(self) -> str:
        """The same of a whole row of a table, of which Word does not say that it moved."""
        return "ins" if self.reading == NEW else "del"

    def earlier(self) -> "Change":
        """The same two minutes before.

        LibreOffice (7.4) takes insertions of one author within a minute for one, even where one ends a paragraph and
        the other begins the next; rejected, they take the end between with them, which nobody inserted.
        """
        if self.kind != "ins" or not self.date:
            return self
        return self._replace(date=_written(datetime.fromisoformat(self.date) - timedelta(minutes=2)))

    def attributes(self, number: str) -> str:
        """The attributes of the element; `number` is unique over all revisions and bookmarks of the file."""
        date = f' w:date="{self.date}"' if self.date else ""
        return f'w:id="{number}" w:author="{attribute(self.author)}"{date}'


def block_change(element: Element, outer: Change | None) -> Change | None:
    """The change that a block is under: its own data-change, else that of what it stands in."""
    written = element.get("data-change")
    return outer if written is None else read_change(element, _kind(element, "data-change", written, _KINDS), outer)


def mark_change(element: Element) -> Change | None:
    """The change of a paragraph's mark alone: where one paragraph was split in two, or two were joined."""
    written = element.get("data-mark")
    return None if written is None else read_change(element, _kind(element, "data-mark", written, _MARKS))


def _kind(element: Element, name: str, written: str, kinds: Mapping[str, str]) -> str:
    if written not in kinds:
        raise UnknownMarkup(f'{name}="{written}"', element)
    return kinds[written]


def read_change(element: Element, kind: str, outer: Change | None = None) -> Change:
    """The change that an element's data-author and data-date tell."""
    if outer is not None and _READINGS[kind] != outer.reading:
        # Word has insertions deleted again; a paper of ours compares two versions, and there nothing can be both.
        raise UnknownMarkup(f"<{element.tag}> ({kind}) within a change of the other kind ({outer.kind})", element)
    author = element.get("data-author") or (outer.author if outer else "")
    if not author:
        raise UnknownMarkup(f"<{element.tag}> without data-author", element)
    written = element.get("data-date")
    return Change(kind, author, _zulu(element, written) if written else outer.date if outer else "")


def _zulu(element: Element, written: str) -> str:
    try:
        moment = datetime.fromisoformat(written)
    except ValueError as error:
        raise UnknownMarkup(f'data-date="{written}"', element) from error
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC)
    return _written(moment)


def _written(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%S}Z"
