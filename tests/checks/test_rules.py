"""Every rule's examples, which are its documentation, say what the rule finds."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from loi_cli.checks.examination import examine
from loi_cli.checks.registry import RULES
from loi_cli.checks.rule import Example, Rule, Stage
from loi_cli.intake.records.event import record_name
from loi_cli.model.problems import Severity
from tests.trust import dossiers

NOON = datetime(2030, 1, 18, 12, tzinfo=UTC)
USUAL = {
    "schema": "schema: 1",
    "instrument": "instrument: letter-of-intent",
    "subject": "subject: {en: trade, id: perdagangan, ru: торговля, ka: ვაჭრობა}",
    "home": "home: AAA",
    "parties": (
        "parties:\n"
        "  AAA: {name: {en: Ministry of Industry of the First State}, signatory: {en: Minister of Industry}}\n"
        "  BBB: {name: {en: Ministry of Industry of the Second State}, signatory: {en: Minister of Industry}}"
    ),
    "languages": "languages: [en]",
    "rounds": "rounds: {1: {due: 2030-01-31}}",
    "units": "units:\n  legal: {name: Legal Bureau, rounds: [1]}\n  trade: {name: Trade Directorate, rounds: [1]}",
}
_VERSION = re.compile("v1-[0-9a-f]{6}")
"""Its hash is another with each version of loi, which it names."""

EXAMPLES = [
    pytest.param(module.RULE, example, id=f"{module.RULE.name}-{k}")
    for module in RULES
    for k, example in enumerate(module.RULE.examples)
]


def laid_out(example: Example, folder: Path) -> Path:
    """The example as a dossier on disk."""
    own = {block.split(":", 1)[0]: block for block in _blocks(example.dossier)}
    (folder / "dossier.yaml").write_text("\n".join((USUAL | own).values()) + "\n", encoding="utf-8")
    (folder / "inputs").mkdir()
    for clauses in filter(None, (example.first, example.clauses)):
        listed = "\n".join(f"  {line}" for line in clauses.strip("\n").splitlines())
        (folder / "concept.yaml").write_text(f"schema: 1\nclauses:\n{listed}\n", encoding="utf-8")
        if clauses is example.first:
            dossiers.merge(folder)
    for name, text in example.inputs.items():
        unit, number = name.rsplit("-", 1)
        head = f"schema: 1\nunit: {unit}\nround: {number}\nbase: v1\ndate: 2030-01-15\n"
        (folder / "inputs" / f"{name}.yaml").write_text(head + text.lstrip("\n"), encoding="utf-8")
    (folder / "records").mkdir()
    for kind, text in example.records.items():
        data = f"schema: 1\nrecord: {kind}\n{text.lstrip()}".encode()
        (folder / "records" / f"{record_name(date(2030, 1, 16), kind, data)}.yaml").write_bytes(data)
    if example.meeting:
        (folder / "meetings").mkdir()
        text = "schema: 1\n" + example.meeting.lstrip("\n")
        (folder / "meetings" / "2030-02-15-first.yaml").write_text(text, encoding="utf-8")
    return folder


def _blocks(text: str) -> list[str]:
    """Top-level keys with all that belongs to them."""
    found: list[str] = []
    for line in text.strip("\n").splitlines():
        if line[:1].isspace() and found:
            found[-1] += "\n" + line
        elif line:
            found.append(line)
    return found


def strictest(rule: Rule) -> Stage:
    """The first stage at which the rule speaks."""
    return next(stage for stage in Stage if rule.weight(stage) is not None)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_an_example_finds_what_it_says(rule: Rule, example: Example, tmp_path: Path) -> None:
    problems = examine(laid_out(example, tmp_path), NOON, strictest(rule))
    assert not [p for p in problems if p.code.startswith("F") and p.severity is Severity.ERROR]
    found = [p for p in problems if p.code == rule.code]
    assert [_VERSION.sub("v1-…", p.message) for p in found] == list(example.finds)
    assert all(p.help for p in found)
    assert {p.severity for p in found} <= {rule.weight(strictest(rule))}


def test_a_rule_shows_what_it_finds_and_what_it_lets_pass() -> None:
    for module in RULES:
        assert any(example.finds for example in module.RULE.examples), module.RULE.code
        assert any(not example.finds for example in module.RULE.examples), module.RULE.code


def test_codes_and_names_are_unique_and_in_order() -> None:
    codes = [module.RULE.code for module in RULES]
    assert codes == sorted(set(codes))
    assert len({module.RULE.name for module in RULES}) == len(RULES)


def test_no_rule_grows_milder_as_the_text_goes_on() -> None:
    weight = {None: 0, Severity.WARNING: 1, Severity.ERROR: 2}
    for module in RULES:
        rule = module.RULE
        assert weight[rule.draft] <= weight[rule.send] <= weight[rule.final], rule.code
