"""Bad input of every kind, through the commands: a clear message that says what, where and what to do; exit code 2,
or 1 where `check` reports a finding; no traceback; and the dossier's folder as it was, byte for byte."""

import os
import re
from pathlib import Path

import pytest

from tests.journeys.desk import Desk, Said, tree
from tests.journeys.disks import fill, read_only, small_disk
from tests.journeys.lisbon import CONCEPT, DOSSIER, FISHING, HARBOURS, MEETING, sit_down

BOMB = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
DEEP = "schema: " + "[" * 500 + "]" * 500 + "\n"


def words(text: str) -> bytes:
    return HARBOURS.replace("reason: Safety is what the port authority is paid for.", text).encode()


INPUTS: dict[str, tuple[bytes, str, str]] = {
    "UTF-16": (HARBOURS.encode("utf-16"), "is not UTF-8; it looks like UTF-16", "UTF-8"),
    "cp1251": (words("reason: Привет, как дела").decode().encode("cp1251", "replace"), "windows-1251", "UTF-8"),
    "malformed": (b"schema: 1\nunit: [harbours\nround: 1\n", "", ""),
    "an alias bomb": (BOMB.encode(), "names a value, which is not allowed here", ""),
    "nested too deep": (DEEP.encode(), "nested more than 20 deep", ""),
    "a key twice": (HARBOURS.replace("round: 1", "round: 1\nround: 2").encode(), "stands twice: in line 3", "keep one"),
    "an unknown key": (HARBOURS.replace("date:", "dates:").encode(), "dates", "did you mean `date`?"),
    "too large": (b"#" * (1 << 20) + b"\n", "1 MiB", ""),
    "a control character": (words("reason: \x1b[31mred"), "U+001B", "delete it"),
    "an escaped control character": (words('reason: "\\x1b[31mred"'), "U+001B", ""),
    "a bidi override": (words("reason: \u202egnorw"), "U+202E RIGHT-TO-LEFT OVERRIDE", "delete it"),
    "nothing": (b"", "", ""),
    "two documents": (HARBOURS.encode() + b"---\n" + HARBOURS.encode(), "a second document", "---"),
    "a path as a clause": (HARBOURS.replace("reword: fields.ports", "reword: ../x").encode(), "`../x`", "a-z, 0-9"),
    "a device as a clause": (HARBOURS.replace("reword: fields.ports", "reword: CON").encode(), "`CON`", "Windows"),
    "a device in small letters": (HARBOURS.replace("reword: fields.ports", "reword: con").encode(), "`con`", "Windows"),
    "an unknown unit": (HARBOURS.replace("unit: harbours", "unit: harbors").encode(), "harbors", "`harbours`?"),
    "an unknown round": (HARBOURS.replace("round: 1", "round: 7").encode(), "no round 7", "1, 2"),
    "an unknown language": (HARBOURS.replace("    sw:", "    xx:").encode(), "no language `xx`", "pt, sw, en"),
    "an unknown party": (
        HARBOURS.replace("unit: harbours\nround: 1", "party: KEM").encode(), "`KEM`", "did you mean `KEN`?"),
    "an unknown clause": (HARBOURS.replace("fields.ports", "fields.port").encode(), "fields.port", "fields.ports"),
    "an unknown base": (HARBOURS.replace("base: v1", "base: v9").encode(), "there is no version “v9”", "loi log"),
    "words that are not there": (HARBOURS.replace("once a year", "once a month").encode(), "once a month", ""),
}  # fmt: skip


def complained(said: Said, file: str, what: str, remedy: str, *, out: bool = False) -> None:
    """One message at least: file, line and column, what is wrong, and the help below it."""
    text = said.out if out else said.err
    assert re.search(rf"^{re.escape(file)}(:\d+:\d+)?: [A-Z]\d+ \S", text, re.MULTILINE), text
    assert what in text, text
    assert re.search(rf"^  help: .*{re.escape(remedy)}", text, re.MULTILINE), text
    assert "\x1b" not in text
    assert "\u202e" not in text


@pytest.mark.parametrize("kind", INPUTS)
def test_a_bad_input(desk: Desk, kind: str) -> None:
    data, what, remedy = INPUTS[kind]
    (desk.folder / "inputs/harbours-1.yaml").write_bytes(data)
    before = tree(desk.folder)
    complained(desk.loi("merge", "--author", "A", code=2), "inputs/harbours-1.yaml", what, remedy)
    assert tree(desk.folder) == before
    complained(desk.loi("check", code=1), "inputs/harbours-1.yaml", what, remedy, out=True)
    complained(desk.loi("check", "inputs/harbours-1.yaml", code=1), "inputs/harbours-1.yaml", what, remedy, out=True)
    assert tree(desk.folder) == before


