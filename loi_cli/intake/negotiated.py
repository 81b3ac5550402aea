"""What minutes may speak of: the clauses and the conflicts that any version of the text ever had."""

from collections.abc import Mapping
from typing import NamedTuple

from loi_cli.intake.register import Register
from loi_cli.model.conflicts import Standing, standing_in


class Negotiated(NamedTuple):
    """`disputes` has every conflict by its id, as it stood in the newest version that had it."""

    clauses: tuple[str, ...] = ()
    disputes: Mapping[str, Standing] = {}


def negotiated(register: Register) -> Negotiated:
    """All of it, the newest version first. A conflict that was settled since stays known: minutes speak of the day."""
    store, loaded = register.opened.store, {v.header.hash: v for v in (register.root, *register.heads)}
    clauses: dict[str, None] = {}
    disputes: dict[str, Standing] = {}
    for header in reversed(register.headers):
        text = (loaded.get(header.hash) or store.version(header)).text
        clauses |= dict.fromkeys(clause.id for clause in text)
        for standing in standing_in(text):
            disputes.setdefault(standing.conflict.id, standing)
    return Negotiated(tuple(clauses), disputes)
