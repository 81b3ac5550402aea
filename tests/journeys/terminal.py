"""A person at a real terminal: a pseudo-terminal, keys typed, and what the screen shows."""

import os
import select
import signal
import subprocess
import time
from types import TracebackType

import pytest

from tests.journeys.desk import Desk, command


class Terminal:
    """`loi` running at a terminal of so many columns."""

    def __init__(self, desk: Desk, *arguments: str, columns: int = 80, **env: str) -> None:
        pty = pytest.importorskip("pty")
        self.shown = ""
        self._seen = 0
        self._door, theirs = pty.openpty()
        environment = desk.env | {"COLUMNS": str(columns), "TERM": "xterm"} | env
        self._process = subprocess.Popen(
            [*command(), *arguments],
            cwd=desk.folder,
            env=environment,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
        )
        os.close(theirs)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, _kind: type[BaseException] | None, _error: object, _trace: TracebackType | None) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        os.close(self._door)

    def until(self, words: str) -> str:
        """What is shown from where the last look ended until these words; fails when they never come."""
        while (found := self.shown.find(words, self._seen)) < 0:
            if not self._read():
                raise AssertionError(f"{words!r} is not in {self.shown[self._seen :]!r}")
        start, self._seen = self._seen, found + len(words)
        return self.shown[start : self._seen]

    def type(self, line: str) -> None:
        os.write(self._door, line.encode() + b"\n")

    def press(self, key: bytes) -> None:
        os.write(self._door, key)

    def interrupt(self) -> None:
        self._process.send_signal(signal.SIGINT)

    def leaves(self) -> int:
        """The exit code, once all is shown."""
        while self._read():
            pass
        return self._process.wait(timeout=60)

    def _read(self) -> bool:
        give_up = time.monotonic() + 60
        while time.monotonic() < give_up:
            ready, _w, _x = select.select([self._door], [], [], 1)
            if ready:
                try:
                    data = os.read(self._door, 65536)
                except OSError:  # how Linux says that nobody is at the other end
                    return False
                self.shown += data.decode(errors="replace").replace("\r\n", "\n")
                return bool(data)
        return False
