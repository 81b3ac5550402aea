"""`loi undo` and `loi withdraw`: taken back by adding, told, and let count again."""

import shutil
from pathlib import Path

import pytest

from tests.journeys.desk import Desk, tree
from tests.journeys.disks import read_only
from tests.journeys.lisbon import an_input
from tests.journeys.test_json_contract import check
from tests.journeys.test_two_machines import put_together

WHY = ("--by", "Gabinete", "--reason", "too early")


def at(minute: int) -> dict[str, str]:
    """A clock that goes on: minutes after noon."""
    return {"SOURCE_DATE_EPOCH": str(1642507200 + 60 * minute)}


def text_hash(desk: Desk) -> str:
    return desk.loi("show", "head", "--format", "json").json["text_hash"]


def decided(desk: Desk, minute: int = 1, side: str = "harbours") -> None:
    desk.loi("decide", "meetings", "--take", side, *WHY, **at(minute))


def test_step_by_step_back_and_forth(merged: Desk) -> None:
    v2 = text_hash(merged)
    v1 = merged.loi("show", "v1", "--format", "json").json["text_hash"]
    decided(merged)
    merged.loi("merge", "--author", "A", **at(2))
    v3 = text_hash(merged)
    before = tree(merged.folder)

    dry = merged.loi("undo", "--dry-run", *WHY, **at(3))
    assert "meetings/text.en/196550fb: harbours  (Gabinete, 2022-01-18)" in dry.out
    assert "the next merge changes 1 clause: meetings" in dry.err
    assert tree(merged.folder) == before

    merged.loi("undo", *WHY, **at(3))
    assert "[harbours: twice a]" not in merged.loi("show", "meetings").out
    merged.loi("merge", "--author", "A", code=1, **at(4))
    assert text_hash(merged) == v2
    merged.loi("undo", *WHY, **at(5))
    merged.loi("merge", "--author", "A", **at(6))
    assert text_hash(merged) == v1
    assert "the concept is where it began" in merged.loi("undo", *WHY, code=2, **at(7)).err

    merged.loi("undo", "--redo", *WHY, **at(8))
    merged.loi("merge", "--author", "A", code=1, **at(9))
    assert text_hash(merged) == v2
    merged.loi("undo", "--redo", *WHY, **at(10))
    merged.loi("merge", "--author", "A", **at(11))
    assert text_hash(merged) == v3
    assert "nothing was taken back" in merged.loi("undo", "--redo", *WHY, code=2, **at(12)).err
    assert {k: v for k, v in tree(merged.folder).items() if k in before and not k.endswith("/")} == {
        k: v for k, v in before.items() if not k.endswith("/")
    }
    merged.loi("verify")


def test_what_never_reached_the_text_is_not_told_as_a_change(merged: Desk) -> None:
    decided(merged)
    merged.loi("merge", "--author", "A", **at(2))
    assert "changes 1 clause: meetings" in merged.loi("undo", *WHY, **at(3)).err
    redone = merged.loi("undo", "--redo", *WHY, "--format", "json", **at(4)).json
    assert redone["clauses"] == []
    assert "nothing waits to be merged" in merged.loi("merge", "--author", "A", **at(5)).out


def test_a_decision_undone_before_it_was_merged_leaves_nothing_to_merge(merged: Desk) -> None:
    decided(merged)
    merged.loi("undo", *WHY, **at(2))
    assert merged.loi("status", "--format", "json").json["waiting_records"] == []
    assert "nothing waits to be merged" in merged.loi("merge", "--author", "A", code=1).out
    assert "decided" not in merged.loi("conflicts").out
    decided(merged, 3, "fishing")
    merged.loi("merge", "--author", "A")
    assert "every second year" in merged.loi("show", "meetings").out