@pytest.mark.parametrize("kind", INPUTS)
def test_a_bad_input_is_not_collected(tmp_path: Path, kind: str) -> None:
    data, what, remedy = INPUTS[kind]
    desk = sit_down(Desk(tmp_path / "desk"), inputs=False)
    (tmp_path / "sent.yaml").write_bytes(data)
    (tmp_path / "good.yaml").write_text(FISHING, encoding="utf-8")
    before = tree(desk.folder)
    said = desk.loi("collect", "../good.yaml", "../sent.yaml", code=2)
    if kind not in ("malformed", "nothing", "an alias bomb", "nested too deep", "too large"):
        complained(said, "../sent.yaml", what, remedy)
    assert "../sent.yaml" in said.err
    assert tree(desk.folder) == before


@pytest.mark.parametrize(
    "command",
    ["merge", "conflicts", "build", "decide meetings --take base --by A --reason B", "agenda", "render loi"],
)  # fmt: skip
def test_one_bad_file_and_no_command_half_works(desk: Desk, command: str) -> None:
    (desk.folder / "inputs/harbours-1.yaml").write_bytes(INPUTS["a key twice"][0])
    (desk.folder / "inputs/fishing-1.yaml").write_bytes(INPUTS["an unknown key"][0])
    before = tree(desk.folder)
    said = desk.loi(*command.split(), code=2, LOI_BY="A")
    assert "inputs/harbours-1.yaml:4:1: F012" in said.err
    assert "inputs/fishing-1.yaml:5:1: F020" in said.err
    assert said.err.splitlines()[-1].endswith("problems; nothing was written")
    assert said.out == ""
    assert tree(desk.folder) == before


def test_a_bad_file_hides_nothing_of_what_is_merged(merged: Desk) -> None:
    (merged.folder / "inputs/harbours-2.yaml").write_bytes(INPUTS["a key twice"][0])
    for command in ("blame meetings", "log --clause meetings"):
        said = merged.loi(*command.split())
        assert "As Partes reúnem-se uma vez por ano" in said.out
        assert "inputs/harbours-2.yaml is left out: `loi check` says why" in said.err


DOSSIERS: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", ""),
    "only a comment": (b"# to do\n", ""),
    "a list": (b"- a\n- b\n", ""),
    "a path as a unit": (DOSSIER.replace("  harbours:", "  ../harbours:").encode(), "../harbours"),
    "a device as a unit": (DOSSIER.replace("  harbours:", "  nul:").encode(), "nul"),
    "one party": (DOSSIER.replace("  KEN:", "  PRT:").encode(), "stands twice"),
    "home elsewhere": (DOSSIER.replace("home: PRT", "home: ESP").encode(), "ESP"),
    "UTF-16": (DOSSIER.encode("utf-16"), "UTF-16"),
    "an unknown instrument": (DOSSIER.replace("memorandum-of-understanding", "memorandum").encode(), "memorandum"),
}
COMMANDS = (
    "status", "check", "merge", "conflicts", "decide meetings --take base --by A --reason B", "log", "show",
    "blame meetings", "diff v1 v2", "tag v2 x", "build", "render loi", "agenda", "packet", "collect mail.yaml",
)  # fmt: skip


@pytest.mark.parametrize("kind", DOSSIERS)
def test_a_bad_dossier(desk: Desk, kind: str) -> None:
    data, what = DOSSIERS[kind]
    (desk.folder / "dossier.yaml").write_bytes(data)
    before = tree(desk.folder)
    complained(desk.loi("status", code=2), "dossier.yaml", what, "")
    complained(desk.loi("check", code=1), "dossier.yaml", what, "", out=True)
    assert tree(desk.folder) == before


@pytest.mark.parametrize("command", COMMANDS)
def test_an_empty_dossier_for_every_command(merged: Desk, command: str) -> None:
    merged.write("dossier.yaml", "")
    merged.write("mail.yaml", HARBOURS)
    before = tree(merged.folder)
    is_check = command == "check"
    said = merged.loi(*command.split(), code=1 if is_check else 2, LOI_BY="A")
    complained(said, "dossier.yaml", "", "", out=is_check)
    assert tree(merged.folder) == before


