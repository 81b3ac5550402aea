"""`loi doctor`: what is there, what is missing, and that the line it gives mends it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.desk import Desk
from tests.journeys.lisbon import sit_down


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A machine with git and no program that lists fonts: those of the machine that tests are another matter."""
    bare = tmp_path / "git"
    bare.mkdir()
    return sit_down(Desk(tmp_path / "desk", PATH=only(bare, "git", "sh")))


def found(desk: Desk, code: int = 0, **env: str) -> dict[str, Any]:
    said = desk.loi("doctor", "--format", "json", code=code, **env)
    return {one["name"]: one for one in said.json["found"]}


def only(tmp_path: Path, *programs: str) -> str:
    """A PATH that holds these programs and nothing else."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for program in programs:
        (folder / program).symlink_to(str(shutil.which(program)))
    return str(folder)


def test_git_is_needed_where_the_dossier_is_in_a_repository(desk: Desk) -> None:
    assert "in no repository" in found(desk)["git"]["found"]
    subprocess.run(["git", "init", "-q"], cwd=desk.folder, env=desk.env, check=True)
    lacking = found(desk, code=1)["git"]
    assert lacking["state"] == "missing"
    assert "diff.loi.textconv" in lacking["found"]
    desk.loi(*lacking["mend"].split()[1:])
    assert found(desk)["git"]["state"] == "fine"


def test_what_only_gives_more_is_not_missing(desk: Desk, tmp_path: Path) -> None:
    bare = found(desk, PATH=only(tmp_path, "sh"))
    assert bare["libreoffice"]["state"] == "optional"
    assert "LibreOffice" in bare["libreoffice"]["mend"]
    assert bare["git"]["found"].startswith("not installed")
    text = desk.loi("doctor", COLUMNS="60")
    assert max(map(len, text.out.splitlines())) <= 60
    assert "nothing is missing that is needed" in text.err


@pytest.mark.skipif(not shutil.which("fc-list"), reason="no fontconfig to ask")
def test_fonts_that_no_program_finds(desk: Desk, tmp_path: Path) -> None:
    nowhere = tmp_path / "fonts.conf"
    nowhere.write_text("<fontconfig><dir>/nowhere</dir><cachedir>/tmp/nowhere</cachedir></fontconfig>")
    lacking = found(desk, FONTCONFIG_FILE=str(nowhere), PATH=only(tmp_path, "fc-list"))["fonts"]
    assert lacking["state"] == "optional"  # no LibreOffice, which would need them
    assert "no font writes" in lacking["found"]
    assert "apt install fonts-" in lacking["mend"]


def test_an_office_s_templates_are_looked_at(desk: Desk) -> None:
    desk.loi("templates", "copy", "sections/loi.html")
    assert found(desk)["templates"]["found"] == "1 template"
    (desk.folder / "templates/sections/loi.html").write_text("{{ nothing|here }}")
    lacking = found(desk, code=1)["templates"]
    assert lacking["state"] == "missing"
    assert desk.loi(*lacking["mend"].split("`")[1].split()[1:], code=1).err


def test_a_dossier_that_cannot_be_read(desk: Desk) -> None:
    (desk.folder / "dossier.yaml").write_text("schema: 1\nnonsense: x\n")
    assert found(desk, code=1)["dossier"]["mend"] == "`loi check` says why"


def test_without_a_dossier_the_tool_alone(tmp_path: Path) -> None:
    empty = Desk(tmp_path / "empty", PATH=only(tmp_path, "git"))
    assert found(empty)["dossier"]["state"] == "optional"
    assert "holds no dossier.yaml" in empty.loi("doctor", "-C", "nowhere", code=2).err


def test_a_language_without_a_catalogue(desk: Desk) -> None:
    lacking = found(desk, LOI_LANG="fr")["language"]
    assert (lacking["state"], "LOI_LANG asks for fr" in lacking["found"]) == ("optional", True)
    assert found(desk, LC_ALL="C")["language"]["found"] == "en, from LC_ALL"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="this user may write everywhere")
def test_an_out_that_nobody_may_write_into(desk: Desk) -> None:
    (desk.folder / "out").mkdir(mode=0o555)
    assert "out" in found(desk, code=1)["dossier"]["found"]