def test_all_that_one_command_decided_is_one_step(example: Desk) -> None:
    example.loi("merge", "--author", "A", code=1, **at(9000))
    conflicts = {c["id"] for c in example.loi("conflicts", "--format", "json").json["conflicts"] if not c["decided"]}
    example.loi("decide", "--all", "--take", "base", *WHY, **at(9001))
    undone = example.loi("undo", *WHY, "--format", "json", **at(9002)).json
    assert len(undone["undoes"]) == len(conflicts) > 1
    after = {c["id"] for c in example.loi("conflicts", "--format", "json").json["conflicts"] if not c["decided"]}
    assert after == conflicts


def test_one_record_by_its_name_and_not_twice(merged: Desk) -> None:
    decided(merged)
    record = next((merged.folder / "records").iterdir()).stem
    merged.loi("tag", "v2", "posted", "--by", "Gabinete", **at(2))
    merged.loi("undo", f"records/{record}.yaml", *WHY, **at(3))
    again = merged.loi("undo", record[-8:], *WHY, code=2, **at(4))
    assert f"{record} was undone already, by Gabinete on 2022-01-18" in again.err
    undoing = again.err.split("`loi undo ")[1].split("`")[0]
    merged.loi("undo", undoing, *WHY, **at(5))
    merged.loi("merge", "--author", "A", **at(6))
    assert "twice a year" in merged.loi("show", "meetings").out
    assert "did you mean" in merged.loi("undo", record[:-1] + "x", *WHY, code=2).err
    assert "do not go together" in merged.loi("undo", record, "--redo", *WHY, code=2).err


def test_a_name_that_is_taken_back_is_free_and_inputs_under_it_stay(merged: Desk) -> None:
    merged.loi("tag", "v2", "reading", "--by", "Gabinete", **at(1))
    merged.write("inputs/fishing-2.yaml", an_input("fishing", 2, "- reword: aim\n  en: Aim.", base="reading"))
    merged.loi("undo", *WHY, **at(2))
    assert "neither a version nor a clause “reading”" in merged.loi("show", "reading", code=2).err
    merged.loi("merge", "--author", "A", code=1, **at(3))
    assert "Aim." in merged.loi("show", "aim").out
    merged.loi("tag", "v3", "second-reading", "--by", "Gabinete", **at(4))


def test_two_machines_undo_the_same_and_the_join_is_what_one_would_have(merged: Desk, tmp_path: Path) -> None:
    decided(merged)
    merged.loi("merge", "--author", "A", **at(2))
    shutil.copytree(merged.folder, tmp_path / "bela")
    bela = Desk(tmp_path / "bela")
    merged.loi("undo", *WHY, **at(3))
    merged.loi("merge", "--author", "A", code=1, **at(4))
    bela.loi("undo", "--by", "Bela", "--reason", "also", **at(3))
    bela.loi("merge", "--author", "B", code=1, **at(5))
    put_together(merged, bela)
    put_together(bela, merged)
    here = merged.loi("merge", "--author", "A", "--format", "json", code=1, **at(6)).json
    there = bela.loi("merge", "--author", "B", "--format", "json", code=1, **at(6)).json
    assert here["text_hash"] == there["text_hash"]
    assert here["conflicts"] == ["meetings/text.en/196550fb"]
    record = next(p.stem for p in (merged.folder / "records").iterdir() if "decision" in p.stem)
    assert "was undone already" in merged.loi("undo", record, *WHY, code=2).err
    decided(merged, 7, "fishing")
    assert "every second year" in _merged_then_shown(merged, 8)


def _merged_then_shown(desk: Desk, minute: int) -> str:
    desk.loi("merge", "--author", "A", **at(minute))
    return desk.loi("show", "meetings").out


