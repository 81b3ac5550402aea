"""`loi status --all`: where every dossier stands, from wherever one asks, also beside one that cannot be read."""

from pathlib import Path

import pytest

from tests.journeys.desk import Desk
from tests.journeys.lisbon import sit_down


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path / "office")
    for name in ("lisbon", "nairobi"):
        sit_down(Desk(desk.folder / "drafts" / name))
    desk.loi("-C", "drafts/nairobi", "merge", "--author", "A", code=1)
    return desk


def test_a_line_for_each(desk: Desk) -> None:
    said = desk.loi("status", "--all").out.splitlines()
    assert [line.split()[0] for line in said] == ["dossier", "drafts/lisbon", "drafts/nairobi"]
    told = desk.loi("status", "--all", "--format", "json").json["dossiers"]
    assert [one["dossier"] for one in told] == ["drafts/lisbon", "drafts/nairobi"]
    alone = desk.loi("-C", "drafts/nairobi", "status", "--format", "json").json
    assert {k: v for k, v in told[1].items() if k not in ("dossier", "unreadable")} == {
        k: v for k, v in alone.items() if k != "schema"
    }
    assert str(alone["conflicts"]) in said[2].split()


@pytest.mark.parametrize(
    ("where", "arguments"),
    [
        (".", []),
        ("drafts", []),
        ("drafts/lisbon", []),
        ("drafts/lisbon/inputs", []),
        ("..", ["-C", "office"]),
        ("..", ["-C", "office/drafts"]),
        ("..", ["-C", "office/drafts/lisbon"]),
    ],
)
def test_asked_from_anywhere(desk: Desk, where: str, arguments: list[str]) -> None:
    there = Desk((desk.folder / where).resolve())
    found = there.loi("status", "--all", "--format", "json", *arguments).json["dossiers"]
    assert [(there.folder / one["dossier"]).resolve().name for one in found] == ["lisbon", "nairobi"]


def test_one_that_cannot_be_read_hides_no_other(desk: Desk) -> None:
    (desk.folder / "drafts/lisbon/dossier.yaml").write_text("schema: 1\nnonsense: x\n")
    said = desk.loi("status", "--all", code=1)
    assert "nairobi" in said.out
    assert "cannot be read" in said.out
    assert "unknown key `nonsense`" in said.err
    assert "next: `loi -C drafts/lisbon check`" in said.err
    told = desk.loi("status", "--all", "--format", "json", code=1).json["dossiers"]
    assert [bool(one["unreadable"]) for one in told] == [True, False]


def test_none_at_all(tmp_path: Path) -> None:
    assert "no dossier here" in Desk(tmp_path / "empty").loi("status", "--all", code=2).err
