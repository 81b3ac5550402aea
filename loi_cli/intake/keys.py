"""Every key of every file, as a page for people; made from the JSON Schemas, and so from the shapes."""

from collections.abc import Iterator
from typing import Any

from loi_cli.files.shapes import Schema
from loi_cli.i18n import _
from loi_cli.intake.schemas import schema


def keys(name: str) -> Iterator[str]:
    """The keys of one kind of file, a table for each block of it. Raises KeyError for a name not in SCHEMA_NAMES."""
    blocks: dict[str, Schema] = schema(name)["$defs"]
    yield f"## {name}"
    yield ""
    for block, definition in sorted(blocks.items(), key=lambda item: item[0] != name):
        if block != name:
            yield f"### {block}"
            yield ""
        if said := definition.get("description"):
            yield said
            yield ""
        yield f"| {_('key')} | {_('what stands there')} | {_('what it means')} |"
        yield "| --- | --- | --- |"
        needed = definition.get("required", ())
        for key, value in definition["properties"].items():
            mark = f"**`{key}`**" if key in needed else f"`{key}`"
            meaning = value["description"].replace("|", "\\|")
            yield f"| {mark} | {_form(value)} | {meaning} |"
        for value in definition.get("patternProperties", {}).values():
            yield f"| {_('a language')} | {_form(value)} | {_('The words in that language.')} |"
        yield ""


def _form(value: Schema) -> str:
    """What a person writes at one place."""
    match value:
        case {"$ref": str(block)}:
            return f"[{block.rpartition('/')[2]}](#{block.rpartition('/')[2]})"
        case {"const": word}:
            return f"`{word}`"
        case {"enum": words}:
            return ", ".join(f"`{_written(word)}`" for word in words)
        case {"anyOf": choices} | {"oneOf": choices}:
            return _(" or ").join(_form(choice) for choice in choices)
        case {"items": item}:
            return _("a list of: {item}").format(item=_form(item))
        case {"patternProperties": by, "propertyNames": {"title": key}}:
            return _("by {key}: {value}").format(key=key, value=_form(next(iter(by.values()))))
        case {"title": title}:
            return str(title)
        case {"type": "integer"}:
            return _("number")
    return _("words")


def _written(word: Any) -> str:
    return str(word).lower() if isinstance(word, bool) else str(word)
