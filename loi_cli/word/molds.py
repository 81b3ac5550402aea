"""Molds: tables that differ in nothing but words, ids and numbers are written once, and then filled in.

A text in several languages is a table for each article, thousands of them of a few shapes. Of a shape that comes again,
one table is written as any other is, on a paper of its own, with marks where the others will differ. What goes into a
mold are paragraphs of words in one look; any other table is written by itself, and so is the first one of a shape.
"""

import re
from collections.abc import Callable, Sequence
from html import unescape
from typing import NamedTuple

from loi_cli.word.elements import Element, Unread
from loi_cli.word.labels import is_label, kept_of, label_of
from loi_cli.word.numbering import Label
from loi_cli.word.open_numbers import OpenNumbers, parted
from loi_cli.word.paper import Paper
from loi_cli.word.paragraphs import Counted
from loi_cli.word.place import Place
from loi_cli.word.runs import plain_words
from loi_cli.word.story import BlockWriter, Story
from loi_cli.word.vocabulary import UnknownMarkup

_OPEN = re.compile(r'>(\s*[^<>\s][^<>]*)| (id|data-number)="([^"<>]*)')
"""What tables of one shape differ in: words between tags, ids, numbers of labels. HTML parted by it has, after each
piece that they have in common, the words, or the name and the value of an attribute."""
_WORDS, _NAME, _VALUE, _EACH = 1, 2, 3, 4

_PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4"})
_CELLS = frozenset({"td", "th"})
_ROWS = frozenset({"tr"})
_ATTRIBUTES = frozenset({"class", "lang", "dir", "style", "colspan"})
"""What may stand in a mold beside these: nothing of a tracked change."""


class _Given(NamedTuple):
    """What is filled in from a place in the parted HTML: words of a language, or the bookmark of an id."""

    at: int
    language: str = ""


class _Labelled(NamedTuple):
    """Where the number and the text of a label are in the parted HTML, and what it says beside them."""

    number: int
    text: int
    kept: tuple[str, str, str]
    language: str

    def label(self, parts: Sequence[str]) -> Label | None:
        """The label; None for one that stands as typed, or is none."""
        try:
            return label_of(parts[self.number], self.kept, unescape(parts[self.text]), self.language)
        except ValueError:
            return None


class Mold(NamedTuple):
    """`pieces` of XML, every second one to be replaced by what has its place among what is given, and then the numbers.

    `numbers` are in the order in which a table asks for them, each with what counts a label, or None. In longer
    paragraphs than of so many `letters` a table would be of another shape.
    """

    pieces: Sequence[str]
    places: Sequence[int]
    given: Sequence[_Given]
    labels: Sequence[_Labelled]
    numbers: Sequence[Counted | None]
    letters: int

    def filled(self, parts: Sequence[str], table: Unread, paper: Paper) -> str | None:
        """The XML of a table; None for one that has to be written by itself."""
        words = [unescape(parts[at]) for at, language in self.given if language]
        longest = max(map(len, words), default=0) + max([len(parts[one.text]) for one in self.labels], default=0)
        if longest > self.letters:
            return None
        labels = [label for one in self.labels if (label := one.label(parts))]
        if len(labels) < len(self.labels):
            return None
        filling, counted = [], iter(labels)
        for at, language in self.given:
            text = unescape(parts[at])
            filling.append(plain_words(text, language) if language else paper.bookmarks[text])
        for number in self.numbers:
            if number is None:
                filling.append(paper.new_id())
            else:
                filling.append(paper.ask(number.of(next(counted))))
        table.left = "".join(words)
        pieces = list(self.pieces)
        pieces[1::2] = map(filling.__getitem__, self.places)
        return "".join(pieces)


Letters = Callable[[Element, Place], int]


