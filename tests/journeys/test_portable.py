"""The portable folder: everything in it, nothing of the machine needed, the same papers."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.desk import Desk, tree

ROOT = Path(__file__).parents[2]
SPEC = ROOT / ".portable" / "loi.spec"


@pytest.fixture(scope="module")
def portable(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("PyInstaller", reason="PyInstaller makes the portable folder")
    made = tmp_path_factory.mktemp("portable")
    subprocess.run(
        [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "--distpath", made / "dist",
         "--workpath", made / "build", SPEC],
        check=True, cwd=made, capture_output=True,
    )  # fmt: skip
    return made / "dist" / "loi" / ("loi.exe" if os.name == "nt" else "loi")


def test_it_makes_the_papers_that_an_installed_loi_makes(portable: Path, example: Desk, tmp_path: Path) -> None:
    theirs = Desk(tmp_path / "theirs", PATH="")
    copied = subprocess.run([portable, "init", "copy", "--example"], cwd=theirs.folder, env=theirs.env)
    assert copied.returncode == 0
    built = subprocess.run([portable, "-C", "copy", "build"], cwd=theirs.folder, env=theirs.env, capture_output=True)
    assert built.returncode == 0, built.stderr.decode()
    example.loi("build")
    assert tree(theirs.folder / "copy" / "out") == tree(example.folder / "out")
