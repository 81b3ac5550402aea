"""Every folder of tests/cases/merge: what is sent there must give what is expected there."""

import os
from pathlib import Path

import pytest

from loi_cli.history.verify import verify
from tests.merge.negotiation import CASES, of_case
from tests.merge.protocol import protocol

FOLDERS = sorted(path for path in CASES.iterdir() if path.is_dir())


@pytest.mark.parametrize("case", FOLDERS, ids=lambda path: path.name)
def test_case(case: Path, tmp_path: Path) -> None:
    negotiation, found = of_case(case, tmp_path / "dossier")
    expected = case / "expected.txt"
    told = protocol(negotiation.register(), found)
    if os.environ.get("LOI_WRITE_GOLDEN"):
        expected.write_text(told, encoding="utf-8", newline="\n")
    assert told == expected.read_text(encoding="utf-8")
    assert not negotiation.merge().is_news
    assert verify(negotiation.folder)[1] == ()
