"""What a returned paper amounts to: each change of a clause, each remark, and what has no place in the text."""

from collections.abc import Mapping
from dataclasses import dataclass

from loi_cli.intake.receiving.sent import Part
from loi_cli.model.inputs import Anchor
from loi_cli.model.text import Kind
from loi_cli.word.revised import Revision


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """Who changed it, as far as the file tells. `tracked`: all of it; `untracked`: some was found by comparison."""

    revisions: tuple[Revision, ...] = ()
    tracked: bool = False
    untracked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewording:
    """The words of a clause that differ: to be proposed; by field (`text.en`) as sent, and as returned."""

    clause: str
    words: Mapping[tuple[Part, str], str]
    sent: Mapping[str, str]
    theirs: Mapping[str, str]
    trace: Trace


@dataclass(frozen=True, slots=True, kw_only=True)
class Deletion:
    clause: str
    sent: Mapping[str, str]
    trace: Trace


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """A clause at another place."""

    clause: str
    anchor: Anchor
    trace: Trace


@dataclass(frozen=True, slots=True, kw_only=True)
class Insertion:
    clause: str
    kind: Kind
    anchor: Anchor
    words: Mapping[tuple[Part, str], str]
    trace: Trace


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A comment, or a footnote of theirs, on a clause."""

    clause: str
    author: str
    date: str
    about: str
    text: str
    answers: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unplaced:
    """What a person must look at: words as they stand on the page, near which clause, and why they have no place."""

    text: str
    why: str
    near: str = ""
    language: str = ""


Finding = Rewording | Deletion | Removal | Insertion


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All of it; nothing of the returned paper is left out. `absent`: languages that it does not hold at all;
    `strange`: it holds hardly a line that was sent, in none of them."""

    changes: tuple[Finding, ...] = ()
    said: tuple[Said, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    absent: tuple[str, ...] = ()
    strange: bool = False
