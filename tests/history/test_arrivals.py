"""The version that brought an input, in lines, forks and joins."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from loi_cli.history.arrivals import Arrivals
from loi_cli.history.store import Store, compose
from loi_cli.model.text import Text
from loi_cli.model.versions import Header, Merged


def version(store: Store, parents: list[Header], inputs: set[str], author: str) -> Header:
    made = compose(
        text=Text(), parents=tuple(parents), order=(), inputs=tuple(Merged(n, "0" * 64) for n in sorted(inputs)),
        decisions=(), touched=(), time="2022-01-18T12:00:00Z", author=author, message="",
    )  # fmt: skip
    store.add(made)
    return made.header


@given(st.lists(st.tuples(st.lists(st.integers(0, 9), max_size=2, unique=True), st.booleans()), max_size=9))
def test_the_first_that_holds_it(tmp_path_factory: object, steps: list[tuple[list[int], bool]]) -> None:
    folder = tmp_path_factory.mktemp("store")  # type: ignore[attr-defined]
    store = Store(Path(folder) / "versions")
    held: dict[str, set[str]] = {}
    headers = [version(store, [], set(), "root")]
    held[headers[0].hash] = set()
    for k, (chosen, brings) in enumerate(steps):
        parents = list({headers[c % len(headers)].hash: headers[c % len(headers)] for c in chosen}.values())
        parents = parents or [headers[-1]]
        inputs = set().union(*(held[p.hash] for p in parents)) | ({f"unit-{k}"} if brings else set())
        headers.append(version(store, parents, inputs, f"author {k}"))
        held[headers[-1].hash] = inputs
    ordered = store.headers()
    names = set().union(*held.values())
    arrivals = Arrivals(store, ordered).of([*sorted(names), "never"])
    assert arrivals.keys() == names
    for name, header in arrivals.items():
        assert name in held[header.hash]
        assert not any(name in held[p] for p in header.parents)


def test_few_versions_are_looked_into(tmp_path: Path) -> None:
    store = Store(tmp_path / "versions")
    headers: list[Header] = []
    for k in range(64):
        headers.append(version(store, headers[-1:], {f"unit-{n}" for n in range(k)}, "A"))
    read: list[str] = []

    class Counting(Store):
        def body(self, header: Header) -> dict[str, object]:
            read.append(header.label)
            return super().body(header)

    assert Arrivals(Counting(store.folder), headers).of(["unit-10"])["unit-10"].label == "v12"
    assert len(read) <= 9
