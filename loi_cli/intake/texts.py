"""Shapes of words: of a clause, in several languages, in case forms."""

import unicodedata
from collections.abc import Iterable
from typing import Any, TypeVar

from loi_cli.files.codes import Code
from loi_cli.files.collections import Table
from loi_cli.files.nodes import Node, ScalarNode
from loi_cli.files.page import Page, did_you_mean
from loi_cli.files.prose import Empty, Prose
from loi_cli.files.shapes import Block, Key, Schema, Shape
from loi_cli.i18n import _
from loi_cli.intake.names import LANGUAGE
from loi_cli.intake.scripts import mixed_words
from loi_cli.model import placeholders
from loi_cli.model.placeholders import Placeholder, Slot

T = TypeVar("T")

_SLOTS = ("{parties}", "{party.XXX}", "{place}", "{date}", "{languages}", "{blank}")


def on_one_line(text: str) -> str:
    """The same as `tidy`, at a tenth of its price: every word of every file passes here."""
    text = (text if text.isascii() else unicodedata.normalize("NFC", text)).strip()
    if "\n" not in text and "\r" not in text:
        return text
    lines = (line.strip(" \t") for line in text.replace("\r", "\n").split("\n"))
    return " ".join(line for line in lines if line)


class Written(Prose):
    """Words of a person, looked at for letters that mix scripts."""

    def look_at(self, text: str, node: ScalarNode, page: Page) -> None:
        for word in mixed_words(text):
            page.warn(
                Code.MIXED_SCRIPT,
                _("`{word}` mixes Latin and Cyrillic letters that look alike").format(word=word),
                node.start,
                _("type the word anew with one keyboard"),
            )


class ClauseWords(Written):
    """Words of a clause: one spelling, and every brace in them means something."""

    def __init__(self, *, empty: Empty = Empty.REFUSED) -> None:
        super().__init__(empty=empty, spelt=on_one_line)

    def look_at(self, text: str, node: ScalarNode, page: Page) -> None:
        super().look_at(text, node, page)
        for piece in placeholders.unknown(text):
            page.error(
                Code.PLACEHOLDER, _("`{piece}` means nothing").format(piece=piece), node.start, _refill(piece, page)
            )
        parties = page.known.get("party", ())
        for filled in placeholders.split(text) if parties else ():
            if isinstance(filled, Placeholder) and filled.slot is Slot.PARTY and filled.name not in parties:
                page.error(
                    Code.UNKNOWN_NAME,
                    _("the dossier has no party `{name}`").format(name=filled.name),
                    node.start,
                    did_you_mean(filled.name, parties, _("did you mean `{name}`?"), _("its parties: {names}")),
                )


def _refill(piece: str, page: Page) -> str:
    if piece.startswith("{@"):
        return _("a reference to a clause is its id with @ before it: {@areas.automotive}")
    if len(piece) == 1:
        return _("a brace as a character is written twice: {{ or }}")
    code = (*page.known.get("party", ()), "XXX")[0]
    names = [slot.replace("XXX", code) for slot in _SLOTS]
    return did_you_mean(
        piece, names, _("did you mean `{name}`?"), _("it can be {names}, or a clause: {{@areas}}; a brace is {{{{")
    )


class ReplacedWords(ClauseWords):
    """Some words of a clause; in quotes, a space before or after them counts."""

    def read(self, node: Node, page: Page) -> str | None:
        text = super().read(node, page)
        if text and type(node) is ScalarNode and node.style in ('"', "'"):
            return " " * node.text.startswith(" ") + text + " " * node.text.endswith(" ")
        return text


class ByLanguage(Table[str, T]):
    """One value per language: of the dossier where the page knows it, else any."""

    def __init__(self, value: Shape[T]) -> None:
        super().__init__(LANGUAGE, value, least=1)


class InEveryLanguage(Shape[dict[str, str]]):
    """Words by language, or one text that stands in every language, such as the name of a room."""

    def __init__(self) -> None:
        self.text = Written()
        self.by_language = ByLanguage(self.text)

    def read(self, node: Node, page: Page) -> dict[str, str] | None:
        if type(node) is ScalarNode:
            text = self.text.read(node, page)
            return dict.fromkeys(page.known.get("language", ()), text) if text else None
        return self.by_language.read(node, page)

    def schema(self) -> Schema:
        return {"anyOf": [self.text.schema(), self.by_language.schema()]}

    def parts(self) -> Iterable[Shape[Any]]:
        return (self.by_language,)


CASE_KEYS = tuple(
    Key(name, Written(spelt=on_one_line), says, required=name == "nom")
    for name, says in (
        ("nom", "The name as it stands alone."),
        ("gen", "Genitive: of the ministry."),
        ("dat", "Dative: to the ministry."),
        ("acc", "Accusative."),
        ("ins", "Instrumental: by, with the ministry."),
        ("prep", "Prepositional."),
        ("loc", "Locative."),
        ("abl", "Ablative."),
        ("voc", "Vocative."),
    )
)
CASE_FORMS = Block("case-forms", *CASE_KEYS, says="A name by grammatical case, for `{parties.ins}` and its like.")


class Forms(Shape[dict[str, str]]):
    """A name: one text, or one per grammatical case with the nominative among them."""

    text = Written(spelt=on_one_line)

    def read(self, node: Node, page: Page) -> dict[str, str] | None:
        if type(node) is ScalarNode:
            text = self.text.read(node, page)
            return {"nom": text} if text else None
        values = CASE_FORMS.read(node, page)
        return {key.name: values[key] for key in CASE_KEYS if key in values} if values and values.whole else None

    def schema(self) -> Schema:
        return {"anyOf": [self.text.schema(), CASE_FORMS.schema()]}

    def parts(self) -> Iterable[Shape[Any]]:
        return (CASE_FORMS,)


NAMES = ByLanguage(Forms())
