"""What LibreOffice and python-docx do to the example's paper is found, and nothing else."""

from pathlib import Path

import pytest

from tests.properties.other_programs import KINDS, by_libreoffice, by_python_docx, found, planned, stripped
from tests.properties.test_returned_edits import missed

SILENT = [kind for kind in KINDS if kind != "comment"]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("office")


@pytest.mark.parametrize("tracking", [True, False])
def test_edits_by_libreoffice(office: Path, tracking: bool) -> None:
    plans = [planned(seed, SILENT) for seed in (1, 2)]
    edited = by_libreoffice([steps for steps, *_ in plans], office, tracking=tracking)
    for (_steps, plan, _kinds), data in zip(plans, edited, strict=True):
        findings = found(data)
        assert missed(plan, findings) == missed(plan, found(stripped(data))) == []
        # a row that is put in or taken out by a macro is tracked by no LibreOffice
        assert {c.trace.tracked for c in findings.changes if hasattr(c, "theirs")} == {tracking}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_edits_by_python_docx(seed: int) -> None:
    steps, plan, kinds = planned(seed, KINDS)
    assert len(kinds) > 3
    data = by_python_docx(steps)
    assert missed(plan, found(data)) == missed(plan, found(stripped(data))) == []
