"""Labels: the number of a clause as the HTML shows it, and as Word is to count it."""

import re
from collections.abc import Mapping
from functools import lru_cache
from html import unescape

from loi_cli.word.elements import Element
from loi_cli.word.look import Look
from loi_cli.word.numbering import FORMATS, LEVELS, Label, last_number
from loi_cli.word.vocabulary import UnknownMarkup, unknown

_LABELLED = re.compile(
    r'[^<]*(?:<(?!(?:section|br|col|hr|meta)\b)[a-z][^<>]*>[^<]*)*?<span[^<>]* data-number="[^<>]*>([^<]*)</span>'
)
"""What follows the tag of a paragraph with a label, or of a group that begins with one."""


def is_label(element: Element) -> bool:
    """Whether an element is a label."""
    return element.tag == "span" and element.attributes.get("class") == "label"


def read_label(element: Element, look: Look) -> Label | None:
    """The label that becomes a live number; None for one that stands as typed."""
    attributes = element.attributes
    written = attributes.get("data-number")
    if written is None:
        return None
    if element.children:
        raise unknown(element.children[0])
    level, format_ = attributes.get("data-level") or "0", attributes.get("data-format") or "decimal"
    if not written.isdecimal() or not level.isdecimal() or int(level) >= LEVELS or format_ not in FORMATS:
        values = f'data-number="{written}" data-level="{level}" data-format="{format_}"'
        raise UnknownMarkup(f'<span class="label" {values}>', element)
    text = element.text
    parted = _parted(text, int(written), format_)
    if parted is None:
        shown = _shown(int(written), format_)
        raise UnknownMarkup(f'the label "{" ".join(text.split())}", which does not show its number {shown},', element)
    if "%" in text:
        return None  # Word would read it as the place of a number
    lang = look.inside(element).lang
    return Label(attributes.get("data-list") or "clauses", lang, int(level), format_, int(written), *parted)


@lru_cache(maxsize=1024)
def _parted(text: str, number: int, format_: str) -> tuple[str, str] | None:
    """What stands before and after the number in a label; None where it is not there. Labels are much alike."""
    text = " ".join(text.split())
    found = last_number(text, _shown(number, format_))
    return found and (text[: found[0]], text[found[1] :])


def _shown(number: int, format_: str) -> str:
    return FORMATS[format_](number) if number > 0 else str(number)


class ShownLabels:
    """The label of each numbered paragraph, or group that begins with one, by its id; found when it is asked for.

    `ends` has the place in the HTML where the tag with each id ends.
    """

    def __init__(self, html: str, ends: Mapping[str, int]) -> None:
        self._html = html
        self._ends = ends
        self._found: dict[str, str | None] = {}

    def of(self, id_: str) -> str | None:
        """The label; None where there is none."""
        if id_ not in self._found:
            label = _LABELLED.match(self._html, self._ends[id_]) if id_ in self._ends else None
            self._found[id_] = " ".join(unescape(label[1]).split()) if label else None
        return self._found[id_]


def take_out(element: Element) -> None:
    """Empty a label that Word now counts: what is left in the HTML is what the file must hold as words (`kept.py`)."""
    element.text = ""
