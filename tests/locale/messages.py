"""Every message of the house, found in the code.

Messages are the words of `_`, `n_`, `marked` and `saying`, and the words that shapes of files carry until they are
shown: what a key says, what a name is, what to write in its place.
"""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from babel.messages import Catalog

ROOT = Path(__file__).parents[2]
CODE = ROOT / "loi_cli"

SHOWN_LATER = {"Key": (2,), "Name": (0, 3), "OneByKey": (0,), "Block": (), "record_block": ()}
"""Who keeps words until they are shown, and which of its arguments they are, counted from 0; `says` always is."""

KEPT = (ast.Name, ast.Attribute, ast.Subscript)
"""How words come that were kept: they are found where they were given."""

Id = str | tuple[str, str]
"""The English words; two of them, for one and for many, where they count."""


class Message(NamedTuple):
    id: Id
    line: int


class NotPlain(Exception):
    """Words that no catalogue can hold: put together before they are translated."""


def messages_in(source: str) -> Iterator[Message]:
    """The messages of one module in its order. Raises NotPlain for words that are put together too early."""
    found: list[Message] = []
    for call in ast.walk(ast.parse(source)):
        if not isinstance(call, ast.Call):
            continue
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        if name in ("_", "marked", "saying"):
            if not isinstance(
                call.args[0], ast.Name | ast.Attribute | ast.Subscript
            ):  # those were found where they were given
                found.append(Message(_plain(call.args[0]), call.lineno))
        elif name == "n_":
            found.append(Message((_plain(call.args[0]), _plain(call.args[1])), call.lineno))
        elif name in SHOWN_LATER:
            words = [call.args[k] for k in SHOWN_LATER[name] if k < len(call.args)]
            words += [keyword.value for keyword in call.keywords if keyword.arg == "says"]
            found += [Message(one.value, one.lineno) for one in words if isinstance(one, ast.Constant)]
    yield from sorted(found, key=lambda one: one.line)


def _plain(words: ast.expr) -> str:
    if isinstance(words, ast.Constant) and isinstance(words.value, str):
        return words.value
    raise NotPlain(f"line {words.lineno}: {ast.unparse(words)}")


def every_message() -> Catalog:
    """A catalogue of all messages, untranslated."""
    catalogue = Catalog(project="loi", charset="utf-8", fuzzy=False)
    for path in sorted(CODE.rglob("*.py")):
        for message in messages_in(path.read_text(encoding="utf-8")):
            place = path.relative_to(ROOT).as_posix()
            catalogue.add(message.id, locations=[(place, 0)])
    return catalogue