def test_a_withdrawn_input_leaves_the_brackets_and_the_words(merged: Desk) -> None:
    said = merged.loi("withdraw", "inputs/harbours-1.yaml", *WHY, "--dry-run", **at(1))
    assert "fields.ports text.en  was merged" in said.out
    assert "meetings text.en      was conflict" in said.out
    assert not (merged.folder / "records").exists()
    merged.loi("withdraw", "harbours-1", *WHY, **at(1))
    assert merged.loi("status", "--format", "json").json["withdrawn"] == ["inputs/harbours-1.yaml"]
    told = merged.loi("merge", "--author", "A", "--format", "json", **at(2)).json
    assert [one["file"] for one in told["taken_back"]] == ["inputs/harbours-1.yaml"]
    assert {p["outcome"] for p in told["taken_back"][0]["proposals"]} == {"superseded"}
    assert all(p["why"].startswith("withdrawn: 2022-01-18-withdrawal-") for p in told["taken_back"][0]["proposals"])
    assert "management of ports;" in merged.loi("show", "fields.ports").out
    assert "every second year" in merged.loi("show", "meetings").out
    assert (merged.folder / "inputs/harbours-1.yaml").exists()

    merged.loi("undo", *WHY, **at(3))
    again = merged.loi("merge", "--author", "A", "--format", "json", code=1, **at(4)).json
    assert [one["file"] for one in again["restored"]] == ["inputs/harbours-1.yaml"]
    assert again["conflicts"] == ["meetings/text.en/196550fb"]


def test_an_input_withdrawn_before_any_merge_is_kept_and_changes_nothing(desk: Desk) -> None:
    desk.loi("withdraw", "harbours-1", *WHY)
    told = desk.loi("merge", "--author", "A", "--format", "json").json
    assert {p["outcome"] for i in told["inputs"] if i["side"] == "harbours" for p in i["proposals"]} == {"superseded"}
    assert "every second year" in desk.loi("show", "meetings").out
    desk.loi("verify")


def test_the_register_knows_what_was_withdrawn(merged: Desk) -> None:
    def states() -> dict[str, str]:
        every = merged.loi("inputs", "--format", "json").json["inputs"]
        return {one["file"]: one["state"] for one in every}

    assert states()["inputs/harbours-1.yaml"] == "merged"
    merged.loi("withdraw", "harbours-1", *WHY, **at(1))
    assert states() == {
        "inputs/harbours-1.yaml": "withdrawn",
        "inputs/fishing-1.yaml": "merged",
        "inputs/lawyers-1.yaml": "merged",
    }
    assert "withdrawn by records/2022-01-18-withdrawal-" in merged.loi("inputs", "harbours").out
    merged.loi("undo", *WHY, **at(3))
    assert states()["inputs/harbours-1.yaml"] == "merged"


def test_who_read_the_withdrawn_words_and_changed_them_is_not_lost(merged: Desk) -> None:
    merged.write(
        "inputs/fishing-2.yaml",
        an_input("fishing", 2, "- replace: fields.ports\n  en: {from: safety, to: security}", base="v2"),
    )
    merged.loi("merge", "--author", "A", code=1, **at(1))
    said = merged.loi("withdraw", "harbours-1", *WHY, **at(2))
    assert "inputs/fishing-2.yaml had read its words in the text" in said.err
    merged.loi("merge", "--author", "A", code=1, **at(3))
    conflict = merged.loi("conflicts", "fields.ports", "--format", "json").json["conflicts"][0]
    sides = {s["side"]: s for s in conflict["sides"]}
    assert "security" in sides["fishing"]["text"]
    assert sides["withdrawal"]["file"].startswith("records/2022-01-18-withdrawal-")
    assert sides["withdrawal"]["reason"] == "too early"
    merged.loi("decide", conflict["id"], "--take", "withdrawal", *WHY, **at(4))
    merged.loi("merge", "--author", "A", **at(5))
    assert "management of ports;" in merged.loi("show", "fields.ports").out


def test_withdrawing_a_replacement_brings_the_earlier_one_back(merged: Desk) -> None:
    first = text_hash(merged)
    merged.write(
        "inputs/harbours-1.2.yaml",
        an_input("harbours", 1, "- remark: aim\n  note: Good.").replace("base: v1", "base: v1\nreplaces: harbours-1"),
    )
    told = merged.loi("merge", "--author", "A", "--format", "json", **at(1)).json
    assert [one["file"] for one in told["taken_back"]] == ["inputs/harbours-1.yaml"]
    assert text_hash(merged) != first
    merged.loi("withdraw", "harbours-1.2", *WHY, **at(2))
    merged.loi("merge", "--author", "A", code=1, **at(3))
    assert text_hash(merged) == first


