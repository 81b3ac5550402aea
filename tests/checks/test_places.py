"""Where a finding stands: at the newest file that words the clause; and a file alone as its sender checks it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from loi_cli.checks.examination import examine, examine_file
from loi_cli.checks.rule import Example
from loi_cli.intake.opening import open_dossier
from tests.checks.test_rules import laid_out

NOON = datetime(2030, 1, 18, 12, tzinfo=UTC)
TEXT = """
- clause: aim
  kind: article
  en: The Parties promote trade as Article 9 says.
- clause: costs
  kind: article
  en: Each Party bears its own costs.
"""
WORDS = "\nproposals:\n  - reword: {clause}\n    en: What Article 9 says {more}.\n"


def places(folder: Path, code: str = "L113") -> list[str]:
    return [str(p.place) for p in examine(folder, NOON) if p.code == code]


def test_a_clause_that_nobody_worded_stands_in_the_concept(tmp_path: Path) -> None:
    assert places(laid_out(Example(TEXT), tmp_path)) == ["concept.yaml:3:13"]


def test_a_clause_stands_where_it_was_worded_last(tmp_path: Path) -> None:
    inputs = {
        "legal-1": WORDS.format(clause="aim", more="first"),
        "trade-1": WORDS.format(clause="costs", more="second")
        + "  - remark: aim\n    note: A remark words nothing.\n"
        + "  - insert: late\n    kind: article\n    after: costs\n    en: As Article 9 says.\n",
    }
    folder = laid_out(Example(TEXT, inputs=inputs), tmp_path)
    assert places(folder) == ["inputs/legal-1.yaml:7:5", "inputs/trade-1.yaml:7:5", "inputs/trade-1.yaml:11:5"]


def test_a_later_round_comes_after_an_earlier_one(tmp_path: Path) -> None:
    """Its file may have a name that comes before."""
    folder = laid_out(
        Example(
            TEXT,
            dossier="rounds: {1: {due: 2030-01-31}, 2: {due: 2030-02-28}}\n"
            "units: {legal: {name: L, rounds: [1, 2]}, trade: {name: T, rounds: [1, 2]}}",
            inputs={"trade-1": WORDS.format(clause="aim", more="first")},
        ),
        tmp_path,
    )
    (folder / "inputs/legal-2.yaml").write_text(
        "schema: 1\nunit: legal\nround: 2\nbase: v1\ndate: 2030-02-15\nproposals:\n"
        "  - replace: aim\n    en: {from: promote, to: develop}\n"
    )
    assert places(folder, "L104") == ["inputs/legal-2.yaml:7:5"]


FILES = {
    "concept.yaml": "schema: 1\nclauses: []\n",
    "inputs/legal-1.yaml": "schema: 1\nunit: nobody\nround: 1\nbase: v1\nno-comment: true\n",
    "meetings/2030-02-15-first.yaml": "schema: 1\n",
    "records/2030-01-16-decision-00000000.yaml": "schema: 1\nrecord: decision\n",
}


def test_where_one_file_is_bad_every_other_is_read_as_well(tmp_path: Path) -> None:
    folder = laid_out(Example(TEXT), tmp_path)
    for name, text in FILES.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    found = examine(folder, NOON)
    assert {p.place.file for p in found} == set(FILES)
    assert list(found) == sorted(set(found), key=lambda p: (p.place, p.code, p.message))


@pytest.mark.parametrize("name", [*FILES, "dossier.yaml"])
def test_a_file_alone_is_read_as_what_it_is(name: str, tmp_path: Path) -> None:
    """By where it lies; elsewhere by the keys that only its kind has."""
    (tmp_path / "d").mkdir()
    folder = laid_out(Example(TEXT), tmp_path / "d")
    opened = open_dossier(folder)
    text = FILES.get(name, "schema: 1\nparties: {}\n")
    for file in (folder / name, tmp_path / Path(name).name):
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
        if "meetings" in name and file.parent == tmp_path:
            file.write_text(text + "delegations: {}\n", encoding="utf-8")
        problems = examine_file(file, opened, NOON)
        wanted = {"inputs": "nobody", "meetings": "zone", "records": "conflict"}.get(name.split("/")[0])
        assert problems, file
        assert wanted is None or any(wanted in p.message for p in problems), [p.message for p in problems]


def test_what_is_doubtful_in_a_file_alone_is_said_too(tmp_path: Path) -> None:
    """Whoever checks it before it is sent is the one who can type it anew: here a Cyrillic a in a Latin word."""
    folder = laid_out(Example(TEXT, inputs={"legal-1": WORDS.format(clause="aim", more="the P\u0430rties")}), tmp_path)
    opened = open_dossier(folder)
    assert [p.code for p in examine_file(folder / "inputs/legal-1.yaml", opened, NOON)] == ["F037"]
