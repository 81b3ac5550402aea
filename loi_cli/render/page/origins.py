"""Who stands behind words: inputs by their units, records by the office that decided, the concept."""

from collections.abc import Iterable, Mapping

from loi_cli.model.inputs import Input
from loi_cli.model.records import Decision
from loi_cli.render.catalogue import catalogue
from loi_cli.render.dates import in_figures
from loi_cli.render.material import Material
from loi_cli.render.papers import chrome
from loi_cli.render.papers.chrome import Plain

CONCEPT = "concept"


class Origins:
    """Numbers origins as they are met, from 1; `of` nobody is 0. One for a party knows nothing: `Origins()`."""

    def __init__(
        self, material: Material | None = None, decisions: Iterable[Decision] = (), language: str = "en"
    ) -> None:
        self._material = material
        self._language = language
        self._inputs = {one.name: one for one in material.inputs} if material else {}
        self._decisions: Mapping[str, Decision] = {one.name: one for one in decisions}
        self._numbers: dict[tuple[str, tuple[str, ...]], int] = {}
        self.told: list[list[Plain]] = []
        """For each number, less one: the inputs and records behind it."""

    def of(self, clause: str, by: tuple[str, ...]) -> int:
        if self._material is None or not by:
            return 0
        key = ("" if by == (CONCEPT,) else clause, by)
        if key not in self._numbers:
            self.told.append([self._tell(name, clause) for name in by])
            self._numbers[key] = len(self.told)
        return self._numbers[key]

    def _tell(self, name: str, clause: str) -> Plain:
        assert self._material is not None
        if name in self._inputs:
            one = self._inputs[name]
            who = chrome.sender(self._material, one, self._language)
            return {"name": name, "who": who, "day": self._day(one), "why": _why(one, clause)}
        if name in self._decisions:
            decision = self._decisions[name]
            day = in_figures(decision.date, self._language)
            return {"name": name, "who": decision.by, "day": day, "why": decision.reason}
        words = catalogue(self._language)
        return {"name": words.say("page.concept") if name == CONCEPT else name, "who": "", "day": "", "why": ""}

    def _day(self, one: Input) -> str:
        return in_figures(one.date, self._language) if one.date else ""


def _why(one: Input, clause: str) -> str:
    found = (p.reason for p in one.proposals if p.clause == clause and p.reason)
    return " ".join(dict.fromkeys(found))
