"""Killed at any call to the system (before it, half-way, after it) or at any moment: nothing is torn, nothing is lost,
the next command works and comes to the text that an undisturbed one would have come to."""

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


def whole(work: Callable[[Path], None], folder: Path, before: dict[str, bytes], expected: str) -> None:
    """What a person finds who comes back."""
    now = dossiers.files(folder)
    assert {name: now.get(name) for name in before} == before
    assert dossiers.damage(folder) == []
    work(folder)
    assert dossiers.merge(folder) == expected
    assert dossiers.damage(folder) == []
    assert len(dossiers.stock(folder).heads) == 1


@pytest.mark.parametrize("work", [first_merge, second_merge, decision])
def test_killed_at_any_call(work: Callable[[Path], None], tmp_path: Path) -> None:
    start = prepared(work, tmp_path / "start")
    before = dossiers.files(start)
    undisturbed = dossiers.again(start, tmp_path / "undisturbed")
    work(undisturbed)
    expected = dossiers.merge(undisturbed)
    random = chance("calls", work.__name__)
    kills = 0
    at, when = 0, "before"
    folder = tmp_path / "folder"
    while kills < KILLS // 6:
        at, when = at + 1, random.choice(["before", "half-way", "after"])
        dossiers.again(start, folder)
        if ended(forked(work, folder, Doomed(at, when))):
            kills += 1
        else:
            assert at > 5, "the work made hardly a call: this test tests nothing"
            at = 0
        whole(work, folder, before, expected)


@pytest.mark.parametrize("work", [first_merge, second_merge, decision])
def test_killed_at_any_moment(work: Callable[[Path], None], tmp_path: Path) -> None:
    start = prepared(work, tmp_path / "start")
    before = dossiers.files(start)
    folder = dossiers.again(start, tmp_path / "folder")
    began = time.perf_counter()
    ended(forked(work, folder, None))
    usual = time.perf_counter() - began
    expected = dossiers.merge(folder)
    random = chance("moments", work.__name__)
    kills = 0
    while kills < KILLS // 6:
        dossiers.again(start, folder)
        child = forked(work, folder, None)
        time.sleep(random.uniform(0, usual))
        os.kill(child, signal.SIGKILL)
        kills += bool(ended(child))
        whole(work, folder, before, expected)
