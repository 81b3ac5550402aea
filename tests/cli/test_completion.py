"""Completion: the table agrees with the commands; a real bash and a real zsh are asked; nothing heavy."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from loi_cli.cli.completion.parameters import TABLE
from tests.cli.completing import parameters
from tests.cli.test_command_line import imported
from tests.journeys.desk import LOI, Desk, tree
from tests.journeys.lisbon import sit_down


@pytest.fixture(scope="module")
def merged(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Nothing that is asked here writes."""
    desk = sit_down(Desk(tmp_path_factory.mktemp("completion") / "desk"))
    desk.loi("merge", "--author", "A", code=1)
    return desk


def asked(desk: Desk, line: str, shell: str = "fish", **env: str) -> list[str]:
    """The words that are offered at the end of a line, as fish hears them."""
    run = subprocess.run(
        [str(LOI)], cwd=desk.folder, capture_output=True, timeout=60,
        env=desk.env | {"_LOI_COMPLETE": f"complete_{shell}", "_TYPER_COMPLETE_ARGS": line,
                        "_TYPER_COMPLETE_FISH_ACTION": "get-args"} | env,
    )  # fmt: skip
    assert (run.returncode, run.stderr) == (0, b"")
    return [one.split("\t")[0] for one in run.stdout.decode().splitlines()]


def test_the_table_says_what_the_commands_take() -> None:
    rows = "".join(f"{one.row}\n" for one in parameters())
    if os.environ.get("LOI_WRITE_GOLDEN"):
        TABLE.write_text(rows, encoding="utf-8", newline="\n")
    assert TABLE.read_text(encoding="utf-8") == rows


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("loi st", ["status"]),
        ("loi -q st", ["status"]),
        ("loi -C . -q st", ["status"]),
        ("loi show v", ["v2", "v1"]),
        ("loi show mee", ["meetings"]),
        ("loi blame fields.f", ["fields.fish"]),
        ("loi diff v1 v", ["v2", "v1"]),
        ("loi diff v1 harb", ["harbours-1"]),
        ("loi decide --take f", ["fishing"]),
        ("loi decide --take=f", ["--take=fishing"]),
        ("loi decide meetings/", ["CONFLICT"]),
        ("loi request --unit har", ["harbours"]),
        ("loi render r", ["redline", "rundown", "report", "reply"]),
        ("loi render loi --for K", ["KEN"]),
        ("loi render loi --language pt,", ["pt,sw", "pt,en"]),
        ("loi render loi --format docx,p", ["docx,pdf"]),
        ("loi withdraw harbours-1 f", ["fishing-1"]),
        ("loi check --stage f", ["final"]),
        ("loi explain L104", ["L104"]),
        ("loi merge --dry", ["--dry-run"]),
        ("loi merge -- --dry", []),
        ("loi nonsense ", []),
        ("loi collect ", []),
        ("loi find 'fish", []),
    ],
)
def test_what_is_offered(merged: Desk, line: str, offered: list[str]) -> None:
    if offered == ["CONFLICT"]:
        offered = [c["id"] for c in merged.loi("conflicts", "--format", "json").json["conflicts"]]
    assert asked(merged, line) == offered


def test_the_dossier_is_the_one_that_is_named(merged: Desk, tmp_path: Path) -> None:
    elsewhere = Desk(tmp_path / "elsewhere")
    assert asked(elsewhere, "loi show v") == []
    desk = os.path.relpath(merged.folder, elsewhere.folder)
    assert asked(elsewhere, f"loi -C {desk} show v") == ["v2", "v1"]
    assert asked(elsewhere, f"loi show -C {desk} v") == ["v2", "v1"]
    assert asked(elsewhere, f"loi show --dossier={desk} v") == ["v2", "v1"]
    assert asked(elsewhere, "loi show v", LOI_DOSSIER=str(merged.folder)) == ["v2", "v1"]


def test_before_the_first_version_the_concept_has_the_clauses(tmp_path: Path) -> None:
    desk = sit_down(Desk(tmp_path / "desk"))
    assert "fields.fish" in asked(desk, "loi propose ")
    assert asked(desk, "loi show v") == []


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("dossier.yaml", b"\xff\xfe\x00 units: ["),
        ("versions/" + "0" * 64 + ".json", b'{"number":'),
        ("concept.yaml", b"- clause: $(touch x)\n- clause: `x`\n- clause: '; touch x'\n"),
    ],
)
def test_nothing_is_said_written_or_run_whatever_the_files_hold(tmp_path: Path, name: str, data: bytes) -> None:
    desk = sit_down(Desk(tmp_path / "desk"))
    path = desk.folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    before = tree(desk.folder)
    lines = ("loi show ", "loi decide ", "loi request --unit ", "loi propose ", "loi 'un")
    shells = ("fish", "zsh", "bash", "powershell", "tcsh")
    for line, shell in (*zip(lines, shells, strict=True), *((lines[3], each) for each in shells[:3])):
        said = "".join(asked(desk, line, shell, COMP_WORDS=line, COMP_CWORD="1"))
        assert "touch" not in said
        assert not {"$", "`"} & set(said)
    assert tree(desk.folder) == before


