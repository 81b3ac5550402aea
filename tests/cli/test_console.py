"""The one door to the terminal: what is in files is shown as it is, and controls nothing."""

import io

import pytest

from loi_cli.cli.console import STYLES, Console, width


def speaker(color: bool = False, quiet: bool = False) -> tuple[Console, io.StringIO, io.StringIO]:
    out, err = io.StringIO(), io.StringIO()
    return Console(out, err, color, color, quiet), out, err


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("[/red]", "[/red]"),
        ("[link=https://example.org]x[/link]", "[link=https://example.org]x[/link]"),
        ("[agro: develop] text", "[agro: develop] text"),
        (":smile: 1:100:", ":smile: 1:100:"),
        ("\x1b[31mred", "\\u001b[31mred"),
        ("a\u202eb", "a\\u202eb"),
        ("over\rwritten", "over\\rwritten"),
        ("\x07\x9b", "\\u0007\\u009b"),
        ("\udcff", "\\udcff"),
        ("Министерство 漢字 é", "Министерство 漢字 é"),
    ],
)
def test_words_are_shown_literally(words: str, shown: str) -> None:
    for color in (False, True):
        console, out, err = speaker(color)
        console.report(words)
        console.warn(words)
        assert out.getvalue() == err.getvalue() == f"{shown}\n"


def test_styles_show_in_colour_alone_and_hold_no_words() -> None:
    console, out, _err = speaker(color=True)
    console.report(("x\x1b[0m", "added"), "y")
    assert out.getvalue() == f"{STYLES['added']}x\\u001b[0m\x1b[0my\n"
    console, out, _err = speaker()
    console.report(("x", "added"), "y", ("  ", "muted"))
    assert out.getvalue() == "xy\n"


def test_each_stream_has_its_own_colours() -> None:
    out, err = io.StringIO(), io.StringIO()
    console = Console(out, err, True, False, False)
    console.report(("x", "added"))
    console.warn(("x", "added"))
    assert "\x1b" in out.getvalue()
    assert err.getvalue() == "x\n"


def test_quiet_silences_notes_and_not_warnings() -> None:
    console, out, err = speaker(quiet=True)
    console.note("note")
    console.warn("warning")
    console.report("report")
    assert (out.getvalue(), err.getvalue()) == ("report\n", "warning\n")


@pytest.mark.parametrize(
    ("text", "columns"), [("", 0), ("abc", 3), ("漢字", 4), ("e\u0301", 1), ("Привет", 6), ("ｆｕｌｌ", 8), ("한국", 4)]
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


def test_a_table_is_aligned_by_columns_not_by_letters() -> None:
    console, out, _err = speaker()
    console.table([("漢字", "x"), ("ab", ("y", "muted")), ("", "z")], indent=" ")
    assert out.getvalue().splitlines() == [" 漢字  x", " ab    y", "       z"]


def test_a_cell_is_one_line() -> None:
    console, out, _err = speaker()
    console.table([("a", "first\n  second\n"), ("b", "x")])
    assert out.getvalue().splitlines() == ["a  first second", "b  x"]


def test_json_keeps_letters() -> None:
    console, out, _err = speaker(color=True)
    console.json({"name": "Министр é"})
    assert out.getvalue() == '{\n  "name": "Министр é"\n}\n'
