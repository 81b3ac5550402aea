"""Footnotes: what is noted at the foot of a page, called by a mark that Word counts."""

from collections.abc import Callable
from dataclasses import dataclass, field

from loi_cli.word.elements import Element
from loi_cli.word.kept import words_of
from loi_cli.word.look import Look
from loi_cli.word.markup import DECLARATION, R, W
from loi_cli.word.reference import Reference
from loi_cli.word.vocabulary import FOOTNOTE_STYLES, UnknownMarkup

_LINES = (("-1", "separator"), ("0", "continuationSeparator"))
"""The lines that Word draws between a page and its notes: notes of their own, which the settings name."""
SETTING = "<w:footnotePr>" + "".join(f'<w:footnote w:id="{id_}"/>' for id_, _kind in _LINES) + "</w:footnotePr>"


@dataclass(slots=True)
class Footnotes:
    """All footnotes of one file. `words` are those of their HTML, for what was written to be compared with."""

    words: list[bytes] = field(default_factory=list)
    _written: list[str] = field(default_factory=list)

    def add(self, element: Element, look: Look, runs: str, reference: Reference) -> int:
        """A note of these runs; its number in the file. Its words are taken out of the element: they stand in a part
        of their own."""
        if holds_footnote(element):
            raise UnknownMarkup("a footnote within a footnote", element)
        number = len(self._written) + 1
        paragraph, mark = (reference.style(name) for name in FOOTNOTE_STYLES)
        self._written.append(
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{paragraph}"/>{"<w:bidi/>" * look.rtl}</w:pPr>'
            f'<w:r><w:rPr><w:rStyle w:val="{mark}"/></w:rPr><w:footnoteRef/></w:r>'
            f'<w:r>{look.xml}<w:t xml:space="preserve"> </w:t></w:r>{runs}</w:p></w:footnote>'
        )
        self.words.append(words_of(element))
        element.text, element.children = "", ()
        return number

    def fill(self, filled: Callable[[str], str]) -> None:
        """Fill in the numbers of what was noted last: in what was noted before none is open."""
        self._written = [filled(note) for note in self._written]

    def xml(self) -> str:
        """word/footnotes.xml; empty where nothing was noted."""
        if not self._written:
            return ""
        lines = "".join(
            f'<w:footnote w:type="{kind}" w:id="{id_}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" '
            f'w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
            for id_, kind in _LINES
        )
        return f'{DECLARATION}<w:footnotes xmlns:w="{W}" xmlns:r="{R}">{lines}{"".join(self._written)}</w:footnotes>'


def holds_footnote(element: Element) -> bool:
    """Whether a footnote stands somewhere in an element: Word has none in headers, footers and other footnotes."""
    return any("footnote" in (span.get("class") or "").split() for span in element.within("span"))
