"""Which records and inputs count: records that no other undoes which counts itself, inputs that nobody took back."""

from collections import Counter
from collections.abc import Iterable, Mapping

from loi_cli.model.inputs import Input
from loi_cli.model.records import Record, Undoing


def undone(records: Iterable[Record]) -> dict[str, Undoing]:
    """The records that do not count, by name, each with one that undoes it.

    An undoing that is undone itself undoes nothing. One that names a record that is not here, as while a folder is
    still being synchronised, undoes it when it comes. Records that undo each other in a ring, which no hash allows and
    only a forger can write, undo nothing.
    """
    every = {record.name: record for record in records}
    undoers = Counter(r.undoes for r in every.values() if isinstance(r, Undoing))
    found: dict[str, Undoing] = {}
    settled = [record for record in every.values() if not undoers[record.name]]
    while settled:
        record = settled.pop()
        if not isinstance(record, Undoing):
            continue
        undoers[record.undoes] -= 1
        if record.name not in found:
            found[record.undoes] = min(record, found.get(record.undoes, record), key=lambda r: (r.date, r.at, r.name))
        if not undoers[record.undoes] and record.undoes in every:
            settled.append(every[record.undoes])
    return found


def taken_back(inputs: Iterable[Input], withdrawn: Mapping[str, str]) -> Mapping[str, str]:
    """The inputs whose senders no longer say so, each with the later input or the record that takes it back;
    `withdrawn` has those that records take back.

    A withdrawn input takes nothing back: it counts as though it had never been sent.
    """
    return {one.replaces: one.name for one in inputs if one.replaces and one.name not in withdrawn} | {**withdrawn}


class Undoings:
    """Records by what they undo."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._by_name: dict[str, Record] = {}
        self._undoing: dict[str, list[Undoing]] = {}
        for record in records:
            self._by_name[record.name] = record
            if isinstance(record, Undoing):
                self._undoing.setdefault(record.undoes, []).append(record)

    def chain(self, name: str) -> tuple[Record, ...]:
        """A record, what undoes it, what undoes that, and so on; the record itself first."""
        found: dict[str, Record] = {}
        reached = [self._by_name[name]] if name in self._by_name else []
        while reached:
            record = reached.pop(0)
            if record.name not in found:
                found[record.name] = record
                reached += sorted(self._undoing.get(record.name, ()), key=lambda r: r.name)
        return tuple(found.values())
