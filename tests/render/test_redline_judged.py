"""Redlines of random pairs, settled by programs that we did not write: accepted the new text, rejected the old one.

A few dozen pairs here. The full figure: `LOI_REDLINE_PAIRS=600 pytest tests/render/test_redline_judged.py`.
"""

import os
from pathlib import Path
from typing import NamedTuple

import pytest

from loi_cli.word.typography import NO_BREAK
from tests.render.redlining import Drafter, redline
from tests.word import office
from tests.word.judges import audit, pandoc
from tests.word.opened import Opened, whole
from tests.word.test_changes import check_invariants

PAIRS = int(os.environ.get("LOI_REDLINE_PAIRS", "40"))


class Drawn(NamedTuple):
    """A redline as a Word file, and what it should be once all changes are accepted, or rejected."""

    redline: Opened
    new: Opened
    old: Opened
    languages: tuple[str, ...]


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> list[Drawn]:
    templates = tmp_path_factory.mktemp("templates")
    found = []
    for seed in range(PAIRS):
        drafter = Drafter(seed)
        old = drafter.text()
        new = drafter.changed(old)
        files = (whole(redline(a, b, drafter.languages, templates)) for a, b in ((old, new), (new, new), (old, old)))
        found.append(Drawn(*files, drafter.languages))
    return found


def test_libreoffice_accepts_and_rejects_them(drawn: list[Drawn], tmp_path: Path) -> None:
    if office.program() is None:
        pytest.skip("LibreOffice is not installed")
    settled = office.settled([each.redline.data for each in drawn], tmp_path)
    for seed, (each, found) in enumerate(zip(drawn, settled, strict=True)):
        assert found.accepted == office.lines(each.new), f"pair {seed} accepted, {each.languages}"
        assert found.rejected == office.lines(each.old), f"pair {seed} rejected, {each.languages}"


def test_pandoc_accepts_and_rejects_them(drawn: list[Drawn]) -> None:
    """In one language: pandoc does not read what happened to rows. It puts a blank where it joins paragraphs."""

    def read(opened: Opened, changes: str) -> str:
        return pandoc(opened.data, changes).replace(" ", "").replace(NO_BREAK, "")

    for seed, each in enumerate(drawn):
        if len(each.languages) == 1:
            assert read(each.redline, "accept") == read(each.new, "accept"), f"pair {seed} accepted"
            assert read(each.redline, "reject") == read(each.old, "accept"), f"pair {seed} rejected"


def test_they_are_sound(drawn: list[Drawn], tmp_path: Path) -> None:
    for each in drawn:
        check_invariants(each.redline)
    for each in drawn[:10]:
        assert audit(each.redline.data, tmp_path) == []