def from_mold(story: Story, table: Unread, place: Place, letters: Letters, write: BlockWriter) -> str | None:
    """The XML of a table, as `write` would write it; None for one that has to be written by itself.

    `letters` tells how many of them the paragraphs of a table may have, beyond which it may have another shape.
    """
    parts = _OPEN.split(table.written)
    shape = story.after_table, *parts[::_EACH], *parts[_NAME::_EACH]
    molds = place.molds
    if shape not in molds:
        alike = hash(shape)
        if alike not in molds:
            molds[alike] = None  # what never comes again needs no mold
            return None
        molds[shape] = _mold(story, table, parts, place, letters, write)
    mold = molds[shape]
    return mold.filled(parts, table, story.paper) if mold else None


class _Unfit(Exception):
    """A table of which no mold can be made."""


def _mold(
    story: Story, table: Unread, parts: Sequence[str], place: Place, letters: Letters, write: BlockWriter
) -> Mold | None:
    open_: OpenNumbers[Paper] = OpenNumbers()
    paper, marked = story.paper, table.whole()
    try:
        marks = _Marks(parts, open_)
        marks.put_into(marked, place)
        apart = story.apart(Paper(paper.reference, marks.bookmarks, paper.labels, paper.page_of, numbers=open_))
        most = letters(marked, place)
        write(apart, marked, place)
    except (_Unfit, UnknownMarkup):  # what is wrong with a table is said when it is written by itself
        return None
    pieces, places = parted("".join(apart.out))
    numbers = [asked if isinstance(asked, Counted) else None for asked in open_.asked[len(marks.given) :]]
    return Mold(pieces, places, marks.given, marks.labels, numbers, most)


class _Marks:
    """Marks in place of the words and ids of a table, in their order."""

    def __init__(self, parts: Sequence[str], open_: OpenNumbers[Paper]) -> None:
        self.given: list[_Given] = []
        self.labels: list[_Labelled] = []
        self.bookmarks: dict[str, str] = {}
        self._open = open_
        self._places = ((parts[at + _NAME] or "", at) for at in range(0, len(parts) - 1, _EACH))

    def put_into(self, table: Element, place: Place) -> None:
        """Mark a table. Raises _Unfit where it holds more than a mold can."""
        for row in _those(table, _ROWS):
            for cell in _those(row, _CELLS):
                for paragraph in _those(cell, _PARAGRAPHS):
                    look = place.inside(row).inside(cell).inside(paragraph).look
                    if paragraph.id:
                        paragraph.id = self._mark(self._at("id") + _VALUE)
                        self.bookmarks[paragraph.id] = paragraph.id
                    if not paragraph.children:
                        paragraph.text = self._words(paragraph.text, look.lang)
                        continue
                    label = paragraph.children[0]
                    if len(paragraph.children) > 1 or not is_label(label) or label.children:
                        raise _Unfit
                    number, text = self._at("data-number") + _VALUE, self._at("") + _WORDS
                    self.labels.append(_Labelled(number, text, kept_of(label), look.inside(label).lang))
                    label.tail = self._words(label.tail, look.lang)
        if next(self._places, None):
            raise _Unfit

    def _words(self, text: str, language: str) -> str:
        if not text.strip():
            if text.strip(" \t\n\r\f"):
                raise _Unfit  # blanks of another kind are words
            return text
        return self._mark(self._at("") + _WORDS, language)

    def _at(self, kind: str) -> int:
        """Where the next of what is open stands, which has to be of this kind."""
        found, at = next(self._places, ("none", 0))
        if found != kind:
            raise _Unfit
        return at

    def _mark(self, at: int, language: str = "") -> str:
        self.given.append(_Given(at, language))
        return self._open.ask(Paper.next_id)


def _those(parent: Element, tags: frozenset[str]) -> Sequence[Element]:
    """The children of an element that may have no others, and no words."""
    if parent.text.strip() or not _ATTRIBUTES.issuperset(parent.attributes):
        raise _Unfit
    for child in parent.children:
        if child.tag not in tags or child.tail.strip() or not _ATTRIBUTES.issuperset(child.attributes):
            raise _Unfit
    return parent.children
