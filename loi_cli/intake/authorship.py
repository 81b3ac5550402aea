"""What stands behind a name at some words: the input, its line and reason, or the decision; the version that brought
it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from loi_cli.history.arrivals import Arrivals
from loi_cli.intake.concept import SOURCE_NAME
from loi_cli.intake.disputes import proposal_on
from loi_cli.intake.register import Register
from loi_cli.model.inputs import Input
from loi_cli.model.records import Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where words come from. `side` for an input, `office` for a decision; `version` is the one that brought it, empty
    while it waits to be merged; `meeting` is where the parties agreed on what was decided."""

    name: str
    kind: str
    side: str = ""
    office: str = ""
    day: date | None = None
    file: str = ""
    line: int = 0
    reason: str = ""
    version: str = ""
    meeting: str = ""

    @property
    def where(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


class Authorship:
    """Finds origins by name. Versions are looked into only as far as names are asked for."""

    def __init__(self, register: Register) -> None:
        self._inputs = register.inputs_by_name
        self._decisions = {d.name: d for d in (*register.decisions, *register.waiting_decisions)}
        self._arrivals = Arrivals(register.opened.store, register.opened.headers)
        self._root = register.root.header.label
        self._labels: dict[str, str] = {}

    def origins(self, names: Iterable[str], clause: str, field: str, words: str = "") -> tuple[Origin, ...]:
        """The origins of these names as to one field of a clause, or some words of it."""
        return tuple(self._origin(name, clause, field, words) for name in names)

    def arrived(self, name: str) -> str:
        """The label of the version that brought an input or a decision; empty while it waits."""
        if name == SOURCE_NAME:
            return self._root
        if name not in self._labels:
            header = self._arrivals.of([name]).get(name)
            self._labels[name] = header.label if header else ""
        return self._labels[name]

    def _origin(self, name: str, clause: str, field: str, words: str) -> Origin:
        if name in self._inputs:
            return self._of_input(self._inputs[name], clause, field, words)
        if name in self._decisions:
            return self._of_decision(self._decisions[name])
        return Origin(
            name=name, kind="concept", file="concept.yaml" if name == SOURCE_NAME else "", version=self.arrived(name)
        )

    def _of_input(self, one: Input, clause: str, field: str, words: str) -> Origin:
        found = proposal_on(one, clause, field, words)
        return Origin(
            name=one.name,
            kind="input",
            side=one.side,
            day=one.date,
            file=one.file,
            line=found.place.line if found else 0,
            reason=found.reason if found else "",
            version=self.arrived(one.name),
        )

    def _of_decision(self, decision: Decision) -> Origin:
        return Origin(
            name=decision.name,
            kind="decision",
            office=decision.by,
            day=decision.date,
            file=f"records/{decision.name}.yaml",
            reason=decision.reason,
            meeting=decision.meeting or "",
            version=self.arrived(decision.name),
        )
