"""What is longer than the screen is read through a pager, at a terminal only.

LOI_PAGER, else PAGER, names the program with its arguments; without them it is `less`, where the computer has one
(Windows seldom does, and its windows scroll). Only the end of a command shows how long its report is, so it is held
back till then. Leaving the pager early is no failure: the exit code is the command's.
"""

import io
import os
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TextIO

import typer

from loi_cli.cli.console import width

USUAL = "less"
LESS = "FRX"
"""What `less` does where LESS does not say: end at once on one screen, show colours, leave the screen as it is."""

_LINKS = r"\x1b\]8;[^\x1b]*\x1b\\"
_ESCAPES = rf"\x1b\[[0-9;]*m|{_LINKS}"


class Held(io.StringIO):
    """Holds back what goes to a terminal, and passes for it."""

    def __init__(self, terminal: TextIO) -> None:
        super().__init__(newline="")
        self.terminal = terminal

    @property
    def encoding(self) -> str:  # type: ignore[override]  # typeshed has it as an attribute
        return self.terminal.encoding or "utf-8"

    def isatty(self) -> bool:
        return True


@contextmanager
def paged(wanted: bool) -> Iterator[None]:
    """What is said meanwhile goes through the pager, if a person looks on and it is longer than their screen.

    A mistake or an interruption ends it without a pager: what was said so far is shown as it is.
    """
    terminal = sys.stdout
    program = _program(os.environ) if wanted and terminal.isatty() else []
    if not program:
        yield
        return
    beside, held = sys.stderr, Held(terminal)
    sys.stdout = held
    if beside.isatty():
        sys.stderr = held
    try:
        yield
    except BaseException as leaving:
        program = program if isinstance(leaving, typer.Exit | SystemExit) else []
        raise
    finally:
        sys.stdout, sys.stderr = terminal, beside
        text = held.getvalue()
        if not (program and _is_long(text) and _read_through(program, text, held.encoding)):
            terminal.write(text)
            terminal.flush()


def _program(environment: Mapping[str, str]) -> list[str]:
    """The pager with its arguments, by its path; empty where none is wanted, or it is not there."""
    import shlex
    import shutil

    named = environment.get("LOI_PAGER", environment.get("PAGER", USUAL))
    try:
        words = shlex.split(named, posix=os.name != "nt")
    except ValueError:  # a quotation mark that is not closed
        return []
    if not words or words == ["cat"] or environment.get("TERM") == "dumb":
        return []
    found = shutil.which(words[0])
    return [found, *words[1:]] if found else []


def _is_long(text: str) -> bool:
    """Whether a text takes more lines than the terminal shows together with the prompt below it."""
    import shutil

    screen = shutil.get_terminal_size()
    lines = (width(re.sub(_ESCAPES, "", line)) for line in text.splitlines())
    return sum(max(-(-length // max(screen.columns, 1)), 1) for length in lines) >= screen.lines


def _read_through(program: list[str], text: str, encoding: str) -> bool:
    """Whether the pager could be started; waits until the person leaves it. A `less` before 566 (2020) shows the
    escapes of links as letters, so none go there."""
    import signal
    import subprocess

    environment = {"LESS": LESS, "LESSCHARSET": "utf-8" if "utf" in encoding.lower() else "", **os.environ}
    try:
        pager = subprocess.Popen(
            program, stdin=subprocess.PIPE, env={name: value for name, value in environment.items() if value}
        )
    except OSError:
        return False
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the pager's, which stops a search with it
    try:
        pager.communicate(re.sub(_LINKS, "", text).encode(encoding, "replace"))
    finally:
        signal.signal(signal.SIGINT, before)
    return True
