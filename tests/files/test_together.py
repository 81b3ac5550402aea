"""Several new files: all of them, or none."""

from pathlib import Path

import pytest

from loi_cli.files.together import write_all_new
from loi_cli.model.problems import LoiError


def below(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_files_and_the_folders_that_they_need(tmp_path: Path) -> None:
    write_all_new({tmp_path / "a/b/c": b"1", tmp_path / "a/d": b"2"})
    assert below(tmp_path) == ["a", "a/b", "a/b/c", "a/d"]
    assert (tmp_path / "a/d").read_bytes() == b"2"


def test_where_one_cannot_be_written_none_is_there_and_what_was_there_stays(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept/same").write_bytes(b"1")
    (tmp_path / "kept/other").write_bytes(b"2")
    with pytest.raises(LoiError, match="exists already"):
        write_all_new({
            tmp_path / "new/deep/x": b"3",
            tmp_path / "kept/same": b"1",
            tmp_path / "kept/y": b"4",
            tmp_path / "kept/other": b"another",
        })  # fmt: skip
    assert below(tmp_path) == ["kept", "kept/other", "kept/same"]
    assert (tmp_path / "kept/other").read_bytes() == b"2"


def test_a_folder_that_somebody_used_meanwhile_stays(tmp_path: Path) -> None:
    class Meanwhile(dict[Path, bytes]):
        """Somebody puts a file beside ours before the last of them is written."""

        def items(self):  # type: ignore[no-untyped-def]
            yield tmp_path / "new/x", b"1"
            (tmp_path / "new/theirs").write_bytes(b"2")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_all_new(Meanwhile())
    assert below(tmp_path) == ["new", "new/theirs"]
