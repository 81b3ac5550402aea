"""What became of each side's wish for words."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from loi_cli.merge.marks import Mark
from loi_cli.model.words import Side


class Fate(StrEnum):
    """What became of one side's wish, the most telling first."""

    CONFLICT = "conflict"
    OVERRULED = "overruled"
    TAKEN_BACK = "taken back"
    MERGED = "merged"
    SAME = "same"


@dataclass(slots=True)
class Fates:
    """For every side what became of its edits, each with a note: a conflict's id, a record's or another side's name."""

    found: dict[str, list[tuple[Fate, str]]] = field(default_factory=dict)
    marks: list[Mark] = field(default_factory=list)

    def add(self, side: Side, fate: Fate, note: str = "") -> None:
        self.found.setdefault(side.source, []).append((fate, note))

    def of(self, source: str) -> tuple[Fate, str]:
        """The most telling fate of an input; one without any edit is the same as what stands."""
        order = list(Fate)
        return min(self.found.get(source, [(Fate.SAME, "")]), key=lambda f: order.index(f[0]))

    @property
    def overtaken(self) -> Iterator[tuple[str, str]]:
        """The inputs whose words a later one of the same sender takes back, or a decision sets aside, with that one."""
        for source, some in self.found.items():
            yield from ((source, note) for fate, note in some if fate in (Fate.OVERRULED, Fate.TAKEN_BACK))

    def lost(self, source: str) -> bool:
        """Whether some of an input's words did not prevail: overruled or taken back."""
        return any(fate in (Fate.OVERRULED, Fate.TAKEN_BACK) for fate, _note in self.found.get(source, ()))
