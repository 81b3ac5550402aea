"""Every folder of tests/cases/merge: what is sent there must give what is expected there."""

from pathlib import Path

import pytest

from loi_cli.history.verify import verify
from tests.merge.negotiation import CASES, of_case
from tests.merge.protocol import protocol
from tests.reviewed import as_reviewed

FOLDERS = sorted(path for path in CASES.iterdir() if path.is_dir())


@pytest.mark.parametrize("case", FOLDERS, ids=lambda path: path.name)
def test_case(case: Path, tmp_path: Path) -> None:
    negotiation, found = of_case(case, tmp_path / "dossier")
    as_reviewed(case / "expected.txt", protocol(negotiation.register(), found))
    assert not negotiation.merge().is_news
    assert verify(negotiation.folder)[1] == ()
