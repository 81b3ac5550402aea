"""Papers: which are made, for whom, with which exit code; that they open, repeat, and leave a person's edits alone."""

import io
import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from loi_cli.files.packed import templates_folder
from tests.journeys.desk import Desk, tree
from tests.journeys.lisbon import CONCEPT, DOSSIER, MEETING, an_input
from tests.journeys.packages import words_of

AT_THE_TABLE = ("invitation", "rundown", "attendance", "badges", "place-cards")
OURS = (
    "loi", "redline", "matrix", "agenda", "delegations", "talking-points", "packet", *AT_THE_TABLE, "plain-agenda",
    "briefing", "positions", "distribution",
)  # fmt: skip
THEIRS = ("loi", "agenda", "delegations", "packet", *AT_THE_TABLE)


def test_build_says_what_is_open_and_exits_0(merged: Desk) -> None:
    said = merged.loi("build")
    assert "1 conflict is open: `loi conflicts`" in said.err
    assert {Path(line).parent.as_posix() for line in said.out.splitlines()} == {"out/internal", "out/for-KEN"}


def test_strict_and_locked(desk: Desk, merged: Desk) -> None:
    assert "3 files wait to be merged" in desk.loi("build", "--locked", code=1).err
    desk.loi("build", "--strict", code=1)
    merged.loi("build", "--locked")
    merged.loi("build", "--strict", code=1)
    merged.loi("decide", "meetings", "--take", "base", "--by", "A", "--reason", "B")
    assert "1 file waits to be merged" in merged.loi("build", "--locked", code=1).err
    merged.loi("merge", "--author", "A")
    merged.loi("build", "--locked", "--strict")


def test_build_merges_in_memory_alone(desk: Desk) -> None:
    before = tree(desk.folder)
    desk.loi("build")
    assert {name: held for name, held in tree(desk.folder).items() if not name.startswith("out/")} == before


@pytest.mark.parametrize("paper", OURS)
def test_every_paper_for_us(merged: Desk, paper: str) -> None:
    made = [merged.folder / line for line in merged.loi("render", paper).out.splitlines()]
    assert [path.suffix for path in made] == [".docx", ".html"]
    assert docx.Document(str(made[0])).element.body is not None
    assert made[1].read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("paper", THEIRS)
def test_every_paper_for_them(merged: Desk, paper: str) -> None:
    holds_text = paper in ("loi", "packet")
    said = merged.loi("render", paper, "--for", "KEN", code=int(holds_text))
    assert all(line.startswith("out/for-KEN/") for line in said.out.splitlines())
    assert ("held back" in said.err) == holds_text


def test_a_paper_for_them_that_goes_elsewhere_says_as_much(merged: Desk) -> None:
    said = merged.loi("render", "loi", "--for", "KEN", "-o", "theirs.docx", code=1)
    assert "held back" in said.err
    assert (merged.folder / "theirs.docx").is_file()
    assert "held back" in merged.loi("render", "loi", "--for", "KEN", "--format", "html", "-o", "-", code=1).err
    merged.loi("render", "loi", "-o", "ours.docx")


def test_a_file_elsewhere_that_is_open_in_word_is_left_as_it_is(merged: Desk) -> None:
    (merged.folder / "x.docx").write_bytes(b"a person's")
    (merged.folder / "~$x.docx").write_bytes(b"")
    assert "x.docx is open in Word or LibreOffice" in merged.loi("render", "loi", "-o", "x.docx", code=2).err
    assert (merged.folder / "x.docx").read_bytes() == b"a person's"


