"""What goes down from an element to all that it holds: language, direction, change, page width, keeping together."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from loi_cli.word.changes import Change, block_change
from loi_cli.word.elements import Attributes, Element
from loi_cli.word.look import Look

if TYPE_CHECKING:
    from loi_cli.word.molds import Mold


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """Where a block stands. Places derived from it are remembered: a paper has few, and thousands of blocks in them.

    `width` is that of its column and `height` that of the page, both in twentieths of a point, `style` that of a bare
    paragraph, `in_margin` in a header or footer. `frames` are how paragraphs of each shape begin here, once one has
    been written (`story`), `cells` how cells begin, and the place in them (`tables`), `molds` into what tables of a
    shape are filled.
    """

    look: Look
    width: int
    height: int = 0
    style: str = "Normal"
    change: Change | None = None
    keep_next: bool = False
    keep_lines: bool = False
    align: str = ""
    indent: str = ""
    list_depth: int = 0
    in_margin: bool = False
    frames: dict[object, tuple[str, str]] = field(default_factory=dict, repr=False)
    cells: "dict[object, tuple[str, Place]]" = field(default_factory=dict, repr=False)
    molds: "dict[object, Mold | None]" = field(default_factory=dict, repr=False)
    _derived: dict[tuple[object, ...], "Place"] = field(default_factory=dict, repr=False)
    _inside: dict[Attributes, "Place"] = field(default_factory=dict, repr=False)

    def inside(self, element: Element) -> "Place":
        """The same place seen from within `element`, whose lang, dir and data-change count there."""
        found = self._inside.get(element.attributes)
        if found is None:
            found = self.but(look=self.look.inside(element), change=block_change(element, self.change))
            self._inside[element.attributes] = found
        return found

    def but(self, **changes: object) -> "Place":
        """The same place but for some properties."""
        key = tuple(changes.items())
        found = self._derived.get(key)
        if found is None:
            if all(getattr(self, name) == value for name, value in key):
                found = self
            else:
                found = replace(self, **changes, _derived={}, _inside={}, frames={}, cells={}, molds={})  # type: ignore[arg-type]  # names and values of its own
            self._derived[key] = found
        return found
