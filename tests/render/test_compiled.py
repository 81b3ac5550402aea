"""Compiled templates are kept beside ours: never an office's, never from where others may write, never a stale one."""

import os
import shutil
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment

from loi_cli.render.compiled import Compiled

POSIX_ONLY = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows keeps access lists")


@pytest.fixture(autouse=True)
def _bytecode_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setattr("sys.pycache_prefix", None)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    (folder / "sections").mkdir(parents=True)
    (folder / "sections" / "a.html").write_text("<p>{{ words }}</p>", encoding="utf-8")
    return folder


def loaded(own: Path, *others: Path, bound_to: bytes = b"1", kind: type[Environment] = Environment) -> Template:
    """The template, in an environment made anew, as in another run."""
    made = kind(
        loader=FileSystemLoader([str(folder) for folder in (*others, own)]),
        autoescape=True,
        bytecode_cache=Compiled(own, bound_to),
    )
    return made.get_template("sections/a.html")


def kept(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("__pycache__/*") if path.is_file()]


def compilations(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Grows with each template that is compiled."""
    found: list[object] = []
    compile_ = Environment.compile

    def counted(self: Environment, *args: object, **options: object) -> object:
        found.append(args)
        return compile_(self, *args, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Environment, "compile", counted)
    return found


def test_the_second_run_compiles_nothing_and_gives_the_same(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = loaded(own).render(words="a < b")
    compiled = compilations(monkeypatch)
    assert loaded(own).render(words="a < b") == first == "<p>a &lt; b</p>"
    assert compiled == [] and len(kept(own)) == 1


def test_another_template_environment_or_folder_is_compiled_anew(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded(own)
    compiled = compilations(monkeypatch)
    loaded(own, bound_to=b"2", kind=ImmutableSandboxedEnvironment)
    (own / "sections" / "a.html").write_text("<h1>{{ words }}</h1>", encoding="utf-8")
    assert loaded(own).render(words="x") == "<h1>x</h1>"
    moved = shutil.copytree(own, own.parent / "moved")
    assert loaded(moved).render(words="x") == "<h1>x</h1>"
    assert len(compiled) == 3


def test_an_office_s_template_is_never_kept(own: Path, tmp_path: Path) -> None:
    office = tmp_path / "office"
    (office / "sections").mkdir(parents=True)
    (office / "sections" / "a.html").write_text("theirs", encoding="utf-8")
    assert loaded(own, office).render() == "theirs"
    assert kept(own) == kept(office) == []


@POSIX_ONLY
@pytest.mark.parametrize("which", ["file", "folder"])
def test_what_others_may_write_is_not_read(own: Path, which: str, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded(own)
    (file,) = kept(own)
    (file if which == "file" else file.parent).chmod(0o777)
    compiled = compilations(monkeypatch)
    loaded(own)
    assert len(compiled) == 1


@POSIX_ONLY
def test_a_link_is_not_followed(own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded(own)
    (file,) = kept(own)
    file.symlink_to(file.rename(tmp_path / "elsewhere"))
    compiled = compilations(monkeypatch)
    loaded(own)
    assert len(compiled) == 1


@pytest.mark.parametrize("damage", [b"", b"x" * 40, None])
def test_a_torn_file_is_compiled_anew(own: Path, damage: bytes | None, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded(own)
    (file,) = kept(own)
    file.write_bytes(file.read_bytes()[:-9] if damage is None else damage)
    compiled = compilations(monkeypatch)
    assert loaded(own).render(words="x") == "<p>x</p>"
    assert len(compiled) == 1


def test_a_folder_that_cannot_be_written_is_no_mistake(own: Path) -> None:
    (own / "sections" / "__pycache__").write_text("in the way", encoding="utf-8")
    assert loaded(own).render(words="x") == "<p>x</p>"


def test_nothing_is_written_where_python_writes_no_bytecode(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    loaded(own)
    assert kept(own) == []
