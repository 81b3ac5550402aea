"""Merging many inputs at once, against bare diffs of difflib over the same words."""

import difflib
import random
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from dossiers import write_dossier
from measure import cpu, table

from loi_cli.intake.merging import prospect
from loi_cli.intake.opening import open_dossier
from loi_cli.intake.register import Register, take_stock
from loi_cli.merge.decisions import Rulings
from loi_cli.merge.rules import Rules
from loi_cli.merge.scene import Scene, Wording
from loi_cli.merge.wording import merge_words
from loi_cli.model.inputs import Reword
from loi_cli.model.words import Side, agreed

NOW = datetime(2022, 1, 18, 12, tzinfo=UTC)
WORDS = ("the", "Parties", "shall", "promote", "trade", "and", "industry", "between", "both", "countries", "by")


def one_clause(folder: Path, sides: int, words: int, edited: int) -> tuple[Register, list[str], list[str]]:
    """A dossier with one clause in which every side replaces so many words."""
    write_dossier(folder, 0, clauses=1)
    chance = random.Random(7)
    base = [chance.choice(WORDS) + ("" if chance.random() < 0.7 else str(chance.randrange(99))) for _k in range(words)]
    concept = f"schema: 1\nclauses:\n  - clause: c0\n    kind: article\n    en: {' '.join(base)}\n"
    (folder / "concept.yaml").write_text(concept, encoding="utf-8")
    last = base
    for n in range(sides):
        last = list(base)
        for _edit in range(edited):
            last[chance.randrange(words)] = f"other{n}"
        unit, further = n % 20, n // 20 + 1
        name = f"unit-{unit}-1" + (f".{further}" if further > 1 else "")
        text = f"schema: 1\nunit: unit-{unit}\nround: 1\nbase: v1\nproposals:\n  - reword: c0\n"
        text += f"    en: {' '.join(last)}\n"
        (folder / "inputs" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return take_stock(open_dossier(folder), NOW), base, last


def diffs(old: list[str], new: list[str], count: int) -> float:
    def bare() -> None:
        for _again in range(count):
            difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()

    return cpu(bare)


def words_alone(register: Register) -> Callable[[], object]:
    """The merge of the one clause's words."""
    rules = Rules(home="AAA", languages=("en",), rank=register.rank, rulings=Rulings(()))
    scene = Scene(clause="c0", field="text.en", language="en", rules=rules)
    base = register.root.text.by_id()["c0"].text["en"]
    wordings = [
        Wording(Side(one.side, one.name), agreed(text, one.name))
        for one in register.inputs
        for proposal in one.proposals
        if isinstance(proposal, Reword) and isinstance(text := proposal.text["en"], str)
    ]
    return lambda: merge_words(base, wordings, None, scene)


def main() -> None:
    rows = []
    with tempfile.TemporaryDirectory() as temporary:
        for sides, words, edited, wanted in ((2, 500, 50, 1 / 3), (40, 500, 1, None), (1000, 60, 1, None)):
            register, old, new = one_clause(Path(temporary) / f"{sides}-{words}", sides, words, edited)
            bare = diffs(old, new, sides)
            peer = f"{sides} bare diffs of difflib"
            name = f"{sides} sides, {edited} of {words} words edited"
            rows.append((name, cpu(words_alone(register)), peer, bare, wanted))
            ours = cpu(lambda register=register: prospect(register, NOW, "A"))
            rows.append(("  and the version, composed and hashed", ours, peer, bare, None))
        register = take_stock(open_dossier(write_dossier(Path(temporary) / "many", 60)), NOW)
        ours = cpu(lambda: prospect(register, NOW, "A"))
        reads = cpu(lambda: take_stock(register.opened, NOW))
        rows.append(("60 inputs on 50 clauses", ours, "reading them", reads, None))
    print("Wanted besides: 40 sides × 500 words in 15 ms, 1,000 sides × 60 words in 60 ms")
    table("Merging in memory", rows, "ms of processor time, least of 3")


if __name__ == "__main__":
    main()
