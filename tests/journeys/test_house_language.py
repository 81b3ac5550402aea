"""A person who reads Indonesian, and one whose terminal says so; machines read the same in every language.

The reports are stored as a person reviewed them: `LOI_WRITE_GOLDEN=1 pytest tests/journeys/test_house_language.py`.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from loi_cli.cli.catalogue import entries
from loi_cli.cli.console import width
from tests.cli.helps import every_help
from tests.journeys.desk import Desk, fixed_environment, tree
from tests.journeys.lisbon import sit_down

GOLDEN = Path(__file__).parents[1] / "golden" / "id"

WORDS_FOR_PEOPLE = {"message", "help", "why", "says", "meaning"}
"""The keys of JSON whose values are sentences."""


def check(name: str, out: str) -> None:
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("LOI_WRITE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(out, encoding="utf-8", newline="\n")
    assert out == path.read_text(encoding="utf-8"), f"see {path}"


@pytest.fixture
def rumah(merged: Desk) -> Desk:
    """One conflict is open, and the house speaks Indonesian."""
    merged.env["LOI_LANG"] = "id"
    return merged


@pytest.mark.parametrize(
    ("name", "arguments", "code"),
    [
        ("help", ["--help"], 0),
        ("status", ["status"], 0),
        ("check", ["check"], 0),
        ("conflicts", ["conflicts"], 0),
        ("log", ["log"], 0),
        ("inputs", ["inputs"], 0),
        ("explain-rule", ["explain", "L104"], 0),
        ("explain-exit-code", ["explain", "1"], 0),
        ("decide-help", ["decide", "--help"], 0),
        ("merge-nothing", ["merge"], 1),
        ("decide-nothing", ["decide", "fields.fish"], 2),
        ("decide-nobody", ["decide", "--all", "--take", "base"], 2),
    ],
)
def test_reports(rumah: Desk, name: str, arguments: list[str], code: int) -> None:
    said = rumah.loi(*arguments, code=code)
    check(name, said.out + said.err)


def test_from_a_conflict_to_a_new_version(rumah: Desk) -> None:
    decided = rumah.loi("decide", "--all", "--take", "base", "--by", "Gabinete", "--reason", "seperti semula")
    merged = rumah.loi("merge", "--author", "Gabinete", "-m", "putusan")
    check("decide-and-merge", decided.out + decided.err + merged.out + merged.err)


def test_bad_files(rumah: Desk) -> None:
    rumah.write("inputs/harbours-2.yaml", "schema: 1\nunit: harbour\nround: 7\nbase: v2\nproposal: []\n")
    said = rumah.loi("check", "inputs/harbours-2.yaml", code=1)
    check("check-bad-file", said.out + said.err)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["statuss"], "Tidak ada perintah 'statuss'. Maksud Anda 'status'?"),
        (["status", "--formt"], "Tidak ada opsi --formt (opsi yang mungkin: --format)"),
        (
            ["status", "--format", "xml"],
            "Nilai untuk '--format' tidak sah: 'xml' bukan salah satu dari 'text', 'json'.",
        ),
        (["decide", "--take"], "Opsi '--take' memerlukan nilai."),
        (["diff", "--originals", "IDN"], "Opsi '--originals' memerlukan 2 nilai."),
        (["status", "a", "b"], "Ada argumen berlebih (a b)"),
        (["page", "--port", "x"], "Nilai untuk '--port' tidak sah: 'x' bukan bilangan bulat yang sah."),
        (["check", "--quiet=3"], "Opsi '--quiet' tidak menerima nilai."),
        (["propose"], "Argumen 'CLAUSE' tidak ada."),
    ],
)
def test_mistakes_on_the_command_line(tmp_path: Path, arguments: list[str], told: str) -> None:
    said = Desk(tmp_path).loi(*arguments, code=2, LOI_LANG="id")
    assert said.err.splitlines()[-1] == f"Kesalahan: {told}"
    assert not re.search("Usage|Try|Error", said.err)


@pytest.fixture(scope="module")
def helps(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    return every_help(Desk(tmp_path_factory.mktemp("desk")), LOI_LANG="id", COLUMNS="80")


@pytest.mark.parametrize("name", ["", *entries()])
def test_help_has_80_columns_and_no_english_heading(helps: Mapping[str, str], name: str) -> None:
    said = helps[name]
    assert max(len(line) for line in said.splitlines()) <= 80
    assert said.startswith("Pemakaian: loi")
    assert not re.search(r"Usage|Options:|Arguments:|Examples|\[default|env var|Show |Print", said), said


@pytest.mark.parametrize(
    "arguments",
    ["status", "conflicts", "log", "inputs", "inputs fishing", "show head", "show desire", "blame desire",
     "diff v1 v2", "diff v1 v2 --stat", "find trade", "gate", "actions", "templates", "explain", "log --clause desire"],
)  # fmt: skip
def test_a_listing_that_fits_in_english_fits_in_indonesian(merged: Desk, arguments: str) -> None:
    widest = []
    for language in ("en", "id"):
        said = merged.loi(*arguments.split(), LOI_LANG=language, COLUMNS="80")
        widest.append(max(width(line) for line in (said.out + said.err).splitlines()))
    assert widest[0] > 80 or widest[1] <= 80


@pytest.mark.parametrize(
    ("locale", "house", "spoken"),
    [
        ({"LC_ALL": "id_ID.UTF-8"}, None, "Pemakaian:"),
        ({"LC_ALL": "", "LANG": "id_ID"}, None, "Pemakaian:"),
        ({"LC_ALL": "", "LC_MESSAGES": "id_ID.UTF-8", "LANG": "en_GB.UTF-8"}, None, "Pemakaian:"),
        ({"LC_ALL": "C.UTF-8"}, None, "Usage:"),
        ({"LC_ALL": "id_ID.UTF-8"}, "en", "Usage:"),
        ({"LC_ALL": "en_GB.UTF-8"}, "id", "Pemakaian:"),
        ({"LC_ALL": "id_ID.UTF-8"}, "fr", "Usage:"),
        ({"LC_ALL": "C.UTF-8"}, "../../id", "Usage:"),
    ],
)
def test_who_chooses(tmp_path: Path, locale: dict[str, str], house: str | None, spoken: str) -> None:
    chosen = {"LOI_LANG": house} if house else {}
    assert Desk(tmp_path).loi("--help", **locale, **chosen).out.startswith(spoken)


@pytest.mark.parametrize(("language", "opened"), [("en", False), ("id", True)])
def test_english_reads_no_catalogue(tmp_path: Path, language: str, opened: bool) -> None:
    spy = (
        "import sys; seen = []; sys.addaudithook(lambda event, given: seen.append(given) if event == 'open' else None);"
        "from loi_cli.cli.main import run; run(['--help']);"
        "print(any(str(one[0]).endswith('loi.mo') for one in seen), file=sys.stderr)"
    )
    env = fixed_environment(tmp_path) | {"LOI_LANG": language}
    run = subprocess.run([sys.executable, "-c", spy], env=env, capture_output=True, timeout=60, check=True)
    assert run.stderr.decode().strip() == str(opened)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["status"], 0), (["check"], 0), (["conflicts"], 0), (["log"], 0), (["inputs"], 0), (["show", "head"], 0),
        (["blame", "desire"], 0), (["find", "trade"], 0), (["diff", "v1", "v2"], 0), (["verify"], 0),
        (["merge", "--dry-run"], 1), (["explain", "L104"], 0), (["gate"], 0), (["actions"], 0),
    ],
)  # fmt: skip
def test_machines_read_the_same(merged: Desk, arguments: list[str], code: int) -> None:
    english, indonesian = (
        merged.loi(*arguments, "--format", "json", code=code, LOI_LANG=language) for language in ("en", "id")
    )
    assert _for_machines(english.json) == _for_machines(indonesian.json)


def test_the_text_is_the_same_whoever_merges(tmp_path: Path) -> None:
    """The message that a merge writes of itself is a sentence of the one who merges; the words of the text are not."""
    found = []
    for language in ("en", "id"):
        desk = sit_down(Desk(tmp_path / language, LOI_LANG=language))
        found.append(desk.loi("merge", "--author", "Gabinete", "--format", "json", code=1).json)
    assert found[0]["text_hash"] == found[1]["text_hash"]
    assert [one["proposals"] for one in found[0]["inputs"]] == [one["proposals"] for one in found[1]["inputs"]]


def _for_machines(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: None if key in WORDS_FOR_PEOPLE else _for_machines(one) for key, one in value.items()}
    return [_for_machines(one) for one in value] if isinstance(value, list) else value


def test_a_paper_speaks_its_own_language_whatever_the_terminal_speaks(example: Desk) -> None:
    """Seen in a matrix: “the text reads so already” between Indonesian columns."""
    example.loi("build", LOI_LANG="en")
    told = tree(example.folder / "out")
    shutil.rmtree(example.folder / "out")
    example.loi("build", LOI_LANG="id")
    assert len(told) > 40
    assert tree(example.folder / "out") == told
