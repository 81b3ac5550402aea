"""What is installed speaks the languages of the house: a wheel, with nothing of the tree beside it."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.journeys.desk import fixed_environment
from tests.locale.catalogues import languages

ROOT = Path(__file__).parents[2]


def test_a_wheel_speaks_indonesian(tmp_path: Path) -> None:
    pytest.importorskip("hatchling", reason="hatchling builds the wheel")
    run = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "dist")]
    subprocess.run(run, cwd=ROOT, check=True, capture_output=True, timeout=120)
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(tmp_path / "installed")
    for language in languages():
        assert (tmp_path / "installed" / "loi_cli" / "locale" / language / "LC_MESSAGES" / "loi.mo").exists()
    environment = fixed_environment(tmp_path) | {"LOI_LANG": "id", "PYTHONPATH": str(tmp_path / "installed")}
    where = "import loi_cli, sys; print(loi_cli.__file__); from loi_cli.cli.main import run; sys.exit(run(['--help']))"
    said = subprocess.run(
        [sys.executable, "-c", where], cwd=tmp_path, env=environment, capture_output=True, timeout=60, check=True
    ).stdout.decode()
    assert said.startswith(str(tmp_path / "installed") + os.sep)
    assert "Pemakaian: loi" in said
