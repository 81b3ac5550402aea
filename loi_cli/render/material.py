"""All that a paper may draw on. Papers for a party take from it by allow-list alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from loi_cli.intake.agreements import Agreed
from loi_cli.meetings.countdown import Due
from loi_cli.meetings.follow_up import Action
from loi_cli.merge.outcomes import Outcome
from loi_cli.model.conflicts import Standing
from loi_cli.model.dossier import Classification, Dossier
from loi_cli.model.inputs import Input
from loi_cli.model.meetings import Meeting, Urgency
from loi_cli.model.minutes import Minutes
from loi_cli.model.versions import Version
from loi_cli.render.addressee import Addressee
from loi_cli.render.layout import Layout
from loi_cli.render.marks import Marks

_NO_DISPUTES: Mapping[str, Standing] = MappingProxyType({})


class Original(NamedTuple):
    """A document of an original, as its certificate tells of it: the hash is that of the Word file; `pages` is None
    where nobody could count them."""

    languages: tuple[str, ...]
    pages: int | None
    sha256: str


class Point(NamedTuple):
    """A rule as the check list of a treaty office has it: what it asks for, why (with the source), what breaks it."""

    code: str
    says: str
    why: str
    found: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """`receiver` is the party the paper is for; None: our own side, internal.

    `original_of` is the party whose original it is (whose name and language come first). `version` is what the paper
    shows, `against` what a redline compares it with. `inputs` and `outcomes` are all that was ever taken in; `bases`
    has the version that each input, by its name, was written against. `agreed` has the clauses that the parties agreed
    on; which inputs reopen them is internal. `withdrawn` names the records that took inputs back. `addressee` is the
    unit that a letter goes to.
    `clauses` are those that a redline is about; None: all.
    `minutes` are those of `meeting`, and `disputes` has the conflicts that they may settle.
    `actions` are action items over all meetings, `calendar` is what leads to `meeting`.
    `copy`: the number of this copy of a packet, of `copies`; 0: not numbered.
    `final`: an original to be signed, which carries nothing but the text; `originals`: what a certificate is about.
    `points`: what a check list asks. `bound` and `urgency` are those of the document that a paper is part of.

    `today` is for what depends on the day, such as who is late. `as_of` is the day of the version, which a draft bears:
    the same version gives the same paper on any day.
    """

    dossier: Dossier
    version: Version
    against: Version | None = None
    inputs: tuple[Input, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    withdrawn: Mapping[str, str] = field(default_factory=dict)
    bases: Mapping[str, Version] = field(default_factory=dict)
    agreed: Mapping[str, Agreed] = field(default_factory=dict)
    meeting: Meeting | None = None
    today: date
    as_of: date
    receiver: str | None = None
    languages: tuple[str, ...]
    addressee: Addressee | None = None
    layout: Layout = Layout.PARALLEL
    marks: Marks = Marks.BRACKETED
    final: bool = False
    originals: tuple[Original, ...] = ()
    clauses: frozenset[str] | None = None
    minutes: Minutes | None = None
    disputes: Mapping[str, Standing] = field(default_factory=dict)
    actions: tuple[Action, ...] = ()
    calendar: tuple[Due, ...] = ()
    copy: int = 0
    copies: int = 0
    points: tuple[Point, ...] = ()
    bound: Classification | None = None
    urgency: Urgency | None = None

    def of_any_meeting(self) -> "Material":
        """The same without a meeting, and without what a document for one binds its papers to."""
        return replace(
            self, meeting=None, minutes=None, disputes=_NO_DISPUTES, calendar=(), copy=0, copies=0, bound=None,
            urgency=None,
        )  # fmt: skip

    @property
    def original_of(self) -> str:
        return self.receiver or self.dossier.home
