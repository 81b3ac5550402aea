"""What goes down from an element to all that it holds: language, direction, change, page width, keeping together."""

import re
from dataclasses import dataclass, replace

from lxml.etree import _Element

from loi_cli.word.changes import Change, block_change
from loi_cli.word.languages import RIGHT_TO_LEFT
from loi_cli.word.markup import Look
from loi_cli.word.vocabulary import UnknownMarkup

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands. 

    `width` is that of its column in twentieths of a point, `style` that of a bare paragraph, `in_margin` a header or footer.
    """

    look: Look
    width: int
    style: str = "Normal"
    rtl: bool = False
    change: Change | None = None
    keep_next: bool = False
    keep_lines: bool = False
    align: str = ""
    indent: str = ""
    list_depth: int = 0
    in_margin: bool = False

    def inside(self, element: _Element) -> "Place":
        """The same place seen from within `element`, whose lang, dir and data-change count there."""
        if not element.keys():
            return self
        look, change = look_inside(self.look, element), block_change(element, self.change)
        if look is self.look and change is self.change:
            return self
        return replace(self, look=look, rtl=look.rtl, change=change)


def look_inside(look: Look, element: _Element) -> Look:
    """The look with an element's lang and dir; a language without a dir brings its own."""
    lang, direction = element.get("lang"), element.get("dir")
    if lang is None and direction is None:
        return look
    if lang is not None and not _LANGUAGE.fullmatch(lang):
        raise UnknownMarkup(f'lang="{lang}"', element.sourceline)
    if direction not in (None, "ltr", "rtl"):
        raise UnknownMarkup(f'dir="{direction}"', element.sourceline)
    rtl = look.rtl if direction is None else direction == "rtl"
    if lang is not None and direction is None:
        rtl = lang.split("-")[0].lower() in RIGHT_TO_LEFT
    return look._replace(lang=lang or look.lang, rtl=rtl)
