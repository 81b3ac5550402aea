"""Labels: the number of a clause as the HTML shows it, and as Word is to count it."""

import re
from collections.abc import Mapping
from functools import cached_property, lru_cache
from html import unescape

from loi_cli.word.elements import Element
from loi_cli.word.look import Look
from loi_cli.word.numbering import FORMATS, LEVELS, Label, last_number
from loi_cli.word.source import Source
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
    if "data-number" not in element.attributes:
        return None
    if element.children:
        raise unknown(element.children[0])
    try:
        return label_of(element.attributes["data-number"], kept_of(element), element.text, look.inside(element).lang)
    except ValueError as fault:
        raise UnknownMarkup(str(fault), element) from None


def kept_of(element: Element) -> tuple[str, str, str]:
    """What a label tells beside its number: its list, level and format."""
    told = element.attributes.get
    return told("data-list") or "clauses", told("data-level") or "0", told("data-format") or "decimal"


@lru_cache(maxsize=1024)
def label_of(written: str, kept: tuple[str, str, str], text: str, lang: str) -> Label | None:
    """The same of its attributes; labels of one level are much alike. Raises ValueError with what is wrong."""
    name, level, format_ = kept
    if not written.isdecimal() or not level.isdecimal() or int(level) >= LEVELS or format_ not in FORMATS:
        values = f'data-number="{written}" data-level="{level}" data-format="{format_}"'
        raise ValueError(f'<span class="label" {values}>')
    text, number = " ".join(text.split()), int(written)
    shown = FORMATS[format_](number) if number > 0 else written
    found = last_number(text, shown)
    if found is None:
        raise ValueError(f'the label "{text}", which does not show its number {shown},')
    if "%" in text:
        return None  # Word would read it as the place of a number
    return Label(name, lang, int(level), format_, number, text[: found[0]], text[found[1] :])


class ShownLabels:
    """The label of each numbered paragraph, or group that begins with one, by its id; found when it is asked for."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._found: dict[str, str | None] = {}

    @cached_property
    def _ends(self) -> Mapping[str, int]:
        return self._source.ends()

    def of(self, id_: str) -> str | None:
        """The label; None where there is none."""
        if id_ not in self._found:
            label = _LABELLED.match(self._source.html, self._ends[id_]) if id_ in self._ends else None
            self._found[id_] = " ".join(unescape(label[1]).split()) if label else None
        return self._found[id_]


def take_out(element: Element) -> None:
    """Empty a label that Word now counts: what is left in the HTML is what the file must hold as words (`kept.py`)."""
    element.text = ""