@pytest.mark.skipif(
    shutil.which("soffice") is None or shutil.which("fc-list") is None, reason="LibreOffice or fontconfig is not here"
)
def test_a_print_elsewhere_names_the_fonts_that_are_missing(merged: Desk) -> None:
    with zipfile.ZipFile(templates_folder() / "reference.docx") as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b"Times New Roman", b"Letters of Nobody")
    (merged.folder / "templates").mkdir()
    with zipfile.ZipFile(merged.folder / "templates" / "reference.docx", "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    said = merged.loi("render", "summary", "--language", "en", "-o", "x.pdf")
    assert "the font Letters of Nobody is not here: LibreOffice took another" in said.err
    assert (merged.folder / "x.pdf").read_bytes().startswith(b"%PDF")


def test_talking_points_are_never_made_for_them(merged: Desk) -> None:
    assert "internal" in merged.loi("render", "talking-points", "--for", "KEN", code=2).err
    assert not (merged.folder / "out").exists()


def test_agenda_and_packet_by_meeting(merged: Desk) -> None:
    assert "out/internal/agenda-2022-02-09-bilateral.docx" in merged.loi("agenda").out
    assert (
        "out/for-KEN/packet-2022-02-09-bilateral.html"
        in merged.loi("packet", "2022-02-09", "--for", "KEN", "--format", "html", code=1).out
    )


def test_one_file_elsewhere_and_on_standard_output(merged: Desk) -> None:
    merged.loi("render", "loi", "--format", "html", "--language", "en", "-o", "x/loi.html")
    page = (merged.folder / "x/loi.html").read_text(encoding="utf-8")
    assert "management and safety of ports" in page
    assert merged.loi("render", "loi", "--format", "html", "--language", "en", "-o", "-").out == page
    assert not (merged.folder / "out").exists()


def test_an_edited_paper_is_left_alone(merged: Desk) -> None:
    first = merged.loi("render", "loi", "--format", "html").out.strip()
    edited = merged.folder / first
    edited.write_text("my own words", encoding="utf-8")
    said = merged.loi("render", "loi", "--format", "html")
    assert said.out.strip() == "out/internal/loi-v2-2.html"
    assert "loi-v2.html was edited" in said.err
    assert edited.read_text(encoding="utf-8") == "my own words"
    assert merged.loi("render", "loi", "--format", "html").out.strip() == "out/internal/loi-v2-2.html"


def test_a_paper_that_nobody_edited_is_replaced(merged: Desk) -> None:
    merged.loi("render", "loi", "--format", "html")
    assert merged.loi("render", "loi", "--format", "html", SOURCE_DATE_EPOCH="1650000000").out.strip() == (
        "out/internal/loi-v2.html"
    )


def test_a_file_that_loi_did_not_write_is_left_alone(merged: Desk) -> None:
    """The memory of what was written may be lost, or somebody put a file of their own there."""
    own = merged.write("out/internal/loi-v2.html", "my own words")
    assert merged.loi("render", "loi", "--format", "html").out.strip() == "out/internal/loi-v2-2.html"
    assert own.read_text(encoding="utf-8") == "my own words"


CANARY = "kanari"

SECRETS = f"""\
schema: 1
unit: {CANARY}-harbours
round: 1
base: v1
date: 2022-01-12
source: {CANARY} telephone call
proposals:
  - reword: fields.ports
    pt: gestão e segurança dos portos;
    sw: usimamizi na usalama wa bandari;
    en: management and safety of ports;
    reason: {CANARY} reason
  - replace: meetings
    en: {{from: once a year, to: "{CANARY} dispute"}}
    reason: {CANARY} reason of a dispute
  - insert: {CANARY}.disputed
    kind: item
    in: fields
    en: "{CANARY} words of a clause that two units want differently"
  - instruct: desire
    note: {CANARY} instruction
  - remark: desire
    note: {CANARY} remark
  - position: meetings
    aim: {CANARY} aim
    fallback: {CANARY} fallback
    red-line: {CANARY} red line
projects:
  - project: {CANARY}-project
    title: {{en: "{CANARY} title"}}
    note: {CANARY} note
agenda:
  - title: {{en: "{CANARY} item"}}
    clauses: [desire]
talking-points:
  - about: fields.ports
    note: {CANARY} point
"""


def test_no_internal_word_is_in_any_part_of_a_file_for_them(tmp_path: Path) -> None:
    """Marked words stand wherever only we may read; every file in out/for-KEN/ is searched, unzipped."""
    home = tmp_path / f"{CANARY}-home"
    desk = Desk(home / f"{CANARY}-desk", LOI_BY=f"{CANARY} author", USER=f"{CANARY}-user", HOSTNAME=f"{CANARY}-host")
    dossier = DOSSIER.replace("  harbours:", f"  {CANARY}-harbours:").replace("  fishing:", f"  {CANARY}-fishing:")
    for word in ("Direção dos Portos", "Direção das Pescas", "Diretor dos Portos", "harbours@"):
        dossier = dossier.replace(word, f"{CANARY} {word}" if "@" not in word else f"{CANARY}@")
    desk.write("dossier.yaml", dossier)
    desk.write("concept.yaml", CONCEPT + f"# {CANARY} comment\n")
    desk.write("meetings/2022-02-09-bilateral.yaml", MEETING.replace("Do not mention", f"{CANARY} do not mention"))
    desk.write(f"inputs/{CANARY}-harbours-1.yaml", SECRETS)
    other = SECRETS.replace(f"unit: {CANARY}-harbours", f"unit: {CANARY}-fishing")
    other = other.replace(f"{CANARY} words of", f"{CANARY} other words of").replace(f"{CANARY} dispute", "biannually")
    desk.write(f"inputs/{CANARY}-fishing-1.yaml", other)
    desk.loi("merge", "-m", f"{CANARY} message", code=1)
    desk.loi("tag", "v2", f"{CANARY}-tag")
    desk.loi("build")
    for paper in THEIRS:
        desk.loi("render", paper, "--for", "KEN", code=int(paper in ("loi", "packet")))
    desk.loi("decide", "fields.ports", "--take", "base", "--by", "A", "--reason", "B", code=2)
    desk.loi("decide", "meetings", "--words", "twice a year", "--by", f"{CANARY} office", "--reason", f"{CANARY} why")
    desk.loi("merge", code=1)
    desk.loi("build")

    outside = [p for p in (desk.folder / "out" / "for-KEN").rglob("*") if p.is_file()]
    assert {p.suffix for p in outside} == {".docx", ".html"}
    assert [p.name for p in outside if CANARY in words_of(p).lower()] == []
    inside = "".join(words_of(p) for p in (desk.folder / "out" / "internal").glob("*.html"))
    for word in ("reason", "instruction", "remark", "aim", "fallback", "red line", "point", "dispute"):
        assert f"{CANARY} {word}" in inside, "the search above would see it"


def test_the_same_bytes_whatever_the_machine(desk: Desk, tmp_path: Path) -> None:
    there = tmp_path / "tempat lain" / "копия"
    shutil.copytree(desk.folder, there)
    other = Desk(tmp_path, TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONHASHSEED="4711", LANG="pt_PT.UTF-8", USER="b")
    old = os.umask(0o077)
    try:
        other.loi("-C", str(there), "build")
    finally:
        os.umask(old)
    desk.loi("build", PYTHONHASHSEED="1")
    one, two = tree(desk.folder / "out"), tree(there / "out")
    assert len(one) > 20
    assert one == two


def test_documents_do_not_tell_when_they_were_zipped(merged: Desk) -> None:
    made = merged.folder / merged.loi("render", "loi", "--format", "docx").out.strip()
    with zipfile.ZipFile(io.BytesIO(made.read_bytes())) as package:
        assert len({entry.date_time for entry in package.infolist()}) == 1
        assert len({entry.create_system for entry in package.infolist()}) == 1


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_documents_open_in_libreoffice(merged: Desk, tmp_path: Path) -> None:
    merged.write("inputs/lawyers-2.yaml", an_input("lawyers", 2, "- delete: fields.fish", base="v2"))
    merged.loi("build", "--paper-format", "docx")
    papers = sorted((merged.folder / "out").rglob("*.docx"))
    for paper in papers:
        shutil.copy(paper, tmp_path / f"{paper.parent.name}-{paper.name}")
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "txt",
         "--outdir", str(tmp_path / "read"), *map(str, sorted(tmp_path.glob("*.docx")))],
        capture_output=True, check=True, timeout=240,
    )  # fmt: skip
    read = {path.name: path.read_text(encoding="utf-8-sig") for path in (tmp_path / "read").glob("*.txt")}
    assert len(read) == len(papers)
    for name in ("internal-loi", "for-KEN-loi"):
        assert any("management and safety of ports" in text for file, text in read.items() if file.startswith(name))


