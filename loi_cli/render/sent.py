"""A paper for a reader together with where its words come from, so that a returned copy can be compared with it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from loi_cli.intake.receiving.sent import Part, Piece, SentPaper, SentParagraph
from loi_cli.model.dossier import Dossier
from loi_cli.model.placeholders import PATTERN
from loi_cli.model.text import Clause, Kind, Text
from loi_cli.model.words import Run, Words, shown
from loi_cli.render.catalogue import catalogue
from loi_cli.render.clauses import text_for
from loi_cli.render.disclosure import visible
from loi_cli.render.filling import Filling, Segment, plainly
from loi_cli.render.material import Material
from loi_cli.render.papers import render_html
from loi_cli.render.running_head import running_head
from loi_cli.word.bookmarks import bookmark_names
from loi_cli.word.reader import read_docx
from loi_cli.word.reading import read_mended
from loi_cli.word.writer import write_docx

BLANK = "__________"

_ANY_DAY = datetime(2000, 1, 1)
"""The file is read back at once; nobody sees its date."""


def as_sent(paper: str, material: Material, reference: bytes, templates: Sequence[Path] = ()) -> SentPaper:
    """The paper as this material gives it, for a party or for our own side, read back from its own Word file."""
    html = render_html(paper, material, templates)
    data = write_docx(html, reference=reference, made=_ANY_DAY)
    names = bookmark_names(read_mended(html).ids())
    text = text_for(material.version.text, material)
    filling = Filling.of(text, material.dossier, material.original_of, paper)
    anchors: dict[str, tuple[str, str]] = {}
    paragraphs: dict[tuple[str, str], tuple[SentParagraph, ...]] = {}
    inside = material.version.text.by_id()
    for clause in text:
        for language in material.languages:
            name = names.get(filling.anchor(clause.id, language))
            if name is not None:
                anchors[name] = (clause.id, language)
                words = _Words(material.receiver, material.dossier, filling, language)
                paragraphs[clause.id, language] = tuple(_paragraphs(clause, inside[clause.id], words))
    margins = tuple(_margin(material, language) for language in material.dossier.languages)
    return SentPaper(text=read_docx(data), anchors=anchors, paragraphs=paragraphs, margins=margins)


def _margin(material: Material, language: str) -> str:
    """What stands on every page of a paper in one language."""
    head = running_head(material, language)
    page = head["page"]
    assert isinstance(page, list)
    own_side = catalogue(language).say("papers.internal")
    said = (*(head[key] for key in ("left", "centre", "right", "title")), own_side, *(part["text"] for part in page))
    return " ".join(str(words) for words in said)


def _paragraphs(seen: Clause, whole: Clause, words: "_Words") -> Iterator[SentParagraph]:
    heading = words.pieces(Part.HEADING, seen.heading, whole.heading)
    text = words.pieces(Part.TEXT, seen.text, whole.text)
    if seen.kind in (Kind.ARTICLE, Kind.ANNEX):
        yield from (SentParagraph(pieces) for pieces in (heading, text) if pieces)
    else:
        between = (Piece(Part.TEXT, " ", " "),) if heading and text else ()
        yield SentParagraph((*heading, *between, *text))


class _Words:
    """The words of one language, filled as the paper fills them."""

    def __init__(self, receiver: str | None, dossier: Dossier, filling: Filling, language: str) -> None:
        self.receiver = receiver
        self.dossier = dossier
        self.filling = filling
        self.language = language

    def pieces(self, part: Part, seen: Mapping[str, Words], whole: Mapping[str, Words]) -> tuple[Piece, ...]:
        """What the party saw, each placeholder and bracket a piece with its source."""
        visible_words, words = seen.get(self.language, ()), whole.get(self.language, ())
        shown_all = printed(self.filling.of_words(visible_words, self.language))
        pieces = tuple(self._split(part, words))
        if "".join(piece.shown for piece in pieces) == shown_all:
            return pieces
        # The clause as a whole is a bracket for the party, or two runs meet within a placeholder.
        return (Piece(part, shown_all, shown(words), whole=True),) if shown_all else ()

    def _split(self, part: Part, words: Words) -> Iterator[Piece]:
        before = ""
        for piece in words:
            if isinstance(piece, Run):
                found = list(self._filled(part, piece.text, before))
            else:
                seen = _alone(piece_words=(piece,), language=self.language, words=self)
                text = printed(self.filling.of_words(seen, self.language))
                source = piece.lead + piece.shown
                lead = " " * (source.startswith(" ") and text.startswith(" "))
                found = [Piece(part, lead, lead)] if lead else []
                found.append(Piece(part, text[len(lead) :], source[len(lead) :], whole=True))
            for one in found:
                before += one.shown
                yield one

    def _filled(self, part: Part, text: str, before: str) -> Iterator[Piece]:
        done = 0
        for match in PATTERN.finditer(text):
            if match.start() > done:
                yield Piece(part, text[done : match.start()], text[done : match.start()])
            said = before + printed(self.filling.segments(text[: match.start()], self.language, before))
            filled = printed(self.filling.segments(match[0], self.language, _last(said)))
            yield Piece(part, filled, match[0], whole=True)
            done = match.end()
        if done < len(text):
            yield Piece(part, text[done:], text[done:])


def _alone(piece_words: Words, language: str, words: _Words) -> Words:
    """What the reader sees of one bracket."""
    if words.receiver is None:
        return piece_words
    clause = Clause(id="alone", kind=Kind.ARTICLE, text={language: piece_words})
    return visible(Text((clause,)), words.receiver, words.dossier).clauses[0].text.get(language, ())


def _last(said: str) -> str:
    return plainly([{"type": "text", "text": said}]) if said else ""


def printed(segments: Iterable[Segment]) -> str:
    """Segments as the letters that stand on paper."""
    found = []
    for segment in segments:
        inside = segment.get("segments")
        if segment["type"] == "bracket" and isinstance(inside, list):
            found.append(f"[{segment['names']}: {printed(inside)}]")
        elif segment["type"] == "blank":
            found.append(BLANK)
        else:
            found.append(str(segment.get("text", "")))
    return "".join(found)
