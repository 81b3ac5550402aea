"""Shapes: what a file must look like, said once; the strict reader and the JSON Schema for editors both come from it.

    NAME = Key("name", Prose(), "The unit's name.", required=True)
    ROUNDS = Key("rounds", Series(Number()), "The rounds it is asked in.")
    UNIT = Block("unit", NAME, ROUNDS)

    values = UNIT.read(node, page)      # None when it is no mapping; what is wrong is on the page
    values[NAME]                        # str, as the key's shape says

A value that is wrong becomes a problem on the page and is left out, and the reading goes on: everything wrong is found
in one run, and what was read can still be looked at. A key spelt wrongly is a problem, and is read as the one meant.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from typing import Any, Generic, NamedTuple, TypeVar, overload

from loi_cli.files.codes import Code
from loi_cli.files.nodes import MappingNode, Mark, Node, ScalarNode
from loi_cli.files.page import Page, did_you_mean
from loi_cli.files.sorts import Sort, wrong_type
from loi_cli.i18n import _
from loi_cli.model.identifiers import nearest
from loi_cli.model.problems import Place

T = TypeVar("T")
U = TypeVar("U")
T_co = TypeVar("T_co", covariant=True)

Schema = dict[str, Any]


class Shape(ABC, Generic[T_co]):
    """What may stand at one place of a file."""

    @abstractmethod
    def read(self, node: Node, page: Page) -> T_co | None:
        """The value that a node holds; None when it holds none, and why is on the page."""

    @abstractmethod
    def schema(self) -> Schema:
        """The JSON Schema of this shape; a block's is a reference to its definition."""

    def parts(self) -> "Iterable[Shape[Any]]":
        """The shapes in this one."""
        return ()


class Key(NamedTuple, Generic[T_co]):
    """A key that has a meaning: its name, the shape of its value, and what it says to the person who writes it."""

    name: str
    shape: Shape[T_co]
    says: str
    required: bool = False


class Values:
    """What a mapping held, by key; only what could be read. `whole`: nothing in it was wrong."""

    __slots__ = ("_page", "_read", "node", "rest", "whole")

    def __init__(self, node: MappingNode, page: Page) -> None:
        self.node = node
        self._page = page
        self._read: dict[str, Any] = {}
        self.rest: dict[str, Any] = {}
        self.whole = False

    @property
    def place(self) -> Place:
        return self._page.place(self.node.start)

    def __getitem__(self, key: Key[T]) -> T:
        value: T = self._read[key.name]
        return value

    def __contains__(self, key: Key[Any]) -> bool:
        return key.name in self._read

    @overload
    def get(self, key: Key[T]) -> T | None: ...
    @overload
    def get(self, key: Key[T], default: U) -> T | U: ...
    def get(self, key: Key[Any], default: Any = None) -> Any:
        return self._read.get(key.name, default)

    def written(self, key: Key[Any]) -> bool:
        """Whether the key stands there, readable or not."""
        return key.name in self.node.entries

    def where(self, key: Key[Any]) -> Place:
        """Where the key's value stands; the mapping's own place when the key is missing."""
        entry = self.node.entries.get(key.name)
        return self._page.place(entry[1].start if entry else self.node.start)

    def key_mark(self, name: str) -> Mark:
        """Where a key itself stands, known or of the rest; the mapping's own place when it is missing."""
        entry = self.node.entries.get(name)
        return entry[0].start if entry else self.node.start


class Others(ABC, Generic[T_co]):
    """Keys that a block takes beside its own, such as languages: which, and the shape of their values."""

    shape: Shape[T_co]

    @abstractmethod
    def takes(self, key: ScalarNode, page: Page) -> bool | None:
        """Whether the key is one of these; None when it should be one but is wrong, and why is on the page."""

    @abstractmethod
    def pattern(self) -> str:
        """The regular expression of such keys, for the JSON Schema."""


class Rule(ABC):
    """What must hold between the keys of one block."""

    @abstractmethod
    def check(self, values: Values, page: Page) -> None:
        """Add a problem where it does not hold. Asked only of blocks that did not break off."""

    @abstractmethod
    def schema(self) -> Schema:
        """The same as JSON Schema."""


