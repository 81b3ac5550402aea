"""The JSON Schemas for editors say the same as the reader."""

import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from loi_cli.files.composing import compose
from loi_cli.files.nodes import MappingNode, Node, ScalarNode, SequenceNode
from loi_cli.files.page import Page
from loi_cli.intake.schemas import SCHEMA_NAMES, schema
from tests.intake.samples import CONCEPT, DECISION, DECISIONS, DOSSIER, INPUT, MEETING, MINUTES, source

EXAMPLES = {
    "dossier": DOSSIER,
    "concept": CONCEPT,
    "input": INPUT,
    "record": DECISION,
    "meeting": MEETING,
    "minutes": MINUTES,
    "decisions": DECISIONS,
}


def as_editors_see(text: str) -> Any:
    """A file as an editor's YAML 1.2 reads it: whole numbers, true, false and null; all else words."""
    return _typed(compose(Page(source(text))))


def _typed(node: Node | None) -> Any:
    match node:
        case MappingNode():
            return {name: _typed(value) for name, (_key, value) in node.entries.items()}
        case SequenceNode():
            return [_typed(item) for item in node.items]
        case ScalarNode() if not node.style:
            if re.fullmatch("-?(0|[1-9][0-9]*)", node.text):
                return int(node.text)
            return {"true": True, "false": False, "null": None, "": None}.get(node.text, node.text)
        case ScalarNode():
            return node.text
    raise AssertionError(node)


@pytest.mark.parametrize("name", SCHEMA_NAMES)
def test_the_examples_of_the_design_are_valid(name: str) -> None:
    found = schema(name)
    Draft202012Validator.check_schema(found)
    assert found["$id"] == f"loi/{name}.schema.json"
    errors = list(Draft202012Validator(found).iter_errors(as_editors_see(EXAMPLES[name])))
    assert errors == []


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("dossier", "schema: 1", "schema: 2"),
        ("dossier", "home: IDN", "hoem: IDN"),
        ("dossier", "letter-of-intent ", "letter "),
        ("dossier", "languages: [id, en]", "languages: []"),
        ("dossier", "due: 2022-01-14", "due: 14-01-2022"),
        ("dossier", "ilmate: {", "../x: {"),
        ("dossier", "{nom: ", "{gen: "),
        ("concept", "kind: item", "kind: thing"),
        ("concept", "clause: areas.automotive", "clause: Areas/Automotive"),
        ("concept", "        en: automotive components;", "        text: automotive components;"),
        ("input", "unit: ilmate\n", ""),
        ("input", "unit: ilmate\n", "unit: ilmate\nparty: BLR\n"),
        ("input", "round: 1\n", ""),
        ("input", "    after: areas.automotive\n", ""),
        ("input", "  - delete: areas.other", "  - deleet: areas.other"),
        ("input", "    en: automotive components and parts;\n", ""),
        ("input", "talking-points:", "no-comment: true\ntalking-points:"),
        ("record", "take: ilmate", "take: ilmate\nbracket: true"),
        ("record", "record: decision", "record: other"),
        ("meeting", '"09:00"', "9.00"),
        ("meeting", "role: head", "role: chief"),
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(name: str, old: str, new: str) -> None:
    text = EXAMPLES[name]
    assert old in text
    assert not Draft202012Validator(schema(name)).is_valid(as_editors_see(text.replace(old, new, 1)))


@pytest.mark.parametrize("name", SCHEMA_NAMES)
def test_every_key_is_described(name: str) -> None:
    for title, block in schema(name)["$defs"].items():
        for key, value in block["properties"].items():
            assert value.get("description", "").endswith((".", "1.")), f"{title}.{key}"


def test_an_unknown_name_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        schema("letter")
