"""Groups of blocks: `<div>`, `<article>`, `<blockquote>`."""

from loi_cli.word.elements import Element
from loi_cli.word.place import Place
from loi_cli.word.story import Story
from loi_cli.word.vocabulary import ELEMENT_STYLES, NO_CLASSES, classes

_GROUPS = frozenset({"keep", "page-break"})


def write_group(story: Story, element: Element, place: Place) -> None:
    """A group leaves no trace of its own but what its classes say."""
    found = classes(element, _GROUPS)
    if "page-break" in found:
        story.page_break = True
    if "keep" in found:
        place = place.but(keep_next=True, keep_lines=True)
    story.blocks(element, place)


def write_quote(story: Story, element: Element, place: Place) -> None:
    """`<blockquote>`: its bare paragraphs are quotations."""
    classes(element, NO_CLASSES)
    story.blocks(element, place.but(style=ELEMENT_STYLES["blockquote"]))
