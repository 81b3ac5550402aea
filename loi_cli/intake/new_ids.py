"""Names for clauses that come in without one: `areas.blr-1`, of the sender's own, in the article that it is in."""

from collections.abc import Collection

from loi_cli.intake.register import Register
from loi_cli.model.inputs import Insert
from loi_cli.model.text import Text


def taken_ids(register: Register) -> set[str]:
    """The ids that clauses have, or were proposed for them."""
    taken = {p.clause for one in register.inputs for p in one.proposals if isinstance(p, Insert)}
    return taken | {clause.id for head in register.heads for clause in head.text}


def free_id(above: str, sender: str, taken: Collection[str]) -> str:
    """An id below a clause of the top, or at the top where `above` is empty."""
    stem = f"{above}.{sender.lower()}" if above else sender.lower()
    return next(name for n in range(1, len(taken) + 2) if (name := f"{stem}-{n}") not in taken)


def top_of(clause: str, text: Text) -> str:
    """The clause at the top that a clause is, or is in."""
    clauses = text.by_id()
    at = clauses[clause]
    while at.parent is not None:
        at = clauses[at.parent]
    return at.id
