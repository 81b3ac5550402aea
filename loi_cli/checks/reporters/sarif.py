"""Findings as SARIF 2.1.0 (OASIS), which code hosts show beside the lines."""

from collections.abc import Iterable

from loi_cli import __version__
from loi_cli.checks.explanations import Explanation, every_explanation
from loi_cli.model.problems import Place, Problem

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_sarif(problems: Iterable[Problem]) -> dict[str, object]:
    """One run; its rules are those that were broken."""
    found = tuple(problems)
    codes = sorted({problem.code for problem in found})
    known = every_explanation()
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "loi",
                        "semanticVersion": __version__,
                        "rules": [_rule(code, known.get(code)) for code in codes],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(problem, codes.index(problem.code)) for problem in found],
            }
        ],
    }


def _rule(code: str, about: Explanation | None) -> dict[str, object]:
    rule: dict[str, object] = {"id": code}
    if about is not None:
        rule["shortDescription"] = {"text": about.says}
        if about.name:
            rule["name"] = about.name
        if about.help:
            rule["help"] = {"text": about.help}
    return rule


def _result(problem: Problem, index: int) -> dict[str, object]:
    return {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": problem.severity.value,
        "message": {"text": f"{problem.message}\n{problem.help}" if problem.help else problem.message},
        "locations": [{"physicalLocation": _location(problem.place)}],
    }


def _location(place: Place) -> dict[str, object]:
    location: dict[str, object] = {"artifactLocation": {"uri": _uri(place.file)}}
    if place.line:
        location["region"] = {"startLine": place.line, "startColumn": max(place.column, 1)}
    return location


def _uri(file: str) -> str:
    from urllib.parse import quote

    return quote(file.replace("\\", "/"))
