"""What was merged stays readable when the dossier changes, and two files of one name are told apart."""

import shutil
from pathlib import Path

import pytest

from loi_cli.merge.renaming import as_called_now
from loi_cli.merge.staleness import stale_languages
from loi_cli.model.problems import LoiError
from loi_cli.model.words import shown
from tests.merge.negotiation import Negotiation

CONCEPT = (
    "schema: 1\nclauses:\n  - {clause: aim, kind: article, en: The Parties cooperate in trade., id: Kerja sama.}\n"
)
DOSSIER = """
schema: 1
instrument: letter-of-intent
subject: {en: trade, id: dagang}
home: IDN
parties:
  IDN: {name: {en: Ours, id: Kami}, signatory: {en: Minister, id: Menteri}}
  BLR: {name: {en: Theirs, id: Mereka}, signatory: {en: Minister, id: Menteri}}
languages: [en, id]
rounds: {1: {due: 2022-01-14}, 2: {due: 2022-01-28}}
units:
  ilmate: {name: A, rounds: [1, 2]}
  agro: {name: B, rounds: [1, 2]}
"""


def rewording(unit: str, number: int, base: str, words: str) -> str:
    head = f"schema: 1\nunit: {unit}\nround: {number}\nbase: {base}\n"
    return head + f"proposals:\n  - {{reword: aim, en: {words}}}\n"


WIDER = rewording("ilmate", 1, "v1", "The Parties cooperate widely in trade.")
HERE = rewording("agro", 2, "v2", "The Parties cooperate widely in goods.")


def negotiation(folder: Path) -> Negotiation:
    folder.mkdir()
    (folder.parent / "dossier.yaml").write_text(DOSSIER, encoding="utf-8")
    found = Negotiation(folder, CONCEPT, folder.parent / "dossier.yaml")
    found.send("ilmate-1", WIDER)
    found.merge()
    return found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  ilmate: {name: A, rounds: [1, 2]}\n", ""),
        ("ilmate: {name: A, rounds: [1, 2]}", "industry: {name: A, rounds: [1, 2], was: [ilmate]}"),
        ("[en, id]", "[en]"),
        ("1: {due: 2022-01-14}, ", ""),
    ],
    ids=["a unit less", "a unit renamed", "a language less", "a round less"],
)
def test_merged_inputs_stay_readable(old: str, new: str, tmp_path: Path) -> None:
    desk = negotiation(tmp_path / "desk")
    changed = DOSSIER.replace(old, new).replace("rounds: [1, 2]", "rounds: [2]" if "due" in old else "rounds: [1, 2]")
    (desk.folder / "dossier.yaml").write_text(changed, encoding="utf-8")
    assert [one.name for one in desk.register().merged] == ["ilmate-1"]
    desk.send("agro-2", HERE)
    found = desk.merge()
    assert shown(found.version.text.by_id()["aim"].text["en"]) == "The Parties cooperate widely in goods."
    assert {name for run in found.version.text.by_id()["aim"].text["en"] for name in run.by} >= {"ilmate-1", "agro-2"}


def test_two_files_of_one_name_are_not_taken_for_one(tmp_path: Path) -> None:
    here = negotiation(tmp_path / "here")
    shutil.copytree(here.folder, tmp_path / "there")
    there = Negotiation(tmp_path / "there", CONCEPT, tmp_path / "dossier.yaml")
    for machine, goods in ((here, "goods"), (there, "services")):
        machine.send("agro-2", HERE.replace("goods", goods))
        machine.merge()
    shutil.copytree(there.folder / "versions", here.folder / "versions", dirs_exist_ok=True)
    labels = [head.header.full_label for head in here.register().heads]
    with pytest.raises(LoiError) as refused:
        here.merge()
    assert refused.value.message.startswith("`agro-2` is one file in ")
    assert all(label in refused.value.message for label in labels)
    assert "agro-2.2.yaml" in refused.value.hint


def test_a_renamed_unit_keeps_its_place_its_brackets_and_what_was_decided_of_it(tmp_path: Path) -> None:
    (tmp_path / "dossier.yaml").write_text(DOSSIER, encoding="utf-8")
    desk = Negotiation(tmp_path / "desk", CONCEPT, tmp_path / "dossier.yaml")
    added = "  - {insert: aim.%s, kind: item, in: aim, en: %s}\n  - {reword: aim, id: %s}\n"
    desk.send("ilmate-1", WIDER + added % ("i", "trucks;", "Kerja sama dagang."))
    desk.send("agro-1", rewording("agro", 1, "v1", "The Parties cooperate deeply in trade.") + added % (
        "a", "seeds;", "Kerja sama niaga."))  # fmt: skip
    desk.merge()
    desk.decide("{conflict: aim/text.id, take: ilmate}")
    before = desk.merge().version.text
    renamed = DOSSIER.replace("  ilmate: {name: A,", "  industry: {name: A, was: [ilmate],")
    (desk.folder / "dossier.yaml").write_text(renamed, encoding="utf-8")
    assert not desk.merge().is_news

    desk.send("industry-2", "schema: 1\nunit: industry\nround: 2\nbase: v3\nproposals:\n  - {remark: aim, note: n}\n")
    found = desk.merge()
    assert found.version.text == as_called_now(before, {"ilmate": "industry"}) != before
    assert found.changed(desk.register()) == ()
    aim = found.version.text.by_id()["aim"]
    assert shown(aim.text["en"]) == "The Parties cooperate [industry: widely] [agro: deeply] in trade."
    assert shown(aim.text["id"]) == "Kerja sama dagang."
    assert stale_languages(aim) == stale_languages(before.by_id()["aim"])
    assert [clause.id for clause in found.version.text] == ["aim", "aim.i", "aim.a"]
