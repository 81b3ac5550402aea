"""The page of all keys is that of the shapes."""

import re
from pathlib import Path

import pytest

from loi_cli.intake.keys import keys
from loi_cli.intake.schemas import SCHEMA_NAMES, schema
from tests.reviewed import as_reviewed_below_mark

PAGE = Path(__file__).parents[2] / "drafts" / "README.md"


def test_the_page_of_keys_is_that_of_the_shapes() -> None:
    as_reviewed_below_mark(
        PAGE, "tests/intake/test_keys.py", "\n".join(line for name in SCHEMA_NAMES for line in keys(name))
    )


@pytest.mark.parametrize("name", SCHEMA_NAMES)
def test_every_key_of_every_block_is_told_with_its_meaning(name: str) -> None:
    told = "\n".join(keys(name))
    for block in schema(name)["$defs"].values():
        for key, value in block["properties"].items():
            assert f"`{key}`" in told
            assert value["description"]


def test_links_lead_to_blocks_of_the_page() -> None:
    told = "\n".join(line for name in SCHEMA_NAMES for line in keys(name))
    headings = re.findall(r"^##+ (.+)$", told, re.MULTILINE)
    assert len(headings) == len(set(headings))
    assert set(re.findall(r"\]\(#(.+?)\)", told)) <= set(headings)
