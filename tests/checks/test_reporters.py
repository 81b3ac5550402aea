"""Findings for programs, judged by what reads them."""

import json
from pathlib import Path
from xml.etree import ElementTree

from jsonschema import Draft4Validator
from sarif_pydantic import Sarif

from loi_cli.checks.explanations import every_explanation
from loi_cli.checks.reporters.github import as_github
from loi_cli.checks.reporters.junit import as_junit
from loi_cli.checks.reporters.sarif import as_sarif
from loi_cli.model.problems import Place, Problem, Severity

ODD = Problem(
    code="L101",
    message="“a, b” <w:p/> 100 %\nrefers to: nothing",
    place=Place("inputs/ilmate 1.yaml", 9, 5),
    help="write & mend",
)
WHOLE = Problem(code="L133", message="no testimonium", place=Place("concept.yaml"), severity=Severity.WARNING)


def test_sarif_is_read_as_sarif() -> None:
    read = Sarif.model_validate(as_sarif([ODD, WHOLE]))
    (run,) = read.runs
    assert run.results is not None and run.tool.driver.rules is not None
    first, second = run.results
    assert first.rule_id == "L101" and run.tool.driver.rules[first.rule_index or 0].id == "L101"
    assert run.tool.driver.rules[0].name == "broken-reference"
    where = (first.locations or [])[0].physical_location
    assert where is not None and where.artifact_location is not None and where.region is not None
    assert where.artifact_location.uri == "inputs/ilmate%201.yaml"
    assert (where.region.start_line, where.region.start_column) == (9, 5)
    assert second.level == "warning" and "region" not in str(as_sarif([WHOLE])["runs"])


def faults(sarif: object) -> list[str]:
    """What the schema of the standard finds wrong."""
    schema = json.loads((Path(__file__).parent / "sarif" / "sarif-2.1.0-rtm.5.json").read_bytes())
    judge = Draft4Validator(schema, format_checker=Draft4Validator.FORMAT_CHECKER)
    return [fault.message for fault in judge.iter_errors(json.loads(json.dumps(sarif)))]


def test_sarif_is_valid_by_the_schema_of_the_standard() -> None:
    every = [Problem(code=code, message="x", place=Place("concept.yaml", 1, 1)) for code in every_explanation()]
    for found in ([], [ODD, WHOLE], every):
        assert faults(as_sarif(found)) == []
    assert faults(as_sarif([WHOLE]) | {"version": "2.2"}), "the schema finds what is wrong"


def test_sarif_without_a_finding_is_a_run_all_the_same() -> None:
    assert Sarif.model_validate(as_sarif([])).runs[0].results == []


def test_junit_fails_for_errors_and_tells_warnings() -> None:
    root = ElementTree.fromstring(as_junit([ODD, WHOLE]))
    assert (root.attrib["tests"], root.attrib["failures"]) == ("2", "1")
    cases = root.findall("testsuite/testcase")
    failure = cases[0].find("failure")
    assert failure is not None and failure.attrib["type"] == "L101"
    assert "<w:p/>" in (failure.text or "")
    assert cases[1].find("failure") is None and "concept.yaml" in (cases[1].findtext("system-out") or "")


def test_junit_without_a_finding_has_a_case_that_passes() -> None:
    root = ElementTree.fromstring(as_junit([]))
    assert len(root.findall("testsuite/testcase")) == 1 and root.attrib["failures"] == "0"


def test_github_gets_one_line_a_finding_whatever_is_in_it() -> None:
    first, second = as_github([ODD, WHOLE], "drafts/lisbon")
    assert first == (
        "::error file=drafts/lisbon/inputs/ilmate 1.yaml,line=9,col=5,title=L101::"
        "“a, b” <w:p/> 100 %25%0Arefers to: nothing (write & mend)"
    )
    assert second == "::warning file=drafts/lisbon/concept.yaml,title=L133::no testimonium"
