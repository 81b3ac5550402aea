"""A clause named by a person who may mean one that is no more."""

from dataclasses import dataclass

from loi_cli.history.store import Store
from loi_cli.intake.disputes import NoSuchClause, clause_named
from loi_cli.intake.register import Register
from loi_cli.model.text import Clause
from loi_cli.model.versions import Header, Version


@dataclass(frozen=True, slots=True)
class Found:
    """A clause in the newest version that has it. `gone` is the version that no longer does; None: it stands."""

    clause: Clause
    version: Version
    gone: Header | None = None


def find_clause(name: str, register: Register) -> Found:
    """The clause of this id or number in a head, else of this id in an earlier version. Raises NoSuchClause."""
    unknown: NoSuchClause | None = None
    for version in register.heads or (register.root,):
        try:
            return Found(version.text.by_id()[clause_named(name, version.text)], version)
        except NoSuchClause as error:
            unknown = unknown or error
    earlier = _earlier(name, register)
    if earlier is None:
        assert unknown is not None
        raise unknown
    return earlier


def _earlier(name: str, register: Register) -> Found | None:
    """A deleted clause, from the version before the one that deleted it."""
    store, headers = register.opened.store, register.opened.headers
    known = {h.hash: h for h in headers}
    for header in reversed(headers):
        if name in header.touched:
            parents = [known[p] for p in header.parents if p in known]
            for candidate in (header, *parents):
                if (found := _in(candidate, name, store)) is not None:
                    return Found(found.text.by_id()[name], found, header if candidate is not header else None)
    return None


def _in(header: Header, name: str, store: Store) -> Version | None:
    version = store.version(header)
    return version if name in version.text.by_id() else None
