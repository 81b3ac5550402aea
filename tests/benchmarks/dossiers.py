"""Dossiers of a size, written for the benchmarks: made-up words, the shape of the real thing."""

from pathlib import Path

UNITS = 20

_HEAD = """\
schema: 1
instrument: letter-of-intent
subject: {en: trade, fr: commerce}
home: AAA
parties:
  AAA: {name: {en: First Ministry, fr: Premier ministère}, signatory: {en: Minister, fr: Ministre}}
  BBB: {name: {en: Second Ministry, fr: Deuxième ministère}, signatory: {en: Minister, fr: Ministre}}
languages: [en, fr]
rounds: {1: {due: 2022-01-14}}
units:
"""


def write_dossier(folder: Path, inputs: int, clauses: int = 50) -> Path:
    """A dossier with so many clauses and so many inputs of round 1, each with five proposals, waiting to be merged."""
    (folder / "inputs").mkdir(parents=True)
    units = "".join(f"  unit-{k}: {{name: Unit {k}, rounds: [1]}}\n" for k in range(UNITS))
    (folder / "dossier.yaml").write_text(_HEAD + units, encoding="utf-8")
    concept = ["schema: 1\nclauses:\n"]
    for k in range(clauses):
        concept.append(
            f"  - clause: c{k}\n    kind: article\n    heading: {{en: Article on matter {k}, fr: Article {k}}}\n"
            f"    en: The Parties intend to cooperate in matter {k}, in the first year and in all years after it.\n"
            f"    fr: Les Parties entendent coopérer dans la matière {k}, la première année et toutes les suivantes.\n"
        )
    (folder / "concept.yaml").write_text("".join(concept), encoding="utf-8")
    for n in range(inputs):
        unit, further = n % UNITS, n // UNITS + 1
        name = f"unit-{unit}-1" + (f".{further}" if further > 1 else "")
        (folder / "inputs" / f"{name}.yaml").write_text(an_input(unit, n, clauses), encoding="utf-8")
    return folder


def an_input(unit: int, n: int, clauses: int) -> str:
    lines = [f"schema: 1\nunit: unit-{unit}\nround: 1\nbase: v1\ndate: 2022-01-12\nproposals:\n"]
    for k in range(5):
        c = (n * 7 + k * 3) % clauses
        lines.append(
            f"  - reword: c{c}\n"
            f"    en: The Parties intend to cooperate closely in matter {c}, in the first year and in years {n}, {k}.\n"
            f"    reason: |\n      Because of what stands in the letter of the unit, number {n}, page {k}.\n"
        )
    return "".join(lines)
