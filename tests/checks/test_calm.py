"""Texts that are right, in languages that write figures, days, hours and terms in ways of their own: no rule finds
anything in their words. Each folder of `calm/` is a dossier, made up for this."""

from pathlib import Path

import pytest

from loi_cli.checks.examination import examine
from loi_cli.checks.rule import Stage
from tests.checks.test_rules import NOON

CALM = Path(__file__).parent / "calm"
NOT_OF_WORDS = {"L108", "L140"}
"""A language without words of protocol here, a unit that has not answered."""


@pytest.mark.parametrize("folder", sorted(CALM.iterdir()), ids=lambda folder: folder.name)
def test_nothing_is_found_in_words_that_are_right(folder: Path) -> None:
    found = [p for p in examine(folder, NOON, Stage.FINAL) if p.code not in NOT_OF_WORDS]
    assert [f"{p.code} {p.message}" for p in found] == []


@pytest.mark.parametrize(
    ("name", "right", "wrong", "code"),
    [
        ("railways", "seit dem 1. März 2022", "seit dem 2. März 2022", "L120"),
        ("railways", "1 250 000,50 euros", "1 250 000,60 euros", "L120"),
        ("railways", "14 h 30", "15 h 30", "L120"),
        ("railways", "(en lo sucesivo, el «Comité»)", "", "L116"),
        ("industry", "1 наурыздағы", "2 наурыздағы", "L120"),
        ("industry", "используется текст", "составлен текст", "L132"),
    ],
)
def test_the_same_words_with_a_slip_are_found(tmp_path: Path, name: str, right: str, wrong: str, code: str) -> None:
    for file in (CALM / name).iterdir():
        text = file.read_text(encoding="utf-8")
        (tmp_path / file.name).write_text(text.replace(right, wrong), encoding="utf-8")
    assert code in {p.code for p in examine(tmp_path, NOON, Stage.FINAL)}