def test_a_completion_imports_nothing_heavy(merged: Desk) -> None:
    desk = Desk(merged.folder, _LOI_COMPLETE="complete_fish", _TYPER_COMPLETE_ARGS="loi show m",
                _TYPER_COMPLETE_FISH_ACTION="get-args")  # fmt: skip
    modules = imported(desk)
    assert not {"typer", "yaml", "lxml", "jinja2", "rich", "babel"} & {m.split(".")[0] for m in modules}
    assert not {m for m in modules if m.startswith("loi_cli.cli.commands")}


def _installed(shell: str, home: Path) -> tuple[str, dict[str, str]]:
    """The shell's path, and an environment in which its own `loi` is the one under test. Skips where it is absent."""
    path = shutil.which(shell)
    if path is None:
        pytest.skip(f"no {shell} here to ask for completions")
    env = Desk(home).env
    return path, env | {"PATH": f"{LOI.parent}{os.pathsep}{env['PATH']}"}


def _script(shell: str, env: dict[str, str]) -> str:
    return subprocess.run(
        [str(LOI)], env=env | {"_LOI_COMPLETE": f"source_{shell}"}, capture_output=True, check=True, text=True
    ).stdout


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("loi sta", "status"),
        ("loi show mee", "meetings"),
        ("loi decide --take=fis", "fishing"),
        ("loi diff v", "v1 v2"),
    ],
)
def test_a_real_bash(merged: Desk, tmp_path: Path, line: str, offered: str) -> None:
    bash, env = _installed("bash", tmp_path / "home")
    program = f"""
{_script("bash", env)}
COMP_WORDBREAKS=$' \\t\\n"\\'><=;|&(:'
COMP_WORDS=({line.replace("=", " = ")}); COMP_CWORD=$(( ${{#COMP_WORDS[@]}} - 1 ))
eval "$(complete -p loi | sed 's/.*-F \\([^ ]*\\).*/\\1 loi/')"
printf '%s\\n' "${{COMPREPLY[@]}}" | sort | paste -sd ' '
"""
    run = subprocess.run([bash, "--norc", "-c", program], cwd=merged.folder, env=env, capture_output=True, text=True)
    assert (run.stdout.strip(), run.stderr) == (offered, "")


ZSH = r"""
import os, pty, select, sys, time
pid, door = pty.fork()
if not pid:
    os.execvp(sys.argv[1], [sys.argv[1], "-f", "-i"])
def read(seconds, until):
    said, end = "", time.monotonic() + seconds
    while time.monotonic() < end and until not in said:
        if select.select([door], [], [], 0.2)[0]:
            said += os.read(door, 65536).decode(errors="replace")
    return said
def type(text):
    os.write(door, text.encode())
type("PS1='%% '; autoload -Uz compinit; compinit -u -D; eval \"$(<" + sys.argv[2] + ")\"; echo REA''DY\n")
read(60, "READY")
read(1, "\0")
type(sys.argv[3] + "\t")
print(read(30, sys.argv[4]))
os.kill(pid, 9)
"""


@pytest.mark.parametrize(("line", "offered"), [("loi sta", "status"), ("loi show mee", "meetings"),
                                               ("loi decide --take fis", "fishing")])  # fmt: skip
def test_a_real_zsh(merged: Desk, tmp_path: Path, line: str, offered: str) -> None:
    import sys

    zsh, env = _installed("zsh", tmp_path / "home")
    script = tmp_path / "_loi"
    script.write_text(_script("zsh", env))
    run = subprocess.run(
        [sys.executable, "-c", ZSH, zsh, str(script), line, offered], cwd=merged.folder,
        env=env | {"TERM": "xterm"}, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert offered in run.stdout, run.stdout + run.stderr


def test_a_real_fish(merged: Desk, tmp_path: Path) -> None:
    fish, env = _installed("fish", tmp_path / "home")
    program = f"{_script('fish', env)}\ncomplete -C 'loi show mee'; complete -C 'loi decide --take fis'"
    run = subprocess.run([fish, "-N", "-c", program], cwd=merged.folder, env=env, capture_output=True, text=True)
    assert run.stdout.split() == ["meetings", "fishing"], run.stderr
