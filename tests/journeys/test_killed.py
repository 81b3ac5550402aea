"""`kill -9` of a real `loi merge` at random moments: nothing is torn, nothing is lost, the next command works."""

import os
import random
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from tests.journeys.desk import Desk, command
from tests.journeys.lisbon import an_input

KILLS = 10
"""In each of the groups, which xdist spreads over its workers."""


def wanted(number: int) -> str:
    """A further input, which inserts one clause."""
    added = f"- insert: fields.x{number}\n  kind: item\n  in: fields\n  en: field {number};"
    return an_input("harbours", 2, added, base="v2")


@pytest.mark.parametrize("group", range(4))
def test_merges_that_are_killed(merged: Desk, tmp_path: Path, group: int) -> None:
    chance = random.Random(group)
    shutil.copytree(merged.folder, tmp_path / "spare")
    began = time.monotonic()
    Desk(tmp_path / "spare").loi("merge", "--dry-run", "--author", "A", code=1)
    usual = time.monotonic() - began
    survived = 0
    for number in range(2, KILLS + 2):
        merged.write(f"inputs/harbours-2.{number}.yaml", wanted(number))
        run = subprocess.Popen(
            [*command(), "merge", "--author", "A"],
            cwd=merged.folder, env=merged.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            run.wait(timeout=usual * chance.uniform(0.4, 1.4))
            survived += 1
        except subprocess.TimeoutExpired:
            run.kill()
            run.wait()
        merged.loi("verify")
    merged.loi("merge", "--author", "A", code=1)
    merged.loi("verify")

    state = merged.loi("show", "head", "--format", "json").json
    standing = {clause["clause"] for clause in state["clauses"]}
    assert {f"fields.x{number}" for number in range(2, KILLS + 2)} <= standing
    assert len(merged.loi("status", "--format", "json").json["heads"]) == 1
    spare = Desk(tmp_path / "spare")
    for number in range(2, KILLS + 2):
        spare.write(f"inputs/harbours-2.{number}.yaml", wanted(number))
    at_once = spare.loi("merge", "--author", "A", "--format", "json", code=1).json
    assert at_once["text_hash"] == state["text_hash"]
    assert survived < KILLS, "every merge was quicker than its kill: this test tested nothing"


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
@pytest.mark.parametrize("call", ["write", "fsync", "link", "unlink"])
def test_a_merge_killed_at_a_call_to_the_system(merged: Desk, call: str) -> None:
    """At the first, second … call of one kind; those that a merge makes for files are few."""
    killed = 0
    for nth in range(1, 6):
        merged.write(f"inputs/harbours-2.{nth + 1}.yaml", wanted(nth))
        run = subprocess.run(
            ["strace", "-o", os.devnull, "-e", f"inject={call}:signal=KILL:when={nth}", *command(), "merge",
             "--author", "A"],
            cwd=merged.folder, env=merged.env, capture_output=True, check=False,
        )  # fmt: skip
        if b"ptrace" in run.stderr:
            pytest.skip("nobody may trace a process here")
        killed += run.returncode not in (0, 1)
        merged.loi("verify")
    merged.loi("merge", "--author", "A", code=1)
    merged.loi("verify")
    clauses = {c["clause"] for c in merged.loi("show", "head", "--format", "json").json["clauses"]}
    assert {f"fields.x{nth}" for nth in range(1, 6)} <= clauses
    assert killed
