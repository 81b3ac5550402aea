"""Gates: the approvals that a text needs before it is signed, each given to one text and to no other."""

from typing import NamedTuple

from loi_cli.intake.opening import OpenDossier
from loi_cli.model.records import Approval

KNOWN = ("legal-bureau", "foreign-ministry", "delegation-guideline", "credentials", "full-powers", "head-of-unit")
"""Gates that many ministries have; a dossier may name any others."""


class Gate(NamedTuple):
    """A gate with all approvals that count, the oldest first; `demanded`: dossier.yaml names it."""

    name: str
    demanded: bool
    approvals: tuple[Approval, ...]

    def passed_for(self, text: str) -> Approval | None:
        """The approval of the text with this hash; None where it was not given."""
        return next((one for one in self.approvals if one.text == text), None)


def gates_of(opened: OpenDossier) -> tuple[Gate, ...]:
    """The gates that the dossier demands, in its order, then those that were passed all the same."""
    approvals = sorted(opened.approvals, key=lambda one: (one.date, one.at, one.name))
    demanded = opened.dossier.gates
    names = dict.fromkeys((*demanded, *(one.gate for one in approvals)))
    return tuple(
        Gate(name=name, demanded=name in demanded, approvals=tuple(one for one in approvals if one.gate == name))
        for name in names
    )
