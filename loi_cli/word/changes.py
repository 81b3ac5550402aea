"""Tracked changes: who changed what when, and the w:ins and w:del that say so."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from lxml.etree import _Element

from loi_cli.word.markup import attribute
from loi_cli.word.vocabulary import UnknownMarkup

_KINDS: Mapping[str, str] = {"inserted": "ins", "deleted": "del"}


class Change(NamedTuple):
    """`kind` is `ins` or `del`; `date` is empty or ends with Z."""

    kind: str
    author: str
    date: str

    def attributes(self, number: int) -> str:
        """The attributes of w:ins and w:del; `number` is unique over all revisions and bookmarks of the file."""
        date = f' w:date="{self.date}"' if self.date else ""
        return f'w:id="{number}" w:author="{attribute(self.author)}"{date}'


def block_change(element: _Element, outer: Change | None) -> Change | None:
    """The change that a block is under: its own data-change, else that of what it stands in."""
    written = element.get("data-change")
    if written is None:
        return outer
    if written not in _KINDS:
        raise UnknownMarkup(f'data-change="{written}"', element)
    return read_change(element, _KINDS[written], outer)


def read_change(element: _Element, kind: str, outer: Change | None = None) -> Change:
    """The change that an element's data-author and data-date tell."""
    if outer is not None and outer.kind != kind:
        # Word has insertions deleted again; a paper of ours compares two versions, and there nothing can be both.
        raise UnknownMarkup(f"<{element.tag}> ({kind}) within a change of the other kind ({outer.kind})", element)
    author = element.get("data-author") or (outer.author if outer else "")
    if not author:
        raise UnknownMarkup(f"<{element.tag}> without data-author", element)
    written = element.get("data-date")
    return Change(kind, author, _zulu(element, written) if written else outer.date if outer else "")


def _zulu(element: _Element, written: str) -> str:
    try:
        moment = datetime.fromisoformat(written)
    except ValueError as error:
        raise UnknownMarkup(f'data-date="{written}"', element) from error
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC)
    return f"{moment:%Y-%m-%dT%H:%M:%S}Z"