def _without_a_style(folder: Path) -> None:
    with (
        zipfile.ZipFile(Path(__file__).parents[2] / "templates" / "reference.docx") as old,
        zipfile.ZipFile(folder / "reference.docx", "w") as new,
    ):
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'w:val="Recital"', b'w:val="Pembukaan"'))


def _with_a_picture(folder: Path) -> None:
    (folder / "loi.html").write_text(
        '{% extends "base.html" %}{% block sections %}<section class="paper"><p>x</p>\n<img></section>{% endblock %}'
    )


@pytest.mark.parametrize(("spoil", "said"), [(_without_a_style, "Recital"), (_with_a_picture, "<img>")])
def test_an_office_s_own_that_cannot_be_used_leaves_no_half_written_file(
    merged: Desk, spoil: Callable[[Path], None], said: str
) -> None:
    (merged.folder / "templates").mkdir()
    spoil(merged.folder / "templates")
    before = tree(merged.folder)
    run = merged.loi("render", "loi", "--format", "docx", code=2)
    assert said in run.err and "Traceback" not in run.err and run.out == ""
    assert tree(merged.folder) == before


@pytest.mark.parametrize("paper", ["agenda", "packet"])
def test_papers_of_a_meeting_take_an_office_s_templates_and_a_layout(merged: Desk, paper: str, tmp_path: Path) -> None:
    (tmp_path / "page.css").write_text("p { color: teal }", encoding="utf-8")
    said = merged.loi(paper, "--templates", str(tmp_path), "--layout", "sequence", "--format", "html")
    assert "color: teal" in (merged.folder / said.out.split()[0]).read_text(encoding="utf-8")
    assert "sequence" in said.out
    merged.loi(paper, "--layout", "sideways", code=2)


@pytest.mark.parametrize("paper", ["loi", "redline"])
def test_the_command_that_is_named_next_makes_theirs(merged: Desk, paper: str) -> None:
    said = merged.loi("render", paper, "--format", "html").err
    (named,) = [part for part in said.split("`") if part.startswith("loi render")]
    made = merged.loi(*named.replace("VERSION", "v1").split()[1:], "--format", "html", code=1).out
    assert made.startswith("out/for-KEN/")
