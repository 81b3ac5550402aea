"""How a Word file numbers its paragraphs: which label each level of each list shows, and which styles are numbered.

The reader of words needs none of this; who looks for the structure of a foreign draft does.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml.etree import _Element

from loi_cli.word.markup import w
from loi_cli.word.parts import open_parts

_VAL = w("val")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: the format of its number (`decimal`, `lowerLetter`, `bullet` …), the label around it
    (`Article %1`), and how deep it is."""

    format: str
    text: str
    depth: int


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: its name as people see it, its level in the outline (0 is none), the list that it brings."""

    name: str
    outline: int
    numbering: tuple[str, int] | None


@dataclass(frozen=True, slots=True)
class Numbering:
    levels: Mapping[tuple[str, int], Level]
    styles: Mapping[str, Style]

    def of(self, style: str, own: tuple[str, int] | None) -> Level | None:
        """The level that numbers a paragraph of this style; `own` is what the paragraph itself says."""
        by_style = self.styles[style].numbering if style in self.styles else None
        list_, depth = own or by_style or ("", 0)
        if own and not own[0] and by_style:
            list_ = by_style[0]
        return self.levels.get((list_, depth))


def numbering_of(data: bytes) -> Numbering:
    """Read the lists and the styles of a .docx. Raises UnfitFile."""
    parts = open_parts(data)
    levels = {key: level for root in parts.trees("numbering") for key, level in _levels(root)}
    styles = {name: style for root in parts.trees("styles") for name, style in _styles(root)}
    return Numbering(levels, {name: _with_base(name, styles) for name in styles})


def _levels(root: _Element) -> Iterator[tuple[tuple[str, int], Level]]:
    abstract = {one.get(w("abstractNumId")) or "": one for one in root.iterchildren(w("abstractNum"))}
    for list_ in root.iterchildren(w("num")):
        of = list_.find(w("abstractNumId"))
        found = abstract.get((of.get(_VAL) or "") if of is not None else "")
        overrides = [one for one in list_.iterchildren(w("lvlOverride")) if one.find(w("lvl")) is not None]
        for level in (
            *(found.iterchildren(w("lvl")) if found is not None else ()),
            *(o.find(w("lvl")) for o in overrides),
        ):
            if level is not None:
                depth = _number(level.get(w("ilvl")))
                yield (list_.get(w("numId")) or "", depth), Level(_val(level, "numFmt"), _val(level, "lvlText"), depth)


def _styles(root: _Element) -> Iterator[tuple[str, tuple[Style, str]]]:
    for style in root.iterchildren(w("style")):
        properties = style.find(w("pPr"))
        numbering = properties.find(w("numPr")) if properties is not None else None
        outline = properties.find(w("outlineLvl")) if properties is not None else None
        brings = (_val(numbering, "numId"), _number(_val(numbering, "ilvl"))) if numbering is not None else None
        level = _number(outline.get(_VAL)) + 1 if outline is not None else 0
        yield style.get(w("styleId")) or "", (Style(_val(style, "name"), level, brings), _val(style, "basedOn"))


def _with_base(name: str, styles: Mapping[str, tuple[Style, str]]) -> Style:
    """A style with what it takes over from the styles that it is based on."""
    own, base = styles[name]
    outline, numbering, seen = own.outline, own.numbering, {name}
    while base in styles and base not in seen:
        seen.add(base)
        above, next_ = styles[base]
        outline, numbering, base = outline or above.outline, numbering or above.numbering, next_
    return Style(own.name, outline, numbering)


def _val(element: _Element, name: str) -> str:
    child = element.find(w(name))
    return (child.get(_VAL) or "") if child is not None else ""


def _number(text: str | None) -> int:
    return int(text) if text is not None and text.isdecimal() else 0
