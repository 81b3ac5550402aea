"""Nodes hold what PyYAML itself reads, at the places where it stands, whichever parser is there."""

from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st
from yaml._yaml import CParser  # the test says nothing without libyaml

from loi_cli.files.characters import is_forbidden
from loi_cli.files.composing import compose
from loi_cli.files.events import PureParser
from loi_cli.files.nodes import HoleNode, MappingNode, Node, ScalarNode, SequenceNode
from loi_cli.files.page import Page
from loi_cli.files.source import LINE_BREAK, Source

letters = st.characters(exclude_categories=["Cs"]).filter(lambda c: not is_forbidden(c))
words = st.text(st.one_of(st.sampled_from("abc :#-[]{}&*!|>'\"%@`,?\n0"), letters))
keys = st.text(st.one_of(st.sampled_from("abc.-0"), letters), min_size=1).filter(lambda key: key != "<<")
documents = st.recursive(
    words,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(keys, inner, max_size=4)),
    max_leaves=20,
)


def plain(node: Node | None) -> Any:
    match node:
        case MappingNode():
            return {name: plain(value) for name, (_key, value) in node.entries.items()}
        case SequenceNode():
            return [plain(item) for item in node.items]
        case ScalarNode():
            return node.text
        case HoleNode():
            return ...
        case _:
            return None


def scalars(node: Node | None) -> list[ScalarNode]:
    match node:
        case MappingNode():
            return [one for key, value in node.entries.values() for one in (key, *scalars(value))]
        case SequenceNode():
            return [one for item in node.items for one in scalars(item)]
        case ScalarNode():
            return [node]
        case _:
            return []


@given(st.dictionaries(keys, documents, min_size=1, max_size=5), st.booleans(), st.booleans())
def test_the_text_of_every_node_is_what_pyyaml_reads(document: dict[str, Any], flow: bool, wide: bool) -> None:
    text = yaml.safe_dump(document, allow_unicode=True, default_flow_style=flow, width=10_000 if wide else 20)
    page = Page(Source.from_bytes("a.yaml", text.encode()))
    node = compose(page)
    assert page.errors == []
    assert plain(node) == yaml.load(text, yaml.BaseLoader) == document


@given(st.dictionaries(keys, documents, min_size=1, max_size=5), st.booleans())
def test_every_place_points_at_its_text(document: dict[str, Any], flow: bool) -> None:
    text = yaml.safe_dump(document, allow_unicode=True, default_flow_style=flow, width=20)
    source = Source.from_bytes("a.yaml", text.encode())
    page = Page(source)
    for node in scalars(compose(page)):
        place = page.place(node.start)
        rest = source.lines[place.line - 1][place.column - 1 :]
        first = LINE_BREAK.split(node.text)[0]
        if not node.style:
            assert rest.startswith(first.split(" ")[0])
        else:
            assert rest.startswith(node.style)


signs = st.text(st.sampled_from("ab :#-[]{}&*!|>'\"%@,?\n\t\\x0ü"), max_size=40)


@given(signs)
def test_what_both_parsers_read_they_read_alike(text: str) -> None:
    results = []
    for parser in (CParser, PureParser):
        page = Page(Source.from_bytes("a.yaml", text.encode()))
        node = compose(page, parser(text))
        if not page.errors:
            results.append(plain(node))
    assert len(results) < 2 or results[0] == results[1]
