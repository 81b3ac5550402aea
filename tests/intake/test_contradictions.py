"""What one input may say of one clause, and what it must choose between."""

import pytest

from tests.intake.test_inputs import HEAD, found


@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        ("reword: a, en: x", "reword: a, en: y", "`a` is worded twice in one language"),
        ("reword: a, heading: {en: x}", "reword: a, heading: {en: y}", "`a` is worded twice in one language"),
        ("reword: a, en: x", "replace: a, en: {from: y, to: z}", "`a` is worded twice in one language"),
        ("replace: a, en: {from: y, to: z}", "reword: a, en: x", "`a` is worded twice in one language"),
        (
            "replace: a, en: {from: y, to: z}",
            "replace: a, en: {from: y, to: w}",
            "the same words of `a` are replaced twice",
        ),
        ("insert: a, kind: item, en: x, in: b", "reword: a, en: y", "`a` is worded twice in one language"),
        ("move: a, after: b", "move: a, after: c", "`a` is placed twice"),
        ("insert: a, kind: item, en: x, in: b", "move: a, after: c", "`a` is placed twice"),
        ("delete: a", "delete: a", "`a` is deleted and changed, or deleted twice"),
        ("delete: a", "reword: a, en: x", "`a` is deleted and changed"),
        ("instruct: a, note: x", "delete: a", "`a` is deleted and changed, or deleted twice"),
    ],
)
def test_these_cannot_both_be_followed(first: str, second: str, message: str) -> None:
    text = HEAD + f"proposals:\n  - {{{first}}}\n  - {{{second}}}\n"
    assert found(text) == [f"7:5 F033 {message}: in line 6 and here in line 7"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("reword: a, en: x", "reword: a, id: y"),
        ("reword: a, en: x", "reword: a, heading: {en: y}"),
        ("reword: a, en: x", "reword: b, en: y"),
        ("reword: a, en: x", "move: a, after: b"),
        ("replace: a, en: {from: y, to: z}", "replace: a, en: {from: w, to: z}"),
        ("remark: a, note: x", "remark: a, note: y"),
        ("delete: a", "position: a, aim: it goes"),
        ("delete: a", "remark: a, note: as agreed by phone"),
    ],
)
def test_these_stand_beside_each_other(first: str, second: str) -> None:
    assert found(HEAD + f"proposals:\n  - {{{first}}}\n  - {{{second}}}\n") == []


def test_every_contradiction_is_told_once() -> None:
    text = HEAD + "proposals: [{delete: a}, {move: a, after: b}, {move: a, after: c}]\n"
    assert [line.split(" ", 2)[2].split(":")[0] for line in found(text)] == [
        "`a` is deleted and changed", "`a` is deleted and changed", "`a` is placed twice",
    ]  # fmt: skip
