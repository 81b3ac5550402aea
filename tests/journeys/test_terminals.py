"""Terminals as they are: narrow, wide, without UTF-8, without a home, going away, interrupted, and a pager."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.desk import Desk, command, tree
from tests.journeys.terminal import Terminal

LISTINGS = [
    ["status"], ["inputs"], ["inputs", "harbours"], ["conflicts"], ["conflicts", "--all"], ["log"], ["show", "head"],
    ["show", "meetings"], ["blame", "meetings"], ["find", "year"], ["diff", "v1", "v2"], ["check"], ["actions"],
    ["gate"], ["templates"], ["explain"], ["explain", "L104"], ["explain", "bracket"], ["doctor"], ["verify"],
    ["log", "--clause", "meetings"], ["status", "--all"], ["request", "--dry-run", "--round", "1"],
]  # fmt: skip


@pytest.mark.parametrize("columns", [20, 80, 160])
@pytest.mark.parametrize("arguments", LISTINGS, ids=" ".join)
def test_every_listing_fits_the_terminal_and_cuts_no_word(merged: Desk, arguments: list[str], columns: int) -> None:
    with Terminal(merged, *arguments, columns=columns, NO_COLOR="1", LOI_PAGER="") as seen:
        assert seen.leaves() in (0, 1)
    for line in seen.shown.splitlines():
        if "\x1b[2K" in line:  # a progress bar, which is gone in the end
            continue
        assert len(line) <= columns or len(max(line.split(), key=len)) > columns - 12, line
    if arguments[0] in ("status", "check", "gate", "templates", "verify"):
        piped = merged.loi(*arguments, code=None)
        paths = [word for word in piped.out.split() if "/" in word and " " not in word]
        assert all(word in seen.shown for word in paths)


@pytest.mark.parametrize("house", ["en", "id"])
@pytest.mark.parametrize("columns", [20, 40, 60, 80])
@pytest.mark.parametrize("arguments", [[], ["decide"]], ids=str)
def test_help_fits_the_terminal(tmp_path: Path, arguments: list[str], columns: int, house: str) -> None:
    said = Desk(tmp_path).loi(*arguments, "--help", COLUMNS=str(columns), LOI_LANG=house).out
    for line in said.splitlines():
        assert len(line) <= columns + 2 or len(max(line.split(), key=len)) > columns - 8, line


def test_a_terminal_without_utf_8_gets_what_it_can_show(merged: Desk) -> None:
    with Terminal(merged, "show", "head", LC_ALL="C", PYTHONIOENCODING="ascii", LOI_PAGER="") as seen:
        assert seen.leaves() == 0
    assert "DONE at {place}" in seen.shown
    assert "?" in seen.shown
    assert seen.shown.isascii()


@pytest.mark.parametrize("arguments", [["--help"], ["status"], ["merge", "--dry-run", "--author", "A"], ["build"]])
def test_without_a_home(merged: Desk, arguments: list[str]) -> None:
    del merged.env["HOME"], merged.env["USERPROFILE"]
    merged.loi(*arguments, code=1 if arguments[0] == "merge" else 0)


CLOSED = {"stdin": "0<&-", "stdout": ">&-", "stderr": "2>&-", "all": "0<&- >&- 2>&-"}


@pytest.mark.skipif(sys.platform == "win32", reason="no POSIX shell")
@pytest.mark.parametrize(
    ("arguments", "which"),
    [*(("status", one) for one in CLOSED), ("check", "stdout"), ("build", "all"), ("--help", "stdout"),
     ("--version", "all"), ("show no.such.clause", "stderr"), ("show no.such.clause", "all")],
)  # fmt: skip
def test_closed_streams(merged: Desk, arguments: str, which: str) -> None:
    expected = 2 if "no.such" in arguments else 0
    line = " ".join(map(shlex.quote, command())) + f" {arguments} {CLOSED[which]}"
    run = subprocess.run(["sh", "-c", line], cwd=merged.folder, env=merged.env, capture_output=True, timeout=120)
    assert run.returncode == expected, run
    assert b"Traceback" not in run.stdout + run.stderr
    assert b"Exception" not in run.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="no POSIX pipes")
@pytest.mark.parametrize("arguments", ["show head", "log --format json", "explain", "--help"])
def test_a_reader_that_goes_away(merged: Desk, arguments: str) -> None:
    """As `head -n 0` does; nothing is said of it."""
    reading, writing = os.pipe()
    os.close(reading)
    run = subprocess.Popen(
        [*command(), *arguments.split()], cwd=merged.folder, env=merged.env, stdout=writing, stderr=subprocess.PIPE
    )
    os.close(writing)
    _out, err = run.communicate(timeout=120)
    assert err == b""
    assert run.returncode in (0, 1)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk to be had")
@pytest.mark.parametrize("arguments", [["show", "head"], ["explain"], ["--version"]], ids=str)
def test_a_report_onto_a_full_disk(merged: Desk, arguments: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        run = subprocess.run(
            [*command(), *arguments], cwd=merged.folder, env=merged.env, stdout=full, stderr=subprocess.PIPE
        )
    assert run.returncode == 2
    assert run.stderr.count(b"\n") == 2
    assert b"disk is full" in run.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="no signals")
@pytest.mark.parametrize("arguments", [["build"], ["merge", "--author", "A"], ["--help"]], ids=str)
def test_an_interruption_at_any_moment(desk: Desk, arguments: list[str]) -> None:
    """From the first line of ours on; before it Python itself has no more to say than its traceback.

    The alarm stands for Ctrl-C. It is put off when the program ends: in Python's own last steps it would kill.
    """
    seen = set()
    for moment in range(8):
        program = (
            "import atexit, signal, sys; from loi_cli.cli.main import main; sys.argv[0] = 'loi'; "
            "atexit.register(signal.signal, signal.SIGALRM, signal.SIG_IGN); "
            "signal.signal(signal.SIGALRM, signal.default_int_handler); "
            f"signal.setitimer(signal.ITIMER_REAL, {0.002 + 0.05 * moment}); main()"
        )
        run = subprocess.run(
            [sys.executable, "-c", program, *arguments], cwd=desk.folder, env=desk.env, capture_output=True, timeout=120
        )
        assert b"Traceback" not in run.stderr, run.stderr
        assert run.returncode in (0, 1, 130), run
        seen.add(run.returncode)
        assert not [p for p in desk.folder.rglob("*") if p.name.endswith(".tmp") or p.name.startswith(".loi")]
    assert 130 in seen


def test_an_interruption_that_python_cannot_raise_where_it_falls(desk: Desk) -> None:
    """As in a callback of a weak reference, which Python's own import uses: it would be printed, and `loi` go on."""
    program = (
        "import time, weakref\n"
        "class Lock: pass\n"
        "def interrupted(_lock): raise KeyboardInterrupt\n"
        "lock = Lock(); seen = weakref.ref(lock, interrupted)\n"
        "from loi_cli.cli import main as entry\n"
        "def answer():\n"
        "    global lock\n"
        "    del lock\n"
        "    time.sleep(5)\n"
        "entry._answer = answer\n"
        "entry.main()\n"
    )
    run = subprocess.run([sys.executable, "-c", program], cwd=desk.folder, env=desk.env, capture_output=True)
    assert (run.returncode, run.stdout, run.stderr) == (130, b"", b"")


@pytest.mark.skipif(not shutil.which("setpriv") or os.getuid() != 0, reason="needs to lay root's rights down")
def test_papers_where_nobody_may_write(merged: Desk) -> None:
    """Root may write anywhere unless it lays that right down."""
    out = merged.folder / "out"
    merged.loi("build")
    before = tree(out)
    for folder in (out, *(p for p in out.rglob("*") if p.is_dir())):
        folder.chmod(0o555)
    bare = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", *command()]
    for arguments in (["build"], ["render", "matrix"], ["page"], ["request", "--round", "2"]):
        run = subprocess.run(
            [*bare, *arguments], cwd=merged.folder, env=merged.env | {"SOURCE_DATE_EPOCH": "1642600000"},
            capture_output=True, timeout=120,
        )  # fmt: skip
        assert b"Traceback" not in run.stderr
        assert run.returncode in (0, 2), run
        if run.returncode == 2:
            assert b"may write there" in run.stderr or b"may not write there" in run.stderr, run.stderr
        assert tree(out) == before
    status = subprocess.run([*bare, "status"], cwd=merged.folder, env=merged.env, capture_output=True, timeout=120)
    assert status.returncode == 0
