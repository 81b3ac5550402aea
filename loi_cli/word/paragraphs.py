"""Paragraphs and headings: style, label, alignment, and the runs inside."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from loi_cli.word.changes import BOTH, Change, mark_change
from loi_cli.word.elements import Element
from loi_cli.word.inline import Inline
from loi_cli.word.labels import is_label, read_label, take_out
from loi_cli.word.numbering import Label
from loi_cli.word.paper import Paper
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


def write_paragraph(story: Story, element: Element, place: Place) -> None:
    """`<p>` and `<h1>` … `<h4>`."""
    written, tag = element.attributes.get("class"), element.tag
    shape = _shape(written, place.style if tag == "p" else ELEMENT_STYLES[tag])
    if shape is None:
        classes(element, _CLASSES)
        raise UnknownMarkup(f'<{tag} class="{written}"> of two styles', element)
    if place.in_margin:
        shape = shape._replace(tabs=_margin_tabs(element, place))
    mark = mark_change(element) if "data-mark" in element.attributes else None
    _write(story, element.text, element.children, place, shape, mark)


@lru_cache(maxsize=256)
def _shape(names: str | None, bare: str) -> Shape | None:
    """What the classes of a paragraph say; None for two styles, or a class unknown. `bare`: the style without one."""
    found = names.split() if names else []
    styles = [PARAGRAPH_STYLES[name] for name in found if name in PARAGRAPH_STYLES]
    align = next((ALIGNMENTS[name] for name in found if name in ALIGNMENTS), "")
    right = len(styles) <= 1 and _CLASSES.issuperset(found)
    return Shape("".join(styles) or bare, align=align, keep_next="keep-next" in found) if right else None


def write_loose(story: Story, text: str, children: Sequence[Element], place: Place) -> None:
    """Words that stand in a group, item or cell without a `<p>`."""
    _write(story, text, children, place, Shape(place.style), None)


def write_rule(story: Story, _element: Element, place: Place) -> None:
    """`<hr>`: an empty paragraph with a line, which the style draws."""
    story.paragraph(place, Runs(), Shape(ELEMENT_STYLES["hr"]))


def _write(
    story: Story, text: str, children: Sequence[Element], place: Place, shape: Shape, mark: Change | None
) -> None:
    if not children and story.is_plain(place, mark):
        story.words(text, place, shape)
    elif children and is_label(children[0]) and not (text and text.strip()):
        _write_labelled(story, children[0], children[1:], place, shape, mark)
    else:
        runs = Runs(place.change, story.beginning)
        Inline(story.paper, runs).content(text, children, place.look)
        _finish(story, runs, place, shape, "", mark)


def _write_labelled(
    story: Story, label: Element, children: Sequence[Element], place: Place, shape: Shape, mark: Change | None
) -> None:
    """A paragraph that begins with its number: Word counts it, or it stands as typed with a tab after it."""
    numbered, tail = read_label(label, place.look), label.tail
    if label.id:
        story.bookmark(label)
    if numbered:
        take_out(label)
        if not children and story.is_plain(place, mark):
            alone = not tail or tail.isspace()
            story.words(tail, place, shape, _numbering(story, numbered, shape, alone=alone))
            return
    runs = Runs(place.change, story.beginning)
    inline = Inline(story.paper, runs)
    numbering = ""
    if numbered:
        inline.content(tail, children, place.look)
        numbering = _numbering(story, numbered, shape, alone=runs.empty)
    else:
        inline.inside(label, place.look)
        runs.change = runs.only_change  # the tab after a number comes and goes with it
        runs.space("<w:tab/>", place.look)
        runs.change = place.change
        inline.content(tail, children, place.look)
    _finish(story, runs, place, shape, numbering, mark)


def _finish(story: Story, runs: Runs, place: Place, shape: Shape, numbering: str, mark: Change | None) -> None:
    runs.trim(mark.reading if mark else BOTH)
    story.paragraph(place, runs, shape, numbering, mark)


def _numbering(story: Story, label: Label, shape: Shape, *, alone: bool) -> str:
    """The live number of a paragraph; `alone`: nothing follows it. The indent of the style is given to the level too:
    Word would let that of the numbering win over it."""
    indent = story.paper.reference.indents.get(shape.style, "")
    suffix = "nothing" if alone else "tab" if "hanging" in indent else "space"
    properties = f"<w:pPr><w:ind{indent}/></w:pPr>" if indent else ""
    number = story.paper.ask(Counted(label, suffix, properties))
    return f'<w:numPr><w:ilvl w:val="{label.level}"/><w:numId w:val="{number}"/></w:numPr>'


@dataclass(frozen=True, slots=True)
class Counted:
    """What asks a file for the number under which a paragraph shows its label."""

    label: Label
    suffix: str
    properties: str

    def of(self, label: Label) -> "Counted":
        """The same of another label."""
        return Counted(label, self.suffix, self.properties)

    def __call__(self, paper: Paper) -> int:
        """The number."""
        return paper.numbering.label(self.label, self.suffix, self.properties)


def _margin_tabs(element: Element, place: Place) -> str:
    """Stops for the parts of a header or footer: left and right, or left, centre and right, on this page's width."""
    tabs = sum("tab" in (span.get("class") or "").split() for span in element.within("span"))
    if not tabs:
        return ""
    centre = f'<w:tab w:val="center" w:pos="{place.width // 2}"/>' if tabs > 1 else ""
    return f'<w:tabs>{centre}<w:tab w:val="right" w:pos="{place.width}"/></w:tabs>'
