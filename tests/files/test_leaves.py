"""Single values: what is taken, what is refused, and the remedy."""

from datetime import date, time
from enum import StrEnum
from typing import Any

import pytest

from loi_cli.files.leaves import Flag, OneOf, Word
from loi_cli.files.prose import Empty, Prose, kept
from loi_cli.files.quantities import Clock, Day, Number, Only
from loi_cli.files.shapes import Shape
from tests.files.test_shapes import read


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@pytest.mark.parametrize(
    ("shape", "text", "value"),
    [
        (Prose(), "no", "no"),
        (Prose(), "012", "012"),
        (Prose(), "' a  b '", "a  b"),
        (Prose(), "|\n  one \n  two\n", "one\ntwo"),
        (Prose(), "e\u0301", "é"),
        (Prose(empty=Empty.ALLOWED), "''", ""),
        (Prose(empty=Empty.QUOTED), "''", ""),
        (Number(), "12", 12),
        (Number(least=0), "0", 0),
        (Only(1), "1", 1),
        (Day(), "2024-02-29", date(2024, 2, 29)),
        (Clock(), "09:05", time(9, 5)),
        (Clock(), '"23:59"', time(23, 59)),
        (Flag(), "true", True),
        (Flag(), "false", False),
        (OneOf(Colour), "red", Colour.RED),
        (Word("decision"), "decision", "decision"),
    ],
)
def test_taken(shape: Shape[Any], text: str, value: object) -> None:
    assert read(shape, text) == (value, [])


@pytest.mark.parametrize(
    ("shape", "text", "problem"),
    [
        (Prose(), "' '", "F024 no words stand here | write the words, or take the key out"),
        (Number(), "012", "F023 `012` is not a whole number from 1 to 999999999 | write it in digits"),
        (Number(), "'1'", "F023 `1` is not a whole number from 1"),
        (Number(), "1.0", "F023 `1.0` is not a whole number"),
        (Number(), "1_0", "F023 `1_0` is not a whole number"),
        (Number(), "٣", "F023 `٣` is not a whole number"),
        (Number(most=5), "6", "F023 `6` is not a whole number from 1 to 5"),
        (Word("decision"), "decison", "F023 `decison` has no meaning here | write: decision"),
        (Only(1), "2", "F023 `2` is not 1 | this version of loi reads files of schema 1"),
        (Day(), "2024-02-30", "F023 there is no day 2024-02-30 | write year, month and day: 2022-02-17"),
        (Day(), "20240229", "F023 `20240229` is not a date"),
        (Day(), "2024-W01-1", "F023 `2024-W01-1` is not a date"),
        (Day(), "17-02-2022", "F023 `17-02-2022` is not a date"),
        (Clock(), "9:00", "F023 `9:00` is not a time of day | write hours and minutes, two digits each"),
        (Clock(), "24:00", "F023 `24:00` is not a time of day"),
        (Flag(), "yes", "F023 `yes` has no meaning here | write one of: true, false"),
        (Flag(only=True), "false", "F023 `false` has no meaning here | write one of: true"),
        (OneOf(Colour), "rde", "F023 `rde` has no meaning here | did you mean `red`?"),
        (OneOf(Colour), "x", "F023 `x` has no meaning here | write one of: red, blue"),
        (Day(), "[2022-01-01]", "F022 a list here; words would belong here"),
    ],
)
def test_refused(shape: Shape[Any], text: str, problem: str) -> None:
    value, problems = read(shape, text)
    assert value is None
    assert len(problems) == 1
    assert problems[0].startswith(f"1:1 {problem}")


def test_a_key_without_a_value_is_not_an_empty_text_said_on_purpose() -> None:
    from loi_cli.files.shapes import Block, Key

    block = Block("b", Key("a", Prose(empty=Empty.QUOTED), "A."))
    assert read(block, "a:\n")[1] == [
        '1:3 F024 no words stand here | write the words, or `""` when there shall be none'
    ]
    assert read(block, 'a: ""\n')[1] == []
    assert read(Block("b", Key("a", Prose(empty=Empty.ALLOWED), "A.")), "a:\n")[1] == []


def test_notes_keep_their_lines_but_no_white_space_around_them() -> None:
    assert kept("  a \r\n\tb\t\n\nc\n") == "a\n\tb\n\nc"
    assert kept("a \rb") == "a\nb"