def test_a_replacement_that_has_read_the_earlier_one_leaves_its_merged_words_and_lists_them(merged: Desk) -> None:
    merged.write(
        "inputs/harbours-2.yaml",
        an_input("harbours", 2, "- remark: aim\n  note: Good.", base="v2").replace(
            "base: v2", "base: v2\nreplaces: harbours-1"
        ),
    )
    told = merged.loi("merge", "--author", "A", "--format", "json", **at(1)).json
    [listed] = told["taken_back"]
    fates = {(p["clause"], p["field"]): p["outcome"] for p in listed["proposals"]}
    assert fates["meetings", "text.en"] == "superseded"
    assert fates["fields.ports", "text.en"] == "merged"
    assert "every second year" in merged.loi("show", "meetings").out
    assert "safety" in merged.loi("show", "fields.ports").out


def test_what_was_decided_stays_when_the_input_that_it_took_is_withdrawn(merged: Desk) -> None:
    decided(merged)
    merged.loi("merge", "--author", "A", **at(2))
    record = next(p.stem for p in (merged.folder / "records").iterdir())
    said = merged.loi("withdraw", "harbours-1", *WHY, "--dry-run", **at(3))
    assert f"{record} by Gabinete stands" in said.err
    merged.loi("withdraw", "harbours-1", *WHY, **at(3))
    told = merged.loi("merge", "--author", "A", "--format", "json", **at(4)).json
    fates = {(p["clause"], p["field"]): p["why"] for p in told["taken_back"][0]["proposals"]}
    assert fates["meetings", "text.en"].endswith(f"it stays as decided: {record}")
    assert told["idle_decisions"] == told["conflicts"] == []
    assert "twice a year" in merged.loi("show", "meetings").out
    merged.loi("undo", record, *WHY, **at(5))
    merged.loi("merge", "--author", "A", **at(6))
    assert "every second year" in merged.loi("show", "meetings").out


def test_a_decision_that_settles_nothing_any_more_is_said(merged: Desk) -> None:
    """Whoever wrote it by hand mistook the conflict's id."""
    decided(merged)
    [path] = (merged.folder / "records").iterdir()
    path.write_text(path.read_text(encoding="utf-8").replace("196550fb", "196550fc"), encoding="utf-8")
    told = merged.loi("merge", "--author", "A", code=1, **at(2))
    assert "settles nothing now, meetings/text.en/196550fc is not in dispute" in told.err


def test_two_decisions_that_contradict_each_other_are_said_to(merged: Desk, tmp_path: Path) -> None:
    """Two people settle one dispute differently on two machines, and their records meet."""
    there = Desk(Path(shutil.copytree(merged.folder, tmp_path / "there")))
    decided(merged)
    there.loi("decide", "meetings", "--take", "base", "--by", "Secretaria", "--reason", "As it stood.", **at(1))
    shutil.copytree(there.folder / "records", merged.folder / "records", dirs_exist_ok=True)
    told = merged.loi("merge", "--author", "A", code=1, **at(2))
    said = "meetings/text.en/196550fb stays open"
    assert f"{said}, the decisions on it by Gabinete, Secretaria contradict each other" in told.err
    assert "settles nothing now" not in told.err
    assert merged.loi("check").out.count(f"{said}: the decisions by Gabinete, Secretaria contradict each other") == 2
    merged.loi("decide", "meetings", "--take", "base", *WHY, **at(3))
    assert merged.loi("merge", "--author", "A", "--format", "json", **at(4)).json["opposed_decisions"] == {}


