"""A dossier shared through git, each office in a clone of its own, which git on Windows may be set to meddle with: they
send, merge, settle the same conflict differently, pull and push, in any order. Git finds nothing in conflict, no stored
byte changes, no word is lost, and after the last join every office reads what one machine alone would have made."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from loi_cli.intake.starting import GIT_ATTRIBUTES
from tests.trust import dossiers
from tests.trust.figures import chance, figure
from tests.trust.test_kills import CONFLICT, prepared, second_merge

HISTORIES = figure("LOI_HISTORIES", 2)
STEPS = 10
UNITS = ("legal", "trade")
READINGS = (("base", "promote"), ("legal", "encourage"), ("trade", "develop"))
WORDS = ("foster", "expand", "support")

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(folder: Path, *arguments: str) -> str:
    someone = {"GIT_AUTHOR_NAME": "Clerk", "GIT_AUTHOR_EMAIL": "clerk@example.org"}
    someone |= {name.replace("AUTHOR", "COMMITTER"): value for name, value in someone.items()}
    env = {"PATH": os.environ["PATH"], "HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1", **someone}
    run = subprocess.run(["git", *arguments], cwd=folder, env=env, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


def share(folder: Path) -> None:
    """Commit, take what others did, give it back."""
    git(folder, "add", "-A")
    if git(folder, "status", "--porcelain"):
        git(folder, "commit", "-q", "-m", "work")
    git(folder, "pull", "-q", "--no-rebase", "--no-edit")
    git(folder, "push", "-q")


def start(folder: Path) -> Path:
    """A shared repository: v2 has a conflict that is open."""
    first = prepared(second_merge, folder / "first")
    dossiers.merge(first)
    (first / ".gitattributes").write_text(GIT_ATTRIBUTES, encoding="utf-8", newline="\n")
    git(first, "init", "-q", "-b", "main")
    share_first = ("add", "-A"), ("commit", "-q", "-m", "start"), ("clone", "-q", "--bare", ".", "../shared.git")
    for arguments in share_first:
        git(first, *arguments)
    return folder / "shared.git"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return start(tmp_path_factory.mktemp("git"))


@pytest.mark.parametrize("history", range(HISTORIES))
def test_a_random_history_collides_nowhere_and_loses_nothing(shared: Path, tmp_path: Path, history: int) -> None:
    random = chance("history", history)
    server = Path(shutil.copytree(shared, tmp_path / "shared.git"))
    offices = [tmp_path / name for name in ("anna", "bela", "carl")]
    for office in offices:
        autocrlf = random.choice(["true", "input", "false"])
        git(tmp_path, "clone", "-q", "-c", f"core.autocrlf={autocrlf}", str(server), str(office))
    known = dossiers.files(tmp_path / "anna", "versions", "records", "inputs")
    sent: list[tuple[str, int, str]] = []
    settled: list[tuple[str, str, str]] = []
    for number in range(10, 10 + STEPS):
        office = random.choice(offices)
        unit = random.choice(UNITS)
        said = dossiers.insert(number, unit)
        if random.random() < 0.4:
            said = f"{{replace: costs, en: {{from: bears, to: {random.choice(WORDS)}}}}}"
        dossiers.send(office, unit, number, said)
        sent.append((unit, number, said))
        if random.random() < 0.3:
            settled.append((*random.choice(READINGS), office.name))
            dossiers.decide(office, CONFLICT, *settled[-1])
        if random.random() < 0.7:
            dossiers.merge(office, office.name)
        if random.random() < 0.6:
            share(office)
        for name, data in dossiers.files(office, "versions", "records", "inputs").items():
            assert known.setdefault(name, data) == data, name

    for office in [*offices, *offices]:
        share(office)
    while len(dossiers.stock(offices[0]).heads) > 1:
        dossiers.merge(offices[0], "join")
    text = dossiers.merge(offices[0], "join")
    for office in [*offices, *offices]:
        share(office)
    for office in offices:
        assert dossiers.files(office, "versions") == dossiers.files(offices[0], "versions")
        assert known.items() <= dossiers.files(office, "versions", "records", "inputs").items()
        assert dossiers.damage(office) == []
        assert dossiers.merge(office) == text
    (head,) = dossiers.stock(offices[0]).heads
    assert {f"{unit}-1.{number}" for unit, number, _said in sent} <= {one.name for one in head.inputs}

    git(tmp_path, "clone", "-q", str(shared), "alone")
    for unit, number, said in sent:
        dossiers.send(tmp_path / "alone", unit, number, said)
    for take, reads, by in settled:
        dossiers.decide(tmp_path / "alone", CONFLICT, take, reads, by)
    assert dossiers.merge(tmp_path / "alone") == text
