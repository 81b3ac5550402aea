"""Changes made to modules that no test notices: what our tests do not hold them to.

    python -m tests.trust.mutants loi_cli/history/store.py … -- tests/history tests/properties/test_store_laws.py

The tests are run once as they are, and watched: which functions does each of them call? Then a process is forked for
each change (`mutations.py`), the function changed in it, and the tests that call that function run there, until one
fails. A change to what is done when a module is read, or in a function called then, needs a process that reads
everything anew, and all the tests. Tests of the installed command do not count: that is another process.

`LOI_MUTANTS` is how many are tried in each module (all when it is 0), by chance, and the same again for one `LOI_SEED`.
`LOI_AGAIN` names a file with what an earlier run printed: only those that survived it are tried, on other tests.
Prints those that survive, and the score of each module. Wanted: 95 of 100 in store, loader, merge and writer;
`survivors.md` says of those that are left why nothing can notice them, or what of them is open.
"""

import gc
import os
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_loader
from pathlib import Path
from types import CodeType, FrameType, FunctionType, ModuleType
from typing import Any, TextIO

import pytest

from tests.trust.figures import chance, figure
from tests.trust.mutations import Function, Mutant, functions, mutants

ROOT = Path(__file__).parents[2]
PYTEST = ["-x", "-p", "no:cacheprovider", "-p", "no:xdist"]
_KEEPING = type(cache(lambda: None))
OTHERWISE_SECONDS = 120
"""Of the processor, for all tests: what takes longer runs for ever."""


class Watched:
    """The calls to functions of some modules."""

    def __init__(self, files: Iterable[str]) -> None:
        self.files = frozenset(files)

    @contextmanager
    def calls(self) -> Iterator[set[Function]]:
        """The outermost functions called meanwhile; a function within another is put down to that one."""
        met: set[Function] = set()
        inner: set[tuple[str, str]] = set()

        def called(frame: FrameType, event: str, _argument: object) -> None:
            code = frame.f_code
            if event == "call" and code.co_filename in self.files:
                outermost, within, _rest = code.co_qualname.partition(".<locals>.")
                if within or code.co_name.startswith("<"):
                    inner.add((code.co_filename, outermost))
                else:
                    met.add(Function(code.co_filename, code.co_qualname, code.co_firstlineno))

        sys.setprofile(called)
        try:
            yield met
        finally:
            sys.setprofile(None)
            met |= {Function(file, name, 0) for file, name in inner}


class Trial:
    """A plugin of pytest: runs the tests as they are, then those that a mutant can fail, for one after the other."""

    def __init__(self, watched: Watched, tried: Sequence[Mutant], out: TextIO) -> None:
        self.watched = watched
        self.tried = tried
        self.out = out
        self.survivors: list[Mutant] = []
        self.late: list[Mutant] = []
        """Those that need a process of their own."""

    @pytest.hookimpl(wrapper=True)
    def pytest_collection(self) -> Iterator[None]:
        no_shrinking()
        with self.watched.calls() as self.called_when_read:
            return (yield)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        callers = [(item, *self._calls(item)) for item in session.items]
        if session.testsfailed:
            return True
        quick = sorted(callers, key=lambda caller: caller[2])
        for mutant in self.tried:
            function = mutant.function
            if function is None or _among(function, self.called_when_read):
                self.late.append(mutant)
                continue
            mine = [(item, seconds) for item, met, seconds in quick if _among(function, met)]
            if not mine or not noticed(lambda at=mutant, of=mine: self._fails(at, of)):  # type: ignore[misc]
                self.survivors.append(mutant)
                print(f"{mutant}{'' if mine else '  (no test comes here)'}", file=self.out, flush=True)
        return True

    def _calls(self, item: pytest.Item) -> tuple[set[Function], float]:
        began = time.process_time()
        with self.watched.calls() as met:
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
        return met, time.process_time() - began

    def _fails(self, mutant: Mutant, tests: Sequence[tuple[pytest.Item, float]]) -> bool:
        for_ever_after(4 + 3 * sum(seconds for _item, seconds in tests))
        put_in_place(mutant)
        for item, _seconds in tests:
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
            if item.session.testsfailed:
                return True
        return False


def _among(function: Function, met: set[Function]) -> bool:
    return function in met or function._replace(line=0) in met


def put_in_place(mutant: Mutant) -> None:
    """The function as the mutant has it, wherever it is held."""
    changed = dict(functions(mutant.code))
    for held in _held(mutant.module):
        name = Function(held.__code__.co_filename, held.__code__.co_qualname, held.__code__.co_firstlineno)
        if name == mutant.function:
            held.__code__ = changed[name]
    forget_answers()


def forget_answers() -> None:
    """What functions of ours have kept of earlier calls: else the change would never be asked."""
    for held in gc.get_objects():
        if isinstance(held, _KEEPING) and str(getattr(held, "__module__", "")).startswith("loi_cli"):
            held.cache_clear()


