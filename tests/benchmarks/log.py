"""The log of many versions, against the bare reading, hashing and parsing of their headers."""

import hashlib
import json
import tempfile
from pathlib import Path

from dossiers import write_dossier
from measure import LOI, cost, least, table

from loi_cli.history.store import Store, compose
from loi_cli.model.text import Clause, Kind, Text
from loi_cli.model.versions import Header


def history(folder: Path, count: int) -> Path:
    """A dossier with so many versions of a short text, one after the other."""
    write_dossier(folder, 0, clauses=1)
    store = Store(folder / "versions")
    parents: tuple[Header, ...] = ()
    text = Text((Clause(id="c0", kind=Kind.ARTICLE, parent=None),))
    for k in range(count):
        made = compose(
            text=text, parents=parents, order=(), inputs=(), decisions=(), touched=("c0",),
            time="2022-01-18T12:00:00Z", author="A", message=f"version {k}",
        )  # fmt: skip
        store.add(made)
        parents = (made.header,)
    return folder


def bare(folder: Path) -> None:
    for path in (folder / "versions").glob("*.json"):
        with path.open("rb") as file:
            line = file.readline()
        assert hashlib.sha256(line[:-1]).hexdigest() == path.stem
        json.loads(line)


def main() -> None:
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as temporary:
        few, many = history(Path(temporary) / "few", 1000), history(Path(temporary) / "many", 10_000)
        reading = {one: least(lambda one=one: Store(one / "versions").headers(), 3) for one in (few, many)}
        wall = [
            ("headers of 1,000 (100 ms wanted)", reading[few], "bare reading", least(lambda: bare(few), 3), None),
            ("headers of 10,000", reading[many], "bare reading", least(lambda: bare(many), 3), None),
            ("headers of 10,000", reading[many], "those of 1,000", reading[few], 12.0),
        ]
        table("Reading headers", wall, "ms, least of 3")
        one, all_ = (cost([*LOI, "-C", str(folder), "log"]) for folder in (few, many))
        table("loi log", [("10,000 versions", all_, "1,000 versions", one, 12.0)])


if __name__ == "__main__":
    main()
