"""Findings as JUnit XML, which every CI system shows as a table of tests: a file is a case, a finding its failure."""

from collections.abc import Iterable
from xml.etree import ElementTree

from loi_cli.model.problems import Problem, Severity


def as_junit(problems: Iterable[Problem]) -> str:
    """A suite with a case for each finding; a warning passes and is told in its output, an error fails."""
    found = tuple(problems)
    errors = sum(problem.severity is Severity.ERROR for problem in found)
    about = {"name": "loi check", "tests": str(max(len(found), 1)), "failures": str(errors), "errors": "0"}
    root = ElementTree.Element("testsuites", about)
    suite = ElementTree.SubElement(root, "testsuite", about)
    if not found:
        ElementTree.SubElement(suite, "testcase", name="no findings", classname="loi")
    for problem in found:
        case = ElementTree.SubElement(
            suite, "testcase", name=f"{problem.code} {problem.message}", classname=str(problem.place)
        )
        said = f"{problem.place}: {problem.code} {problem.message}\n{problem.help}".strip()
        if problem.severity is Severity.ERROR:
            failure = ElementTree.SubElement(case, "failure", message=problem.message, type=problem.code)
            failure.text = said
        else:
            ElementTree.SubElement(case, "system-out").text = said
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode")