class Block(Shape[Values]):
    """A mapping with known keys, and perhaps others of one sort; a key that is neither is a problem."""

    def __init__(
        self, name: str, *keys: Key[Any], others: Others[Any] | None = None, rules: Iterable[Rule] = (), says: str = ""
    ) -> None:
        self.name = name
        self.says = says
        self.rules = tuple(rules)
        self.keys = {key.name: key for key in keys}
        self.required = [key.name for key in keys if key.required]
        self.others = others

    def read(self, node: Node, page: Page) -> Values | None:
        if type(node) is not MappingNode:
            wrong_type(node, page, Sort.KEYS)
            return None
        before = page.flaws
        values = Values(node, page)
        found = values._read
        keys = self.keys
        for name, (key, value) in node.entries.items():
            known = keys.get(name)
            if known is None:
                known = self._read_other(key, value, values, page)
            if known is not None and (read := known.shape.read(value, page)) is not None:
                found[known.name] = read
        if node.whole:
            values.whole = page.flaws == before
            self._check(values, page)
        else:
            page.flaws += 1
        values.whole = page.flaws == before
        return values

    def _check(self, values: Values, page: Page) -> None:
        entries = values.node.entries
        for name in self.required:
            if name not in entries:
                page.error(
                    Code.MISSING_KEY,
                    _("`{key}` is missing").format(key=name),
                    values.node.start,
                    _("add `{key}:` – {meaning}").format(key=name, meaning=_(self.keys[name].says)),
                )
        for rule in self.rules:
            rule.check(values, page)

    def _read_other(self, key: ScalarNode, value: Node, values: Values, page: Page) -> Key[Any] | None:
        """Read the value of a key that is none of the known, or say that it has no meaning.

        Gives the key that was meant by a wrong spelling: it is read as that one, so that nothing else in the file is
        held against what only its spelling hides.
        """
        others = self.others
        taken = others.takes(key, page) if others is not None else False
        if taken and others is not None:
            if (read := others.shape.read(value, page)) is not None:
                values.rest[key.text] = read
            return None
        if taken is None:
            return None
        names = [*self.keys, *(page.known.get("language", ()) if others is not None else ())]
        help_ = did_you_mean(key.text, names, _("did you mean `{name}`?"), _("known here: {names}"))
        page.error(Code.UNKNOWN_KEY, _("unknown key `{key}`").format(key=key.text), key.start, help_)
        meant = self.keys.get(nearest(key.text, names) or "")
        if meant is None or values.written(meant):
            return None
        values.node = values.node._replace(entries={**values.node.entries, meant.name: (key, value)})
        return meant

    def schema(self) -> Schema:
        return {"$ref": f"#/$defs/{self.name}"}

    def parts(self) -> Iterable[Shape[Any]]:
        shapes = [key.shape for key in self.keys.values()]
        return [*shapes, self.others.shape] if self.others else shapes

    def definition(self) -> Schema:
        """What the reference in its schema refers to."""
        built: Schema = {"type": "object"}
        if self.says:
            built["description"] = _(self.says)
        built["properties"] = {
            name: {"description": _(key.says), **key.shape.schema()} for name, key in self.keys.items()
        }
        if self.others:
            built["patternProperties"] = {self.others.pattern(): self.others.shape.schema()}
        if self.required:
            built["required"] = list(self.required)
        built["additionalProperties"] = False
        if self.rules:
            built["allOf"] = [rule.schema() for rule in self.rules]
        return built


class Later(Shape[T_co]):
    """A shape that is defined further down, so that a block can hold itself."""

    def __init__(self, shape: Callable[[], Shape[T_co]]) -> None:
        self.shape = shape

    def read(self, node: Node, page: Page) -> T_co | None:
        return self.shape().read(node, page)

    def schema(self) -> Schema:
        return self.shape().schema()

    def parts(self) -> Iterable[Shape[Any]]:
        return (self.shape(),)


def document(name: str, root: Shape[Any]) -> Schema:
    """The JSON Schema (draft 2020-12) of a file of this shape."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"loi/{name}.schema.json",
        "title": name,
        **root.schema(),
        "$defs": {found.name: found.definition() for found in _blocks(root)},
    }


def _blocks(root: Shape[Any]) -> Iterable[Block]:
    """All blocks that can stand in a shape, each once."""
    found: dict[str, Block] = {}
    waiting: list[Shape[Any]] = [root]
    while waiting:
        shape = waiting.pop()
        if isinstance(shape, Block):
            if shape.name in found:
                continue
            found[shape.name] = shape
        waiting += shape.parts()
    return found.values()
