"""Shapes of single words: a name, true or false, one of several words."""

import re
from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from loi_cli.files.codes import Code
from loi_cli.files.nodes import Node, ScalarNode
from loi_cli.files.page import Page, did_you_mean
from loi_cli.files.shapes import Schema, Shape
from loi_cli.files.sorts import Sort, wrong_type
from loi_cli.i18n import _

E = TypeVar("E", bound=StrEnum)


def scalar(node: Node, page: Page) -> ScalarNode | None:
    """The node when it is words that are not missing; else None, and why is on the page."""
    if type(node) is ScalarNode and (node.text or node.style):
        return node
    wrong_type(node, page, Sort.WORDS)
    return None


class Name(Shape[str]):
    """A name that follows a grammar; where the page knows all names of its sort, it must be one of them.

    `fits` is asked where the grammar is more than its pattern. A pattern is compiled when a name is first held against
    it: few files hold every sort of name.
    """

    def __init__(self, sort: str, pattern: str, help: str, fits: Callable[[str], bool] | None = None) -> None:
        self.sort = sort
        self.pattern = pattern
        self.help = help
        self.fits = fits or (lambda text: re.fullmatch(pattern, text) is not None)

    def read(self, node: Node, page: Page) -> str | None:
        if (found := scalar(node, page)) is None:
            return None
        name = found.text
        known = page.known.get(self.sort)
        if known is None:
            if self.fits(name):
                return name
            message = _("`{name}` cannot be a name here").format(name=name)
            page.error(Code.BAD_NAME, message, found.start, _(self.help))
        elif name in known:
            return name
        else:
            page.error(
                Code.UNKNOWN_NAME,
                _("the dossier has no {sort} `{name}`").format(sort=_(self.sort), name=name),
                found.start,
                did_you_mean(name, known, _("did you mean `{name}`?"), _("it knows: {names}")),
            )
        return None

    def schema(self) -> Schema:
        return {"title": _(self.sort), "type": "string", "pattern": self.pattern}


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
