"""Records: what happened, one file each, never changed, undone by another record.

`at` is the moment in UTC, to the second; it puts the records of one day in order, and tells two equal events apart.
Records of older dossiers have none.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import NamedTuple


class Decision(NamedTuple):
    """Who settled a conflict, how, why.

    Exactly one of `take` (a side's name, or `base`), `words` (by language) and `bracket` (stays open, on purpose).
    `reads` repeats the words that were taken, so that the decision still means the same where the dispute comes back
    between other sides, and a person can read it without the conflict. `overrules` names earlier decisions on the same
    dispute that no longer count. `meeting` is the one whose minutes say it: both parties agreed.
    """

    name: str
    sha256: str
    conflict: str
    by: str
    date: date
    reason: str
    take: str | None = None
    reads: str | None = None
    words: Mapping[str, str] = MappingProxyType({})
    bracket: bool = False
    overrules: tuple[str, ...] = ()
    meeting: str | None = None
    at: str = ""


class Naming(NamedTuple):
    """A name (tag) given to a version."""

    name: str
    sha256: str
    tag: str
    version: str
    by: str
    date: date
    at: str = ""


class Agreement(NamedTuple):
    """The parties agreed on a clause with all that it holds, as `version` has it.

    `words` has the fingerprint of each clause meant, so that it is known which of them were changed since.
    `ad_referendum`: the delegations agreed, their governments still have to.
    """

    name: str
    sha256: str
    clause: str
    version: str
    words: Mapping[str, str]
    by: str
    date: date
    ad_referendum: bool = False
    meeting: str | None = None
    reason: str = ""
    at: str = ""


class Withdrawal(NamedTuple):
    """An input was taken back: it stays kept, and the next merge gives the text as though it had never been sent.

    `version` is the one that had taken it in, where that whole step was taken back (`loi undo`).
    """

    name: str
    sha256: str
    input: str
    by: str
    date: date
    reason: str
    version: str | None = None
    at: str = ""


class Undoing(NamedTuple):
    """Another record, `undoes`, no longer counts; undone itself, it counts again."""

    name: str
    sha256: str
    undoes: str
    by: str
    date: date
    reason: str
    at: str = ""


class Deadline(NamedTuple):
    """A longer time for one unit in one round; of several the latest counts."""

    name: str
    sha256: str
    unit: str
    round: int
    due: date
    by: str
    date: date
    reason: str = ""
    at: str = ""


class KeptFile(NamedTuple):
    """A file as it was sent or received: what it was called, and the hash that names its bytes in records/files/."""

    name: str
    sha256: str

    @property
    def path(self) -> str:
        """Where its bytes are, from the dossier's folder on."""
        suffix = PurePosixPath(self.name).suffix.lower()
        return f"records/files/{self.sha256}{suffix}"


class Sending(NamedTuple):
    """What left: to which party, with which letter, in which version and languages. `text` is the hash of the words."""

    name: str
    sha256: str
    to: str
    version: str
    text: str
    languages: tuple[str, ...]
    files: tuple[KeptFile, ...]
    by: str
    date: date
    letter: str = ""
    at: str = ""


class Received(NamedTuple):
    """A file that the other party sent back: its very bytes are kept, and what it says is the named input.

    `unplaced` is what found no place in the text, for a person to look at.
    """

    name: str
    sha256: str
    party: str
    file: str
    kept: str
    file_sha256: str
    input: str
    base: str
    date: date
    unplaced: tuple[str, ...] = ()
    at: str = ""

    @property
    def by(self) -> str:
        """Who did it: the party that sent it."""
        return self.party


class ActionStep(NamedTuple):
    """What became of an action item of a meeting: it was `done`, or its last day was moved to `due`."""

    name: str
    sha256: str
    meeting: str
    action: str
    done: bool
    due: date | None
    by: str
    date: date
    reason: str = ""
    at: str = ""


class Approval(NamedTuple):
    """A gate was passed: an office approved one text, named by its hash, under a reference (the number of its letter).

    It says nothing of any other text: one word changed, and the gate is to be passed anew.
    """

    name: str
    sha256: str
    gate: str
    text: str
    reference: str
    by: str
    date: date
    reason: str = ""
    at: str = ""


class Closing(NamedTuple):
    """The dossier is closed with this text; undone, it is open again. `files` are the signed scans, as they were."""

    name: str
    sha256: str
    version: str
    text: str
    files: tuple[KeptFile, ...]
    by: str
    date: date
    reason: str = ""
    at: str = ""


Record = (
    Decision
    | Naming
    | Agreement
    | Withdrawal
    | Undoing
    | Deadline
    | Sending
    | Received
    | ActionStep
    | Approval
    | Closing
)
