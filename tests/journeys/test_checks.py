"""`loi check` and `loi explain` as CI and a person run them."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from sarif_pydantic import Sarif

from tests.journeys.desk import Desk, tree
from tests.journeys.lisbon import an_input, sit_down


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return sit_down(Desk(tmp_path / "desk"))


def test_what_is_daily_life_in_a_draft_stops_a_final_text(desk: Desk) -> None:
    desk.loi("check")
    said = desk.loi("check", "--stage", "final", code=1)
    assert re.search(r"L140 warning: \w+ has not answered in round 2", said.out)
    assert "L140" not in desk.loi("check").out


def test_a_finding_in_every_format(desk: Desk) -> None:
    json = desk.loi("check", "--stage", "final", "--format", "json", code=1).json["problems"]
    sarif = Sarif.model_validate_json(desk.loi("check", "--stage", "final", "--format", "sarif", code=1).out)
    junit = ElementTree.fromstring(desk.loi("check", "--stage", "final", "--format", "junit", code=1).out)
    github = desk.loi("check", "--stage", "final", "--format", "github", code=1).out.splitlines()
    assert json
    assert [r.rule_id for r in sarif.runs[0].results or []] == [p["code"] for p in json]
    assert len(junit.findall("testsuite/testcase")) == len(github) == len(json)


def test_every_code_that_check_says_can_be_explained(desk: Desk) -> None:
    for problem in desk.loi("check", "--stage", "final", "--format", "json", code=1).json["problems"]:
        assert problem["code"] in desk.loi("explain", problem["code"]).out


def test_explain_shows_the_examples_and_lists_all_codes(desk: Desk) -> None:
    said = desk.loi("explain", "l101").out
    assert "broken-reference" in said and "→ L101 areas (en) refers to “annexx”" in said
    listed = desk.loi("explain").out
    assert listed.index("F001") < listed.index("L101")
    assert "a person is needed" in desk.loi("explain", "1").out
    assert "did you mean “L1" in desk.loi("explain", "L10", code=2).err


def test_every_code_in_the_package_is_explained() -> None:
    from loi_cli.checks.explanations import every_explanation

    package = Path(__file__).parents[2] / "loi_cli"
    used = {
        code
        for path in package.rglob("*.py")
        for code in re.findall(r'"([FL]\d{3})"', path.read_text(encoding="utf-8"))
        if "explain" not in path.name
    }
    assert used <= set(every_explanation())


def test_what_is_certain_is_proposed_and_no_file_of_a_person_is_touched(desk: Desk) -> None:
    desk.loi("merge", "--author", "A", code=1)
    desk.loi("decide", "meetings", "--take", "base", "--by", "A", "--reason", "x")
    desk.write(
        "inputs/fishing-1.2.yaml",
        an_input("fishing", 1, "- replace: meetings\n  en: {from: The Parties, to: 'Under Article 1, the Parties'}"),
    )
    waits = desk.loi("check", "--fix", "--unit", "lawyers", code=2)
    assert "files wait to be merged" in waits.err
    desk.loi("merge", "--author", "A")
    before = tree(desk.folder)
    assert "say whose: --unit with one of harbours, fishing, lawyers" in desk.loi("check", "--fix", code=2).err
    assert "did you mean" in desk.loi("check", "--fix", "--unit", "lawers", code=2).err
    shown = desk.loi("check", "--fix", "--unit", "lawyers", "--dry-run")
    assert "L113 meetings (en): [-Article 1-] {+{@aim}+}" in shown.out
    assert tree(desk.folder) == before
    stale = {p["message"] for p in desk.loi("check", "--format", "json").json["problems"] if p["code"] == "L103"}

    said = desk.loi("check", "--fix", "--unit", "lawyers", "--format", "json").json
    assert said["fixes"] == [
        {"code": "L113", "clause": "meetings", "field": "text.en", "from": "Article 1", "to": "{@aim}"}
    ]
    after = tree(desk.folder)
    assert {name for name in after if after[name] != before.get(name)} == {said["file"]}
    assert (desk.folder / said["file"]).read_text(encoding="utf-8").count("loi check --fix") == 2
    desk.loi("merge", "--author", "A")
    problems = desk.loi("check", "--format", "json").json["problems"]
    assert not [p for p in problems if p["code"] == "L113"]
    assert {p["message"] for p in problems if p["code"] == "L103"} == stale
    assert "Under {@aim}, the Parties" in desk.loi("show", "meetings").out
    assert "nothing that could be set right" in desk.loi("check", "--fix", "--unit", "lawyers").err
    desk.loi("check", "inputs/fishing-1.yaml", "--fix", code=2)
    desk.loi("check", "--unit", "lawyers", code=2)
