"""Blocks: known keys, other keys, rules; the reader and the schema say the same."""

from collections.abc import Mapping, Sequence
from typing import Any

from jsonschema import Draft202012Validator

from loi_cli.files.collections import OneByKey, OneByValue, Series, Table
from loi_cli.files.composing import compose
from loi_cli.files.leaves import Name, Word
from loi_cli.files.page import Page
from loi_cli.files.prose import Empty, Prose
from loi_cli.files.quantities import Number, NumberKey
from loi_cli.files.rules import ExactlyOne, SomeWords, Together
from loi_cli.files.shapes import Block, Key, Later, Shape, Values, document
from loi_cli.files.source import Source
from loi_cli.model.identifiers import is_slug

NAME = Key("name", Prose(), "Its name.", required=True)
SIZE = Key("size", Number(), "How large it is.")
INSIDE = Key("inside", Series(Later(lambda: THING)), "What is in it.")
THING: Block = Block("thing", NAME, SIZE, INSIDE, says="A thing.")


def read(shape: Shape[Any], text: str, known: Mapping[str, Sequence[str]] | None = None) -> tuple[Any, list[str]]:
    page = Page(Source.from_bytes("f.yaml", text.encode()), known)
    node = compose(page)
    value = shape.read(node, page) if node is not None else None
    found = sorted(page.errors, key=lambda p: p.place)
    return value, [f"{p.place.line}:{p.place.column} {p.code} {p.message} | {p.help}" for p in found]


def test_values_come_by_key() -> None:
    values, problems = read(THING, "name: box\nsize: 3\n")
    assert isinstance(values, Values)
    assert (values[NAME], values[SIZE], values.get(INSIDE, ())) == ("box", 3, ())
    assert SIZE in values and INSIDE not in values
    assert values.whole
    assert str(values.where(SIZE)) == "f.yaml:2:7"
    assert str(values.where(INSIDE)) == "f.yaml:1:1"
    assert problems == []


def test_a_key_that_has_no_meaning_is_a_problem_with_the_nearest() -> None:
    assert read(THING, "name: box\nsise: 3\n")[1] == ["2:1 F020 unknown key `sise` | did you mean `size`?"]
    assert read(THING, "name: box\nxyz: 3\n")[1] == ["2:1 F020 unknown key `xyz` | known here: name, size, inside"]


def test_languages_are_near_names_only_where_a_language_may_be_a_key() -> None:
    known = {"language": ["sizes"]}
    assert read(THING, "name: box\nsizes: 3\n", known)[1] == ["2:1 F020 unknown key `sizes` | did you mean `size`?"]


def test_where_a_key_could_not_be_read_none_is_missing() -> None:
    assert [p.split(" |")[0] for p in read(THING, "? [name]\n: box\nsize: 3\n")[1]] == ["1:3 F014 a key must be a word"]


def test_what_stands_twice_hides_nothing_that_is_missing() -> None:
    assert [p.split(" |")[0] for p in read(THING, "size:\n  1\nsize: 2\n")[1]] == [
        "1:1 F021 `name` is missing",
        "3:1 F012 `size` stands twice: in line 1 and here in line 3",
    ]


def test_where_a_key_is_no_word_none_is_missing() -> None:
    assert [p.split(" |")[0] for p in read(THING, "size: 3\n'': box\n")[1]] == ["2:1 F014 a key must be a word"]


def test_a_missing_key_says_what_it_means() -> None:
    assert read(THING, "size: 3\n")[1] == ["1:1 F021 `name` is missing | add `name:` – Its name."]


def test_every_problem_at_any_depth_is_found_in_one_run() -> None:
    text = "nmae: box\nsize: big\ninside:\n  - name: a\n    size: 0\n  - words\n  - size: 1\n"
    assert [p.split(" |")[0] for p in read(THING, text)[1]] == [
        "1:1 F020 unknown key `nmae`",
        "2:7 F023 `big` is not a whole number from 1 to 999999999",
        "5:11 F023 `0` is not a whole number from 1 to 999999999",
        "6:5 F022 words here; keys with values would belong here",
        "7:5 F021 `name` is missing",
    ]


