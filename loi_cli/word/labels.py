"""Labels: the number of a clause as the HTML shows it, and as Word is to count it."""

from collections.abc import Mapping
from functools import lru_cache

from lxml.etree import _Element

from loi_cli.word.look import Look
from loi_cli.word.numbering import FORMATS, LEVELS, Label, last_number
from loi_cli.word.vocabulary import UnknownMarkup, unknown


def is_label(element: _Element) -> bool:
    """Whether an element is a label."""
    return element.tag == "span" and element.get("class") == "label"


def read_label(element: _Element, look: Look) -> Label | None:
    """The label that becomes a live number; None for one that stands as typed."""
    written = element.get("data-number")
    if written is None:
        return None
    if len(element):
        raise unknown(element[0])
    level, format_ = element.get("data-level") or "0", element.get("data-format") or "decimal"
    if not written.isdecimal() or not level.isdecimal() or int(level) >= LEVELS or format_ not in FORMATS:
        values = f'data-number="{written}" data-level="{level}" data-format="{format_}"'
        raise UnknownMarkup(f'<span class="label" {values}>', element)
    text = element.text or ""
    parted = _parted(text, int(written), format_)
    if parted is None:
        shown = _shown(int(written), format_)
        raise UnknownMarkup(f'the label "{" ".join(text.split())}", which does not show its number {shown},', element)
    if "%" in text:
        return None  # Word would read it as the place of a number
    lang = look.inside(element).lang
    return Label(element.get("data-list") or "clauses", lang, int(level), format_, int(written), *parted)


@lru_cache(maxsize=1024)
def _parted(text: str, number: int, format_: str) -> tuple[str, str] | None:
    """What stands before and after the number in a label; None where it is not there. Labels are much alike."""
    text = " ".join(text.split())
    found = last_number(text, _shown(number, format_))
    return found and (text[: found[0]], text[found[1] :])


def _shown(number: int, format_: str) -> str:
    return FORMATS[format_](number) if number > 0 else str(number)


def shown_labels(body: _Element) -> Mapping[str, str]:
    """id of a numbered paragraph, or of a group that begins with one -> its label; empty where none is asked."""
    found: dict[str, str] = {}
    if body.find(".//a[@class='ref']") is None:
        return found
    for label in body.iterfind(".//span[@data-number]"):
        text, element = " ".join((label.text or "").split()), label.getparent()
        while element is not None and element.tag != "section":
            found.setdefault(element.get("id") or "", text)
            if element.getprevious() is not None:
                break
            element = element.getparent()
    found.pop("", None)
    return found


def take_out(element: _Element) -> None:
    """Empty a label that Word now counts: what is left in the HTML is what the file must hold as words (`kept.py`)."""
    element.text = None
