"""The traps that people's words fall into in YAML: each is refused, its place and its remedy are right."""

import pytest

from loi_cli.files.composing import compose
from loi_cli.files.page import Page
from loi_cli.files.prose import Prose
from loi_cli.files.remedies import own_line_remedy
from loi_cli.files.shapes import Block, Key
from loi_cli.files.source import Source
from loi_cli.model.problems import Problem

TEXT = Block("text", Key("a", Prose(), "First."), Key("text", Prose(), "Words."), Key("b", Prose(), "Last."))
OWN_LINE = "if these are words: write `text: |` and put the words on the next line, indented"


def problems(text: str) -> list[Problem]:
    page = Page(Source.from_bytes("f.yaml", text.encode()))
    node = compose(page)
    if node is not None:
        TEXT.read(node, page)
    return sorted(page.errors, key=lambda p: p.place)


SIGN = "YAML gives `{}` at the beginning of a value a meaning of its own"


@pytest.mark.parametrize(
    ("words", "where", "message"),
    [
        ("[ilmate: promote] the trade", "2:25", SIGN.format("[")),
        ("{parties} agree", "2:17", SIGN.format("{")),
        ("{blank}", "2:7", "keys with values here; words would belong here"),
        ("[all]", "2:7", "a list here; words would belong here"),
        ("@areas", "2:7", SIGN.format("@")),
        ("%5 of it", "2:7", SIGN.format("%")),
        ("`code`", "2:7", SIGN.format("`")),
        ("*note on it", "2:7", "`*note` repeats another value, which is not allowed here"),
        ("&note on it", "2:7", "`&note` names a value, which is not allowed here"),
        ("!important thing", "2:7", "a value that begins with `!` is a tag in YAML, which is not allowed here"),
        ("- a dash first", "2:7", "YAML takes `- ` at the beginning of a value for a list"),
        ("? a question", "2:7", SIGN.format("?")),
        (">more than", "2:8", SIGN.format(">")),
        ("|bar", "2:8", SIGN.format("|")),
        ("Pasal 5: kerja sama", "2:14", "YAML takes the `: ` in these words for a key"),
        ("sebagai berikut:", "2:22", "YAML takes the `: ` in these words for a key"),
        ("'quoted' and more", "2:16", SIGN.format("'")),
        ('"quoted" and more', "2:16", SIGN.format('"')),
        ("'never closed", "2:7", "the ' that begins here is not closed"),
        ("[never closed", "2:7", "the [ that begins here is not closed"),
    ],
)
def test_signs_that_yaml_keeps_for_itself(words: str, where: str, message: str) -> None:
    (problem,) = problems(f"a: x\ntext: {words}\nb: y\n")
    assert f"{problem.place.line}:{problem.place.column}" == where
    assert problem.message == message
    assert problem.help == OWN_LINE
    assert problem.source == f"text: {words}"


@pytest.mark.parametrize(
    ("words", "lost"),
    [
        ("harga #1 naik", "#1 naik"),
        ("harga # naik", "# naik"),
        ("#1 naik", "#1 naik"),
        ("harga  #naik", "#naik"),
        ("'harga' #1", "#1"),
        ("| #1\n  naik", "#1"),
        ("|#1\n  naik", "#1"),
        (">- #1 up\n  naik", "#1 up"),
    ],
)
def test_words_after_a_number_sign_are_not_lost_in_silence(words: str, lost: str) -> None:
    (problem,) = problems(f"text: {words}\n")
    assert problem.code == "F013"
    assert problem.message == f"YAML takes `{lost}` for a comment: these words would be lost"
    assert problem.help.startswith(OWN_LINE)


@pytest.mark.parametrize("words", ["harga  # said by phone", "'harga'  # 1", "|  # 1\n  harga #2", "harga#1", "C# x"])
def test_what_is_a_comment_or_no_comment_at_all_passes(words: str) -> None:
    assert problems(f"text: {words}\n") == []


def test_words_that_go_on_after_a_comment_are_explained_by_it() -> None:
    (problem,) = problems("text: harga #1\n  naik\n")
    assert (problem.code, problem.place.line) == ("F013", 1)


def test_a_comment_that_swallows_the_closing_brace() -> None:
    (problem,) = problems("text: {a: harga #1, b: y}\n")
    assert (problem.code, problem.place.column) == ("F013", 11)


@pytest.mark.parametrize(
    ("text", "where", "message", "help"),
    [
        ("\ta: x\n", "1:1", "a tab stands where YAML wants spaces", "replace the tab by spaces"),
        ("a:\tx\n", "1:3", "a tab stands where YAML wants spaces", "replace the tab by spaces"),
        ("b: y\na:x\n", "2:1", "this line is not understood", "after a key stand a colon and a space: `key: value`"),
        (
            "a: words\ngo on\n",
            "2:1",
            "this line has no key, and does not continue the line above",
            "words on several lines: write `key: |` and put all of them on the next lines, indented alike",
        ),
        (
            "a: x\n  b: y\n",
            "2:4",
            "this line does not fit the lines above it",
            "look at the indentation: keys that belong together begin in the same column",
        ),
        (
            'a: "C:\\quay"\n',
            "1:7",
            "a backslash between double quotes begins an escape, and this one means nothing",
            "put the words in single quotes, or write the backslash twice",
        ),
        (
            'a: "x\nb: "y"\n',
            "1:4",
            'the " that begins here closes only in line 2, and words follow it there',
            "if these are words: write `a: |` and put the words on the next line, indented",
        ),
    ],
)
def test_other_slips(text: str, where: str, message: str, help: str) -> None:
    (problem,) = problems(text)
    assert problem.code == "F006"
    assert f"{problem.place.line}:{problem.place.column}" == where
    assert (problem.message, problem.help) == (message, help)


def test_a_reference_at_the_beginning_is_taken_for_a_brace() -> None:
    (problem,) = problems("text: {@areas} applies\n")
    assert problem.message == "what stands between { and } cannot be read"
    assert problem.help.startswith(OWN_LINE)


def test_keys_in_braces_that_cannot_be_read() -> None:
    (problem,) = problems("text: {name: Ditjen: ILMATE}\n")
    assert problem.message == "what stands between { and } cannot be read"
    assert "put words that hold `:` or `,` in quotes" in problem.help


def test_tabs_pass_where_words_stand_apart_from_yaml() -> None:
    assert problems("text: 'one\ttwo'\nb: |\n  a\tb\n") == []
    assert [p.message for p in problems("text: one\ttwo\n")] == ["a tab stands where YAML wants spaces"]


def test_the_remedy_names_the_key_of_the_line() -> None:
    assert "`en: |`" in own_line_remedy("  - en: [x")
    assert "`- |`" in own_line_remedy("  - [x")
    assert "`key: |`" in own_line_remedy("[x")
