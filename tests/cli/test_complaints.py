"""How errors are said: the place, the line with a caret under the very column, the help."""

import io
from pathlib import Path

import pytest

from loi_cli.cli.complaints import LONG, clickable, tell
from loi_cli.cli.console import Console, width
from loi_cli.model.problems import Place, Problem, Severity


def told(source: str, column: int, severity: Severity = Severity.ERROR, help: str = "mend it") -> list[str]:
    err = io.StringIO()
    problem = Problem(
        code="F001", message="is bad", place=Place("a.yaml", 12, column), source=source, help=help, severity=severity
    )
    tell([problem], Console(io.StringIO(), err, False, False, False))
    return err.getvalue().splitlines()


def test_a_problem_in_full() -> None:
    assert told("unit: harbors", 7) == [
        "a.yaml:12:7: F001 is bad",
        "  12 | unit: harbors",
        "     |       ^",
        "  help: mend it",
    ]


@pytest.mark.parametrize(
    ("source", "column", "under"),
    [
        ("abc", 1, "a"),
        ("abc", 3, "c"),
        ("\tx: y", 5, "y"),
        ("漢字: x", 5, "x"),
        ("漢字: x", 2, "字"),
        ("e\u0301: x", 5, "x"),
        ("Ключ: значение", 7, "з"),
    ],
)
def test_the_caret_stands_under_the_column(source: str, column: int, under: str) -> None:
    _place, line, caret, _help = told(source, column)
    at = width(caret[: caret.index("^")])
    before = ""
    for letter in line:
        if width(before) == at and width(letter):
            assert letter == under
            return
        before += letter
    raise AssertionError(f"nothing stands over the caret: {line} / {caret}")


def test_the_caret_may_stand_behind_the_line() -> None:
    assert told("abc", 4)[2] == "     |    ^"


@pytest.mark.parametrize("column", [1, 79, 80, 81, 200, 399, 400])
def test_of_a_long_line_the_part_around_the_fault_is_shown(column: int) -> None:
    source = "".join(chr(0x100 + k) for k in range(400))
    _place, line, caret, _help = told(source, column)
    assert len(line) <= LONG + 20
    assert line[caret.index("^")] == source[column - 1]


def test_without_a_line_and_without_help() -> None:
    assert told("", 0, help="") == ["a.yaml:12:0: F001 is bad"]


def test_a_place_is_seen_from_where_the_person_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "dossier" / "inputs").mkdir(parents=True)
    (tmp_path / "dossier" / "inputs" / "a.yaml").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    place = Place("inputs/a.yaml", 3, 1)
    assert clickable(place, tmp_path / "dossier").replace("\\", "/") == "dossier/inputs/a.yaml:3:1"
    assert clickable(place, None) == "inputs/a.yaml:3:1"
    assert clickable(Place("<stdin>", 3, 1), tmp_path) == "<stdin>:3:1"
