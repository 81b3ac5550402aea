"""`<ul>` and `<ol>`: real lists, nested as deep as Word counts."""

from collections.abc import Mapping

from loi_cli.word.elements import Element
from loi_cli.word.numbering import LEVELS
from loi_cli.word.place import Place
from loi_cli.word.runs import Runs
from loi_cli.word.story import Shape, Story
from loi_cli.word.vocabulary import ELEMENT_STYLES, NO_CLASSES, UnknownMarkup, classes, elements

_STEP = 397
"""How far a list is indented in the one around it: 7 mm in twentieths of a point."""
_TYPES: Mapping[str, str] = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
}  # fmt: skip
_BY_DEPTH = ("decimal", "lowerLetter", "lowerRoman")


def write_list(story: Story, element: Element, place: Place) -> None:
    """A list: each `<ol>` counts from its own start."""
    classes(element, NO_CLASSES)
    depth = place.list_depth
    if depth >= LEVELS:
        raise UnknownMarkup(f"a list {depth + 1} lists deep", element)
    if story.numbering:  # an item that begins with a list: its own number must not go to the inner item
        story.paragraph(place, Runs(), Shape(place.style))
    format_, start = _format(element, depth), _start(element)
    number = story.paper.ask(lambda paper: paper.numbering.list(format_, depth, start, _properties))
    inner = place.but(
        style=ELEMENT_STYLES["li"],
        indent=f'<w:ind w:left="{(depth + 1) * _STEP}"/>',
        list_depth=depth + 1,
    )
    for item in elements(element, "li"):
        classes(item, NO_CLASSES)
        story.bookmark(item)
        story.numbering = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
        story.blocks(item, inner.inside(item))
        if story.numbering:
            story.paragraph(inner, Runs(), Shape(inner.style))


def _properties(level: int) -> str:
    return f'<w:pPr><w:ind w:left="{(level + 1) * _STEP}" w:hanging="{_STEP}"/></w:pPr>'


def _format(element: Element, depth: int) -> str:
    if element.tag == "ul":
        return "bullet"
    written = element.get("type")
    if written is None:
        return _BY_DEPTH[depth % 3]
    if written not in _TYPES:
        raise UnknownMarkup(f'<ol type="{written}">', element)
    return _TYPES[written]


def _start(element: Element) -> int:
    written = element.get("start") or "1"
    if not written.isdecimal():
        raise UnknownMarkup(f'<ol start="{written}">', element)
    return int(written)
