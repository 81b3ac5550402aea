"""The table of bad input, row by row: what each file is refused for, and where.

All of them lie in inputs/ together, so that one command has to name every one of them, with its line, and then may have
written nothing. Rows that are no YAML file have their tests elsewhere:

    symbolic links, paths outside       tests/journeys/test_bad_input.py, tests/intake/test_folders.py
    names that differ by capitals       tests/intake/test_folders.py
    `<!--`, `<![CDATA[`, `a < b`, `AT&T` exact    tests/trust/test_texts.py, tests/render/test_words_intact.py
    `[/red]`, ESC and C1 on a terminal  tests/cli/test_console.py
    `=1+1` in a cell of xlsx and csv    tests/journeys/test_register.py
    Word files                          tests/word/test_hostile_files.py, tests/properties/test_docx_fuzz.py
    templates of an office              tests/render/test_strangers.py, tests/render/test_environment.py
"""

import re
from pathlib import Path

from tests.journeys.desk import Desk, tree
from tests.journeys.lisbon import HARBOURS, sit_down


def with_note(note: str) -> str:
    return f"schema: 1\nunit: harbours\nround: 1\nbase: v1\nproposals:\n  - remark: fields\n    note: {note}\n"


def naming(clause: str) -> str:
    return with_note("x").replace("fields", clause)


BOMB = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))

ROWS: dict[str, list[tuple[str | bytes, str]]] = {
    "alias bomb": [
        (BOMB, "1:4: F007"),
        (with_note("&a x"), "7:11: F007"),
        (HARBOURS.replace("round: 1", "<<: {round: 1}"), "3:1: F007"),
    ],
    "nesting 500 deep": [("schema: " + "[" * 500, "1:28: F009"), ("- a\n" * 50_001, "49997:3: F009")],
    "50 MB scalar": [(with_note("x" * 50_000_000), "F003")],
    "duplicate key": [
        (HARBOURS.replace("round: 1", "round: 1\nround: 2"), "4:1: F012 `round` stands twice: in line 3 "),
    ],
    "`no`, `010`, `12:30:45`, `2024-02-30`, `!!bool x`": [
        (HARBOURS.replace("unit: harbours", "unit: no"), "2:7: F026 the dossier has no unit `no`"),
        (HARBOURS.replace("round: 1", "round: 010"), "3:8: F023 `010` is not a whole number"),
        (HARBOURS.replace("round: 1", "round: 12:30:45"), "3:8: F023 `12:30:45`"),
        (HARBOURS.replace("2022-01-12", "2024-02-30"), "5:7: F023 there is no day 2024-02-30"),
        (HARBOURS.replace("2022-01-12", "!!bool x"), "5:7: F008"),
    ],
    "UTF-16, BOM, cp1251": [
        (HARBOURS.encode("utf-16"), "1:1: F004 is not UTF-8; it looks like UTF-16"),
        (with_note("Привет, как дела").encode("cp1251"), "7:11: F004 is not UTF-8; it looks like windows-1251"),
        (with_note("a \ufeff b"), "7:13: F005 holds U+FEFF"),
    ],
    r'"\x00", "\x1b", lone surrogates': [
        (with_note(r'"\x00"'), "7:11: F005 holds U+0000"),
        (with_note(r'"\x1b[31m"'), "7:11: F005 holds U+001B"),
        (with_note("\x1b[31m"), "7:11: F005 holds U+001B"),
        (with_note(r'"\ud800"'), "7:14: F006"),
        (with_note("\ud800").encode("utf-8", "surrogatepass"), "7:11: F004"),
    ],
    "bidi controls, zero-width, tag characters": [
        (with_note("a\u202eb"), "7:12: F005 holds U+202E RIGHT-TO-LEFT OVERRIDE"),
        (with_note("a\u2066b"), "7:12: F005 holds U+2066"),
        (with_note("a\u200bb"), "7:12: F005 holds U+200B ZERO WIDTH SPACE"),
        (with_note("a\U000e0041b"), "7:12: F005 holds U+E0041 TAG LATIN CAPITAL LETTER A"),
    ],
    "Latin letters inside a Cyrillic word": [(naming("fiеlds"), "6:13: F025")],
    "ids": [
        (naming(one), "6:13: F025")
        for one in ("../x", "CON", "con", "a.", ".git", "Fields", "a" * 41, "a..b", "-a", "a/b", "nul.x", "aux")
    ],
}  # fmt: skip


def test_every_row_is_refused_where_it_stands_and_nothing_is_written(tmp_path: Path) -> None:
    desk = sit_down(Desk(tmp_path / "desk"))
    wanted = {}
    for number, (text, said) in enumerate((one for row in ROWS.values() for one in row), 2):
        name = f"inputs/harbours-1.{number}.yaml"
        (desk.folder / name).write_bytes(text.encode() if isinstance(text, str) else text)
        wanted[name] = said
    before = tree(desk.folder)
    err = desk.loi("merge", "--author", "A", code=2).err
    for name, said in wanted.items():
        assert re.search(rf"^{re.escape(name)}(:|: ){re.escape(said)}", err, re.MULTILINE), (
            name,
            said,
            re.findall(rf"^{re.escape(name)}.*", err, re.MULTILINE),
        )
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u2066\u200b\ufeff\U000e0041]", err)
    assert tree(desk.folder) == before