def test_a_key_spelt_wrongly_is_read_as_the_one_meant() -> None:
    values, problems = read(THING, "nmae: box\nsise: big\n")
    assert [p.split(" |")[0] for p in problems] == [
        "1:1 F020 unknown key `nmae`",
        "2:1 F020 unknown key `sise`",
        "2:7 F023 `big` is not a whole number from 1 to 999999999",
    ]
    assert values[NAME] == "box" and not values.whole


def test_a_key_spelt_wrongly_beside_the_right_one_is_not_read() -> None:
    assert read(THING, "nmae: a\nname: box\n")[0][NAME] == "box"
    assert read(THING, "name: box\nnmae: a\n")[0][NAME] == "box"


def test_where_a_file_broke_off_nothing_is_missing() -> None:
    assert [p.split(" |")[0] for p in read(THING, "sise: 3\nsize: [\n")[1]] == [
        "1:1 F020 unknown key `sise`",
        "2:7 F006 the [ that begins here is not closed",
    ]


def test_values_of_another_sort() -> None:
    assert read(THING, "name: {a: b}\nsize: 1\n")[1] == [
        "1:7 F022 keys with values here; words would belong here | if these are words: write `name: |` and put the "
        "words on the next line, indented"
    ]
    assert read(THING, "name:\n  - a\ninside: x\n")[1] == [
        "2:3 F022 a list here; words would belong here | write the words right after the key, or after `- ` in a list, "
        "without a key of their own; more than one line of "
        "them after `|`, indented",
        "3:9 F022 words here; a list would belong here | write each entry on a line of its own that begins with `- `",
    ]
    assert read(THING, "name: x\ninside:\n")[1] == [
        "2:8 F024 nothing stands here; a list would belong here | write it, or take the key out"
    ]
    assert read(THING, "- a\n")[1] == [
        "1:1 F022 a list here; keys with values would belong here | write each key on a line of its own, indented, "
        "with its value after a colon"
    ]


A, B = Key("a", Prose(), "The a."), Key("b", Prose(), "The b.")


def test_exactly_one_of_several_keys() -> None:
    block = Block("one", A, B, rules=[ExactlyOne(A, B)])
    assert read(block, "a: x\n")[1] == []
    assert read(block, "a: x\nb: y\n")[1] == [
        "2:1 F028 `a`, `b` stand together; only one of them can | keep one of them"
    ]
    assert read(block, "{}\n")[1] == ["1:1 F028 one of `a`, `b` is missing | add one of them"]


def test_keys_that_go_together() -> None:
    block = Block("two", A, B, rules=[Together(A, B)])
    assert read(block, "b: x\n")[1] == []
    assert read(block, "a: x\n")[1] == ["1:1 F021 `b` is missing; it goes with `a` | add `b:` – The b."]


def test_some_words() -> None:
    block = Block("words", A, B, rules=[SomeWords(A, others="^[a-z]{2}$")])
    assert read(block, "a: x\n")[1] == []
    assert read(block, "b: x\n")[1] == [
        "1:1 F024 there are no words here | add the words under their language (`en: …`), or one of: `a`"
    ]


def test_a_series_may_need_entries_and_have_no_entry_twice() -> None:
    series = Series(Prose(), least=1, distinct=True)
    assert read(series, "[a, b]\n")[0] == ("a", "b")
    assert read(series, "[]\n")[1] == ["1:1 F024 the list is empty | write at least one entry"]
    judge = Draft202012Validator(document("x", Block("x", Key("of", series, "X."))))
    assert [judge.is_valid({"of": of}) for of in (["a", "b"], [], ["a", "a"])] == [True, False, False]
    assert read(series, "[a, b, a]\n")[1] == ["1:8 F027 `a` stands twice in the list | take one of the two out"]


def test_a_series_and_a_table_may_be_empty_and_repeat_unless_said_otherwise() -> None:
    assert read(Series(Prose()), "[a, a]\n") == (("a", "a"), [])
    assert read(Series(Prose()), "[]\n") == ((), [])
    assert read(Table(NumberKey(), Prose()), "{}\n") == ({}, [])


