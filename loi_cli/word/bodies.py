"""The bodies of sections: written into a file as they are read, or once for several files of a run.

A packet holds papers that were made by themselves before it; what such a paper holds is not written again.
"""

import re
from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import NamedTuple

from loi_cli.word.comments import Comments
from loi_cli.word.elements import Element
from loi_cli.word.kept import KeptPart, compared
from loi_cli.word.moves import Moves
from loi_cli.word.open_numbers import OpenNumbers
from loi_cli.word.paper import Paper, bookmark
from loi_cli.word.place import Place
from loi_cli.word.reference import Reference
from loi_cli.word.source import SectionSource, Stretch
from loi_cli.word.story import Blocks, Story
from loi_cli.word.vocabulary import INLINE

_ID = re.compile(' id="([^"]*)"')
_LINK = re.compile(' href="#([^"]*)"')
_PORTION = 50
"""So many blocks are gathered before their XML is given away."""

Take = Callable[[str, bytes], None]
"""What takes a portion of a body's XML, and the words that it was made of."""


class End(NamedTuple):
    """How a body ends: parted where the properties of the section stand, unless it is the last of its file. `closing`
    is what then has to come around them, where the last paragraph cannot take them."""

    xml: tuple[str, str]
    closing: tuple[str, str]
    words: bytes

    def with_properties(self, properties: str, *, last: bool) -> str:
        """The XML itself."""
        before, after = self.xml
        if last:
            return f"{before}{after}{properties}"
        return f"{before}{self.closing[0]}{properties}{self.closing[1]}{after}"


class Body(NamedTuple):
    """What a section holds between its header and footer, its numbers open. `portions` stand before its end."""

    portions: tuple[tuple[str, bytes], ...]
    end: End
    numbers: OpenNumbers[Paper]
    comments: Comments
    moves: Moves
    reference: Reference
    is_whole: bool

    def put_into(self, paper: Paper, document: KeptPart, properties: str, *, last: bool) -> None:
        """Give the XML to a file."""
        filled = self._given_numbers(paper)
        for xml, words in self.portions:
            document.add(filled(xml), words)
        document.add(self._ending(filled, properties, last=last), self.end.words)

    def put_again_into(self, paper: Paper, document: KeptPart, properties: str, *, last: bool) -> None:
        """Give the XML to a further file: what the first has compared differs in nothing but numbers."""
        filled = self._given_numbers(paper)
        for xml, _words in self.portions:
            document.add_compared(filled(xml))
        document.add_compared(self._ending(filled, properties, last=last))

    def _given_numbers(self, paper: Paper) -> Callable[[str], str]:
        filled = self.numbers.given_by(paper)
        paper.comments.join(self.comments, filled)
        paper.footnotes.fill(filled)
        paper.moves.join(self.moves)
        return filled

    def _ending(self, filled: Callable[[str], str], properties: str, *, last: bool) -> str:
        before, after = map(filled, self.end.xml)
        return self.end._replace(xml=(before, after)).with_properties(properties, last=last)


Bodies = dict[tuple[object, ...], Body]


def key_of(section: SectionSource, place: Place, paper: Paper) -> tuple[object, ...]:
    """All that the body of a section depends on: its HTML, the place it stands in, and what its names mean there."""
    html = section.body.written
    links = _LINK.findall(html)
    return (
        sha256(html.encode()).digest(),
        *map(paper.bookmarks.get, _ID.findall(html)),
        *map(paper.bookmarks.get, links),
        *map(paper.labels.of, links),
        place.look.xml,
        place.change,
        place.width,
        id(paper.reference),
    )


def open_section(section: SectionSource, paper: Paper) -> None:
    """Let the section's first paragraph begin with its bookmark: a point, since LibreOffice takes one that spans a
    footnote to be on the first page."""
    id_ = section.element.id
    paper.section_bookmark = "".join(bookmark(str(paper.next_id()), paper.bookmarks[id_])) if id_ else ""


def write_body(html: Stretch, place: Place, paper: Paper, blocks: Blocks, take: Take) -> End:
    """Write what stands in a section; `take` gets all but its end, bit by bit."""
    out: list[str] = []
    story = Story(paper, blocks, out)
    story.section_bookmark()
    words = [html.opening_words()]
    waiting: list[Element] = []

    def gathered() -> bytes:
        """The words of what has been written: labels that became live numbers are empty by then."""
        for element in waiting:
            words.append(element.words)
            words.append(element.tail)
        found = compared("".join(words))
        waiting.clear()
        words.clear()
        return found

    def one_by_one() -> Iterator[Element]:
        for block in html.blocks():
            waiting.append(block)
            yield block
            if len(waiting) >= _PORTION and block.tag not in INLINE:  # what stands in lines waits for a paragraph
                xml = story.settled()
                if xml:
                    take(xml, gathered())

    story.loose_and_blocks(words[0], one_by_one(), place)
    story.finish(place.but(change=None))
    at, end = story.place_of_properties, len(out)
    if at is None:
        story.separator(place)
        within = story.place_of_properties
        assert within is not None
        return End(("".join(out[:end]), ""), ("".join(out[end:within]), "".join(out[within:])), gathered())
    return End(("".join(out[:at]), "".join(out[at:])), ("", ""), gathered())


def open_body(html: Stretch, place: Place, paper: Paper, blocks: Blocks) -> Body:
    """Write what stands in a section for any file. Words that end in notes of the file are not whole without it."""
    notes = len(paper.footnotes.words)
    others = paper.comments, paper.moves
    numbers: OpenNumbers[Paper] = OpenNumbers()
    paper.comments, paper.moves, paper.numbers = Comments(), Moves(), numbers
    portions: list[tuple[str, bytes]] = []
    end = write_body(html, place, paper, blocks, lambda xml, words: portions.append((xml, words)))
    body = Body(
        tuple(portions), end, numbers, paper.comments, paper.moves, paper.reference,
        is_whole=len(paper.footnotes.words) == notes,
    )  # fmt: skip
    paper.comments, paper.moves = others
    paper.numbers = None
    return body
