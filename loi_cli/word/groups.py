"""Groups of blocks: `<div>`, `<article>`, `<blockquote>`."""

from dataclasses import replace

from lxml.etree import _Element

from loi_cli.word.place import Place
from loi_cli.word.story import Story
from loi_cli.word.vocabulary import ELEMENT_STYLES, classes


def write_group(story: Story, element: _Element, place: Place) -> None:
    """A group leaves no trace of its own but what its classes say."""
    found = classes(element, ("keep", "page-break"))
    if "page-break" in found:
        story.page_break = True
    if "keep" in found:
        place = replace(place, keep_next=True, keep_lines=True)
    story.blocks(element, place)


def write_quote(story: Story, element: _Element, place: Place) -> None:
    """`<blockquote>`: its bare paragraphs are quotations."""
    classes(element, ())
    story.blocks(element, replace(place, style=ELEMENT_STYLES["blockquote"]))
