"""Findings as the JSON of the design."""

from collections.abc import Iterable

from loi_cli.model.problems import Problem


def as_json(problems: Iterable[Problem]) -> dict[str, object]:
    return {"schema": 1, "problems": [problem_json(problem) for problem in problems]}


def problem_json(problem: Problem) -> dict[str, object]:
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "message": problem.message,
        "help": problem.help,
    }
