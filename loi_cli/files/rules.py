"""Rules between the keys of one block, each for the reader and for the JSON Schema."""

from typing import Any

from loi_cli.files.codes import Code
from loi_cli.files.page import Page
from loi_cli.files.shapes import Key, Rule, Schema, Values
from loi_cli.i18n import _


def listed(keys: tuple[Key[Any], ...]) -> str:
    """The names of keys for a message: `after`, `before`, `in`."""
    return ", ".join(f"`{key.name}`" for key in keys)


class ExactlyOne(Rule):
    """One of these keys stands there, and only one."""

    def __init__(self, *keys: Key[Any]) -> None:
        self.keys = keys

    def check(self, values: Values, page: Page) -> None:
        entries = values.node.entries
        there = [key for key in self.keys if key.name in entries]
        if len(there) > 1:
            page.error(
                Code.CHOICE,
                _("{found} stand together; only one of them can").format(found=listed(tuple(there))),
                values.key_mark(there[1].name),
                _("keep one of them"),
            )
        elif not there:
            page.error(
                Code.CHOICE,
                _("one of {names} is missing").format(names=listed(self.keys)),
                values.node.start,
                _("add one of them"),
            )

    def schema(self) -> Schema:
        return {"oneOf": [{"required": [key.name]} for key in self.keys]}


class Together(Rule):
    """Where the first key stands, the second must."""

    def __init__(self, key: Key[Any], needs: Key[Any]) -> None:
        self.key = key
        self.needs = needs

    def check(self, values: Values, page: Page) -> None:
        if not values.written(self.key) or values.written(self.needs):
            return
        page.error(
            Code.MISSING_KEY,
            _("`{key}` is missing; it goes with `{other}`").format(key=self.needs.name, other=self.key.name),
            values.key_mark(self.key.name),
            _("add `{key}:` – {meaning}").format(key=self.needs.name, meaning=_(self.needs.says)),
        )

    def schema(self) -> Schema:
        return {"dependentRequired": {self.key.name: [self.needs.name]}}


class SomeWords(Rule):
    """The block holds one of these keys, or one of its other keys, whose names match a pattern: a language."""

    def __init__(self, *keys: Key[Any], others: str) -> None:
        self.keys = keys
        self.others = others

    def check(self, values: Values, page: Page) -> None:
        if values.rest or not values.whole or any(map(values.written, self.keys)):
            return
        page.error(
            Code.EMPTY_VALUE,
            _("there are no words here"),
            values.node.start,
            _("add the words under their language (`en: …`), or one of: {names}").format(names=listed(self.keys)),
        )

    def schema(self) -> Schema:
        choices: list[Schema] = [{"required": [key.name]} for key in self.keys]
        # "There is a key like a language": not every key is unlike one.
        choices.append({"not": {"propertyNames": {"not": {"pattern": self.others}}}})
        return {"anyOf": choices}