@pytest.mark.parametrize("command", [*COMMANDS, "verify"])
def test_no_dossier_for_every_command(tmp_path: Path, command: str) -> None:
    said = Desk(tmp_path / "empty").loi(*command.split(), code=2, LOI_BY="A")
    assert "error: there is no dossier here" in said.err
    assert "help: `loi init DIR` writes a new one" in said.err
    assert said.out == ""
    said = Desk(tmp_path / "empty").loi("-C", "nowhere", *command.split(), code=2, LOI_BY="A")
    assert "nowhere holds no dossier.yaml" in said.err
    assert tree(tmp_path / "empty") == {}


def test_an_empty_dossier_has_no_concept(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.write("dossier.yaml", DOSSIER)
    before = tree(tmp_path)
    for command in ("status", "merge", "build", "show"):
        said = desk.loi(command, code=2, LOI_BY="A")
        assert "concept.yaml" in said.err or command == "show"
        assert "help: " in said.err
    assert tree(tmp_path) == before


@pytest.mark.parametrize("kind", ["malformed", "nested too deep", "a bidi override", "UTF-16"])
@pytest.mark.parametrize(
    ("file", "command"),
    [("concept.yaml", "merge"), ("meetings/2022-02-09-bilateral.yaml", "agenda"),
     ("records/2022-01-18-decision-00000000.yaml", "merge")],
)  # fmt: skip
def test_every_other_file(desk: Desk, kind: str, file: str, command: str) -> None:
    path = desk.folder / file
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(INPUTS[kind][0])
    before = tree(desk.folder)
    complained(desk.loi(command, code=2, LOI_BY="A"), file, INPUTS[kind][1], "")
    complained(desk.loi("check", code=1), file, INPUTS[kind][1], "", out=True)
    assert tree(desk.folder) == before


def test_check_finds_the_faults_of_all_files_at_once(desk: Desk) -> None:
    desk.write("concept.yaml", CONCEPT.replace("kind: recital", "kind: recitle"))
    desk.write("inputs/harbours-1.yaml", HARBOURS.replace("date:", "dates:"))
    desk.write("meetings/2022-02-09-bilateral.yaml", MEETING.replace("mode: hybrid", "mode: hybird"))
    desk.write("records/2022-01-18-decision-00000000.yaml", "schema: 1\n")
    found = {p["file"] for p in desk.loi("check", "--format", "json", code=1).json["problems"]}
    assert found == {
        "concept.yaml",
        "inputs/harbours-1.yaml",
        "meetings/2022-02-09-bilateral.yaml",
        "records/2022-01-18-decision-00000000.yaml",
    }


ARGUMENTS: dict[str, tuple[list[str], str, str]] = {
    "a version": (["show", "v9"], "there is no version “v9”", "`loi log`"),
    "a clause": (["show", "fields.port"], "neither a version nor a clause “fields.port”", "“fields.ports”?"),
    "a path": (["show", "../x"], "neither a version nor a clause “../x”", "loi show head"),
    "a version to compare": (["diff", "v1", "v9"], "there is no version “v9”", "`loi log`"),
    "a version that fits nothing": (["diff", "first"], "there is no version “first”", "loi log"),
    "a language to compare": (["diff", "v1", "v2", "--language", "xx"], "no language “xx”", "pt, sw, en"),
    "an input to compare": (["diff", "v1", "fishing-11"], "no version “fishing-11”", "the input “fishing-1”?"),
    "a file to compare": (["diff", "v1", "mail/x.yaml"], "no file “mail/x.yaml”", "look whether the name is right"),
    "a file that is neither": (["diff", "v1", "dossier.yaml"], "neither a version nor a concept nor an input", "holds"),
    "a format of a difference": (["diff", "v1", "v2", "-o", "x.doc"], "no format “doc”", "did you mean “docx”?"),
    "a clause to compare": (["diff", "v1", "v2", "--clause", "meetin"], "no clause “meetin”", "“meetings”?"),
    "a clause whose life is asked": (["log", "--clause", "9.9"], "no clause “9.9”", ""),
    "a language of a life": (["log", "--clause", "aim", "--language", "xx"], "no language “xx”", "pt, sw, en"),
    "words to blame": (["blame", "aim", "--words", "zebra"], "aim does not hold the words “zebra”", "`loi find`"),
    "no words to find": (["find", "  "], "there are no words to look for", "loi find WORDS"),
    "a language to find in": (["find", "x", "--language", "xx"], "no language “xx”", "pt, sw, en"),
    "a language to show": (["show", "--language", "xx"], "no language “xx”", "pt, sw, en"),
    "a language to show as JSON": (["show", "--language", "xx", "--format", "json"], "no language “xx”", "pt, sw, en"),
    "a clause to blame": (["blame", "meeting"], "no clause “meeting”", "did you mean “meetings”?"),
    "a language to blame": (["blame", "meetings", "--language", "xx"], "no language “xx”", "pt, sw, en"),
    "a clause in dispute": (["conflicts", "meetin"], "no clause “meetin”", "did you mean “meetings”?"),
    "a conflict": (["decide", "meetings/text.en/00000000", "--take", "base"], "text.en/00000000", "did you mean"),
    "a clause to decide": (["decide", "9.9", "--take", "base"], "no clause “9.9”", ""),
    "a clause not in dispute": (["decide", "aim", "--take", "base"], "nothing of aim is in dispute", "loi conflicts"),
    "a side": (["decide", "meetings", "--take", "harbour"], "harbour is no side", "did you mean “harbours”?"),
    "a side far off": (["decide", "meetings", "--take", "zzz"], "zzz is no side", "harbours, fishing, base"),
    "no way": (["decide", "meetings"], "say how", "--take"),
    "two ways": (["decide", "meetings", "--take", "base", "--bracket"], "--take, --bracket together", "use one of"),
    "no conflict named": (["decide", "--take", "base"], "say which", "loi conflicts"),
    "words for a language": (["decide", "meetings", "--words", "x", "--language", "xx"], "no language “xx”", "pt, sw"),
    "control characters in words": (["decide", "meetings", "--words", "x\x1b[31m"], "U+001B", "without it"),
    "bidi characters in a reason": (["decide", "meetings", "--take", "base", "--reason", "\u202ex"], "U+202E", "type"),
    "control characters in a message": (["merge", "-m", "x\x1b[31m"], "U+001B", "without it"),
    "bidi characters in an author": (["merge", "--author", "\u202ex"], "U+202E", "without it"),
    "a message too long": (["merge", "-m", "x" * 601], "--message has 601 letters", "make it shorter"),
    "an author too long": (["merge", "--author", "Ж" * 101], "--author has 101 letters", "make it shorter"),
    "a paper": (["render", "lo1"], "no paper “lo1”", "loi"),
    "a party": (["render", "loi", "--for", "KEM"], "no party “KEM”", "did you mean “KEN”?"),
    "a party in small letters": (["render", "loi", "--for", "ken"], "no party “ken”", "did you mean “KEN”?"),
    "a version to render": (["render", "loi", "--version", "v9"], "no version “v9”", ""),
    "a version to compare with": (["render", "redline", "--from", "v9"], "no version “v9”", ""),
    "a language to render": (["render", "loi", "--language", "xx"], "no language “xx”", "pt, sw, en"),
    "a paper's format": (["render", "loi", "--format", "dox"], "no format “dox”", "did you mean “docx”?"),
    "a built paper's format": (["build", "--paper-format", "zip"], "no format “zip”", "docx, html, pdf"),
    "two formats in one file": (["render", "loi", "-o", "x"], "-o takes one format", "--format docx"),
    "a format by its suffix": (["render", "loi", "-o", "x.dox"], "no format “dox”", "did you mean “docx”?"),
    "a meeting": (["agenda", "2023"], "no meeting “2023”", "2022-02-09-bilateral"),
    "a meeting's packet": (["packet", "2022-02-09-bilatral"], "no meeting", "did you mean “2022-02-09-bilateral”?"),
    "a tag's version": (["tag", "v9", "x"], "no version “v9”", ""),
    "a tag like a version": (["tag", "v2", "v7"], "“v7” cannot be the name of a version", "a-z"),
    "a tag like a path": (["tag", "v2", "../x"], "“../x” cannot be the name of a version", "a-z"),
    "a tag like a device": (["tag", "v2", "con"], "“con” cannot be the name of a version", "a-z"),
    "a file": (["collect", "nothere.yaml"], "there is no such file", "look whether the name is right"),
    "a unit": (["collect", "dossier.yaml", "--unit", "harbour"], "no unit “harbour”", "did you mean “harbours”?"),
    "a kind of file": (["collect", "/dev/null"], "", ""),
    "a file to check": (["check", "nothere.yaml"], "there is no such file", "look whether the name is right"),
    "a schema": (["schema", "inputs"], "no schema “inputs”", "did you mean “input”?"),
    "a folder that is a dossier": (["init", "."], "holds", "name a new folder"),
    "a folder that is a file": (["init", "dossier.yaml"], "dossier.yaml is a file", "name a folder"),
    "a dossier to begin from": (["init", "new", "--from", "nowhere"], "there is no such file", "look whether"),
}  # fmt: skip


@pytest.mark.parametrize("kind", ARGUMENTS)
def test_an_argument_that_names_nothing(merged: Desk, kind: str) -> None:
    arguments, what, remedy = ARGUMENTS[kind]
    if arguments[0] == "decide" and "--reason" not in arguments:
        arguments = [*arguments, "--reason", "B"]
    before = tree(merged.folder)
    said = merged.loi(*arguments, code=2, LOI_BY="A")
    assert what in said.err, said.err
    assert re.search(rf"^  help: .*{re.escape(remedy)}", said.err, re.MULTILINE), said.err
    assert said.out == ""
    assert "\x1b" not in said.err
    assert "\u202e" not in said.err
    assert tree(merged.folder) == before


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (["stauts"], "Did you mean 'status'?"),
        (["merge", "--mesage", "x"], "--message"),
        (["show", "--format", "xml"], "json"),
        (["status", "extra"], "extra"),
        (["decide", "meetings", "--take", "base", "--by", "A"], "a decision has a name and a reason"),
        (["collect"], "FILE"),
        (["diff"], "OLD"),
    ],
)
def test_bad_usage(merged: Desk, arguments: list[str], what: str) -> None:
    before = tree(merged.folder)
    said = merged.loi(*arguments, code=2)
    assert what.lower() in said.err.lower()
    assert said.out == ""
    assert tree(merged.folder) == before


