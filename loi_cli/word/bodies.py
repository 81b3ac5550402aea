"""The bodies of sections, each written once in a run: a packet holds papers that were made by themselves before it."""

from typing import NamedTuple, cast

from lxml import etree
from lxml.etree import XPath, _Element

from loi_cli.word.comments import Comments
from loi_cli.word.kept import words_of
from loi_cli.word.markup import NOTHING_AROUND
from loi_cli.word.moves import Moves
from loi_cli.word.open_numbers import OpenNumbers
from loi_cli.word.paper import Paper, bookmark
from loi_cli.word.place import Place
from loi_cli.word.reference import Reference
from loi_cli.word.story import Blocks, Story

_NAMED = XPath(".//*/@id | .//a/@href", smart_strings=False)


class Body(NamedTuple):
    """What a section holds between its header and footer, its numbers open.

    `xml` is parted where the properties of the section stand, unless it is the last of its file: `closing` is what then
    has to come in between and after, where the last paragraph cannot take them. `words` are those it was made of.
    """

    xml: tuple[str, str]
    closing: tuple[str, str]
    numbers: OpenNumbers[Paper]
    comments: Comments
    moves: Moves
    words: bytes
    reference: Reference
    is_whole: bool

    def put_into(self, paper: Paper, id_: str | None, properties: str, *, last: bool) -> str:
        """The XML in a file, `id_` being that of its section there."""
        paper.section_bookmark = bookmark(str(paper.next_id()), paper.bookmarks[id_]) if id_ else NOTHING_AROUND
        filled = self.numbers.given_by(paper)
        paper.comments.join(self.comments, filled)
        paper.footnotes.fill(filled)
        paper.moves.join(self.moves)
        before, after = map(filled, self.xml)
        if last:
            return f"{before}{after}{properties}"
        return f"{before}{self.closing[0]}{properties}{self.closing[1]}{after}"


Bodies = dict[tuple[object, ...], Body]


def key_of(section: _Element, place: Place, paper: Paper) -> tuple[object, ...]:
    """All that the body of a section depends on: its HTML, the place it stands in, and what its names mean there."""
    names = [name.removeprefix("#") for name in cast("list[str]", _NAMED(section))]
    return (
        section.text,
        *(etree.tostring(child, encoding="unicode") for child in section),
        *(paper.bookmarks.get(name) for name in names),
        *(paper.labels.get(name) for name in names),
        place.look.xml,
        place.change,
        place.width,
        id(paper.reference),
    )


def write_body(section: _Element, place: Place, paper: Paper, blocks: Blocks) -> Body:
    """Write what stands in a section. Words that end in notes of the file are not whole without it."""
    notes = len(paper.footnotes.source)
    others = paper.comments, paper.moves
    paper.comments, paper.moves = Comments(), Moves()
    out: list[str] = []
    story = Story(paper, blocks, out)
    story.section_bookmark()
    story.blocks(section, place)
    story.finish(place.but(change=None))
    at, end = story.place_of_properties, len(out)
    if at is None:
        story.separator(place)
        within = story.place_of_properties
        assert within is not None
        xml, closing = ("".join(out[:end]), ""), ("".join(out[end:within]), "".join(out[within:]))
    else:
        xml, closing = ("".join(out[:at]), "".join(out[at:])), ("", "")
    numbers, paper.numbers = paper.numbers, OpenNumbers()
    body = Body(
        xml, closing, numbers, paper.comments, paper.moves, words_of(section), paper.reference,
        is_whole=len(paper.footnotes.source) == notes,
    )  # fmt: skip
    paper.comments, paper.moves = others
    return body
