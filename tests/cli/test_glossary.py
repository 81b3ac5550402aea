"""`loi explain`: every word of the trade in both languages, every exit code, and what was nearly typed."""

import re
from pathlib import Path

import pytest

from loi_cli.checks.registry import RULES
from loi_cli.cli.catalogue import entries
from loi_cli.cli.commands.explain import exit_codes
from loi_cli.cli.glossary import glossary
from tests.journeys.desk import Desk

WORDS = glossary()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(Path(tmp_path_factory.mktemp("desk")))


def test_no_word_means_two_things() -> None:
    names = [name for word in WORDS for name in word.names]
    assert len(names) == len(set(names))
    assert not set(names) & {rule.RULE.name for rule in RULES}


@pytest.mark.parametrize("word", WORDS, ids=lambda word: word.word)
def test_a_word_names_commands_that_there_are(word: object) -> None:
    assert isinstance(word, type(WORDS[0]))
    for command in word.commands:
        assert command.split()[1] in entries(), command
    assert word.says.endswith(".")


@pytest.mark.parametrize("asked", [["bracket"], ["kurung siku"], ["kurung", "siku"], ["Bracket"]])
def test_both_languages_mean_the_same(desk: Desk, asked: list[str]) -> None:
    said = desk.loi("explain", *asked).out
    assert said.startswith("bracket · kurung siku\n")
    assert "`loi conflicts`" in said


@pytest.mark.parametrize(("asked", "word"), [("Gates", "gate"), ("parties", "party"), ("klausul-klausul", "clause")])
def test_several_of_them_are_the_same_word(desk: Desk, asked: str, word: str) -> None:
    assert desk.loi("explain", asked).out.startswith(f"{word} · ")


def test_codes_rules_and_exit_codes(desk: Desk) -> None:
    name = RULES[0].RULE.name
    assert desk.loi("explain", name).out == desk.loi("explain", RULES[0].RULE.code.lower()).out
    listed = desk.loi("explain", "exit-codes").out
    for code, says in exit_codes().items():
        assert re.search(rf"^{code} +{re.escape(says[:20])}", listed, re.MULTILINE)
        assert says[:20] in desk.loi("explain", code).out
    assert [one["code"] for one in desk.loi("explain", "exit-codes", "--format", "json").json["codes"]] == [
        *exit_codes()
    ]
    [word] = desk.loi("explain", "naskah", "--format", "json").json["words"]
    assert word["word"] == "instrument"


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("brackett", "bracket"),
        ("keputusn", "keputusan"),
        ("l1004", "L104"),
        ("merge", "loi merge --help"),
        ("xyzzy", "`loi explain` lists them"),
    ],
)
def test_what_was_nearly_typed(desk: Desk, typed: str, hint: str) -> None:
    assert hint in desk.loi("explain", typed, code=2).err


@pytest.mark.parametrize("columns", [20, 80, 160])
def test_everything_is_listed_at_every_width(desk: Desk, columns: int) -> None:
    said = desk.loi("explain", COLUMNS=str(columns)).out
    assert max(map(len, said.splitlines())) <= columns
    together = "".join(said.split())
    assert all("".join(word.says.split()) in together for word in WORDS)
    assert all(rule.RULE.code in said for rule in RULES)
