"""YAML becomes nodes with places; what has no business in a dossier is refused."""

import pytest

from loi_cli.files.composing import MOST_DEPTH, MOST_EVENTS, compose
from loi_cli.files.nodes import HoleNode, MappingNode, Node, ScalarNode, SequenceNode
from loi_cli.files.page import Page
from loi_cli.files.source import Source


def read(text: str) -> tuple[object, list[str]]:
    """The nodes as plain values, and the problems as `line:column code message`."""
    page = Page(Source.from_bytes("a.yaml", text.encode()))
    node = compose(page)
    found = sorted(page.errors, key=lambda p: p.place)
    return plain(node), [f"{p.place.line}:{p.place.column} {p.code} {p.message}" for p in found]


def plain(node: Node | None) -> object:
    match node:
        case ScalarNode():
            return node.text
        case SequenceNode():
            return [plain(item) for item in node.items]
        case MappingNode():
            return {name: plain(value) for name, (_key, value) in node.entries.items()}
        case HoleNode():
            return ...
        case _:
            return None


def test_every_value_stays_as_written() -> None:
    text = "a: no\nb: 012\nc: 2022-01-20\nd: 12:30:45\ne: on\nf: 1e3\ng: ~\nh: 'null'\ni: 0x1F\nj:\n"
    assert read(text) == (
        {
            "a": "no", "b": "012", "c": "2022-01-20", "d": "12:30:45", "e": "on", "f": "1e3", "g": "~", "h": "null",
            "i": "0x1F", "j": "",
        },
        [],
    )  # fmt: skip


def test_places_count_from_one_in_characters() -> None:
    page = Page(Source.from_bytes("a.yaml", "\ufeffключ: [α, β]\nz:\n  - y: |\n      слова\n".encode()))
    node = compose(page)
    assert isinstance(node, MappingNode)
    _key, first = node.entries["ключ"]
    assert isinstance(first, SequenceNode)
    assert str(page.place(first.items[1].start)) == "a.yaml:1:11"
    _key, second = node.entries["z"]
    assert isinstance(second, SequenceNode)
    inner = second.items[0]
    assert isinstance(inner, MappingNode)
    assert str(page.place(inner.entries["y"][1].start)) == "a.yaml:3:8"


def test_a_key_that_stands_twice_names_both_lines_and_the_first_stays() -> None:
    assert read("a: 1\nb: 2\na: 3\n") == (
        {"a": "1", "b": "2"},
        ["3:1 F012 `a` stands twice: in line 1 and here in line 3"],
    )


def test_anchors_aliases_and_merge_keys_are_refused_and_the_rest_is_read() -> None:
    assert read("a: &x 1\nb: *x\n<<: {c: 2}\nd: 4\n") == (
        {"a": "1", "b": ..., "d": "4"},
        [
            "1:4 F007 `&x` names a value, which is not allowed here",
            "2:4 F007 `*x` repeats another value, which is not allowed here",
            "3:1 F007 `<<` merges other keys in, which is not allowed here",
        ],
    )


def test_the_bomb_of_aliases_does_not_go_off() -> None:
    text = "a: &a [x,x]\n" + "".join(f"{c}: &{c} [*{p},*{p}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True))
    _value, problems = read(text)
    assert len(problems) == 9 + 16


@pytest.mark.parametrize("text", ["a: !!bool x\n", "a: !x y\n", "!!map\na: 1\n", "a: !!python/object:os.system x\n"])
def test_tags_are_refused(text: str) -> None:
    assert [p.split()[1] for p in read(text)[1]] == ["F008"]


def test_directives_are_refused() -> None:
    assert read("%YAML 1.1\n---\na: 1\n")[1] == ["1:1 F008 a YAML directive has no meaning here"]
    assert read("# c\n%TAG ! tag:x,2000:\n---\na: 1\n")[1] == ["2:1 F008 a YAML directive has no meaning here"]


def test_one_document_only() -> None:
    assert read("---\na: 1\n") == ({"a": "1"}, [])
    assert read("a: 1\n---\nb: 2\n") == ({"a": "1"}, ["2:1 F010 a second document begins here; a file holds one"])


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "\ufeff"])
def test_an_empty_file_is_a_problem(text: str) -> None:
    assert read(text) == (None, ["0:0 F011 the file is empty"])


def test_twenty_deep_and_no_deeper() -> None:
    assert read("[" * MOST_DEPTH + "]" * MOST_DEPTH)[1] == []
    assert read("[" * 500)[1] == ["1:21 F009 nested more than 20 deep"]
    assert read("".join(f"{' ' * n}a{n}:\n" for n in range(30)) + " " * 30 + "x")[1] == [
        "21:21 F009 nested more than 20 deep"
    ]


def test_fifty_thousand_entries_and_no_more() -> None:
    most = MOST_EVENTS - 6  # the ends and beginnings of stream, document and list
    assert read("- a\n" * most)[1] == []
    assert [p.split(" ", 1)[1] for p in read("- a\n" * (most + 2))[1]] == ["F009 has more than 50000 entries"]


def test_a_key_is_a_word() -> None:
    assert read("? [a]\n: b\nc: d\n") == ({"c": "d"}, ["1:3 F014 a key must be a word"])
    assert read("'': b\n")[1] == ["1:1 F014 a key must be a word"]


def test_escapes_in_quotes_are_looked_at_too() -> None:
    assert read(r'a: "x\x1by\u202e"' + "\n")[1] == [
        "1:4 F005 holds U+001B: it is a control character",
        "1:4 F005 holds U+202E RIGHT-TO-LEFT OVERRIDE: it changes the direction of the words after it, so that a "
        "reader sees another text",
    ]
    assert read(r'a: "\x41\u0416"' + "\n") == ({"a": "AЖ"}, [])


def test_what_stood_before_a_syntax_error_is_still_read() -> None:
    assert read("a: 1\na: 2\nb: [x, y\nc: 3\n") == (
        {"a": "1", "b": ["x", "y c"]},
        ["2:1 F012 `a` stands twice: in line 1 and here in line 2", "3:4 F006 the [ that begins here is not closed"],
    )
