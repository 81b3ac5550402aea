"""Killed at any call to the system (before it, half-way, after it) or at any moment: nothing is torn, nothing is lost,
the next command works and comes to the text that an undisturbed one would have come to."""

import gc
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.trust import dossiers
from tests.trust.figures import chance, figure

KILLS = figure("LOI_KILLS", 60)
CALLS = ("open", "write", "fsync", "close", "link", "unlink", "replace", "rename", "mkdir", "rmdir")
CONFLICT = "aim/text.en/3af991c1"

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a process cannot be forked here")


def first_merge(folder: Path) -> None:
    dossiers.merge(folder)


def second_merge(folder: Path) -> None:
    dossiers.merge(folder)


def decision(folder: Path) -> None:
    dossiers.decide(folder, CONFLICT)


WORKS = [first_merge, second_merge, decision]


def prepared(work: Callable[[Path], None], folder: Path, *, waiting: int = 3) -> Path:
    """A dossier that waits for this work, with so many inputs that a merge takes in."""
    dossiers.begin(folder)
    dossiers.send(folder, "legal", 1, "{replace: aim, en: {from: promote, to: encourage}}")
    if work is not first_merge:
        dossiers.merge(folder)
    if waiting > 1 or work is not first_merge:
        dossiers.send(folder, "trade", 1, "{replace: aim, en: {from: promote, to: develop}}")
    if waiting > 2:
        dossiers.send(folder, "trade", 2, dossiers.insert(7, "trade"))
    if work is decision:
        dossiers.merge(folder)
    return folder


class Doomed:
    """The calls to the system of this process; at one of them it is killed."""

    def __init__(self, at: int, when: str) -> None:
        self.at = at
        self.when = when
        self.made = 0

    def watch(self) -> None:
        for name in CALLS:
            setattr(os, name, self._watched(getattr(os, name), name))

    def _watched(self, call: Callable[..., Any], name: str) -> Callable[..., Any]:
        def watched(*arguments: Any, **named: Any) -> Any:
            self.made += 1
            mine = self.made == self.at
            if mine and self.when == "before":
                _die()
            if mine and self.when == "half-way" and name == "write":
                descriptor, data = arguments
                call(descriptor, bytes(data)[: len(data) // 2])
                _die()
            done = call(*arguments, **named)
            if mine:
                _die()
            return done

        return watched


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def forked(work: Callable[[Path], None], folder: Path, doomed: Doomed | None) -> int:
    """Start the work in a process of its own; its id."""
    child = os.fork()
    if child:
        return child
    gc.freeze()  # else the first collection touches, and so copies, all that pytest holds
    try:
        if doomed is not None:
            doomed.watch()
        work(folder)
    except BaseException:  # whatever it is, the process must not run on as a second pytest
        os._exit(3)
    os._exit(0)


def ended(child: int) -> int:
    """The signal that ended it; 0: it did its work. Fails where it broke down."""
    _child, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return os.WTERMSIG(status)
    assert os.WEXITSTATUS(status) == 0
    return 0


class Waiting:
    """A dossier that waits for a work, again and again; what a killed one leaves is judged once for each state of the
    disk, however many kills lead to it."""

    def __init__(self, work: Callable[[Path], None], folder: Path) -> None:
        self.work = work
        self.start = prepared(work, folder / "start")
        self.before = dossiers.files(self.start)
        self.folder = dossiers.again(self.start, folder / "folder")
        began = time.perf_counter()
        assert ended(forked(work, self.folder, None)) == 0
        self.usual = time.perf_counter() - began
        self.expected = dossiers.merge(self.folder)
        self.judged: set[frozenset[tuple[str, bytes]]] = set()

    def killed(self, doomed: Doomed) -> bool:
        """Killed at a call; no: it did its work before it came to that."""
        dossiers.again(self.start, self.folder)
        died = ended(forked(self.work, self.folder, doomed))
        self.judge()
        return bool(died)

    def killed_after(self, seconds: float) -> bool:
        dossiers.again(self.start, self.folder)
        child = forked(self.work, self.folder, None)
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        died = ended(child)
        self.judge()
        return bool(died)

    def judge(self) -> None:
        """What a person finds who comes back."""
        left = dossiers.on_disk(self.folder)
        if left in self.judged:
            return
        now = dossiers.files(self.folder)
        assert {name: now.get(name) for name in self.before} == self.before
        assert dossiers.damage(self.folder) == []
        self.work(self.folder)
        assert dossiers.merge(self.folder) == self.expected
        assert dossiers.damage(self.folder) == []
        assert len(dossiers.stock(self.folder).heads) == 1
        self.judged.add(left)


@pytest.mark.parametrize("work", WORKS)
def test_killed_at_any_call(work: Callable[[Path], None], tmp_path: Path) -> None:
    waiting = Waiting(work, tmp_path)
    random = chance("calls", work.__name__)
    kills = 0
    at = 0
    while kills < KILLS // 6:
        at += 1
        if waiting.killed(Doomed(at, random.choice(["before", "half-way", "after"]))):
            kills += 1
        else:
            assert at > 5, "the work made hardly a call: this test tests nothing"
            at = 0
    print(f"{work.__name__}: {kills} killed at a call, {len(waiting.judged)} states")


@pytest.mark.parametrize("work", WORKS)
def test_killed_at_any_moment(work: Callable[[Path], None], tmp_path: Path) -> None:
    waiting = Waiting(work, tmp_path)
    random = chance("moments", work.__name__)
    kills = 0
    while kills < KILLS // 6:
        kills += waiting.killed_after(random.uniform(0, waiting.usual))
    print(f"{work.__name__}: {kills} killed at a moment, {len(waiting.judged)} states")
