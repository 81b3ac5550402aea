"""`loi check` and `loi explain` as CI and a person run them."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from sarif_pydantic import Sarif

from tests.journeys.desk import Desk
from tests.journeys.lisbon import sit_down


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return sit_down(Desk(tmp_path / "desk"))


def test_what_is_daily_life_in_a_draft_stops_a_final_text(desk: Desk) -> None:
    desk.loi("check")
    said = desk.loi("check", "--stage", "final", code=1)
    assert re.search(r"L140 \w+ has not answered in round 2", said.out)
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
