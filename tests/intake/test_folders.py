"""Which files are read, and which must not be passed over in silence."""

from pathlib import Path

from loi_cli.intake.folders import input_files, meeting_files, minutes_files, record_files
from tests.intake.samples import problems


def fill(folder: Path, *names: str) -> None:
    folder.mkdir()
    for name in names:
        (folder / name).write_text("x")


def test_yaml_files_in_order_without_what_editors_leave(tmp_path: Path) -> None:
    fill(tmp_path / "inputs", "b-1.yaml", "a-1.yaml", ".a-1.yaml.swp", "a-1.yaml~", "x.tmp", ".hidden.yaml", "~$a.docx",
         "notes.txt", "#a-1.yaml#", ".a-1.yaml.0123.tmp")  # fmt: skip
    assert [path.name for path in input_files(tmp_path)] == ["a-1.yaml", "b-1.yaml"]


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert input_files(tmp_path) == record_files(tmp_path) == meeting_files(tmp_path) == ()


def test_minutes_stand_apart(tmp_path: Path) -> None:
    fill(tmp_path / "meetings", "2022-02-15-a.yaml", "2022-02-15-a.minutes.yaml")
    assert [path.name for path in meeting_files(tmp_path)] == ["2022-02-15-a.yaml"]
    assert [path.name for path in minutes_files(tmp_path)] == ["2022-02-15-a.minutes.yaml"]


def test_folders_within_are_not_entered(tmp_path: Path) -> None:
    fill(tmp_path / "records", "2022-01-31-decision-5d0c11aa.yaml")
    fill(tmp_path / "records" / "files", "sent.yaml")
    assert [path.name for path in record_files(tmp_path)] == ["2022-01-31-decision-5d0c11aa.yaml"]


def test_a_name_that_nearly_ends_right_is_said(tmp_path: Path) -> None:
    fill(tmp_path / "inputs", "a-1.yml", "b-1.yaml.txt", "c-1.YAML")
    assert (
        problems(lambda: input_files(tmp_path)) == ["0:0 F034 would not be read: its name does not end in `.yaml`"] * 3
    )


def test_names_that_differ_by_capitals_alone(tmp_path: Path) -> None:
    fill(tmp_path / "inputs", "a-1.yaml", "A-1.yaml")
    assert problems(lambda: input_files(tmp_path)) == ["0:0 F039 differs from `A-1.yaml` by capital letters alone"]


def test_links_are_listed_so_that_reading_refuses_them(tmp_path: Path) -> None:
    fill(tmp_path / "inputs")
    (tmp_path / "inputs" / "a-1.yaml").symlink_to(tmp_path / "elsewhere")
    assert [path.name for path in input_files(tmp_path)] == ["a-1.yaml"]


def test_a_folder_that_is_a_link_is_refused(tmp_path: Path) -> None:
    fill(tmp_path / "real", "a-1.yaml")
    (tmp_path / "inputs").symlink_to(tmp_path / "real")
    assert problems(lambda: input_files(tmp_path)) == ["0:0 F002 is a symbolic link; links are not followed"]
