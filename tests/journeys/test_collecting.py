"""What units send, on its way into inputs/."""

from pathlib import Path

import pytest

from tests.journeys.desk import Desk, tree
from tests.journeys.lisbon import FISHING, HARBOURS, LAWYERS, an_input, sit_down

BAD = HARBOURS.replace("unit: harbours", "unit: harbors")


@pytest.fixture
def empty(tmp_path: Path) -> Desk:
    """The dossier before anything came, and a mail folder beside it."""
    desk = sit_down(Desk(tmp_path / "desk"), inputs=False)
    for name, text in (("a.yaml", HARBOURS), ("b.yaml", FISHING), ("c.yml", LAWYERS)):
        desk.write(f"mail/{name}", text)
    return desk


def inputs(desk: Desk) -> list[str]:
    folder = desk.folder / "inputs"
    return sorted(p.name for p in folder.iterdir()) if folder.is_dir() else []


def test_files_are_named_by_what_they_say_and_kept_byte_for_byte(empty: Desk) -> None:
    said = empty.loi("collect", "mail/a.yaml", "mail/b.yaml")
    assert inputs(empty) == ["fishing-1.yaml", "harbours-1.yaml"]
    assert (empty.folder / "inputs/harbours-1.yaml").read_bytes() == HARBOURS.encode()
    assert "inputs/harbours-1.yaml  harbours" in said.out
    assert "replace en" in said.out
    assert "2 inputs taken in" in said.err
    assert "loi merge" in said.err


def test_a_folder(empty: Desk) -> None:
    empty.loi("collect", "mail")
    assert inputs(empty) == ["fishing-1.yaml", "harbours-1.yaml", "lawyers-1.yaml"]


def test_what_is_no_input_in_a_folder_is_said(empty: Desk) -> None:
    empty.write("mail/scan.pdf", "%PDF")
    empty.write("mail/.DS_Store", "left by a file manager")
    before = tree(empty.folder)
    refused = empty.loi("collect", "mail", code=2)
    assert "mail/scan.pdf" in refused.err
    assert ".DS_Store" not in refused.err
    assert tree(empty.folder) == before
    empty.loi("collect", "mail", "--keep-going", code=1)
    assert len(inputs(empty)) == 3


def test_a_folder_that_holds_nothing_is_said(empty: Desk) -> None:
    (empty.folder / "nothing").mkdir()
    assert "nothing" in empty.loi("collect", "nothing", code=2).err


def test_standard_input(empty: Desk) -> None:
    empty.loi("collect", "-", stdin=HARBOURS.encode())
    assert (empty.folder / "inputs/harbours-1.yaml").read_bytes() == HARBOURS.encode()
    refused = empty.loi("collect", "-", stdin=BAD.encode(), code=2)
    assert "<stdin>:2:7" in refused.err
    assert "did you mean `harbours`?" in refused.err


def test_the_same_file_twice_is_one_input(empty: Desk) -> None:
    empty.loi("collect", "mail/a.yaml")
    again = empty.loi("collect", "mail/a.yaml", "mail/a.yaml")
    assert again.out.count("(here already)") == 2
    assert "0 inputs taken in" in again.err
    assert inputs(empty) == ["harbours-1.yaml"]


def test_a_merged_file_sent_again_is_known(merged: Desk) -> None:
    merged.write("again.yaml", HARBOURS)
    assert "(here already)" in merged.loi("collect", "again.yaml").out


def test_a_second_file_of_a_unit_is_a_further_input(empty: Desk) -> None:
    empty.write("mail/d.yaml", an_input("harbours", 1, "- reword: fields.fish\n  en: fishing off the coast;"))
    said = empty.loi("collect", "mail/a.yaml", "mail/d.yaml", "--format", "json").json
    assert [r["file"] for r in said["receipts"]] == ["inputs/harbours-1.yaml", "inputs/harbours-1.2.yaml"]
    assert [r["side"] for r in said["receipts"]] == ["harbours", "harbours.2"]
    empty.loi("merge", "--author", "A")
    assert "harbours-1.2" in empty.loi("blame", "fields.fish").out


def test_one_bad_file_and_none_is_taken(empty: Desk) -> None:
    empty.write("mail/bad.yaml", BAD)
    empty.write("mail/worse.yaml", HARBOURS.replace("reword: fields.ports", "reword: fields.port"))
    before = tree(empty.folder)
    refused = empty.loi("collect", "mail", code=2)
    assert tree(empty.folder) == before
    assert "mail/bad.yaml:2:7" in refused.err
    assert "mail/worse.yaml:7:5" in refused.err
    assert "2 problems; nothing was written" in refused.err


def test_keep_going_takes_the_good_ones(empty: Desk) -> None:
    empty.write("mail/bad.yaml", BAD)
    said = empty.loi("collect", "mail", "--keep-going", "--format", "json", code=1)
    assert said.json["refused"] == ["mail/bad.yaml"]
    assert "mail/bad.yaml:2:7" in said.err
    assert len(inputs(empty)) == 3


def test_a_dry_run_writes_nothing(empty: Desk) -> None:
    before = tree(empty.folder)
    assert "inputs/harbours-1.yaml" in empty.loi("collect", "mail", "--dry-run").out
    assert tree(empty.folder) == before


def test_a_file_of_another_unit_is_refused_when_one_is_named(empty: Desk) -> None:
    assert "harbours" in empty.loi("collect", "mail/a.yaml", "--unit", "fishing", code=2).err
    assert "did you mean “fishing”?" in empty.loi("collect", "mail/a.yaml", "--unit", "fisching", code=2).err
    empty.loi("collect", "mail/b.yaml", "--unit", "fishing")


def test_a_changed_input_that_was_merged_is_named(merged: Desk) -> None:
    merged.write("inputs/harbours-1.yaml", HARBOURS + "# one more word\n")
    before = tree(merged.folder)
    refused = merged.loi("merge", "--author", "A", code=2)
    assert "inputs/harbours-1.yaml: F307 this input was merged, and was changed since" in refused.err
    assert "versions/kept/" in refused.err
    assert tree(merged.folder) == before
