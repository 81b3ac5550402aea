"""Shapes of single values: words, names, numbers, days, times, yes or no, one of several words."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, time
from enum import Enum, StrEnum
from typing import TypeVar

from loi_cli.files.codes import Code
from loi_cli.files.nodes import Node, ScalarNode
from loi_cli.files.page import Page, did_you_mean
from loi_cli.files.remedies import refuse_cut_words, words_cut
from loi_cli.files.shapes import Schema, Shape, Sort, wrong_type
from loi_cli.i18n import _

E = TypeVar("E", bound=StrEnum)


def scalar(node: Node, page: Page) -> ScalarNode | None:
    """The node when it is words that are not missing; else None, and why is on the page."""
    if type(node) is ScalarNode and (node.text or node.style):
        return node
    wrong_type(node, page, Sort.WORDS)
    return None


class Empty(Enum):
    """When a text may be empty: never, when said so by `""`, or by a key without a value too."""

    REFUSED = "refused"
    QUOTED = "quoted"
    ALLOWED = "allowed"


def nfc(text: str) -> str:
    """Unicode NFC; ASCII is so already, and asking `unicodedata` costs a look at each letter."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def kept(text: str) -> str:
    """A note as written, line breaks too: Unicode NFC, no white space around it or at the ends of its lines."""
    text = nfc(text).strip()
    if "\n" not in text and "\r" not in text:
        return text
    return "\n".join(line.rstrip() for line in text.splitlines())


class Prose(Shape[str]):
    """Words of a person. `spelt` gives them their one spelling; the default keeps line breaks."""

    def __init__(self, *, empty: Empty = Empty.REFUSED, spelt: Callable[[str], str] = kept) -> None:
        self.empty = empty
        self.spelt = spelt

    def read(self, node: Node, page: Page) -> str | None:
        if type(node) is not ScalarNode:
            wrong_type(node, page, Sort.WORDS)
            return None
        if page.commented and words_cut(page, node):
            refuse_cut_words(page, node)
            return None
        text = self.spell(node)
        if not text and self.empty is not Empty.ALLOWED and (self.empty is Empty.REFUSED or not node.style):
            remedy = _("write the words, or take the key out")
            if self.empty is Empty.QUOTED:
                remedy = _('write the words, or `""` when there shall be none')
            page.error(Code.EMPTY_VALUE, _("no words stand here"), node.start, remedy)
            return None
        return text

    def spell(self, node: ScalarNode) -> str:
        """The words of a node in their one spelling."""
        return self.spelt(node.text)

    def schema(self) -> Schema:
        # Words such as 2022 or true, unquoted, are numbers to an editor and words to us.
        built: Schema = {"type": ["string", "number", "boolean"]}
        if self.empty is Empty.ALLOWED:
            built["type"].append("null")
        if self.empty is Empty.REFUSED:
            built["pattern"] = r"\S"
        return built


class Name(Shape[str]):
    """A name that follows a grammar; where the page knows all names of its sort, it must be one of them."""

    def __init__(self, sort: str, fits: Callable[[str], bool], pattern: str, help: str) -> None:
        self.sort = sort
        self.fits = fits
        self.pattern = pattern
        self.help = help

    def read(self, node: Node, page: Page) -> str | None:
        if (found := scalar(node, page)) is None:
            return None
        name = found.text
        known = page.known.get(self.sort)
        if known is not None and name in known:
            return name
        if not self.fits(name):
            message = _("`{name}` cannot be a name here").format(name=name)
            if known is None:
                page.error(Code.BAD_NAME, message, found.start, _(self.help))
                return None
        if known is not None:
            page.error(
                Code.UNKNOWN_NAME,
                _("the dossier knows no `{name}` here").format(name=name),
                found.start,
                did_you_mean(name, known, _("did you mean `{name}`?"), _("it knows: {names}")),
            )
            return None
        return name

    def schema(self) -> Schema:
        return {"type": "string", "pattern": self.pattern}


_NUMBER = re.compile(r"0|[1-9][0-9]{0,8}")


