"""An archive: the same bytes each time, and whatever becomes of them is found."""

from pathlib import Path

import pytest

from loi_cli.history.archive import CONTENTS, archive_bytes, damage_in, files_of, unpack
from tests.history.test_store import version

FILES = {"concept.yaml": b"schema: 1\n", "records/files/scan.pdf": b"%PDF-1.4\n", "empty": b""}
WHOLE = archive_bytes(version().header, FILES)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "d-v1.zip"
    path.write_bytes(WHOLE)
    return path


def test_what_is_put_in_comes_out(archive: Path, tmp_path: Path) -> None:
    assert damage_in(archive) == (3, ())
    unpack(archive, tmp_path / "there")
    there = files_of(tmp_path / "there")
    assert there.pop(CONTENTS) and there == FILES
    assert archive_bytes(version().header, dict(reversed(FILES.items()))) == WHOLE


def test_any_bit_flipped_at_any_byte_is_found(archive: Path) -> None:
    for at in range(len(WHOLE)):
        archive.write_bytes(WHOLE[:at] + bytes([WHOLE[at] ^ (1 << (at + 3) % 8)]) + WHOLE[at + 1 :])
        assert damage_in(archive)[1], at


@pytest.mark.parametrize("size", [0, 1, len(WHOLE) // 2, len(WHOLE) - 1])
def test_what_was_cut_off_is_found(archive: Path, size: int) -> None:
    archive.write_bytes(WHOLE[:size])
    assert damage_in(archive)[1]


def test_what_follows_or_comes_before_is_found(archive: Path) -> None:
    for other in (WHOLE + b"x", b"x" + WHOLE):
        archive.write_bytes(other)
        assert damage_in(archive)[1]
