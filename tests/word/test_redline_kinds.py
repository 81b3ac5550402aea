"""Each kind of change, settled by programs that we did not write, gives the text without it or the text with it."""

from pathlib import Path

import pytest

from tests.word import office
from tests.word.judges import audit, pandoc, validator
from tests.word.kinds import KINDS
from tests.word.opened import Opened, written
from tests.word.test_changes import check_invariants


def test_libreoffice_accepts_and_rejects_every_kind(tmp_path: Path) -> None:
    if office.program() is None:
        pytest.skip("LibreOffice is not installed")
    found = office.settled([written(pair.marked).data for pair in KINDS.values()], tmp_path)
    assert {name: one.accepted for name, one in zip(KINDS, found, strict=True)} == {
        name: office.lines(written(pair.new)) for name, pair in KINDS.items()
    }
    assert {name: one.rejected for name, one in zip(KINDS, found, strict=True)} == {
        name: office.lines(written(pair.old)) for name, pair in KINDS.items()
    }


@pytest.mark.parametrize("name", [name for name, pair in KINDS.items() if not pair.tables])
def test_pandoc_accepts_and_rejects_every_kind(name: str) -> None:
    pair = KINDS[name]
    data = written(pair.marked).data
    assert pandoc(data, "accept") == pandoc(written(pair.new).data, "accept")
    assert pandoc(data, "reject") == pandoc(written(pair.old).data, "accept")


def _all() -> Opened:
    return written("".join(pair.marked.replace('"m"', f'"m{n}"') for n, pair in enumerate(KINDS.values())))


def test_every_kind_in_one_file_is_sound(tmp_path: Path) -> None:
    opened = _all()
    check_invariants(opened)
    assert audit(opened.data, tmp_path) == []


def test_the_sdk_finds_nothing(tmp_path: Path) -> None:
    assert validator(_all().data, tmp_path) == []
