"""The folder of papers: what a person did to one stays, whoever stops in between."""

from pathlib import Path

import pytest

from loi_cli.files.shelf import ForeseenShelf, Shelf
from loi_cli.model.problems import LoiError


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_papers_that_nobody_touched_are_written_again(tmp_path: Path) -> None:
    for words in (b"one", b"two"):
        Shelf(tmp_path / "out").put_all({"loi.docx": words, "loi.html": words})
    assert held(tmp_path / "out") == {"loi.docx": b"two", "loi.html": b"two"}


def test_an_edited_paper_is_left_and_two_new_ones_do_not_take_one_name(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "out")
    shelf.put("loi.docx", b"old")
    (tmp_path / "out" / "loi.docx").write_bytes(b"edited")
    put = shelf.put_all({"loi.docx": b"new", "loi-2.docx": b"second"})
    assert held(tmp_path / "out") == {"loi.docx": b"edited", "loi-2.docx": b"new", "loi-2-2.docx": b"second"}
    assert put["loi.docx"].beside == tmp_path / "out" / "loi.docx"


@pytest.mark.parametrize("kind", [Shelf, ForeseenShelf])
def test_a_protected_paper_is_left_and_the_new_one_stands_beside_it(tmp_path: Path, kind: type[Shelf]) -> None:
    Shelf(tmp_path / "out").put("loi.docx", b"old")
    (tmp_path / "out" / "loi.docx").chmod(0o444)
    put = kind(tmp_path / "out").put("loi.docx", b"new")
    assert (put.path.name, put.beside) == ("loi-2.docx", tmp_path / "out" / "loi.docx")
    assert (tmp_path / "out" / "loi.docx").read_bytes() == b"old"
    (tmp_path / "out" / "loi.docx").chmod(0o644)


@pytest.mark.parametrize("papers", [("a.docx", "gone/b.docx"), ("gone/b.docx", "a.docx")])
def test_papers_of_a_run_that_was_stopped_do_not_look_edited(tmp_path: Path, papers: tuple[str, ...]) -> None:
    Shelf(tmp_path / "out").put("a.docx", b"old")
    with pytest.raises(LoiError):
        Shelf(tmp_path / "out").put_all(dict.fromkeys(papers, b"new"))
    assert Shelf(tmp_path / "out").put("a.docx", b"newest").beside is None
