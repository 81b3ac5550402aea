"""The CI files and the hooks that we give away, tried by running the very same steps."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.journeys.desk import LOI, Desk, tree
from tests.journeys.lisbon import sit_down
from tests.journeys.test_gates import _ready as _ready
from tests.journeys.test_gates import change
from tests.journeys.test_gates import ready as ready

HOOKS = Path(__file__).parents[2] / ".pre-commit-hooks.yaml"


@pytest.fixture
def repository(ready: Desk, tmp_path: Path) -> Desk:
    """A repository with two dossiers: one in which nothing is open, one in which much is."""
    desk = Desk(tmp_path / "repository")
    shutil.copytree(ready.folder, desk.folder / "drafts" / "calm")
    sit_down(Desk(desk.folder / "drafts" / "lively"))
    return desk


def ran(desk: Desk, script: str, dossier: str) -> int:
    """A step as the server runs it: by a shell, in the root of the repository."""
    environment = desk.env | {
        "DOSSIER": dossier,
        "GITHUB_ENV": str(desk.folder / "environment"),
        "PATH": f"{LOI.parent}{os.pathsep}{desk.env['PATH']}",
    }
    return subprocess.run(["bash", "-eo", "pipefail", "-c", script], cwd=desk.folder, env=environment).returncode


def written(desk: Desk, server: str) -> Any:
    name = desk.loi("init", ".", "--ci", server).out.strip()
    return yaml.safe_load((desk.folder / name).read_text(encoding="utf-8"))


def kept(desk: Desk, pattern: str) -> set[str]:
    return {p.relative_to(desk.folder).as_posix() for one in desk.folder.glob(pattern) for p in one.rglob("*")}


def test_the_steps_for_github_pass_where_nothing_is_open_and_fail_where_anything_is(repository: Desk) -> None:
    job = written(repository, "github")["jobs"]["papers"]
    assert job["strategy"]["matrix"]["dossier"] == ["drafts/calm", "drafts/lively"]
    steps = [step for step in job["steps"] if "run" in step and "pip install" not in step["run"]]
    codes = {d: [ran(repository, s["run"], d) for s in steps] for d in job["strategy"]["matrix"]["dossier"]}
    assert codes["drafts/calm"] == [0, 0, 0, 0]
    assert codes["drafts/lively"] == [0, 0, 1, 0]
    assert (repository.folder / "environment").read_text(encoding="utf-8") == "NAME=calm\nNAME=lively\n"
    for dossier in codes:
        paths = [step["with"]["path"] for step in job["steps"] if "upload-artifact" in step.get("uses", "")]
        inside, outside = (kept(repository, path.replace("${{ matrix.dossier }}", dossier)) for path in paths)
        assert inside and outside and not inside & outside
        assert all("/out/internal/" in name for name in inside)
        assert all(re.search(r"/out/for-[A-Z]{3}/", name) for name in outside)


def test_the_steps_for_gitlab(repository: Desk) -> None:
    jobs = written(repository, "gitlab")
    (matrix,) = jobs[".loi"]["parallel"]["matrix"]
    assert matrix["DOSSIER"] == ["drafts/calm", "drafts/lively"]
    for name, expected in (("check", [0, 0]), ("internal", [0]), ("for-the-party", [0])):
        assert [ran(repository, line, "drafts/calm") for line in jobs[name]["script"]] == expected
    assert "<testsuite" in (repository.folder / "loi-check.xml").read_text(encoding="utf-8")
    assert [ran(repository, line, "drafts/lively") for line in jobs["internal"]["script"]] == [1]
    for name in ("internal", "for-the-party"):
        (path,) = jobs[name]["artifacts"]["paths"]
        assert kept(repository, path.replace("$DOSSIER", "drafts/lively"))


def test_what_waits_to_be_merged_fails_the_run(repository: Desk) -> None:
    steps = written(repository, "github")["jobs"]["papers"]["steps"]
    (build,) = (step["run"] for step in steps if "build" in step.get("run", ""))
    change(Desk(repository.folder / "drafts" / "calm"))
    assert ran(repository, build, "drafts/calm") == 1


def test_a_file_that_is_there_is_left_as_it_is(repository: Desk) -> None:
    written(repository, "gitlab")
    before = tree(repository.folder)
    assert "is there already" in repository.loi("init", ".", "--ci", "gitlab", code=2).err
    assert "holds no dossier" in repository.loi("init", "drafts", "--ci", "github", code=2).err
    assert tree(repository.folder) == before


def test_the_hooks_run_as_pre_commit_would_run_them(repository: Desk) -> None:
    hooks = yaml.safe_load(HOOKS.read_text(encoding="utf-8"))
    assert {hook["id"] for hook in hooks} == {"loi-check", "loi-verify"}
    touched = ["drafts/calm/dossier.yaml", "drafts/calm/inputs/a-1.yaml", "drafts/calm/versions/x.json"]
    for hook in hooks:
        assert any(re.search(hook["files"], name) for name in touched)
        assert not re.search(hook["files"], "drafts/calm/out/loi.docx")
        calm = repository.folder / "drafts" / "calm"
        run = subprocess.run([str(LOI), *hook["args"]], cwd=calm, env=repository.env, capture_output=True)
        assert (hook["entry"], run.returncode) == ("loi", 0)
    record = next((repository.folder / "drafts/calm/versions").glob("*.json"))
    record.write_bytes(record.read_bytes()[:-2])
    verify = next(hook for hook in hooks if hook["id"] == "loi-verify")
    run = subprocess.run([str(LOI), *verify["args"]], cwd=record.parents[1], env=repository.env, capture_output=True)
    assert run.returncode == 1
