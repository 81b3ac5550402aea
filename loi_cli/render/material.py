"""All that a paper may draw on. Papers for a party take from it by allow-list alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from loi_cli.merge.outcomes import Outcome
from loi_cli.model.dossier import Dossier
from loi_cli.model.inputs import Input
from loi_cli.model.meetings import Meeting
from loi_cli.model.versions import Version


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """`receiver` is the party the paper is for; None: our own side, internal.

    `original_of` is the party whose original it is (whose name and language come first). `version` is what the paper
    shows, `against` what a redline compares it with. `inputs` and `outcomes` are all that was ever taken in; `bases`
    has the version that each input, by its name, was written against. `clauses` are those that a redline is about;
    None: all.
    """

    dossier: Dossier
    version: Version
    against: Version | None = None
    inputs: tuple[Input, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    bases: Mapping[str, Version] = field(default_factory=dict)
    meeting: Meeting | None = None
    today: date
    receiver: str | None = None
    languages: tuple[str, ...]
    clauses: frozenset[str] | None = None

    @property
    def original_of(self) -> str:
        return self.receiver or self.dossier.home