def test_a_table_reads_keys_and_values() -> None:
    table = Table(NumberKey(), Prose())
    assert read(table, "{1: a, 2: b}\n")[0] == {1: "a", 2: "b"}
    value, problems = read(table, "{x: a, 1: [], 2: b}\n")
    assert value == {2: "b"} and problems[0].startswith("1:2 F023 `x` is not a whole number")
    judge = Draft202012Validator(document("x", Block("x", Key("of", table, "X."))))
    assert [judge.is_valid({"of": of}) for of in ({"1": "a"}, {"x": "a"}, {"1": []})] == [True, False, False]


SLUG = Name("slug", "^[a-z0-9-]+$", "small letters only", is_slug)


def test_names_follow_a_grammar_or_a_list() -> None:
    assert read(SLUG, "abc\n")[0] == "abc"
    assert read(SLUG, "../x\n")[1] == ["1:1 F025 `../x` cannot be a name here | small letters only"]
    known = {"slug": ("ilmate", "agro")}
    assert read(SLUG, "ilmate\n", known)[0] == "ilmate"
    assert read(SLUG, "ilmat\n", known)[1] == ["1:1 F026 the dossier has no slug `ilmat` | did you mean `ilmate`?"]
    assert read(SLUG, "kemlu\n", known)[1] == ["1:1 F026 the dossier has no slug `kemlu` | it knows: ilmate, agro"]


BY_KEY = OneByKey("thing", a=Block("by-a", A), b=Block("by-b", B))
KIND_A = Block("kind-a", Key("kind", Word("a"), "Which."), A)
KIND_B = Block("kind-b", Key("kind", Word("b"), "Which."), B)
BY_VALUE = OneByValue("kind", {"a": KIND_A, "b": KIND_B})


def test_a_block_is_told_by_a_key() -> None:
    value, problems = read(BY_KEY, "b: x\n")
    assert (value[0], value[1][B], problems) == ("b", "x", [])
    assert read(BY_KEY, "a: x\nb: y\n")[1] == ["2:1 F028 `a` and `b` stand in one thing | begin a new entry with `- `"]
    assert read(BY_KEY, "c: x\n")[1] == ["1:1 F028 no thing begins so | it begins with one of: a, b"]


def test_a_block_is_told_by_a_value() -> None:
    value, problems = read(BY_VALUE, "kind: b\nb: x\n")
    assert (value[0], value[1][B], problems) == ("b", "x", [])
    assert read(BY_VALUE, "kind: c\n")[1] == ["1:7 F023 `c` has no meaning here | write one of: a, b"]
    assert read(BY_VALUE, "b: x\n")[1] == ["1:1 F021 `kind` is missing | write one of: a, b"]


def test_the_schema_comes_from_the_same_description() -> None:
    schema = document("thing", THING)
    Draft202012Validator.check_schema(schema)
    assert schema["$defs"]["thing"]["properties"]["size"] == {
        "description": "How large it is.", "type": "integer", "minimum": 1, "maximum": 999_999_999,
    }  # fmt: skip
    validator = Draft202012Validator(schema)
    assert validator.is_valid({"name": "box", "inside": [{"name": "a", "inside": []}]})
    assert not validator.is_valid({"name": "box", "inside": [{"nmae": "a"}]})
    assert not validator.is_valid({"name": " "})
    for empty in Empty:
        judge = Draft202012Validator(document("x", Block("x", Key("of", Prose(empty=empty), "X."))))
        assert judge.is_valid({"of": None}) == (empty is Empty.ALLOWED)


def test_rules_are_in_the_schema_too() -> None:
    one = Draft202012Validator(document("one", Block("one", A, B, rules=[ExactlyOne(A, B)])))
    assert [one.is_valid(x) for x in ({"a": "x"}, {"a": "x", "b": "y"}, {})] == [True, False, False]
    two = Draft202012Validator(document("two", Block("two", A, B, rules=[Together(A, B)])))
    assert [two.is_valid(x) for x in ({"b": "x"}, {"a": "x"}, {"a": "x", "b": "y"})] == [True, False, True]
    for shape in (BY_KEY, BY_VALUE):
        Draft202012Validator.check_schema(document("x", shape))
    by_value = Draft202012Validator(document("x", BY_VALUE))
    assert by_value.is_valid({"kind": "b", "b": "x"})
    assert not by_value.is_valid({"kind": "a", "b": "x"})
