"""What Word and LibreOffice leave beside a file that somebody has open."""

from pathlib import Path

import pytest

from loi_cli.files.locks import is_open
from loi_cli.files.shelf import Shelf


@pytest.mark.parametrize("lock", ["~$loi-v3.docx", "~$i-v3.docx", ".~lock.loi-v3.docx#"])
def test_a_paper_that_is_open_is_left_and_the_new_one_stands_beside_it(tmp_path: Path, lock: str) -> None:
    shelf = Shelf(tmp_path / "out")
    shelf.put("loi-v3.docx", b"old")
    (tmp_path / "out" / lock).write_bytes(b"")
    put = shelf.put("loi-v3.docx", b"new")
    assert (tmp_path / "out" / "loi-v3.docx").read_bytes() == b"old"
    assert put.path.name == "loi-v3-2.docx"
    assert put.path.read_bytes() == b"new"
    assert put.beside == tmp_path / "out" / "loi-v3.docx"


def test_a_paper_that_does_not_change_need_not_be_closed(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "out")
    shelf.put("loi.docx", b"same")
    (tmp_path / "out" / "~$loi.docx").write_bytes(b"")
    assert shelf.put("loi.docx", b"same").beside is None


def test_a_lock_without_its_file_means_nothing(tmp_path: Path) -> None:
    (tmp_path / "~$loi.docx").write_bytes(b"")
    assert not is_open(tmp_path / "loi.docx")
