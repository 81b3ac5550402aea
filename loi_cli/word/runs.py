"""The runs of one paragraph: words gathered with their looks and changes, then written out."""

import re
from collections.abc import Callable
from typing import NamedTuple

from loi_cli.word.changes import BOTH, Change
from loi_cli.word.look import Look
from loi_cli.word.markup import escape
from loi_cli.word.typography import bound

_WHITE = re.compile(r"[\t\n\r\f][ \t\n\r\f]*| [ \t\n\r\f]+")
"""White space that is not a single space already; most words hold none."""


def collapsed(text: str) -> str:
    """Each stretch of white space as one space. A no-break space is none: it is a letter that is not seen."""
    if "  " in text or "\n" in text or "\t" in text or "\r" in text or "\f" in text:
        return _WHITE.sub(" ", text)
    return text


def plain_words(text: str, lang: str) -> str:
    """The XML of all the words of a paragraph that has them in one look."""
    return escape(bound(collapsed(text).strip(" "), lang))


class _Piece(NamedTuple):
    """`kind` is `words`, `code` (of a field), `special` (what else a run may hold) or `mark` (stands between runs)."""

    kind: str
    content: str
    look: Look | None = None
    change: Change | None = None


class Runs:
    """White space collapses as in a browser, once for the reading with all changes and once for that without.

    In `<del>old </del><ins> new</ins>` both spaces stay: each is the only one in its reading.
    """

    __slots__ = ("_at_space", "_pieces", "change")

    def __init__(self, change: Change | None = None, beginning: int = BOTH) -> None:
        self.change = change
        self._pieces: list[_Piece] = []
        self._at_space = beginning
        """The readings that end with a space, or have not begun: some go on from the paragraph before."""

    def words(self, text: str, look: Look) -> None:
        """More words of the paragraph."""
        if not text:
            return
        change = self.change
        text = collapsed(text)
        readings = change.reading if change else BOTH
        if text[0] == " " and self._at_space & readings == readings:
            text = text[1:]
        if not text:
            return
        self._at_space = self._at_space | readings if text[-1] == " " else self._at_space & ~readings
        if self._pieces:
            last = self._pieces[-1]
            if last.kind == "words" and last.look is look and last.change == change:
                self._pieces[-1] = _Piece("words", last.content + text, look, change)
                return
        self._pieces.append(_Piece("words", text, look, change))

    def code(self, instruction: str, look: Look) -> None:
        """The instruction of a field."""
        self._pieces.append(_Piece("code", instruction, look, self.change))

    def special(self, xml: str, look: Look) -> None:
        """A tab, a part of a field, …: what stands in a run of its own."""
        self._pieces.append(_Piece("special", xml, look, self.change))

    def mark(self, xml: str) -> None:
        """A bookmark's or link's beginning or end: it stands between runs, outside every change."""
        self._pieces.append(_Piece("mark", xml))

    def space(self, xml: str, look: Look) -> None:
        """A line break or tab: spaces around it vanish, as in a browser."""
        self.trim()
        self.special(xml, look)
        self._at_space = BOTH

    def trim(self, ending: int = BOTH) -> None:
        """Take the spaces away with which the words so far end, of the readings that end here.

        One goes on where the paragraph's mark is a change: what was one paragraph there keeps the space in its middle.
        """
        for index in range(len(self._pieces) - 1, -1, -1):
            piece = self._pieces[index]
            if piece.kind == "words":
                if piece.change and not piece.change.reading & ending:
                    continue
                if not piece.content.endswith(" "):
                    return
                trimmed = piece.content.rstrip(" ")
                self._pieces[index : index + 1] = [piece._replace(content=trimmed)] if trimmed else []
                if trimmed:
                    return
            elif piece.kind != "mark":
                return

    @property
    def last_change(self) -> Change | None:
        """The change of the last words: the end of a paragraph that comes or goes as a whole belongs to them.

        (Seen in LibreOffice: words taken out on the way, and then an end that moved, left an empty paragraph behind.)
        """
        for piece in reversed(self._pieces):
            if piece.kind != "mark":
                return piece.change
        return None

    @property
    def first_change(self) -> Change | None:
        """The change of the first words."""
        return next((piece.change for piece in self._pieces if piece.kind != "mark"), None)

    def date_apart(self, change: Change) -> None:
        """Date one of the changes a little earlier than another one that it must not run into."""
        earlier = change.earlier()
        self._pieces = [p._replace(change=earlier) if p.change == change else p for p in self._pieces]

    @property
    def only_change(self) -> Change | None:
        """The change that all words so far are of; None where they are of several, or some of none."""
        found = {piece.change for piece in self._pieces if piece.kind != "mark"}
        return found.pop() if len(found) == 1 else self.change

    @property
    def empty(self) -> bool:
        """Nothing to be seen: no words and nothing special."""
        return all(piece.kind == "mark" for piece in self._pieces)

    def xml(self, new_id: Callable[[], str]) -> str:
        """All runs, each stretch of one change within one w:ins or w:del, which hold nothing but runs."""
        out: list[str] = []
        opened: Change | None = None
        for piece in self._pieces:
            if piece.change is not opened and piece.change != opened:
                if opened:
                    out.append(f"</w:{opened.kind}>")
                opened = piece.change
                if opened:
                    out.append(f"<w:{opened.kind} {opened.attributes(new_id())}>")
            out.append(_written(piece))
        if opened:
            out.append(f"</w:{opened.kind}>")
        return "".join(out)


def _written(piece: _Piece) -> str:
    if piece.look is None:
        return piece.content
    deleted = piece.change is not None and piece.change.kind == "del"
    content = piece.content
    if piece.kind == "words":
        name = "w:delText" if deleted else "w:t"
        content = f'<{name} xml:space="preserve">{escape(bound(content, piece.look.lang))}</{name}>'
    elif piece.kind == "code":
        name = "w:delInstrText" if deleted else "w:instrText"
        content = f'<{name} xml:space="preserve">{escape(content)}</{name}>'
    return f"<w:r>{piece.look.xml}{content}</w:r>"
