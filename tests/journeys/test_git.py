"""Work together through git: clones that merge and settle apart join without a lost word, and nothing collides."""

import os
import random
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.journeys.desk import LOI, Desk, tree
from tests.journeys.lisbon import an_input
from tests.trust.figures import figure

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

WORDS = ("harbours", "quays", "berths", "piers", "wharves", "docks")


class Clone(Desk):
    """A desk whose folder is a clone of a shared repository."""

    def git(self, *arguments: str, code: int = 0) -> str:
        run = subprocess.run(
            ["git", *arguments], cwd=self.folder, env=self.env | IDENTITY, capture_output=True, text=True
        )
        assert run.returncode == code, run.stdout + run.stderr
        return run.stdout

    def share(self, message: str) -> None:
        """Commit, take what others did, give it back."""
        self.git("add", "-A")
        if self.git("status", "--porcelain"):
            self.git("commit", "-q", "-m", message)
        self.git("pull", "-q", "--no-rebase", "--no-edit")
        self.git("push", "-q")


IDENTITY = {
    "GIT_AUTHOR_NAME": "Clerk",
    "GIT_AUTHOR_EMAIL": "clerk@example.org",
    "GIT_COMMITTER_NAME": "Clerk",
    "GIT_COMMITTER_EMAIL": "clerk@example.org",
    "GIT_CONFIG_NOSYSTEM": "1",
}


def clone_of(repository: Path, to: Path, *, autocrlf: str = "false") -> Clone:
    subprocess.run(
        ["git", "clone", "-q", "-c", f"core.autocrlf={autocrlf}", str(repository), str(to)],
        check=True,
        env={"PATH": os.environ["PATH"]} | IDENTITY,
        capture_output=True,
    )
    return Clone(to)


@pytest.fixture
def repository(merged: Desk, tmp_path: Path) -> Path:
    """A shared repository that holds a dossier with one round merged."""
    bare = tmp_path / "shared.git"
    start = Clone(merged.folder)
    start.git("init", "-q", "-b", "main")
    start.loi("git-setup")
    start.git("add", "-A")
    start.git("commit", "-q", "-m", "start")
    start.git("clone", "-q", "--bare", ".", str(bare))
    return bare


def test_two_clones_merge_and_settle_apart_and_join(repository: Path, tmp_path: Path) -> None:
    anna = clone_of(repository, tmp_path / "anna", autocrlf="true")
    bela = clone_of(repository, tmp_path / "bela")
    stored = tree(bela.folder / "versions")
    assert tree(anna.folder / "versions") == stored, "autocrlf must not touch a byte"

    anna.write(
        "inputs/harbours-2.yaml",
        an_input("harbours", 2, "- replace: fields.fish\n  en: {from: coastal, to: coastal and inland}", base="v2"),
    )
    bela.write(
        "inputs/fishing-2.yaml",
        an_input("fishing", 2, "- replace: fields.fish\n  en: {from: fishing, to: sustainable fishing}", base="v2"),
    )
    for desk in (anna, bela):
        desk.loi("merge", "--author", "clerk", code=1)
    conflict = anna.loi("conflicts", "--format", "json").json["conflicts"][0]["id"]
    anna.loi("decide", conflict, "--take", "base", "--by", "Anna", "--reason", "as it stood")
    side = anna.loi("conflicts", "--format", "json").json["conflicts"][0]["sides"][0]["side"]
    bela.loi("decide", conflict, "--take", side, "--by", "Bela", "--reason", "as they ask")

    anna.share("Anna's day")
    bela.share("Bela's day")
    anna.git("pull", "-q", "--no-rebase", "--no-edit")
    assert len(anna.loi("status", "--format", "json").json["heads"]) == 2
    one = anna.loi("merge", "--author", "anna", "--format", "json", code=1).json
    other = bela.loi("merge", "--author", "bela", "--format", "json", code=1).json
    assert one["text_hash"] == other["text_hash"]
    shown = anna.loi("show", "fields.fish").out
    assert "coastal [harbours: and inland] [fishing: sustainable] fishing;" in shown
    assert conflict in one["conflicts"], "two decisions that contradict leave it open"
    anna.share("Anna joins")
    bela.share("Bela joins")
    for desk in (anna, bela):
        desk.loi("verify")


@pytest.mark.parametrize("history", range(figure("LOI_HISTORIES", 1)))
def test_random_histories_never_collide_and_change_no_byte(repository: Path, tmp_path: Path, history: int) -> None:
    chance = random.Random(7 + history)
    desks = [clone_of(repository, tmp_path / name, autocrlf=crlf) for name, crlf in (("a", "true"), ("b", "input"))]
    known: dict[str, str] = {}
    for step in range(6):
        desk = chance.choice(desks)
        unit = chance.choice(["harbours", "fishing", "lawyers"])
        desk.write(
            f"inputs/{unit}-2.{step + 2}.yaml",
            an_input(
                unit,
                2,
                f"- replace: fields.ports\n  en: {{from: ports, to: {chance.choice(WORDS)}}}",
                base="v2",
            ),
        )
        if chance.random() < 0.7:
            desk.loi("merge", "--author", f"step {step}", code=1)
        desk.share(f"step {step}")
        for name, digest in tree(desk.folder / "versions").items():
            assert known.setdefault(name, digest) == digest
    first, second = desks
    first.git("pull", "-q", "--no-rebase", "--no-edit")
    first.loi("merge", "--author", "end", code=1)
    first.share("end")
    second.git("pull", "-q", "--no-rebase", "--no-edit")
    assert len(second.loi("status", "--format", "json").json["heads"]) == 1
    second.loi("verify")


def test_git_shows_a_version_as_text(repository: Path, tmp_path: Path) -> None:
    desk = clone_of(repository, tmp_path / "c")
    said = desk.loi("git-setup").out
    assert "git config diff.loi.textconv" in said
    assert desk.loi("git-setup").out == "", "done once is done"
    desk.write(
        "inputs/fishing-2.yaml",
        an_input("fishing", 2, "- replace: fields.fish\n  en: {from: fishing, to: sustainable fishing}", base="v2"),
    )
    desk.loi("merge", "--author", "clerk", code=1)
    desk.git("add", "-A")
    desk.env["PATH"] = f"{LOI.parent}{os.pathsep}{desk.env['PATH']}"
    shown = desk.git("diff", "--cached", "--", "versions/*.json")
    assert "+fields.fish (2.b in fields)" in shown and "+  en: coastal sustainable fishing;" in shown


def test_git_setup_keeps_what_a_person_wrote(repository: Path, tmp_path: Path) -> None:
    desk = clone_of(repository, tmp_path / "d")
    (desk.folder / ".gitattributes").write_text("*.docx binary", encoding="utf-8")
    before = tree(desk.folder)
    desk.loi("git-setup", "--dry-run")
    assert {k: v for k, v in tree(desk.folder).items() if ".git/" not in k} == {
        k: v for k, v in before.items() if ".git/" not in k
    }
    desk.loi("git-setup")
    lines = (desk.folder / ".gitattributes").read_text(encoding="utf-8").splitlines()
    assert lines == ["*.docx binary", "* -text", "versions/*.json diff=loi"]


def test_without_a_repository_it_says_what_to_do(merged: Desk) -> None:
    said = merged.loi("git-setup", code=2, GIT_CEILING_DIRECTORIES=str(merged.folder.parent))
    assert "is in no git repository" in said.err and "`git init`" in said.err