def _held(module: str) -> list[FunctionType]:
    file = str(ROOT / module)
    return [o for o in gc.get_objects() if isinstance(o, FunctionType) and o.__code__.co_filename == file]


def no_shrinking() -> None:
    """Of an example that fails, hypothesis is not to look for a smaller one; the same examples for each mutant."""
    from hypothesis import Phase, settings

    settings.register_profile("mutants", phases=[Phase.explicit, Phase.generate], derandomize=True, database=None)
    settings.load_profile("mutants")


def noticed(fails: Any) -> bool:
    """Whether the tests fail, or run for ever, in a process of their own."""
    child = os.fork()
    if not child:
        try:
            be_silent()
            os._exit(1 if fails() else 0)
        except BaseException:
            os._exit(1)
    _child, status = os.waitpid(child, 0)
    return status != 0


def be_silent() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


def for_ever_after(seconds: float) -> None:
    """Who takes more of the processor than this, or waits far longer, will go on for ever, and is ended."""
    signal.alarm(int(20 * seconds))
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds) + 1))
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))


class Instead(MetaPathFinder, Loader):
    """Reads a module as a mutant has it."""

    def __init__(self, mutant: Mutant) -> None:
        self.name = mutant.module.removesuffix(".py").replace("/", ".").removesuffix(".__init__")
        self.code: CodeType = mutant.code

    def find_spec(self, fullname: str, _path: object, _target: object = None) -> ModuleSpec | None:
        return spec_from_loader(fullname, self, origin=self.code.co_filename) if fullname == self.name else None

    def exec_module(self, module: ModuleType) -> None:
        exec(self.code, module.__dict__)


def fails_when_read_so(mutant: Mutant, tests: Sequence[str]) -> bool:
    assert not any(name.startswith("loi_cli") for name in sys.modules)
    for_ever_after(OTHERWISE_SECONDS)
    sys.meta_path.insert(0, Instead(mutant))
    return pytest.main([*PYTEST, *tests], plugins=[WithoutShrinking()]) != pytest.ExitCode.OK


class WithoutShrinking:
    def pytest_collection(self) -> None:
        no_shrinking()


def main(arguments: Sequence[str]) -> int:
    split = list(arguments).index("--")
    modules, tests = list(arguments[:split]), list(arguments[split + 1 :])
    wanted = figure("LOI_MUTANTS", 40)
    tried: list[Mutant] = []
    for module in modules:
        every = list(mutants(ROOT, module))
        tried += chance("mutants", module).sample(every, min(wanted, len(every))) if wanted else every
    if again := os.environ.get("LOI_AGAIN"):
        left = Path(again).read_text(encoding="utf-8").splitlines()
        tried = [mutant for mutant in tried if any(line.split("  (")[0] == str(mutant) for line in left)]
    tried.sort(key=lambda mutant: (mutant.module, mutant.line))
    watched = Watched({str(ROOT / module) for module in modules})

    # What is to be read anew can be forked from here alone, where nothing of ours was read yet; but which those are,
    # the tests tell. So they are run in a process that says it, and of the rest what survives.
    said, say = os.pipe()
    if not (child := os.fork()):
        os.close(said)
        trial = Trial(watched, tried, os.fdopen(os.dup(1), "w"))
        be_silent()
        failed = pytest.main([*PYTEST, *tests], plugins=[trial])
        numbers = {id(mutant): number for number, mutant in enumerate(tried)}
        with os.fdopen(say, "w") as out:
            for name, found in (("survives", trial.survivors), ("late", trial.late)):
                out.writelines(f"{name} {numbers[id(mutant)]}\n" for mutant in found)
        os._exit(int(failed))
    os.close(say)
    with os.fdopen(said) as lines:
        told = [line.split() for line in lines]
    assert os.waitpid(child, 0)[1] == 0, "the tests fail as they are: run them by pytest"
    survivors = [tried[int(number)] for name, number in told if name == "survives"]
    late = [tried[int(number)] for name, number in told if name == "late"]
    print(f"{len(tried) - len(late)} tried; {len(late)} when everything is read anew", flush=True)
    for mutant in late:
        if not noticed(lambda at=mutant: fails_when_read_so(at, tests)):  # type: ignore[misc]
            survivors.append(mutant)
            print(f"{mutant}  (when it is read)", flush=True)
    of, left = Counter(mutant.module for mutant in tried), Counter(mutant.module for mutant in survivors)
    for module in modules:
        print(f"{module}: {of[module] - left[module]} of {of[module]} noticed")
    print(f"all: {len(tried) - len(survivors)} of {len(tried)}, {100 - 100 * len(survivors) / len(tried):.1f} %")
    return bool(survivors)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
