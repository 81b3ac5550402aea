"""The command line itself: settings before and after a command, versions, helps, what is imported, interrupts."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

import loi_cli
from loi_cli.cli.catalogue import entries
from tests.cli.helps import every_help
from tests.journeys.desk import Desk, command
from tests.journeys.lisbon import sit_down

COMMANDS = sorted(entries())
HEAVY = {"yaml", "lxml", "jinja2", "rich", "babel", "docx", "num2words"}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return sit_down(Desk(tmp_path / "desk"))


def imported(desk: Desk, *arguments: str) -> set[str]:
    """The modules that a command imports."""
    program = (
        "import sys, atexit\n"
        "atexit.register(lambda: print('\\n'.join(sys.modules), file=sys.stderr))\n"
        f"sys.argv = ['loi', *{list(arguments)!r}]\n"
        "from loi_cli.cli.main import main\n"
        "main()\n"
    )
    root = str(Path(loi_cli.__file__).parents[1])
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=desk.folder, env=desk.env | {"PYTHONPATH": root}, capture_output=True
    )
    assert run.returncode == 0, run.stderr.decode()
    return set(run.stderr.decode().split())


def test_the_dossier_is_named_before_or_after_the_command(desk: Desk, tmp_path: Path) -> None:
    elsewhere = Desk(tmp_path / "elsewhere")
    expected = desk.loi("status").out
    for arguments in (
        ["-C", "../desk", "status"],
        ["status", "-C", "../desk"],
        ["--dossier", "../desk", "status"],
        ["status", "--dossier=../desk"],
        ["-C", "../desk/dossier.yaml", "status"],
    ):
        assert elsewhere.loi(*arguments).out == expected
    assert elsewhere.loi("status", "-C", "../desk", LOI_DOSSIER="nowhere").out == expected


def test_quiet_leaves_only_what_was_asked_for(desk: Desk) -> None:
    loud, quiet = desk.loi("status"), desk.loi("-q", "status")
    assert loud.out == quiet.out == desk.loi("status", "--quiet").out
    assert loud.err
    assert quiet.err == ""
    assert desk.loi("show", "v9", "-q", code=2).err


def test_no_colour_where_nobody_looks(desk: Desk) -> None:
    without = {name: value for name, value in desk.env.items() if name != "NO_COLOR"}
    for extra in ({}, {"NO_COLOR": "1"}, {"TERM": "dumb"}, {"CLICOLOR_FORCE": "0"}):
        said = subprocess.run([*command(), "status"], cwd=desk.folder, env=without | extra, capture_output=True)
        assert b"\x1b" not in said.stdout + said.stderr


@pytest.mark.skipif(os.name == "nt", reason="no pseudo-terminals")
def test_colour_on_a_terminal_unless_it_is_unwanted(desk: Desk) -> None:
    import pty

    def seen(*arguments: str, **extra: str) -> bytes:
        env = {k: v for k, v in desk.env.items() if k != "NO_COLOR"} | {"TERM": "xterm", "LINES": "100"} | extra
        ours, theirs = pty.openpty()
        run = subprocess.Popen([*command(), *arguments], cwd=desk.folder, env=env, stdout=theirs, stderr=theirs)
        os.close(theirs)
        found = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:
                break
            if not part:
                break
            found += part
        os.close(ours)
        run.wait()
        return found

    assert b"\x1b[" in seen("status")
    assert b"\x1b[" in seen("show", "v9")
    for quiet in (seen("status", "--no-color"), seen("status", NO_COLOR="1"), seen("--no-color", "show", "v9"),
                  seen("show", "v9", NO_COLOR="1"), seen("status", TERM="dumb")):  # fmt: skip
        assert b"\x1b[" not in quiet


def test_the_version_is_said_without_typer(desk: Desk) -> None:
    assert desk.loi("--version").out == f"loi {loi_cli.__version__}\n"
    modules = imported(desk, "--version")
    assert "typer" not in modules
    assert not {m for m in modules if m.startswith("loi_cli.") and not m.startswith("loi_cli.cli")}
    assert desk.loi("-q", "--version").out == f"loi {loi_cli.__version__}\n"


def test_help_imports_no_command_and_nothing_heavy(desk: Desk) -> None:
    modules = imported(desk, "--help")
    assert "typer" in modules
    assert not {m for m in modules if m.startswith("loi_cli.cli.commands")}
    assert not HEAVY & {m.split(".")[0] for m in modules}


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["merge", "--help"], {"lxml", "jinja2", "rich", "babel", "docx", "num2words"}),
        (["status"], {"lxml", "jinja2", "rich", "babel", "docx", "num2words"}),
        (["log"], {"lxml", "jinja2", "rich", "babel", "docx", "num2words"}),
        (["check"], {"lxml", "jinja2", "rich", "docx", "num2words"}),
        (["schema", "input"], {"lxml", "jinja2", "rich", "babel", "docx", "num2words"}),
        (["show", "head"], {"lxml", "jinja2", "rich", "babel", "docx", "num2words"}),
    ],
)
def test_a_command_imports_what_it_needs(desk: Desk, arguments: list[str], unwanted: set[str]) -> None:
    if arguments[0] == "show":
        desk.loi("merge", "--author", "A", code=1)
    assert not unwanted & {m.split(".")[0] for m in imported(desk, *arguments)}


def test_the_help_lists_every_command_with_one_line(desk: Desk) -> None:
    said = desk.loi("--help")
    for name, entry in entries().items():
        assert re.search(rf"^  {name} +{re.escape(entry.help[:20])}", said.out, re.MULTILINE)
    assert said.err == ""
    assert desk.loi("-h").out == said.out


@pytest.fixture(scope="module")
def helps(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    return every_help(Desk(tmp_path_factory.mktemp("desk")))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_two_examples_and_documents_its_options(helps: Mapping[str, str], name: str) -> None:
    said = helps[name]
    assert len(re.findall(rf"(?:Examples:|·)\s+loi {name}\b", said)) >= 2, said
    options = said.split("Options:")[1]
    documented = re.findall(r"^  (-\S.*?)(?:  |\n +)(\S.*)$", options, re.MULTILINE)
    assert len(documented) >= 4
    for line in options.splitlines():
        if re.match(r"  -", line):
            assert re.search(r"\S {2,}\S", line[2:]) or len(line) > 22, f"{name}: no help for {line}"
    assert "-C, --dossier DIR" in options
    assert "LOI_DOSSIER" in options


@pytest.mark.parametrize("name", COMMANDS)
def test_every_parameter_has_a_help_text(name: str) -> None:
    from loi_cli.cli.app import group

    found = group().get_command(None, name)
    assert [p.name for p in found.params if not getattr(p, "help", None)] == []


@pytest.mark.parametrize(("typed", "meant"), [("stauts", "status"), ("mrege", "merge"), ("diffs", "diff")])
def test_an_unknown_command_names_the_nearest(desk: Desk, typed: str, meant: str) -> None:
    said = desk.loi(typed, code=2)
    assert f"Did you mean '{meant}'" in said.err
    assert said.out == ""


def test_an_unknown_option_names_the_nearest(desk: Desk) -> None:
    assert "--keep-going" in desk.loi("merge", "--keepgoing", code=2).err


def test_python_minus_m(desk: Desk) -> None:
    root = str(Path(loi_cli.__file__).parents[1])
    run = subprocess.run(
        [sys.executable, "-m", "loi_cli", "--version"], env=desk.env | {"PYTHONPATH": root}, capture_output=True
    )
    assert run.stdout.decode().strip() == f"loi {loi_cli.__version__}"


@pytest.mark.skipif(os.name == "nt", reason="no SIGINT to another process")
def test_an_interrupt_is_130_without_a_traceback(desk: Desk) -> None:
    run = subprocess.Popen(
        [*command(), "collect", "-"],
        cwd=desk.folder, env=desk.env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    try:
        run.wait(timeout=2)  # it waits for its standard input
    except subprocess.TimeoutExpired:
        run.send_signal(signal.SIGINT)
    out, err = run.communicate(timeout=20)
    assert run.returncode == 130
    assert b"Traceback" not in out + err


@pytest.mark.skipif(os.name == "nt", reason="pipes break otherwise on Windows")
def test_a_reader_that_goes_away_is_no_bug(desk: Desk) -> None:
    run = subprocess.Popen(
        [*command(), "schema", "input"], cwd=desk.folder, env=desk.env, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert run.stdout is not None
    run.stdout.close()
    err = run.stderr.read() if run.stderr else b""
    run.wait(timeout=20)
    assert b"Traceback" not in err
    assert b"bug in loi" not in err
    assert b"Exception ignored" not in err
