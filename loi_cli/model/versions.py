"""Versions: immutable snapshots of the text with their parents and their provenance."""

from datetime import date
from typing import NamedTuple

from loi_cli.model.text import Text


class Merged(NamedTuple):
    """An input or a record that a version holds: its name and the SHA-256 of its bytes."""

    name: str
    sha256: str


class Header(NamedTuple):
    """The first line of a version's file; its SHA-256 is the version's hash and its file's name.

    `time` is UTC, ISO 8601 to the second; `tool` the version of loi that merged it. `called` names a text that no
    version holds: a file, an input on its base.
    """

    hash: str
    parents: tuple[str, ...]
    number: int
    time: str
    author: str
    message: str
    tool: str
    touched: tuple[str, ...]
    text_hash: str
    body_hash: str
    left_off: int = 0
    """How many more clauses it touched than `touched` names, which are many."""
    called: str = ""

    @property
    def label(self) -> str:
        """`v3`; `v3-preview` for a text that was merged in memory alone, which has no hash as a version."""
        if self.called:
            return self.called
        return f"v{self.number}" if self.hash else f"v{self.number}-preview"

    @property
    def full_label(self) -> str:
        """The label that names one version even when two heads share a number: v3-3f2a91."""
        return f"v{self.number}-{self.hash[:6]}"


class Version(NamedTuple):
    """`order` is the order of units that sorted its sides; later versions keep it and add new units at its end."""

    header: Header
    text: Text
    inputs: tuple[Merged, ...]
    decisions: tuple[Merged, ...]
    order: tuple[str, ...] = ()

    def as_preview(self, day: date) -> "Version":
        """The same text under a name that says that nobody has recorded it. Its time is the day of the newest file that
        it was merged from, so that the same files give the same papers on any day."""
        return self._replace(header=self.header._replace(hash="", time=f"{day.isoformat()}T00:00:00Z"))
