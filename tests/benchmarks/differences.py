"""`loi diff`, `loi find` and `loi log --clause` as the text and its history grow."""

import random
import tempfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from dossiers import write_dossier
from measure import LOI, cost, table

from loi_cli.history.store import Store, compose
from loi_cli.model.text import Clause, Kind, Text
from loi_cli.model.versions import Header
from loi_cli.model.words import agreed

SPEECH = "the Parties shall intend to promote trade and industry between both countries by means of joint work"
WORDS = SPEECH.split(" ")


def text(clauses: int, turn: int) -> Text:
    """So many clauses of some forty words; every tenth is of this turn alone."""
    out = []
    for k in range(clauses):
        chance = random.Random(k if (k + turn) % 10 else f"{k}/{turn}")
        words = " ".join(chance.choice(WORDS) for _word in range(40))
        out.append(Clause(id=f"c{k}", kind=Kind.ARTICLE, text={"en": agreed(words, "concept")}, by=("concept",)))
    return Text(tuple(out))


def history(folder: Path, clauses: int, versions: int) -> Path:
    """A dossier with so many versions of so many clauses."""
    write_dossier(folder, 0, clauses=1)
    store = Store(folder / "versions")
    parents: tuple[Header, ...] = ()
    for turn in range(versions):
        touched = tuple(f"c{k}" for k in range(clauses) if not (k + turn) % 10 or not (k + turn - 1) % 10)
        made = compose(
            text=text(clauses, turn), parents=parents, order=(), inputs=(), decisions=(), touched=touched,
            time="2022-01-18T12:00:00Z", author="A", message=f"version {turn}",
        )  # fmt: skip
        store.add(made)
        parents = (made.header,)
    return folder


def growing(title: str, sizes: list[int], what: Callable[[int], float], unit: str) -> None:
    """A table of the cost above that of the smallest size, per unit of size."""
    costs = {size: what(size) for size in sizes}
    least = sizes[0]
    rows = []
    for small, large in pairwise(sizes):
        grown, ratio = costs[large] - costs[least], large / small
        base = costs[small] - costs[least] or costs[large] / ratio
        rows.append((f"{large:,} {unit}", grown, f"{small:,} {unit}", base, 1.2 * ratio))
    rows.append((f"{least:,} {unit}, start-up and all", costs[least], "itself", costs[least], None))
    table(title, rows)


def main() -> None:
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as temporary:
        folder = Path(temporary)

        def diff(clauses: int) -> float:
            here = history(folder / f"clauses-{clauses}", clauses, 2)
            return cost([*LOI, "-C", str(here), "diff", "v1", "v2", "--format", "json"])

        def over_versions(command: list[str]) -> Callable[[int], float]:
            def measured(versions: int) -> float:
                here = folder / f"versions-{versions}"
                if not here.exists():
                    history(here, 50, versions)
                return cost([*LOI, "-C", str(here), *command])

            return measured

        growing("loi diff by clauses", [15, 300, 3000], diff, "clauses")
        growing("loi find by versions of 50 clauses", [2, 50, 500], over_versions(["find", "trade"]), "versions")
        growing("loi log --clause", [2, 50, 500], over_versions(["log", "--clause", "c1"]), "versions")


if __name__ == "__main__":
    main()
