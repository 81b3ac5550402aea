"""A disk whose power fails: what was written and not flushed may be there, in part, or not at all.

The calls of a process to the system are written down; from them any state is made that the disk may be found in after
the power failed at some call. The model promises what POSIX does and no more: bytes last once their file was flushed
(`fsync`), names once their folder was. Until then each change of a name by itself may have reached the disk or not, and
the bytes of a file may be all there, cut anywhere, or zeros.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any, NamedTuple


class Call(NamedTuple):
    """One call: `made` and `removed` are names in folders, `written` and `flushed` are files or folders."""

    what: str
    path: str = ""
    other: str = ""
    node: int = 0
    data: bytes = b""


@dataclass
class Recorder:
    """What a process asks of the system below one folder."""

    root: Path
    calls: list[Call] = field(default_factory=list)
    nodes: dict[str, int] = field(default_factory=dict)
    opened: dict[int, tuple[str, int]] = field(default_factory=dict)

    def _inside(self, path: Any) -> str | None:
        try:
            return Path(os.fspath(path)).relative_to(self.root).as_posix()
        except (TypeError, ValueError):
            return None

    @contextmanager
    def watching(self) -> Iterator[None]:
        """`os` is watched meanwhile; every call is made as well."""
        names = ("open", "write", "fsync", "close", "link", "unlink", "replace", "rename", "mkdir", "rmdir")
        real = {name: getattr(os, name) for name in names}
        try:
            for name in names:
                setattr(os, name, self._watched(name, real[name]))
            yield
        finally:
            for name in names:
                setattr(os, name, real[name])

    def _watched(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*arguments: Any, **named: Any) -> Any:
            done = call(*arguments, **named)
            getattr(self, f"_{name}")(done, *arguments)
            return done

        return watched

    def _open(self, descriptor: int, path: Any, flags: int, *_more: Any) -> None:
        if (name := self._inside(path)) is None:
            return
        if flags & os.O_CREAT:
            self.nodes[name] = len(self.nodes) + len(self.calls) + 1
            self.calls.append(Call("made", name, node=self.nodes[name]))
        self.opened[descriptor] = (name, self.nodes.get(name, 0))

    def _write(self, count: int, descriptor: int, data: Any) -> None:
        if descriptor in self.opened:
            self.calls.append(Call("written", node=self.opened[descriptor][1], data=bytes(data[:count])))

    def _fsync(self, _none: None, descriptor: int) -> None:
        if descriptor in self.opened:
            name, node = self.opened[descriptor]
            self.calls.append(Call("flushed", name, node=node) if node else Call("settled", name))

    def _close(self, _none: None, descriptor: int) -> None:
        self.opened.pop(descriptor, None)

    def _link(self, _none: None, source: Any, target: Any, *_more: Any) -> None:
        old, new = self._inside(source), self._inside(target)
        if old is not None and new is not None:
            self.nodes[new] = self.nodes[old]
            self.calls.append(Call("made", new, node=self.nodes[new]))

    def _unlink(self, _none: None, path: Any, *_more: Any) -> None:
        if (name := self._inside(path)) is not None:
            self.nodes.pop(name, None)
            self.calls.append(Call("removed", name))

    def _replace(self, _none: None, source: Any, target: Any, *_more: Any) -> None:
        old, new = self._inside(source), self._inside(target)
        if old is not None and new is not None:
            self.nodes[new] = self.nodes.pop(old, 0)
            self.calls.append(Call("moved", old, new, self.nodes[new]))

    _rename = _replace

    def _mkdir(self, _none: None, path: Any, *_more: Any) -> None:
        if (name := self._inside(path)) is not None:
            self.calls.append(Call("folder", name))

    def _rmdir(self, _none: None, path: Any, *_more: Any) -> None:
        if (name := self._inside(path)) is not None:
            self.calls.append(Call("removed", name))


State = dict[str, bytes | None]
"""What the disk holds beside what it held before: bytes by path; None: a folder."""


def after_the_power_failed(calls: Sequence[Call], at: int, chance: Random) -> tuple[State, frozenset[str]]:
    """A state that the disk may be in when the power fails after so many calls, and the names that are gone from it."""
    written: dict[int, bytes] = {}
    flushed: dict[int, int] = {}
    lasting: dict[str, list[Call]] = {}
    pending: dict[str, list[Call]] = {}
    for call in calls[:at]:
        if call.what == "written":
            written[call.node] = written.get(call.node, b"") + call.data
        elif call.what == "flushed":
            flushed[call.node] = len(written.get(call.node, b""))
        elif call.what == "settled":
            lasting.setdefault(call.path, []).extend(pending.pop(call.path, []))
        else:
            pending.setdefault(_folder(call.path), []).append(call)
    names: dict[str, int | None] = {}
    gone: set[str] = set()
    reached = {
        folder: [*lasting.get(folder, []), *(c for c in pending.get(folder, []) if chance.random() < 0.5)]
        for folder in {*lasting, *pending}
    }
    for changes in reached.values():
        for call in changes:
            if call.what == "removed":
                names.pop(call.path, None)
                gone.add(call.path)
            elif call.what == "moved":
                names.pop(call.path, None)
                names[call.other] = call.node
            else:
                names[call.path] = None if call.what == "folder" else call.node
                gone.discard(call.path)
    fresh = {call.path for call in calls if call.what == "folder"}
    state: State = {}
    for name, node in sorted(names.items()):
        if all(above in names for above in _above(name) if above in fresh):
            state[name] = None if node is None else _left(written.get(node, b""), flushed.get(node, 0), chance)
    return state, frozenset(gone - state.keys())


def _left(data: bytes, safe: int, chance: Random) -> bytes:
    """What is left of a file of which so many bytes were flushed."""
    if safe == len(data):
        return data
    cut = chance.choice([safe, len(data), chance.randint(safe, len(data))])
    return data[:cut] if chance.random() < 0.7 else data[:safe] + b"\0" * (cut - safe)


def _folder(path: str) -> str:
    return path.rpartition("/")[0] or "."


def _above(path: str) -> list[str]:
    parts = path.split("/")[:-1]
    return ["/".join(parts[: k + 1]) for k in range(len(parts))]


def laid_out(state: State, gone: frozenset[str], folder: Path) -> None:
    """Put a state onto a copy of what the disk held before."""
    for name in gone:
        (folder / name).unlink(missing_ok=True)
    for name, data in state.items():
        path = folder / name
        if data is None:
            path.mkdir(exist_ok=True)
        else:
            path.write_bytes(data)