class Number(Shape[int]):
    """A whole number, written in digits without quotes."""

    def __init__(self, least: int = 1, most: int = 999_999_999) -> None:
        self.least = least
        self.most = most

    def read(self, node: Node, page: Page) -> int | None:
        if (found := scalar(node, page)) is None:
            return None
        if not found.style and _NUMBER.fullmatch(found.text) and self.least <= int(found.text) <= self.most:
            return int(found.text)
        page.error(
            Code.WRONG_VALUE,
            _("`{value}` is not a whole number from {least} to {most}").format(
                value=found.text, least=self.least, most=self.most
            ),
            found.start,
            _("write it in digits, without quotes, without zeros before it"),
        )
        return None

    def schema(self) -> Schema:
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


class NumberKey(Number):
    """A number as a key, such as a round: in JSON, and so for an editor, keys are strings."""

    def schema(self) -> Schema:
        return {"type": "string", "pattern": "^[1-9][0-9]{0,8}$"}


class Only(Shape[int]):
    """The one number that may stand here: the version of a file format."""

    def __init__(self, number: int) -> None:
        self.number = number

    def read(self, node: Node, page: Page) -> int | None:
        if (found := scalar(node, page)) is None:
            return None
        if found.text == str(self.number) and not found.style:
            return self.number
        page.error(
            Code.WRONG_VALUE,
            _("`{value}` is not {number}").format(value=found.text, number=self.number),
            found.start,
            _("this version of loi reads files of schema {number}").format(number=self.number),
        )
        return None

    def schema(self) -> Schema:
        return {"const": self.number}


_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Day(Shape[date]):
    """A day, as 2022-02-17."""

    def read(self, node: Node, page: Page) -> date | None:
        if (found := scalar(node, page)) is None:
            return None
        try:
            if _DAY.fullmatch(found.text):
                return date.fromisoformat(found.text)
            message = _("`{value}` is not a date").format(value=found.text)
        except ValueError:
            message = _("there is no day {value}").format(value=found.text)
        page.error(Code.WRONG_VALUE, message, found.start, _("write year, month and day: 2022-02-17"))
        return None

    def schema(self) -> Schema:
        return {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}


_CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")


class Clock(Shape[time]):
    """A time of day, as "09:00"."""

    def read(self, node: Node, page: Page) -> time | None:
        if (found := scalar(node, page)) is None:
            return None
        if _CLOCK.fullmatch(found.text):
            return time.fromisoformat(found.text)
        message = _("`{value}` is not a time of day").format(value=found.text)
        page.error(Code.WRONG_VALUE, message, found.start, _('write hours and minutes, two digits each: "09:00"'))
        return None

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^(?:{_CLOCK.pattern})$"}


class Flag(Shape[bool]):
    """true or false; with `only`, no other than that."""

    def __init__(self, only: bool | None = None) -> None:
        self.values = {"true": True, "false": False} if only is None else {str(only).lower(): only}

    def read(self, node: Node, page: Page) -> bool | None:
        if (found := scalar(node, page)) is None:
            return None
        if not found.style and found.text in self.values:
            return self.values[found.text]
        page.error(
            Code.WRONG_VALUE,
            _("`{value}` has no meaning here").format(value=found.text),
            found.start,
            _("write one of: {names}").format(names=", ".join(self.values)),
        )
        return None

    def schema(self) -> Schema:
        return {"enum": list(self.values.values())}


class OneOf(Shape[E]):
    """One of the words of an enumeration."""

    def __init__(self, words: type[E]) -> None:
        self.words: dict[str, E] = {word.value: word for word in words}

    def read(self, node: Node, page: Page) -> E | None:
        if (found := scalar(node, page)) is None:
            return None
        if (word := self.words.get(found.text)) is not None:
            return word
        page.error(
            Code.WRONG_VALUE,
            _("`{value}` has no meaning here").format(value=found.text),
            found.start,
            did_you_mean(found.text, list(self.words), _("did you mean `{name}`?"), _("write one of: {names}")),
        )
        return None

    def schema(self) -> Schema:
        return {"enum": list(self.words)}


class Word(Shape[str]):
    """One fixed word: what tells a block apart from others of its file."""

    def __init__(self, word: str) -> None:
        self.word = word

    def read(self, node: Node, page: Page) -> str | None:
        if (found := scalar(node, page)) is None:
            return None
        if found.text == self.word:
            return self.word
        message = _("`{value}` has no meaning here").format(value=found.text)
        page.error(Code.WRONG_VALUE, message, found.start, _("write: {names}").format(names=self.word))
        return None

    def schema(self) -> Schema:
        return {"const": self.word}
