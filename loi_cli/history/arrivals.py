"""Which version brought an input or a decision."""

from collections.abc import Iterable, Sequence

from loi_cli.history.store import Store, heads
from loi_cli.model.versions import Header


class Arrivals:
    """Looks into as few versions as it can: along a line of versions the inputs held only grow, so that the first that
    holds one is found by halving."""

    def __init__(self, store: Store, headers: Sequence[Header]) -> None:
        self._store = store
        self._known = {h.hash: h for h in headers}
        self._heads = heads(headers)
        self._held: dict[str, frozenset[str]] = {}

    def of(self, names: Iterable[str]) -> dict[str, Header]:
        """The first version that holds each of these; nothing for what no version holds yet."""
        return {name: found for name in dict.fromkeys(names) if (found := self._first(name)) is not None}

    def held(self, header: Header) -> frozenset[str]:
        """The inputs and decisions that a version holds."""
        if header.hash not in self._held:
            body = self._store.body(header)
            self._held[header.hash] = frozenset(name for name, _sha in (*body["inputs"], *body["decisions"]))
        return self._held[header.hash]

    def _first(self, name: str) -> Header | None:
        at = next((h for h in self._heads if name in self.held(h)), None)
        while at is not None:
            line = self._line(at)
            low, high = 0, len(line) - 1
            while low < high:
                middle = (low + high + 1) // 2
                low, high = (middle, high) if name in self.held(line[middle]) else (low, middle - 1)
            before = [p for p in self._parents(line[low]) if name in self.held(p)]
            if not before:
                return line[low]
            at = before[0]
        return None

    def _line(self, header: Header) -> list[Header]:
        """The version and those before it, as far back as each has one parent."""
        out = [header]
        while len(parents := self._parents(out[-1])) == 1:
            out.append(parents[0])
        return out

    def _parents(self, header: Header) -> list[Header]:
        return [self._known[p] for p in header.parents if p in self._known]
