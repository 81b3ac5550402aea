"""Shapes of several things: a list, a mapping by name, a choice between blocks."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from loi_cli.files.codes import Code
from loi_cli.files.nodes import MappingNode, Node, ScalarNode, SequenceNode
from loi_cli.files.page import Page, did_you_mean
from loi_cli.files.shapes import Block, Schema, Shape, Values
from loi_cli.files.sorts import Sort, wrong_type
from loi_cli.i18n import _

T = TypeVar("T")
U = TypeVar("U")


class Series(Shape[tuple[T, ...]]):
    """A list of things of one shape; `distinct`: none of them twice."""

    def __init__(self, item: Shape[T], *, least: int = 0, distinct: bool = False) -> None:
        self.item = item
        self.least = least
        self.distinct = distinct

    def read(self, node: Node, page: Page) -> tuple[T, ...] | None:
        if type(node) is not SequenceNode:
            wrong_type(node, page, Sort.LIST)
            return None
        if len(node.items) < self.least and node.whole:
            page.error(Code.EMPTY_VALUE, _("the list is empty"), node.start, _("write at least one entry"))
        read = self.item.read
        found = [value for item in node.items if (value := read(item, page)) is not None]
        if self.distinct:
            self._refuse_repeated(node, page)
        return tuple(found)

    def _refuse_repeated(self, node: SequenceNode, page: Page) -> None:
        seen: set[str] = set()
        for item in node.items:
            if isinstance(item, ScalarNode):
                if item.text in seen:
                    message = _("`{name}` stands twice in the list").format(name=item.text)
                    page.error(Code.REPEATED, message, item.start, _("take one of the two out"))
                seen.add(item.text)

    def schema(self) -> Schema:
        built: Schema = {"type": "array", "items": self.item.schema()}
        if self.least:
            built["minItems"] = self.least
        if self.distinct:
            built["uniqueItems"] = True
        return built

    def parts(self) -> Iterable[Shape[Any]]:
        return (self.item,)


class Table(Shape[dict[T, U]]):
    """A mapping whose keys are names or numbers of one sort: units by id, rounds by number."""

    def __init__(self, key: Shape[T], value: Shape[U], *, least: int = 0) -> None:
        self.key = key
        self.value = value
        self.least = least

    def read(self, node: Node, page: Page) -> dict[T, U] | None:
        if type(node) is not MappingNode:
            wrong_type(node, page, Sort.KEYS)
            return None
        if len(node.entries) < self.least and node.whole:
            page.error(Code.EMPTY_VALUE, _("nothing stands here"), node.start, _("write at least one entry"))
        found: dict[T, U] = {}
        for key_node, value_node in node.entries.values():
            key = self.key.read(key_node, page)
            value = self.value.read(value_node, page)
            if key is not None and value is not None:
                found[key] = value
        return found

    def schema(self) -> Schema:
        key = self.key.schema()
        built: Schema = {
            "type": "object",
            "propertyNames": {"title": key["title"]},
            "patternProperties": {key["pattern"]: self.value.schema()},
            "additionalProperties": False,
        }
        if self.least:
            built["minProperties"] = self.least
        return built

    def parts(self) -> Iterable[Shape[Any]]:
        return (self.value,)


class OneByKey(Shape[tuple[str, Values]]):
    """A block out of several, told apart by a key that only it has: a proposal by its verb."""

    def __init__(self, what: str, **blocks: Block) -> None:
        self.what = what
        self.blocks = {name.replace("_", "-"): block for name, block in blocks.items()}

    def read(self, node: Node, page: Page) -> tuple[str, Values] | None:
        if type(node) is not MappingNode:
            wrong_type(node, page, Sort.KEYS)
            return None
        names = [name for name in node.entries if name in self.blocks]
        if len(names) == 1:
            values = self.blocks[names[0]].read(node, page)
            return (names[0], values) if values is not None else None
        if names:
            message = _("`{first}` and `{second}` stand in one {what}").format(
                first=names[0], second=names[1], what=_(self.what)
            )
            page.error(Code.CHOICE, message, node.entries[names[1]][0].start, _("begin a new entry with `- `"))
        elif node.whole:
            first = next(iter(node.entries), "")
            page.error(
                Code.CHOICE,
                _("no {what} begins so").format(what=_(self.what)),
                node.start,
                did_you_mean(
                    first, list(self.blocks), _("did you mean `{name}`?"), _("it begins with one of: {names}")
                ),
            )
        return None

    def schema(self) -> Schema:
        return {"oneOf": [block.schema() for block in self.blocks.values()]}

    def parts(self) -> Iterable[Shape[Any]]:
        return self.blocks.values()


class OneByValue(Shape[tuple[str, Values]]):
    """A block out of several, told apart by the word under one key: a record by its `record: …`."""

    def __init__(self, key: str, blocks: Mapping[str, Block]) -> None:
        self.key = key
        self.blocks = blocks

    def read(self, node: Node, page: Page) -> tuple[str, Values] | None:
        if type(node) is not MappingNode:
            wrong_type(node, page, Sort.KEYS)
            return None
        entry = node.entries.get(self.key)
        if entry is None:
            if node.whole:
                message = _("`{key}` is missing").format(key=self.key)
                page.error(Code.MISSING_KEY, message, node.start, self._choices(""))
            return None
        value = entry[1]
        if type(value) is not ScalarNode:
            wrong_type(value, page, Sort.WORDS)
            return None
        word = value.text
        if word not in self.blocks:
            message = _("`{value}` has no meaning here").format(value=word)
            page.error(Code.WRONG_VALUE, message, value.start, self._choices(word))
            return None
        values = self.blocks[word].read(node, page)
        return (word, values) if values is not None else None

    def _choices(self, word: str) -> str:
        return did_you_mean(word, list(self.blocks), _("did you mean `{name}`?"), _("write one of: {names}"))

    def schema(self) -> Schema:
        return {"oneOf": [block.schema() for block in self.blocks.values()]}

    def parts(self) -> Iterable[Shape[Any]]:
        return self.blocks.values()
