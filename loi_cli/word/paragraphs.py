"""Paragraphs and headings: style, label, alignment, and the runs inside."""

from collections.abc import Sequence
from functools import lru_cache

from lxml.etree import _Element

from loi_cli.word.changes import BOTH, mark_change
from loi_cli.word.inline import Inline
from loi_cli.word.labels import is_label, read_label, take_out
from loi_cli.word.place import Place
from loi_cli.word.runs import Runs
from loi_cli.word.story import Shape, Story
from loi_cli.word.vocabulary import (
    ALIGNMENTS,
    ELEMENT_STYLES,
    PARAGRAPH_STYLES,
    UnknownMarkup,
    classes,
)

_CLASSES = frozenset({*PARAGRAPH_STYLES, *ALIGNMENTS, "keep-next"})


def write_paragraph(story: Story, element: _Element, place: Place) -> None:
    """`<p>` and `<h1>` … `<h4>`."""
    written = element.get("class")
    style, align, keep_next = _meaning(written) if written else ("", "", False)
    if style is None:
        classes(element, _CLASSES)
        raise UnknownMarkup(f'<{element.tag} class="{written}"> of two styles', element)
    shape = Shape(style or (place.style if element.tag == "p" else ELEMENT_STYLES[str(element.tag)]))
    shape.align, shape.keep_next, shape.mark = align, keep_next, mark_change(element)
    if place.in_margin:
        shape.tabs = _margin_tabs(element, place)
    _write(story, element.text, list(element), place, shape)


@lru_cache(maxsize=256)
def _meaning(names: str) -> tuple[str | None, str, bool]:
    """Style (None: two of them, or a class unknown), alignment and whether to keep with the next, of a paragraph."""
    found = names.split()
    styles = [PARAGRAPH_STYLES[name] for name in found if name in PARAGRAPH_STYLES]
    align = next((ALIGNMENTS[name] for name in found if name in ALIGNMENTS), "")
    right = len(styles) <= 1 and _CLASSES.issuperset(found)
    return "".join(styles) if right else None, align, "keep-next" in found


def write_loose(story: Story, text: str | None, children: list[_Element], place: Place) -> None:
    """Words that stand in a group, item or cell without a `<p>`."""
    _write(story, text, children, place, Shape(place.style))


def write_rule(story: Story, _element: _Element, place: Place) -> None:
    """`<hr>`: an empty paragraph with a line, which the style draws."""
    story.paragraph(place, Runs(), Shape(ELEMENT_STYLES["hr"]))


def _write(story: Story, text: str | None, children: Sequence[_Element], place: Place, shape: Shape) -> None:
    runs = Runs(place.change, story.beginning)
    inline = Inline(story.paper, runs)
    if children and is_label(children[0]) and not (text and text.strip()):
        label, text, children = children[0], None, children[1:]
        numbered = read_label(label, place.look)
        story.bookmark(label)
        if numbered:
            take_out(label)
            inline.content(label.tail, children, place.look)
            suffix = "nothing" if runs.empty else "tab" if _hangs(story, shape) else "space"
            number = story.paper.numbering.label(numbered, suffix, _level_properties(story, shape))
            shape.numbering = _numbering(number, numbered.level)
        else:
            inline.inside(label, place.look)
            runs.change = runs.only_change  # the tab after a number comes and goes with it
            runs.space("<w:tab/>", place.look)
            runs.change = place.change
            inline.content(label.tail, children, place.look)
    else:
        inline.content(text, children, place.look)
    runs.trim(shape.mark.reading if shape.mark else BOTH)
    story.paragraph(place, runs, shape)


def _numbering(number: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _hangs(story: Story, shape: Shape) -> bool:
    return "hanging" in story.paper.reference.indents.get(shape.style, "")


def _level_properties(story: Story, shape: Shape) -> str:
    """The style's own indent: Word would let that of the numbering win over it."""
    indent = story.paper.reference.indents.get(shape.style, "")
    return f"<w:pPr><w:ind{indent}/></w:pPr>" if indent else ""


def _margin_tabs(element: _Element, place: Place) -> str:
    """Stops for the parts of a header or footer: left and right, or left, centre and right, on this page's width."""
    tabs = sum("tab" in (span.get("class") or "").split() for span in element.iter("span"))
    if not tabs:
        return ""
    centre = f'<w:tab w:val="center" w:pos="{place.width // 2}"/>' if tabs > 1 else ""
    return f'<w:tabs>{centre}<w:tab w:val="right" w:pos="{place.width}"/></w:tabs>'
