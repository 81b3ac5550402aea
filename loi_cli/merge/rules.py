"""What a merge must know beside the text and the inputs."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from loi_cli.merge.decisions import Rulings
from loi_cli.model.words import Bracket, Reading, Side

Rank = Callable[[str], tuple[int, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """`rank` orders sides (units as in the dossier, then parties); `languages` are those of the dossier, `others` the
    parties beside home.

    `yielding` names inputs that leave every dispute because a later one, its value, takes them back.
    """

    home: str
    languages: tuple[str, ...]
    rank: Rank
    rulings: Rulings
    others: frozenset[str] = frozenset()
    yielding: Mapping[str, str] = field(default_factory=dict)

    @property
    def for_home(self) -> Side:
        """Speaks for what stands where only the other party speaks."""
        return Side(self.home, "")

    def is_home(self, side: Side) -> bool:
        """Whether a side is one of home's own, or speaks in its name."""
        return side.sender not in self.others

    def order(self, side: Side) -> tuple[tuple[int, str], str]:
        return (self.rank(side.name), side.source)

    def bracket(
        self, base: str, voices: Mapping[str, Iterable[Side]], lead: str = "", base_by: tuple[str, ...] = ()
    ) -> Bracket:
        """The dispute of these voices, in the order of sides. One name speaks once: a unit's further input is `x.2`."""
        names = _unique({side for sides in voices.values() for side in sides})
        readings = [
            Reading(text, tuple(sorted((names[s] for s in dict.fromkeys(sides)), key=self.order)))
            for text, sides in voices.items()
        ]
        ordered = sorted(readings, key=lambda r: (self.order(r.sides[0]), r.text))
        return Bracket(base, tuple(ordered), lead, base_by)


def _unique(sides: Iterable[Side]) -> dict[Side, Side]:
    names: dict[Side, Side] = {}
    taken: set[str] = set()
    for side in sorted(sides, key=lambda s: (s.source, s.name)):
        name, further = side.name, 1
        while name in taken:
            further += 1
            name = f"{side.name.split('.')[0]}.{further}"
        taken.add(name)
        names[side] = Side(name, side.source)
    return names
