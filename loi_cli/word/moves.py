"""Moves: the range that words left and the range that they came to, paired by a name."""

from dataclasses import dataclass, field

from loi_cli.word.changes import Change
from loi_cli.word.elements import Element
from loi_cli.word.markup import Around, attribute
from loi_cli.word.vocabulary import UnknownMarkup


@dataclass(slots=True)
class Moves:
    """All moves of one file: each name has one end where the words were and one where they are."""

    _ends: dict[str, dict[str, Element]] = field(default_factory=dict)

    def range(self, element: Element, change: Change | None, number: str, part: str = "") -> Around:
        """What stands before and after all that moved with an element; `part` tells the cells of a row apart."""
        name = f"{element.get('data-move')}{part}"
        if change is None or change.kind not in ("moveFrom", "moveTo"):
            raise UnknownMarkup(f'data-move="{name}" on what did not move', element)
        self._end(name, change.kind, element)
        start = f'<w:{change.kind}RangeStart {change.attributes(number)} w:name="{attribute(name)}"/>'
        return Around(start, f'<w:{change.kind}RangeEnd w:id="{number}"/>')

    def _end(self, name: str, kind: str, element: Element) -> None:
        ends = self._ends.setdefault(name, {})
        if kind in ends:
            raise UnknownMarkup(f'a second data-move="{name}" of the same kind', element)
        ends[kind] = element

    def join(self, others: "Moves") -> None:
        """Take the moves of a section into those of its file."""
        for name, ends in others._ends.items():
            for kind, element in ends.items():
                self._end(name, kind, element)

    def check_paired(self) -> None:
        """Raise UnknownMarkup for words that left and never came, or came from nowhere."""
        for name, ends in self._ends.items():
            if len(ends) == 1:
                raise UnknownMarkup(f'data-move="{name}" without its other end', *ends.values())
