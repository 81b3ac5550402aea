"""Two people take the dossier along, merge apart, and put their folders together again."""

import shutil
from pathlib import Path

import pytest

from tests.journeys.desk import Desk
from tests.journeys.lisbon import an_input

APART = {
    "harbours-2": an_input(
        "harbours", 2, "- replace: fields.fish\n  en: {from: coastal, to: coastal and inland}", base="v2"
    ),
    "fishing-2": an_input(
        "fishing",
        2,
        "- replace: fields.fish\n  en: {from: fishing, to: sustainable fishing}\n"
        "- insert: fields.nets\n  kind: item\n  in: fields\n  en: nets;",
        base="v2",
    ),
}


def clone(desk: Desk, to: Path) -> Desk:
    shutil.copytree(desk.folder, to)
    return Desk(to)


def put_together(one: Desk, other: Desk) -> None:
    """What `git pull` or a synchronised folder does: every file of the other that is not here yet."""
    for folder in ("versions", "records", "inputs"):
        if (other.folder / folder).is_dir():
            shutil.copytree(other.folder / folder, one.folder / folder, dirs_exist_ok=True)


@pytest.fixture
def machines(merged: Desk, tmp_path: Path) -> tuple[Desk, Desk, Desk]:
    """One machine that does it all, and two that share the work."""
    return merged, clone(merged, tmp_path / "anna"), clone(merged, tmp_path / "bela")


def test_two_heads_become_one_with_the_text_of_one_machine(machines: tuple[Desk, Desk, Desk]) -> None:
    alone, anna, bela = machines
    for desk, name in ((anna, "harbours-2"), (bela, "fishing-2")):
        desk.write(f"inputs/{name}.yaml", APART[name])
        alone.write(f"inputs/{name}.yaml", APART[name])
        desk.loi("merge", "--author", name, code=1)
    expected = alone.loi("merge", "--author", "alone", "--format", "json", code=1).json

    put_together(anna, bela)
    put_together(bela, anna)
    log = anna.loi("log")
    assert "there are 2 heads, v3-" in log.err
    heads = anna.loi("status", "--format", "json").json["heads"]
    assert len(heads) == 2
    assert "fits more than one version" in anna.loi("show", "v3", code=2).err
    assert all(anna.loi("show", head).out for head in heads)

    joined = anna.loi("merge", "--author", "anna", "--format", "json", code=1).json
    assert joined["version"] == "v4"
    assert joined["text_hash"] == expected["text_hash"]
    assert len(anna.loi("status", "--format", "json").json["heads"]) == 1
    anna.loi("verify")

    # Bela joins too, at the same time: again two heads, of one and the same text, and again they join.
    also = bela.loi("merge", "--author", "bela", "--format", "json", code=1).json
    assert also["text_hash"] == expected["text_hash"]
    put_together(bela, anna)
    bela.loi("verify")
    last = bela.loi("merge", "--author", "bela", "--format", "json", code=1).json
    assert last["text_hash"] == expected["text_hash"]
    assert len(bela.loi("status", "--format", "json").json["heads"]) == 1


def test_a_decision_of_one_and_a_merge_of_the_other_meet(machines: tuple[Desk, Desk, Desk]) -> None:
    alone, anna, bela = machines
    decide = ("decide", "meetings", "--take", "fishing", "--by", "Diretor-Geral", "--reason", "Travel is dear.")
    for desk in (alone, anna):
        desk.loi(*decide)
    anna.loi("merge", "--author", "anna")
    for desk in (alone, bela):
        desk.write("inputs/fishing-2.yaml", APART["fishing-2"])
    bela.loi("merge", "--author", "bela", code=1)
    expected = alone.loi("merge", "--author", "alone", "--format", "json").json
    put_together(anna, bela)
    joined = anna.loi("merge", "--author", "anna", "--format", "json").json
    assert joined["text_hash"] == expected["text_hash"]
    assert joined["conflicts"] == []
    assert "every second year" in anna.loi("show", "meetings").out
