"""What a rule is, and what it may look at."""

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from loi_cli.intake.register import Register
from loi_cli.merge.outcomes import Outcome
from loi_cli.model.dossier import Dossier
from loi_cli.model.inputs import Wording
from loi_cli.model.meetings import Meeting
from loi_cli.model.problems import Place, Problem, Severity
from loi_cli.model.records import Decision
from loi_cli.model.text import Text


class Stage(StrEnum):
    """Where the text stands: a finding that is daily life in a draft stops a text that goes out."""

    DRAFT = "draft"
    SEND = "send"
    FINAL = "final"


class Example(NamedTuple):
    """A small dossier and what the rule says of it; both the rule's documentation and its test.

    `clauses` is the list under `clauses:` of concept.yaml; `dossier` holds keys of dossier.yaml that take the place of
    the usual ones; `inputs` are files by name, `records` what was recorded, by kind; `finds` are the messages, none
    where all is well. `first` is that list as it was when v1 was made of it; none: nothing was merged yet.
    """

    clauses: str
    dossier: str = ""
    inputs: Mapping[str, str] = MappingProxyType({})
    records: Mapping[str, str] = MappingProxyType({})
    meeting: str = ""
    finds: tuple[str, ...] = ()
    first: str = ""


class Rule(NamedTuple):
    """`code` and `name` are stable, and the code may be ignored in dossier.yaml (`checks: {ignore: [L104]}`).

    `draft`, `send` and `final` weigh a finding by stage; None: not said at that stage. `says` is what is wrong, `why`
    what it does to a negotiation, with the source; `help` says what to do.
    """

    code: str
    name: str
    draft: Severity | None
    send: Severity | None
    final: Severity | None
    says: str
    why: str
    help: str
    examples: tuple[Example, ...] = ()

    def weight(self, stage: Stage) -> Severity | None:
        return {Stage.DRAFT: self.draft, Stage.SEND: self.send, Stage.FINAL: self.final}[stage]

    def problem(self, message: str, place: Place) -> Problem:
        """A finding; whoever looks at a stage weighs it anew."""
        return Problem(code=self.code, message=message, place=place, help=self.help, severity=self.draft or WARNING)


ERROR = Severity.ERROR
WARNING = Severity.WARNING


Span = tuple[str, bool, str, int, int, str, str]
"""Clause, whether its heading, language, from where to where, the words that stand there, the words in their place:
what a rule's `correct(subject)` gives where it is certain."""


class Subject(NamedTuple):
    """The dossier under check: the register, the text as it will be once all that waits is merged, the meetings.

    `idle` are the decisions that settle nothing in it, `opposed` those on disputes that are open still.
    """

    register: Register
    text: Text
    outcomes: tuple[Outcome, ...]
    meetings: tuple[Meeting, ...]
    concept_source: str
    today: date
    idle: tuple[Decision, ...] = ()
    opposed: Mapping[str, tuple[Decision, ...]] = MappingProxyType({})

    @property
    def dossier(self) -> Dossier:
        return self.register.opened.dossier

    def place_of(self, clause: str) -> Place:
        """Where a clause was worded last: the newest input that words it, else its line in concept.yaml."""
        worded = [
            proposal.place
            for one in sorted(self.register.inputs, key=lambda i: (i.round or 0, i.name))
            for proposal in one.proposals
            if proposal.clause == clause and isinstance(proposal, Wording)
        ]
        return worded[-1] if worded else self._in_concept(clause)

    def _in_concept(self, clause: str) -> Place:
        found = re.search(rf"^([ \t-]*clause:[ \t]*){re.escape(clause)}[ \t]*$", self.concept_source, re.MULTILINE)
        if found is None:
            return Place("concept.yaml")
        line = self.concept_source.count("\n", 0, found.start()) + 1
        return Place("concept.yaml", line, len(found[1]) + 1)
