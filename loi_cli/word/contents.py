"""`<nav class="contents">`: a contents list whose page numbers Word and LibreOffice work out.

Until then each shows what the HTML says, or the page on which a program found it when it laid the paper out.
"""

from loi_cli.word.bookmarks import target
from loi_cli.word.elements import Attributes, Element
from loi_cli.word.inline import Inline
from loi_cli.word.place import Place
from loi_cli.word.runs import Runs
from loi_cli.word.story import Shape, Story
from loi_cli.word.vocabulary import CONTENTS_STYLES, classes, elements, unknown

_CLASSES = frozenset({"contents"})
_PAGE = Attributes({"class": "page"})


def write_contents(story: Story, element: Element, place: Place) -> None:
    """The list and the lists in it."""
    if "contents" not in classes(element, _CLASSES):
        raise unknown(element)
    for list_ in elements(element, "ol"):
        _level(story, list_, place.inside(list_), 0)


def _level(story: Story, list_: Element, place: Place, depth: int) -> None:
    for item in elements(list_, "li"):
        story.bookmark(item)
        _entry(story, item, place.inside(item), depth)
        for inner in item.children:
            if inner.tag == "ol":
                if inner.tail.strip():
                    raise unknown(item)
                _level(story, inner, place, depth + 1)


def _entry(story: Story, item: Element, place: Place, depth: int) -> None:
    link = next((child for child in item.children if child.tag == "a"), None)
    if link is None:
        raise unknown(item)
    runs = Runs(place.change)
    bookmark = target(link, story.paper.bookmarks)
    inline = Inline(story.paper, runs, bookmark)
    parts = [child for child in item.children if child.tag != "ol"]
    page = next((part for part in parts if "page" in (part.get("class") or "").split()), None)
    if page is None:
        page = Element("span", _PAGE, "", "", item.number, item.lines)
        item.children = [*item.children[: len(parts)], page, *item.children[len(parts) :]]
        parts.append(page)
    if not page.text.strip() and bookmark in story.paper.page_of:
        page.text = str(story.paper.page_of[bookmark])
    inline.content(item.text, parts, place.look)
    runs.trim()
    tabs = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{place.width}"/></w:tabs>'
    style = CONTENTS_STYLES[min(depth, len(CONTENTS_STYLES) - 1)]
    story.paragraph(place, runs, Shape(style, tabs=tabs))
