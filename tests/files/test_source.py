"""Bytes become a source, or a problem that says which rule they break."""

import hashlib
import os
from pathlib import Path

import pytest

from loi_cli.files.source import LIMIT, Source
from loi_cli.model.problems import BadInput, Problem


def refused(data: bytes) -> list[Problem]:
    with pytest.raises(BadInput) as caught:
        Source.from_bytes("a.yaml", data)
    return list(caught.value.problems)


def test_the_hash_is_of_the_very_bytes_and_the_text_has_no_mark() -> None:
    data = b"\xef\xbb\xbfa: 1\r\nb: 2\r\n"
    source = Source.from_bytes("a.yaml", data)
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    assert source.text == "a: 1\r\nb: 2\r\n"
    assert source.lines == ("a: 1", "b: 2", "")
    assert source.line(2) == "b: 2"
    assert source.line(9) == ""


def test_a_file_is_read_under_the_name_that_people_see(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_bytes(b"a: 1\n")
    assert Source.read(tmp_path / "x.yaml", "inputs/x.yaml").path == "inputs/x.yaml"


@pytest.mark.parametrize(
    ("data", "encoding", "line", "column"),
    [
        ("a: 1\nb: é\n".encode("utf-16"), "UTF-16", 1, 1),
        ("a: harga naik\n".encode("utf-16-le"), "UTF-16", 1, 1),
        ("a: 1\n".encode("utf-32"), "UTF-32", 1, 1),
        ("a: 1\nb: Министерство\n".encode("cp1251"), "windows-1251", 2, 4),
        ("a: 1\nb: coopération à établir\n".encode("cp1252"), "windows-1252", 2, 8),
        (b"\xef\xbb\xbfa: \xff", "windows-1252", 1, 4),
        (b"\xff\0b", "UTF-16", 1, 1),
        (b"a\0\xffb", "windows-1252", 1, 3),
        ("три ".encode("cp1251") + b"\x80 \xe9 \xe9", "windows-1252", 1, 1),
        ("три ".encode("cp1251") + b"\xe9 \xe9", "windows-1251", 1, 1),
    ],
)
def test_another_encoding_is_named(data: bytes, encoding: str, line: int, column: int) -> None:
    (problem,) = refused(data)
    assert (problem.code, problem.message) == ("F004", f"is not UTF-8; it looks like {encoding}")
    assert (problem.place.line, problem.place.column) == (line, column)
    assert "UTF-8" in problem.help


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\0", "U+0000"),
        ("\x1b", "U+001B"),
        ("\x85", "U+0085"),
        ("\x9b", "U+009B"),
        ("\xad", "U+00AD SOFT HYPHEN"),
        ("\u061c", "U+061C ARABIC LETTER MARK"),
        ("\u200b", "U+200B ZERO WIDTH SPACE"),
        ("\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("\u2028", "U+2028 LINE SEPARATOR"),
        ("\u2066", "U+2066 LEFT-TO-RIGHT ISOLATE"),
        ("\ufeff", "U+FEFF ZERO WIDTH NO-BREAK SPACE"),
        ("\uffff", "U+FFFF"),
        ("\U000e0041", "U+E0041 TAG LATIN CAPITAL LETTER A"),
        ("\U0001ffff", "U+1FFFF"),
    ],
)
def test_characters_that_deceive_are_refused_where_they_stand(character: str, name: str) -> None:
    (problem,) = refused(f"a: 1\r\nb: so{character}me\n".encode())
    assert problem.code == "F005"
    assert problem.message.startswith(f"holds {name}: ")
    assert (problem.place.line, problem.place.column) == (2, 6)
    assert character not in problem.source
    assert f"\\{'U' if ord(character) > 0xFFFF else 'u'}" in problem.source


def test_every_such_character_is_reported() -> None:
    places = [p.place for p in refused("a\u200b\nb\nc\u200e\u200f".encode())]
    assert [(place.line, place.column) for place in places] == [(1, 2), (3, 2), (3, 3)]


def test_letters_of_all_scripts_and_emoji_pass() -> None:
    text = "Ә…—«»\tЎ ў 北京 😀 é e\u0301 \u00a0\n"
    assert Source.from_bytes("a", text.encode()).text == text


def test_one_mebibyte_is_the_most(tmp_path: Path) -> None:
    assert LIMIT == 1_048_576
    assert Source.from_bytes("a", b"#" * LIMIT).text
    assert [p.code for p in refused(b"#" * (LIMIT + 1))] == ["F003"]
    (tmp_path / "big").write_bytes(b"#" * (LIMIT + 1000))
    with pytest.raises(BadInput, match="has 1049576 bytes; 1 MiB"):
        Source.read(tmp_path / "big")


def problem_of_reading(path: Path) -> tuple[str, str]:
    with pytest.raises(BadInput) as caught:
        Source.read(path, "x.yaml")
    (problem,) = caught.value.problems
    assert str(problem.place) == "x.yaml"
    assert problem.help
    return problem.code, problem.message


def test_what_is_no_file_is_a_problem(tmp_path: Path) -> None:
    assert problem_of_reading(tmp_path / "none") == ("F001", "there is no such file")
    with pytest.raises(BadInput) as caught:
        Source.read(tmp_path / "none")
    assert caught.value.problems[0].help == "look whether the name is right"
    assert problem_of_reading(tmp_path) == ("F002", "is a folder, not a file")
    (tmp_path / "real").write_text("a: 1")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert problem_of_reading(tmp_path / "link") == ("F002", "is a symbolic link; links are not followed")
    assert problem_of_reading(tmp_path / "a\0b")[0] == "F001"
    assert problem_of_reading(tmp_path / "real" / "below")[0] == "F001"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert problem_of_reading(tmp_path / "pipe") == ("F002", "is not a regular file")
