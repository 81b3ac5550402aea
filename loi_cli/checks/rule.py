"""What a rule is, and what it may look at."""

import re
from dataclasses import dataclass

from loi_cli.intake.register import Register
from loi_cli.merge.outcomes import Outcome
from loi_cli.model.inputs import Insert, Replace, Reword
from loi_cli.model.meetings import Meeting
from loi_cli.model.problems import Place, Problem, Severity
from loi_cli.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """`code` is stable and may be ignored in dossier.yaml (`checks: {ignore: [L104]}`); `help` says what to do."""

    code: str
    severity: Severity
    help: str

    def problem(self, message: str, place: Place) -> Problem:
        return Problem(code=self.code, message=message, place=place, help=self.help, severity=self.severity)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The dossier under check: the register, the text as it will be once all that waits is merged, the meetings."""

    register: Register
    text: Text
    outcomes: tuple[Outcome, ...]
    meetings: tuple[Meeting, ...]
    concept_source: str

    def place_of(self, clause: str) -> Place:
        """Where a clause was worded last: the newest input that words it, else its line in concept.yaml."""
        worded = [
            proposal.place
            for one in sorted(self.register.inputs, key=lambda i: (i.round or 0, i.name))
            for proposal in one.proposals
            if proposal.clause == clause and isinstance(proposal, Reword | Replace | Insert)
        ]
        return worded[-1] if worded else self._in_concept(clause)

    def _in_concept(self, clause: str) -> Place:
        found = re.search(rf"^([ \t-]*clause:[ \t]*){re.escape(clause)}[ \t]*$", self.concept_source, re.MULTILINE)
        if found is None:
            return Place("concept.yaml")
        line = self.concept_source.count("\n", 0, found.start()) + 1
        return Place("concept.yaml", line, len(found[1]) + 1)
