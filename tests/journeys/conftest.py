"""Dossiers to begin a journey from; what takes commands to prepare is prepared once and copied."""

import shutil
from pathlib import Path

import pytest

from tests.journeys.desk import Desk
from tests.journeys.lisbon import sit_down

EXAMPLE = Path(__file__).parents[2] / "drafts" / "indonesia-belarus-2022"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """The dossier with round 1 in inputs/, nothing merged yet."""
    return sit_down(Desk(tmp_path / "desk"))


@pytest.fixture(scope="session")
def _merged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    desk = sit_down(Desk(tmp_path_factory.mktemp("lisbon") / "desk"))
    desk.loi("merge", "-m", "round 1", "--author", "Gabinete", code=1)
    return desk.folder


@pytest.fixture
def merged(_merged: Path, tmp_path: Path) -> Desk:
    """The dossier with v1 and v2: round 1 is merged, one conflict is open."""
    shutil.copytree(_merged, tmp_path / "merged")
    return Desk(tmp_path / "merged")


@pytest.fixture(scope="session")
def _example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("belarus") / "example"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("out"))
    if not (folder / "versions").is_dir():  # round 1 in v2, round 2 waiting, as the tree has it once it is complete
        Desk(folder).loi("merge", "--keep-going", "--author", "Direktorat", code=1)
    return folder


@pytest.fixture
def example(_example: Path, tmp_path: Path) -> Desk:
    """A copy of the worked example as it lies in the tree, without what was rendered there."""
    shutil.copytree(_example, tmp_path / "example")
    return Desk(tmp_path / "example")
