"""Files are written whole or not at all, and never over another one by mistake."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from loi_cli.files.atomic import _write, flush_folder, remedy_of, replace, write_new
from loi_cli.model.problems import LoiError


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_holds_the_bytes_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    write_new(tmp_path / "a.yaml", b"one\n")
    assert (tmp_path / "a.yaml").read_bytes() == b"one\n"
    assert names(tmp_path) == ["a.yaml"]


def test_the_same_bytes_may_be_written_again(tmp_path: Path) -> None:
    write_new(tmp_path / "a", b"one")
    before = (tmp_path / "a").stat().st_mtime_ns
    write_new(tmp_path / "a", b"one")
    assert (tmp_path / "a").stat().st_mtime_ns == before


def test_another_file_of_that_name_stays(tmp_path: Path) -> None:
    write_new(tmp_path / "a", b"one")
    with pytest.raises(LoiError, match="exists already, with other content") as caught:
        write_new(tmp_path / "a", b"two")
    assert caught.value.hint
    assert (tmp_path / "a").read_bytes() == b"one"
    assert names(tmp_path) == ["a"]


def test_replace_puts_the_new_in_place_of_the_old(tmp_path: Path) -> None:
    replace(tmp_path / "a", b"one")
    replace(tmp_path / "a", b"two" * 100_000)
    assert (tmp_path / "a").read_bytes() == b"two" * 100_000
    assert names(tmp_path) == ["a"]


@pytest.fixture
def colleagues() -> Iterator[None]:
    """What is written may be read by a group, as on a share."""
    before = os.umask(0o027)
    yield
    os.umask(before)


@pytest.mark.skipif(os.name == "nt", reason="file modes")
@pytest.mark.usefixtures("colleagues")
def test_colleagues_can_read_what_is_written(tmp_path: Path) -> None:
    write_new(tmp_path / "new", b"x")
    replace(tmp_path / "old", b"x")
    assert [(tmp_path / n).stat().st_mode & 0o777 for n in ("new", "old")] == [0o640, 0o640]


@pytest.mark.parametrize("letter", ["x", "я", "字", "😀"])
def test_a_name_may_be_as_long_as_the_disk_takes(tmp_path: Path, letter: str) -> None:
    try:
        name = letter * (255 // len(os.fsencode(letter)))
    except UnicodeEncodeError:
        pytest.skip("names of files here cannot hold this letter")
    replace(tmp_path / name, b"x")
    assert names(tmp_path) == [name]
    with pytest.raises(LoiError) as caught:
        replace(tmp_path / f"{name}{letter}", b"x")
    assert caught.value.hint == "the name is too long: give it a shorter one"
    assert names(tmp_path) == [name]


@pytest.mark.skipif(os.name == "nt", reason="names of files are UTF-16 there")
def test_a_name_that_the_locale_cannot_write_is_said(tmp_path: Path) -> None:
    code = (
        "import pathlib; from loi_cli.files.atomic import replace, write_new\n"
        "from loi_cli.model.problems import LoiError\n"
        "for write in (replace, write_new):\n"
        "    try: write(pathlib.Path('\\u044f'), b'x')\n"
        "    except LoiError as error: print(ascii(error.message), error.hint)"
    )
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "LC_ALL": "C", "PYTHONUTF8": "0"}
    env.pop("PYTHONIOENCODING", None)
    said = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=env, capture_output=True, text=True)
    assert said.stdout.count("names of files here cannot hold") == 2, said.stderr
    assert said.stdout.count("LC_ALL=C.UTF-8") == 2
    assert names(tmp_path) == []


def test_a_protected_file_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "signed.docx"
    replace(path, b"old")
    path.chmod(0o444)
    with pytest.raises(LoiError, match="is protected against writing") as caught:
        replace(path, b"new")
    assert caught.value.hint == "give the new one another name, or lift the protection"
    assert path.read_bytes() == b"old"
    path.chmod(0o644)
    replace(path, b"new")
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == ["signed.docx"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_or_a_device_is_written_to_and_stays_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    replace(pipe, b"words")
    assert os.read(reading, 100) == b"words"
    os.close(reading)
    assert pipe.is_fifo()
    assert names(tmp_path) == ["pipe"]


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="there is no device that is full")
def test_a_device_that_takes_nothing_more_is_a_full_disk() -> None:
    with pytest.raises(LoiError, match="No space left on device") as caught:
        replace(Path("/dev/full"), b"words")
    assert caught.value.hint == "the disk is full: make room, and do it again"
    assert Path("/dev/full").is_char_device()


def refusing(number: int) -> Callable[..., None]:
    """A call to the system that answers with an error."""

    def call(*_arguments: object, **_named: object) -> None:
        raise OSError(number, os.strerror(number))

    return call


def descriptors() -> int:
    """How many files this process has open, where the system tells."""
    return len(names(Path("/dev/fd"))) if Path("/dev/fd").is_dir() else 0


@pytest.mark.skipif(os.name == "nt", reason="Windows does not overwrite by itself")
def test_a_disk_without_links_takes_new_files_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """FAT and some shares have none."""
    monkeypatch.setattr(os, "link", refusing(errno.EPERM))
    before = descriptors()
    write_new(tmp_path / "a", b"one")
    assert (tmp_path / "a").read_bytes() == b"one"
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "a").stat().st_mode & ~0o111, "nothing to run"
    write_new(tmp_path / "a", b"one")
    with pytest.raises(LoiError, match="exists already"):
        write_new(tmp_path / "a", b"two")
    assert (tmp_path / "a").read_bytes() == b"one"
    assert names(tmp_path) == ["a"]
    assert descriptors() == before, "and no file stays open"


@pytest.mark.skipif(os.name == "nt", reason="a folder is not flushed there")
@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP, errno.EBADF])
def test_a_share_that_cannot_flush_a_folder_is_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(os, "fsync", refusing(number))
    flush_folder(tmp_path)
    monkeypatch.setattr(os, "fsync", refusing(errno.EIO))
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        flush_folder(tmp_path)


def test_why_it_could_not_be_written_is_said_in_the_words_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(LoiError) as caught:
        replace(tmp_path / "none" / "a", b"x")
    assert caught.value.message == f"{tmp_path / 'none' / 'a'} could not be written: {os.strerror(errno.ENOENT)}"
    with pytest.raises(LoiError, match="could not be written: it is bewitched"):
        _write(tmp_path / "a", b"x", lambda _temporary: _raise(OSError("it is bewitched")))


def _raise(error: Exception) -> None:
    raise error


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    for write in (replace, write_new):
        with pytest.raises(LoiError, match="could not be written") as caught:
            write(tmp_path / "none" / "a", b"x")
        assert caught.value.hint == "there is no such folder"


def test_a_folder_in_the_way_is_said_and_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    for write in (replace, write_new):
        with pytest.raises(LoiError, match="could not be written"):
            write(tmp_path / "a", b"x")
    assert names(tmp_path) == ["a"]


def test_a_link_in_the_way_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "target").write_bytes(b"x")
    (tmp_path / "a").symlink_to(tmp_path / "target")
    with pytest.raises(LoiError, match="exists already"):
        write_new(tmp_path / "a", b"x")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    with pytest.raises(LoiError):
        write_new(tmp_path / "dangling", b"x")
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize(
    ("number", "hint"),
    [
        (errno.ENOSPC, "the disk is full: make room, and do it again"),
        (errno.EROFS, "the disk can only be read: work on a copy elsewhere"),
        (errno.EACCES, "you may not write there, or another program holds the file open"),
        (errno.EIO, "look at the disk or the network, and do it again"),
        (None, "look at the disk or the network, and do it again"),
    ],
)
def test_each_failure_of_the_system_has_its_remedy(number: int | None, hint: str) -> None:
    error = OSError(number, "x") if number else OSError("x")
    assert remedy_of(error) == hint


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 64 KiB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)], capture_output=True)
    if done.returncode:
        pytest.skip("cannot mount a small file system here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_loses_nothing(small_disk: Path) -> None:
    replace(small_disk / "a", b"old")
    for write, name in ((replace, "a"), (write_new, "b")):
        with pytest.raises(LoiError) as caught:
            write(small_disk / name, b"x" * 200_000)
        assert caught.value.hint == "the disk is full: make room, and do it again"
    assert (small_disk / "a").read_bytes() == b"old"
    assert names(small_disk) == ["a"]


def test_of_many_writers_of_one_name_one_wins(tmp_path: Path) -> None:
    code = (
        "import sys, pathlib; from loi_cli.files.atomic import write_new; from loi_cli.model.problems import LoiError\n"
        "try: write_new(pathlib.Path('a'), sys.argv[1].encode() * 10000); print('won')\n"
        "except LoiError: print('lost')"
    )
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    writers = [
        subprocess.Popen([sys.executable, "-c", code, str(n)], cwd=tmp_path, env=env, stdout=subprocess.PIPE, text=True)
        for n in range(8)
    ]
    outcomes = [writer.communicate()[0].strip() for writer in writers]
    assert sorted(outcomes) == ["lost"] * 7 + ["won"]
    winner = str(outcomes.index("won"))
    assert (tmp_path / "a").read_bytes() == winner.encode() * 10000
    assert names(tmp_path) == ["a"]
