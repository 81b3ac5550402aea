"""A real browser: Chromium as the system has it, driven by Playwright; skipped where either is absent."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.conftest import _merged, merged  # noqa: F401 - fixtures
from tests.journeys.desk import Desk
from tests.journeys.lisbon import an_input

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "chrome")
THEIRS = """\
schema: 1
party: KEN
base: v2
date: 2022-01-17
proposals:
  - replace: fields.fish
    en: {from: coastal, to: deep-sea}
"""


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """The browser. It asks nobody for anything: pages are files."""
    play = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: pip install .[browser]")
    program = os.environ.get("CHROMIUM") or next((p for name in PROGRAMS if (p := shutil.which(name))), None)
    if program is None:
        pytest.skip("Chromium is not installed")
    with play.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def pages(_merged: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:  # noqa: F811
    """Pages of one dossier with three versions: for us, for the other party, one clause on the wall of each."""
    folder = tmp_path_factory.mktemp("pages") / "desk"
    shutil.copytree(_merged, folder)
    desk = Desk(folder, LOI_LANG="en")
    desk.write("inputs/KEN-2022-01-17.yaml", THEIRS)
    desk.write(
        "inputs/fishing-2.yaml", an_input("fishing", 2, "- delete: desire\n  reason: It is said twice.", base="v2")
    )
    desk.loi("merge", "-m", "their answer", "--author", "Gabinete", code=1)
    desk.loi("page")
    desk.loi("page", "--clause", "fields.fish")
    desk.loi("page", "--for", "KEN", code=1)
    desk.loi("page", "--for", "KEN", "--clause", "fields.fish", code=1)
    return folder / "out"


OURS, WALL = "internal/page.html", "internal/page-fields.fish.html"
THEIR_PAGE, THEIR_WALL = "for-KEN/page.html", "for-KEN/page-fields.fish.html"
EVERY = (OURS, WALL, THEIR_PAGE, THEIR_WALL)
