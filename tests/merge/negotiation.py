"""A negotiation in a folder of its own, through the real readers, registers, merges and versions."""

import shutil
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import yaml

from loi_cli.intake.merging import Prospect, prospect, record
from loi_cli.intake.opening import open_dossier
from loi_cli.intake.records.decision import decision_bytes
from loi_cli.intake.records.event import record_name
from loi_cli.intake.records.withdrawal import withdrawal_bytes
from loi_cli.intake.register import Register, take_stock
from loi_cli.merge.decisions import Rulings
from loi_cli.model.conflicts import Conflict, conflicts_in
from loi_cli.model.text import Text

CASES = Path(__file__).parents[1] / "cases" / "merge"
NOW = datetime(2022, 1, 31, 9, tzinfo=UTC)
DAY = date(2022, 1, 31)


class Negotiation:
    """One dossier; `concept` is the folder or the words of its concept.yaml."""

    def __init__(self, folder: Path, concept: str, dossier: Path = CASES / "dossier.yaml") -> None:
        self.folder = folder
        for name in ("inputs", "records"):
            (folder / name).mkdir(parents=True, exist_ok=True)
        shutil.copyfile(dossier, folder / "dossier.yaml")
        (folder / "concept.yaml").write_text(concept, encoding="utf-8")

    def send(self, name: str, words: str) -> None:
        (self.folder / "inputs" / f"{name}.yaml").write_text(words, encoding="utf-8")

    def register(self) -> Register:
        return take_stock(open_dossier(self.folder), NOW)

    def merge(self) -> Prospect:
        register = self.register()
        found = prospect(register, NOW, "the directorate")
        if found.is_news:
            record(register, found)
        return found

    def conflicts(self) -> Sequence[Conflict]:
        return [c for head in self.register().heads for c in conflicts_in(head.text)]

    def text(self) -> Text:
        return self.register().heads[0].text

    def decide(self, words: str) -> str:
        """Keep a decision whose `conflict` is named without its hash; the record's name.

        `overrules: all` stands for every decision on it that counts so far.
        """
        said = yaml.safe_load(words)
        name, _, which = str(said.pop("conflict")).partition("#")
        fits = [c.id for c in self.conflicts() if c.id.rpartition("/")[0] == name]
        said = {"by": "Direktur Akses Industri Internasional", "date": DAY, "reason": "agreed in the ministry", **said}
        conflict = fits[int(which or 1) - 1]
        if said.get("overrules") == "all":
            register = self.register()
            earlier = Rulings((*register.decisions, *register.waiting_decisions))
            said["overrules"] = earlier.contradicting(conflict)
        data = decision_bytes(conflict=conflict, **said)
        record = record_name(said["date"], "decision", data)
        (self.folder / "records" / f"{record}.yaml").write_bytes(data)
        return record

    def withdraw(self, words: str) -> str:
        """Keep a withdrawal of an `input`; the record's name."""
        said = {"by": "Ditjen ILMATE", "date": DAY, "at": "", "reason": "sent by mistake", **yaml.safe_load(words)}
        data = withdrawal_bytes(**said)
        record = record_name(said["date"], "withdrawal", data)
        (self.folder / "records" / f"{record}.yaml").write_bytes(data)
        return record


def of_case(case: Path, folder: Path) -> tuple[Negotiation, Prospect]:
    """A case's negotiation after all that it says was merged, batch by batch."""
    own = case / "dossier.yaml"
    negotiation = Negotiation(
        folder, (case / "concept.yaml").read_text(encoding="utf-8"), own if own.exists() else CASES / "dossier.yaml"
    )
    found = _arrive(negotiation, case)
    for later in sorted(path for path in case.iterdir() if path.is_dir()):
        found = _arrive(negotiation, later)
    return negotiation, found


def _arrive(negotiation: Negotiation, batch: Path) -> Prospect:
    for path in sorted(batch.glob("*.yaml")):
        words = path.read_text(encoding="utf-8")
        if path.name.startswith("decision"):
            negotiation.decide(words)
        elif path.name.startswith("withdrawal"):
            negotiation.withdraw(words)
        elif path.name not in ("concept.yaml", "dossier.yaml"):
            negotiation.send(path.stem, words)
    return negotiation.merge()