@pytest.mark.parametrize(
    ("arguments", "says", "help"),
    [
        (["withdraw", "harbour-1"], "no input “harbour-1”", "did you mean “harbours-1”"),
        (["withdraw", "harbours-1"], "a withdrawal has a name and a reason", "--by OFFICE"),
        (["undo"], "has a name and a reason", "--reason WHY"),
        (["undo", "nothing", *WHY], "no record “nothing”", "records/"),
    ],
)
def test_what_is_refused(merged: Desk, arguments: list[str], says: str, help: str) -> None:
    before = tree(merged.folder)
    if arguments[1:] == ["harbour-1"]:
        arguments = [*arguments, *WHY]
    said = merged.loi(*arguments, code=2)
    assert says in said.err
    assert help in said.err
    assert tree(merged.folder) == before


def test_twice_withdrawn_and_on_a_disk_that_can_only_be_read(merged: Desk) -> None:
    merged.loi("withdraw", "harbours-1", *WHY, **at(1))
    twice = merged.loi("withdraw", "harbours-1", *WHY, code=2, **at(2))
    assert "was withdrawn already, by Gabinete on 2022-01-18" in twice.err
    with read_only(merged.folder):
        for command in (["undo"], ["withdraw", "fishing-1"], ["decide", "meetings", "--take", "base"]):
            said = merged.loi(*command, *WHY, code=2, **at(3))
            assert "could not be written" in said.err


def test_the_same_record_within_one_second_is_not_swallowed(merged: Desk) -> None:
    decided(merged)
    merged.loi("undo", *WHY, **at(2))
    said = merged.loi("decide", "meetings", "--take", "harbours", *WHY, code=2, **at(1))
    assert "says the very same, and was undone by Gabinete" in said.err


def test_json(merged: Desk) -> None:
    decided(merged)
    merged.loi("merge", "--author", "A", **at(1))
    check("undo", merged.loi("undo", *WHY, "--format", "json", **at(2)).out)
    check("withdraw", merged.loi("withdraw", "harbours-1", *WHY, "--format", "json", **at(3)).out)


def test_what_a_unit_said_beside_the_text_is_taken_back_with_its_input(merged: Desk) -> None:
    """A red line that no longer holds must not be negotiated by: it is told as taken back, and in no paper."""
    old = "- position: aim\n  aim: Few words.\n  red-line: OLD LINE"
    talk = "talking-points:\n  - {about: aim, note: OLD TALK}\n"
    merged.write("inputs/harbours-2.yaml", an_input("harbours", 2, old, base="v2") + talk)
    merged.loi("merge", "--author", "A", code=1, **at(1))
    later = an_input("harbours", 2, "- position: aim\n  aim: NEW AIM", base="v3")
    merged.write("inputs/harbours-2.2.yaml", later.replace("date:", "replaces: harbours-2\ndate:"))
    merged.loi("merge", "--author", "A", code=1, **at(2))
    shown = " ".join(merged.loi("show", "aim").out.split())
    assert "OLD LINE · superseded (taken back by harbours-2.2)" in shown
    assert "OLD TALK · superseded (taken back by harbours-2.2)" in shown
    told = " ".join(merged.loi("inputs", "harbours").out.split())
    assert "talking point on aim taken back by harbours-2.2" in told
    assert "position aim kept as a position, internal" in told
    paper = merged.loi("render", "positions", "--format", "html", "-o", "-").out
    assert "NEW AIM" in paper
    assert "OLD LINE" not in paper
    merged.loi("withdraw", "harbours-2.2", *WHY, **at(3))
    merged.loi("merge", "--author", "A", code=1, **at(4))
    assert "talking point on aim noted" in " ".join(merged.loi("inputs", "harbours").out.split())
    assert "OLD LINE" in merged.loi("render", "positions", "--format", "html", "-o", "-").out
    merged.loi("withdraw", "harbours-2", *WHY, **at(5))
    merged.loi("merge", "--author", "A", code=1, **at(6))
    assert "talking point on aim taken back by 2022-" in " ".join(merged.loi("inputs", "harbours").out.split())
    for paper in ("positions", "talking-points"):
        said = merged.loi("render", paper, "--format", "html", "-o", "-").out
        assert "OLD LINE" not in said
        assert "OLD TALK" not in said
