"""The worked example in the tree is what it says it is."""

import json
from pathlib import Path

from loi_cli.intake.schemas import SCHEMA_NAMES, schema
from tests.journeys.desk import Desk

EXAMPLE = Path(__file__).parents[2] / "drafts" / "indonesia-belarus-2022"


def test_its_schemas_are_those_of_this_loi() -> None:
    for name in SCHEMA_NAMES:
        stored = json.loads((EXAMPLE / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
        assert stored == schema(name), f"loi schema --to {EXAMPLE / 'schemas'}"


def test_a_copy_of_it_verifies_and_merges_on(tmp_path) -> None:
    """Round 2 merges onto the stored v2, which only goes where this loi gives v2 the very text that is stored."""
    desk = Desk(tmp_path)
    desk.loi("init", "copy", "--example")
    assert "all as they were written" in desk.loi("-C", "copy", "verify").out
    assert [v["version"] for v in desk.loi("-C", "copy", "log", "--format", "json").json["versions"]] == ["v2", "v1"]
    merged = desk.loi("-C", "copy", "merge", "--author", "A", "--format", "json", code=1).json
    assert merged["version"] == "v3"
    assert len(merged["inputs"]) == 9
    assert {c.split("/")[0] for c in merged["conflicts"]} == {"desire"}
