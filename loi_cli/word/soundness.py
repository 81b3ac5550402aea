"""Tags that do not fit into each other. A browser, and the Word writer, make something of them all the same, but maybe
not what was meant: a section that is not ended takes in the next one."""

from html.parser import HTMLParser
from typing import NamedTuple

from loi_cli.word.source import VOID

_MAY_STAY_OPEN = frozenset({"p", "li", "td", "th", "tr", "thead", "tbody", "colgroup"})
"""What HTML lets end with what holds it."""


class Misfit(NamedTuple):
    """A tag as it is written, and its line; `ends`: it ends what did not begin, else it begins what is not ended."""

    line: int
    tag: str
    ends: bool


def first_misfit(html: str) -> Misfit | None:
    """The first tag that ends nothing, or begins what is not ended."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.misfit or reader.left_open()


class _Reader(HTMLParser):
    """`_open` are the elements that were begun, from the outside, each with its line."""

    def __init__(self) -> None:
        super().__init__()
        self.misfit: Misfit | None = None
        self._open: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag not in VOID:
            self._open.append((tag, self.getpos()[0]))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag, attrs  # `<br/>`; XML's way to write what holds nothing

    def handle_endtag(self, tag: str) -> None:
        if self.misfit or tag in VOID:
            return
        if all(name != tag for name, _line in self._open):
            self.misfit = Misfit(self.getpos()[0], f"</{tag}>", ends=True)
            return
        while (begun := self._open.pop())[0] != tag:
            if begun[0] not in _MAY_STAY_OPEN:
                self.misfit = Misfit(begun[1], f"<{begun[0]}>", ends=False)
                return

    def left_open(self) -> Misfit | None:
        """The first element that goes on to the end of the file."""
        found = [(name, line) for name, line in self._open if name not in _MAY_STAY_OPEN]
        return Misfit(found[0][1], f"<{found[0][0]}>", ends=False) if found else None
