"""The life of one clause: the versions that changed it, with what they changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from loi_cli.history.differences import Difference, difference_of
from loi_cli.history.store import Store
from loi_cli.model.text import Text
from loi_cli.model.versions import Header, Version


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One version that changed the clause. `before` is the version that it is held against, None for the first;
    `brought` names the inputs and decisions that it holds and none before it did."""

    version: Version
    before: Version | None
    difference: Difference
    brought: frozenset[str]

    @property
    def header(self) -> Header:
        return self.version.header


def life(clause: str, store: Store, headers: Sequence[Header]) -> Iterator[Turn]:
    """The turns, oldest first. A join tells only what no version before it has."""
    known = {h.hash: h for h in headers}
    states = _States(clause, store)
    for header in headers:
        parents = [known[p] for p in header.parents if p in known]
        others = [states.of(parent) for parent in parents] or [None]
        if states.of(header) not in others or (len(parents) < 2 and clause in header.touched):
            before = frozenset[str]().union(*(states.holds(parent) for parent in parents))
            turn = _turn(clause, store, header, parents[0] if parents else None, states.holds(header) - before)
            if turn is not None:
                yield turn


def _turn(clause: str, store: Store, header: Header, parent: Header | None, brought: frozenset[str]) -> Turn | None:
    version = store.version(header)
    before = store.version(parent) if parent else None
    found = difference_of(clause, before.text if before else Text(), version.text)
    return Turn(version=version, before=before, difference=found, brought=brought) if found else None


class _States:
    """What versions hold of one clause, as stored: equal where nothing of it changed."""

    def __init__(self, clause: str, store: Store) -> None:
        self._clause = clause
        self._store = store
        self._found: dict[str, tuple[Any, frozenset[str]]] = {}

    def of(self, header: Header) -> Any:
        return self._look(header)[0]

    def holds(self, header: Header) -> frozenset[str]:
        return self._look(header)[1]

    def _look(self, header: Header) -> tuple[Any, frozenset[str]]:
        if header.hash not in self._found:
            body = self._store.body(header)
            state = next((c for c in body["text"] if c["clause"] == self._clause), None)
            seen = body["provenance"].get(self._clause, {}).get("seen")
            names = frozenset(name for name, _sha in (*body["inputs"], *body["decisions"]))
            self._found[header.hash] = ((state, seen) if state else None, names)
        return self._found[header.hash]
