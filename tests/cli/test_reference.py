"""The page of all commands says what their helps say."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import loi_cli
from loi_cli.cli.app import group
from loi_cli.cli.catalogue import Entry, sections
from tests.reviewed import as_reviewed_below_mark

PAGE = Path(loi_cli.__file__).parent / "cli" / "README.md"


def reference() -> Iterator[str]:
    for title, some in sections():
        yield f"## {title}"
        yield ""
        for entry in some:
            yield from _command(entry)


def _command(entry: Entry) -> Iterator[str]:
    root = group()
    whole = root.make_context("loi", [], resilient_parsing=True)
    command = root.get_command(whole, entry.name)
    within = type(whole)(command, info_name=entry.name, parent=whole)
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    yield f"### loi {entry.name}"
    yield ""
    yield " ".join(["`loi", entry.name, *map(_placed, arguments)]) + "`"
    yield ""
    yield from (line.replace("*", "\\*").replace("<", "&lt;") for line in command.help.splitlines())
    yield ""
    told = [p.get_help_record(within) for p in command.params if not p.name.startswith("shared_")]
    if rows := [row for row in told if row]:
        yield "| | |"
        yield "| --- | --- |"
        for name, says in rows:
            yield f"| `{_cell(name)}` | {_cell(says).replace('<', '&lt;')} |"
        yield ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _placed(argument: Any) -> str:
    name = argument.metavar or argument.name.upper()
    many = "…" if argument.nargs == -1 and not name.endswith("…") else ""
    return f"{name}{many}" if argument.required else f"[{name}{many}]"


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOI_LANG", "en")


def test_the_page_of_commands_is_that_of_their_helps() -> None:
    as_reviewed_below_mark(PAGE, "tests/cli/test_reference.py", "\n".join(reference()))