def test_bytes_that_are_no_text_in_an_argument(merged: Desk) -> None:
    broken = os.fsdecode(b"\xff\xfe")
    before = tree(merged.folder)
    for arguments in (["merge", "-m", broken], ["show", broken], ["-C", broken, "status"], ["collect", broken],
                      ["decide", "meetings", "--words", broken, "--by", "A", "--reason", "B"],
                      ["blame", broken], ["tag", "v2", broken], ["render", "loi", "--version", broken]):  # fmt: skip
        said = merged.loi(*arguments, code=2, LOI_BY="A")
        assert "  help: " in said.err
    assert tree(merged.folder) == before


def test_a_clock_that_is_no_number(merged: Desk) -> None:
    assert "SOURCE_DATE_EPOCH" in merged.loi("status", code=2, SOURCE_DATE_EPOCH="yesterday").err


def test_nobody_merges(merged: Desk) -> None:
    """No name is given, and the computer knows none; where it knows one, that one stands."""
    said = merged.loi("merge", "--author", "  ", code=1)
    assert said.out


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_links_are_not_followed(desk: Desk, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text(HARBOURS, encoding="utf-8")
    (desk.folder / "inputs/harbours-1.yaml").unlink()
    (desk.folder / "inputs/harbours-1.yaml").symlink_to(secret)
    before = tree(desk.folder)
    for command, code in (("merge", 2), ("build", 2), ("check", 1)):
        said = desk.loi(command, code=code, LOI_BY="A")
        mark = "error: " if command == "check" else ""
        assert f"inputs/harbours-1.yaml: F002 {mark}is a symbolic link; links are not followed" in said.out + said.err
    complained(desk.loi("collect", "inputs/harbours-1.yaml", code=2), "inputs/harbours-1.yaml", "symbolic link", "")
    assert tree(desk.folder) == before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_what_is_no_file_is_not_waited_for(desk: Desk) -> None:
    (desk.folder / "inputs/harbours-1.yaml").unlink()
    os.mkfifo(desk.folder / "inputs/harbours-1.yaml")
    assert "F002 is not a regular file" in desk.loi("merge", code=2, LOI_BY="A").err
    (desk.folder / "inputs/harbours-1.yaml").unlink()
    (desk.folder / "inputs/harbours-1.yaml").mkdir()
    assert "F002 is a folder, not a file" in desk.loi("merge", code=2, LOI_BY="A").err


@pytest.mark.parametrize("part", ["header", "body", "kept", "record", "gone", "kept gone"])
def test_a_damaged_file_is_named(merged: Desk, part: str) -> None:
    merged.loi("tag", "v2", "first", "--by", "A")
    newest = max((merged.folder / "versions").glob("*.json"), key=lambda p: b'"number":2' in p.read_bytes())
    kept = sorted((merged.folder / "versions/kept").glob("*.yaml"))[0]
    path = {"kept": kept, "kept gone": kept, "record": next((merged.folder / "records").iterdir())}.get(part, newest)
    data = path.read_bytes()
    if part in ("gone", "kept gone"):
        path = path if part == "kept gone" else next(p for p in newest.parent.glob("*.json") if p != newest)
        path.unlink()
    else:
        at = 20 if part == "header" else len(data) - 20
        path.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
    before = tree(merged.folder)
    assert path.name in merged.loi("verify", code=1).out
    if part != "record":
        for command in ("merge", "build"):
            said = merged.loi(command, code=2, LOI_BY="A")
            assert path.name in said.err or part == "gone", said
            assert "  help: " in said.err, said
    assert tree(merged.folder) == before


WRITING = (
    "merge", "build", "render loi", "collect mail.yaml", "tag v2 x",
    "decide meetings --take base --reason B", "init new", "schema --to new", "render loi --format html -o new/x.html",
)  # fmt: skip


@pytest.mark.parametrize("command", WRITING)
def test_a_read_only_folder(merged: Desk, command: str) -> None:
    merged.write("inputs/fishing-2.yaml", FISHING.replace("round: 1", "round: 2"))
    merged.write("mail.yaml", HARBOURS.replace("round: 1", "round: 2"))
    before = tree(merged.folder)
    with read_only(merged.folder):
        for reading in ("status", "log", "check", "verify"):
            merged.loi(reading)
        said = merged.loi(*command.split(), code=2, LOI_BY="A")
    assert re.search(r"^error: \S+", said.err, re.MULTILINE), said.err
    assert re.search(r"^  help: .*(read|write)", said.err, re.MULTILINE), said.err
    assert tree(merged.folder) == before


@pytest.mark.parametrize(
    ("command", "leave"),
    [*(("merge", pages * 4096) for pages in range(5)), *(("collect mail", pages * 4096) for pages in range(3)),
     *(("init new", pages * 4096) for pages in (0, 1, 5, 9)), ("decide --all --take base --reason B", 0)],
)  # fmt: skip
def test_a_full_disk(desk: Desk, tmp_path: Path, command: str, leave: int) -> None:
    """Whatever is written first, a command that cannot write all of it leaves nothing behind."""
    import shutil

    disk = tmp_path / "disk"
    desk.write("mail/a.yaml", HARBOURS.replace("round: 1", "round: 2"))
    desk.write("mail/b.yaml", FISHING.replace("round: 1", "round: 2"))
    desk.write("mail/c.yaml", FISHING.replace("round: 1", "round: 2") + "# again\n")
    with small_disk(disk, "160k"):
        shutil.copytree(desk.folder, disk / "desk")
        full = Desk(disk / "desk")
        if command.startswith("decide"):
            full.loi("merge", "--author", "A", code=1)
        fill(disk, leave)
        before = tree(full.folder)
        said = full.loi(*command.split(), code=2, LOI_BY="A")
        assert "error: " in said.err
        assert "  help: the disk is full: make room, and do it again" in said.err
        assert tree(full.folder) == before


@pytest.mark.parametrize("leave", [0, 8192, 65536])
def test_papers_on_a_full_disk(desk: Desk, tmp_path: Path, leave: int) -> None:
    """Papers that were finished stay; none is half-written; the files of the dossier are as they were."""
    import shutil

    disk = tmp_path / "disk"
    with small_disk(disk, "256k"):
        shutil.copytree(desk.folder, disk / "desk")
        full = Desk(disk / "desk")
        fill(disk, leave)
        before = tree(full.folder)
        said = full.loi("build", code=2)
        assert "the disk is full" in said.err
        after = tree(full.folder)
        assert {name: held for name, held in after.items() if not name.startswith("out/")} == before
        assert not [name for name in after if name.endswith(".tmp")]
        (disk / "filler").unlink()
        for paper in (full.folder / "out").rglob("*.html"):
            assert paper.read_text(encoding="utf-8").rstrip().endswith("</html>")
