"""The power fails while something is written: what was announced is there, all else is whole or not there at all."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.trust import dossiers
from tests.trust.figures import chance, figure
from tests.trust.power import Call, Recorder, after_the_power_failed, laid_out
from tests.trust.test_kills import WORKS, decision, prepared, second_merge

LOSSES = figure("LOI_POWER_LOSSES", 300)


class Experiment:
    """A command, the calls that it makes, and the states that a disk can be found in."""

    def __init__(self, work: Callable[[Path], None], folder: Path, *, waiting: int = 3) -> None:
        self.work = work
        self.start = prepared(work, folder / "start", waiting=waiting)
        self.before = dossiers.files(self.start)
        self.folder = folder / "after"
        done = dossiers.again(self.start, folder / "done")
        recorder = Recorder(done)
        with recorder.watching():
            work(done)
        self.calls = recorder.calls
        self.announced = dossiers.files(done)
        self.text = dossiers.merge(done)
        self.known: dict[object, str] = {}

    def wrong(self, calls: Sequence[Call], at: int, seed: object) -> str:
        """What is wrong with a state that the power leaves after so many calls; nothing: it is as it should be."""
        state, gone = after_the_power_failed(calls, at, chance(self.work.__name__, at, seed))
        is_announced = at == len(calls)
        key = (tuple(state.items()), gone, is_announced)
        if key not in self.known:
            dossiers.again(self.start, self.folder)
            laid_out(state, gone, self.folder)
            self.known[key] = self._judged(is_announced)
        return self.known[key]

    def _judged(self, is_announced: bool) -> str:
        now = dossiers.files(self.folder)
        if lost := [name for name, data in self.before.items() if now.get(name) != data]:
            return f"lost: {lost}"
        if is_announced and (lost := [n for n, data in self.announced.items() if now.get(n) != data]):
            return f"announced, and lost: {lost}"
        if found := dossiers.damage(self.folder):
            return f"damaged: {found}"
        self.work(self.folder)
        return "" if dossiers.merge(self.folder) == self.text else "another text"


@pytest.mark.parametrize("work", WORKS)
def test_nothing_is_torn_and_what_was_announced_lasts(work: Callable[[Path], None], tmp_path: Path) -> None:
    experiment = Experiment(work, tmp_path)
    random = chance("losses", work.__name__)
    ends = len(experiment.calls)
    for number in range(LOSSES // len(WORKS)):
        at = ends if number % 10 == 0 else random.randint(1, ends)
        assert experiment.wrong(experiment.calls, at, number) == "", (at, number)
    print(f"{work.__name__}: {LOSSES // len(WORKS)} states, {len(experiment.known)} of them different")


@pytest.mark.parametrize("work", [second_merge, decision])
def test_without_any_one_flush_something_is_lost(work: Callable[[Path], None], tmp_path: Path) -> None:
    """The same states, had one flush been left out: each of them guards something. Of several flushes of one folder
    the last would do for all, so that one input alone is merged here, into folders that are there."""
    experiment = Experiment(work, tmp_path, waiting=1)
    flushes = [k for k, call in enumerate(experiment.calls) if call.what in ("flushed", "settled")]
    assert len(flushes) > 1
    for k in flushes:
        without = [*experiment.calls[:k], *experiment.calls[k + 1 :]]
        states = ((at, seed) for at in range(len(without), k - 1, -1) for seed in range(60))
        assert any(experiment.wrong(without, at, seed) for at, seed in states), experiment.calls[k]
