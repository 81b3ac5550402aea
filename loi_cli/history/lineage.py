"""Many versions read one after the other: a clause that two of them hold alike is read once and is one object."""

from collections.abc import Iterable, Iterator

from loi_cli.history.canonical import Json
from loi_cli.history.encoding import decoded_clause
from loi_cli.history.store import Store, version_from
from loi_cli.model.text import Clause, Text
from loi_cli.model.versions import Header, Version


def lineage(headers: Iterable[Header], store: Store) -> Iterator[Version]:
    """The versions of these headers, in this order. Raises Damaged."""
    known: dict[str, tuple[Json, Json, Clause]] = {}
    for header in headers:
        body = store.body(header)
        for value in body["text"]:
            name = value["clause"]
            origin = body["provenance"][name]
            was = known.get(name)
            if was is None or was[0] != value or was[1] != origin:
                known[name] = value, origin, decoded_clause(value, origin)
        text = Text(tuple(known[value["clause"]][2] for value in body["text"]))
        yield version_from(header, {**body, "text": [], "provenance": {}})._replace(text=text)
