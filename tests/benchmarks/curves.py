"""How the cost of comparing, merging and reading grows with the work: near linear, or something is wrong.

Processor time, the least of several runs; "grows" is how many times more ten times the work costs.
"""

import tempfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from math import log10
from pathlib import Path

from dossiers import write_dossier
from measure import cpu

from loi_cli.intake.merging import prospect
from loi_cli.intake.opening import open_dossier
from loi_cli.intake.register import take_stock
from loi_cli.merge.comparison import compare
from loi_cli.model.text import Clause, Kind, Text
from loi_cli.model.words import agreed

NOW = datetime(2022, 1, 20, tzinfo=UTC)


def text(clauses: int, edited: bool) -> Text:
    """A text of so many clauses; edited, every third is worded otherwise, every tenth moved."""
    order = list(range(clauses))
    if edited:
        order = [k for k in order if k % 10] + [k for k in order if not k % 10]
    return Text(tuple(_clause(k, edited and k % 3 == 0) for k in order))


def _clause(number: int, edited: bool) -> Clause:
    word = "closely" if edited else "in earnest"
    words = f"The Parties cooperate {word} in matter {number}, in the first year and in all years after it, as set out."
    return Clause(id=f"c{number}", kind=Kind.ARTICLE, text={"en": agreed(words, "concept")}, by=("concept",))


def curve(title: str, sizes: Sequence[int], cost: Callable[[int], float]) -> None:
    before: tuple[int, float] | None = None
    for size in sizes:
        took = cost(size)
        grows = ""
        if before:
            factor = (took / before[1]) ** (1 / log10(size / before[0]))
            grows = f"grows {factor:.1f} × for ten times the work"
        each = f"{took / size * 1000:,.1f} µs each"
        print(f"  {title.format(size=format(size, ',')):<40} {took:>9,.1f} ms   {each:>16}   {grows}")
        before = size, took


def merging(inputs: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        register = take_stock(open_dossier(write_dossier(Path(folder) / "d", inputs)), NOW)
        return cpu(lambda: prospect(register, NOW, "A"), 2)


def reading(inputs: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        opened = open_dossier(write_dossier(Path(folder) / "d", inputs))
        return cpu(lambda: take_stock(opened, NOW), 2)


def clauses(count: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        register = take_stock(open_dossier(write_dossier(Path(folder) / "d", 20, count)), NOW)
        return cpu(lambda: prospect(register, NOW, "A"), 2)


def main() -> None:
    print("What it costs as it grows")
    curve("diff of {size} clauses", (15, 300, 3000), lambda n: cpu(lambda: compare(text(n, False), text(n, True))))
    curve("merge of {size} inputs on 50 clauses", (100, 1000), merging)
    curve("merge of 20 inputs on {size} clauses", (25, 250, 2500), clauses)
    curve("reading of {size} inputs with places", (100, 1000), reading)


if __name__ == "__main__":
    main()
