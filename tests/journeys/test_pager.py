"""A report that is longer than the screen is read through a pager, at a terminal and nowhere else."""

import shutil
import stat
import sys
from pathlib import Path

import pytest

from tests.journeys.desk import Desk
from tests.journeys.terminal import Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the pager here is a shell script")


def noting(folder: Path, then: str = "cat") -> str:
    """A pager that leaves a note of its name, its arguments and what LESS says, and passes on what it is given."""
    script = folder / "my pager"
    script.write_text(f'#!/bin/sh\necho "$@ $LESS" > "{folder}/called"\n{then}\n')
    script.chmod(script.stat().st_mode | stat.S_IEXEC)
    return f"'{script}' -x"


def seen(desk: Desk, *arguments: str, rows: str = "4", code: int = 0, **env: str) -> str:
    with Terminal(desk, *arguments, LINES=rows, **env) as terminal:
        assert terminal.leaves() == code
    assert "Traceback" not in terminal.shown
    return terminal.shown


@pytest.mark.parametrize("arguments", [["log"], ["status"], [], ["show", "head"], ["diff", "v1", "v2"], ["explain"]])
def test_what_is_long_goes_through_it_whole(merged: Desk, tmp_path: Path, arguments: list[str]) -> None:
    pager = noting(tmp_path)
    plain = seen(merged, *arguments, LOI_PAGER="")
    assert seen(merged, *arguments, LOI_PAGER=pager) == plain
    assert (tmp_path / "called").read_text() == "-x FRX\n"


def test_what_fits_the_screen_does_not(merged: Desk, tmp_path: Path) -> None:
    seen(merged, "status", rows="200", LOI_PAGER=noting(tmp_path))
    assert not (tmp_path / "called").exists()


@pytest.mark.parametrize(
    ("arguments", "env"),
    [
        (["--no-pager"], {}),
        (["--format", "json"], {}),
        ([], {"LOI_PAGER": ""}),
        ([], {"TERM": "dumb"}),
        ([], {"LOI_PAGER": "'unclosed"}),
        ([], {"LOI_PAGER": "no-such-program -R"}),
    ],
)
def test_what_turns_it_off(merged: Desk, tmp_path: Path, arguments: list[str], env: dict[str, str]) -> None:
    shown = seen(merged, "status", *arguments, **{"LOI_PAGER": noting(tmp_path)} | env)
    assert not (tmp_path / "called").exists()
    assert "harbours" in shown


def test_no_pipe_goes_through_it(merged: Desk, tmp_path: Path) -> None:
    merged.loi("status", LOI_PAGER=noting(tmp_path), LINES="3")
    assert not (tmp_path / "called").exists()


def test_the_exit_code_is_the_command_s_and_an_early_end_is_none(merged: Desk, tmp_path: Path) -> None:
    merged.write("inputs/fishing-2.yaml", "schema: 1\n")
    for pager in (noting(tmp_path), noting(tmp_path, "exit 3"), noting(tmp_path, "head -n 1")):
        (tmp_path / "called").unlink(missing_ok=True)
        seen(merged, "check", rows="2", code=1, LOI_PAGER=pager)
        assert (tmp_path / "called").exists()


def test_a_mistake_is_told_without_it(merged: Desk, tmp_path: Path) -> None:
    shown = seen(merged, "show", "no.such.clause", rows="1", code=2, LOI_PAGER=noting(tmp_path))
    assert "help: " in shown
    assert not (tmp_path / "called").exists()


def test_pager_names_it_too_and_loi_pager_comes_first(merged: Desk, tmp_path: Path) -> None:
    seen(merged, "status", PAGER=noting(tmp_path))
    assert (tmp_path / "called").exists()
    (tmp_path / "called").unlink()
    seen(merged, "status", PAGER=noting(tmp_path), LOI_PAGER="cat")
    assert not (tmp_path / "called").exists()


@pytest.mark.skipif(not shutil.which("less"), reason="less is not installed")
def test_less_is_left_with_q_and_shows_colours_and_no_escapes_of_links(merged: Desk) -> None:
    with Terminal(merged, "show", "head", LINES="8", NO_COLOR="", FORCE_HYPERLINK="1", LANG="C.UTF-8") as terminal:
        terminal.until(":")
        terminal.press(b"q")
        assert terminal.leaves() == 0
    assert "\x1b[1m" in terminal.shown
    assert "ESC" not in terminal.shown
    assert len(terminal.shown.splitlines()) < 20


@pytest.mark.skipif(not shutil.which("less"), reason="less is not installed")
def test_an_interruption_in_less_is_the_pager_s(merged: Desk) -> None:
    with Terminal(merged, "status", LINES="5") as terminal:
        terminal.until(":")
        terminal.press(b"\x03")
        terminal.press(b"q")
        assert terminal.leaves() == 0
    assert "Traceback" not in terminal.shown
