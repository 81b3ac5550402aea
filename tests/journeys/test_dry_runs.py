"""`--dry-run`: every command that writes has it, writes nothing, and says so alike."""

from pathlib import Path

import pytest

from loi_cli.cli.app import group
from loi_cli.cli.catalogue import entries
from tests.journeys.desk import Desk, tree
from tests.journeys.lisbon import an_input

BY = ("--by", "Gabinete", "--reason", "Enough.")
DRY = {
    "init": ["init", "new"],
    "init --example": ["init", "new", "--example"],
    "init --ci": ["init", ".", "--ci", "github"],
    "init --from": ["init", "new", "--from", "."],
    "import": ["import", "draft.md", "--to", "new.yaml"],
    "request": ["request", "--round", "2"],
    "request --due": ["request", "--unit", "harbours", "--round", "2", "--due", "2030-01-01", *BY],
    "collect": ["collect", "late.yaml"],
    "withdraw": ["withdraw", "harbours-1", *BY],
    "propose": ["propose", "aim", "--unit", "harbours", "--words", "The aim.", "--language", "en", "--source", "call"],
    "merge": ["merge", "--author", "A"],
    "decide": ["decide", "--all", "--take", "base", *BY],
    "agree": ["agree", "aim", "--by", "Gabinete"],
    "undo": ["undo", *BY],
    "tag": ["tag", "v2", "first"],
    "meeting": ["meeting", "new", "--date", "2030-02-02", "--start", "09:00", "--end", "10:00"],
    "gate": ["gate", "ministry", "--version", "v2", "--by", "Gabinete", "--reference", "1"],
    "templates": ["templates", "copy", "sections/loi.html"],
    "schema": ["schema", "--to", "schemas"],
    "git-setup": ["git-setup"],
    "build": ["build"],
    "render": ["render", "matrix"],
    "render -o": ["render", "matrix", "-o", "matrix.docx"],
    "agenda": ["agenda", "2030-01-01"],
    "packet": ["packet", "2030-01-01", "--format", "html"],
    "page": ["page"],
    "page -o": ["page", "-o", "page.html"],
}
WITHOUT = {
    "inputs", "status", "conflicts", "log", "show", "blame", "find", "diff", "verify", "explain", "doctor",
}  # fmt: skip


def test_every_command_that_writes_has_it() -> None:
    root = group()
    options = {name: {o for p in root.get_command(None, name).params for o in p.opts} for name in entries()}
    assert {name for name, some in options.items() if "--dry-run" not in some} == WITHOUT


@pytest.mark.parametrize("what", DRY)
def test_nothing_is_written_and_it_is_said(merged: Desk, what: str) -> None:
    import subprocess

    merged.write("draft.md", "# Title\n\n1. The Parties cooperate.\n")
    merged.write("late.yaml", an_input("fishing", 2, "- reword: aim\n  en: Another aim.", base="v2"))
    if what in ("agenda", "packet"):
        merged.loi("meeting", "new", "--date", "2030-01-01", "--start", "09:00", "--end", "10:00")
    if what == "git-setup":
        subprocess.run(["git", "init", "-q"], cwd=merged.folder, env=merged.env, check=True)
    before = tree(merged.folder)
    said = merged.loi(*DRY[what], "--dry-run", code=1 if what == "merge" else 0)
    assert tree(merged.folder) == before
    assert said.err.splitlines()[-1] == "nothing was written"
    assert "next:" not in said.err
    assert "nothing" not in merged.loi(*DRY[what], "--dry-run", "-q", code=said.code).err


def test_papers_are_told_where_they_would_go(merged: Desk) -> None:
    foreseen = merged.loi("build", "--dry-run").out
    assert merged.loi("build").out == foreseen
    paper = merged.folder / foreseen.splitlines()[0]
    paper.write_bytes(paper.read_bytes() + b"edited")
    beside = merged.loi("build", "--dry-run")
    assert "the new one stands beside it" in beside.err
    assert merged.loi("build").out == beside.out


def test_a_refusal_ends_with_what_to_do(tmp_path: Path) -> None:
    said = Desk(tmp_path / "desk").loi("tag", "v1", "x", "--dry-run", code=2)
    assert said.err.splitlines()[-1].startswith("  help: ")
