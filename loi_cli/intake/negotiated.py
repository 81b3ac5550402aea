"""What minutes may speak of: the clauses and the conflicts that any version of the text ever had."""

from collections.abc import Mapping
from typing import NamedTuple

from loi_cli.intake.register import Register
from loi_cli.model.conflicts import conflicts_in

BASE = "base"


class Negotiated(NamedTuple):
    """`readings` has of every conflict the words of each side by its name, and those it started from as `base`."""

    clauses: tuple[str, ...] = ()
    readings: Mapping[str, Mapping[str, str]] = {}

    def words(self, conflict: str, side: str) -> str:
        """What a side of a conflict reads; nothing where either is not known."""
        return self.readings.get(conflict, {}).get(side, "")


def negotiated(register: Register) -> Negotiated:
    """All of it, the newest version first. A conflict that was settled since stays known: minutes speak of the day."""
    store, loaded = register.opened.store, {v.header.hash: v for v in (register.root, *register.heads)}
    clauses: dict[str, None] = {}
    readings: dict[str, Mapping[str, str]] = {}
    for header in reversed(register.headers):
        text = (loaded.get(header.hash) or store.version(header)).text
        clauses |= dict.fromkeys(clause.id for clause in text)
        for conflict in conflicts_in(text):
            said = {name: reading.text for reading in conflict.bracket.readings for name in reading.names}
            readings.setdefault(conflict.id, {BASE: conflict.bracket.base, **said})
    return Negotiated(tuple(clauses), readings)
