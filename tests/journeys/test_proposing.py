"""An input of one line: a typo, a mail in plain words, a call."""

import pytest

from tests.journeys.desk import Desk, tree

MAIL = ("--source", "mail of 12 January")


def written(desk: Desk, name: str) -> str:
    return (desk.folder / f"inputs/{name}.yaml").read_text(encoding="utf-8")


def test_words_replaced_by_the_clause_s_number(merged: Desk) -> None:
    said = merged.loi(
        "propose", "2.a", "--unit", "fishing", "--replace", "safety", "security", *MAIL, "--reason", "r: 1"
    )
    assert "inputs/fishing-2.yaml  fishing" in said.out
    assert said.out.splitlines()[0].endswith("mail of 12 January")
    head = merged.loi("log", "--format", "json").json["versions"][0]
    text = written(merged, "fishing-2")
    assert f"base: v2-{head['hash'][:6]}\n" in text
    assert "round: 2\n" in text
    assert "date: 2022-01-18\n" in text
    assert "source: mail of 12 January\n" in text
    assert "- replace: fields.ports\n    en:\n      from: safety\n      to: security\n    reason: 'r: 1'\n" in text
    merged.loi("check", "inputs/fishing-2.yaml")
    merged.loi("merge", "--author", "A", code=1)
    shown = merged.loi("show", "fields.ports").out
    assert "management and security of ports;" in shown


def test_every_way_is_a_further_input(merged: Desk) -> None:
    unit = ("--unit", "harbours", "--round", "2")
    merged.loi("propose", "aim", *unit, "--words", "The aim of it.", "--language", "en")
    merged.loi("propose", "aim", *unit, "--words", "Goals", "--language", "en", "--heading")
    merged.loi("propose", "aim", *unit, "--instruct", "Say more.")
    merged.loi("propose", "desire", *unit, "--remark", "Good.\nVery good.")
    assert "- reword: aim\n    en: The aim of it.\n" in written(merged, "harbours-2")
    assert "- reword: aim\n    heading:\n      en: Goals\n" in written(merged, "harbours-2.2")
    assert "- instruct: aim\n    note: Say more.\n" in written(merged, "harbours-2.3")
    assert "- remark: desire\n    note: |-\n      Good.\n      Very good.\n" in written(merged, "harbours-2.4")
    merged.loi("check", code=0)


def test_the_very_same_is_one_input(merged: Desk) -> None:
    words = ("propose", "aim", "--unit", "harbours", "--remark", "Good.")
    merged.loi(*words)
    assert "(here already)" in merged.loi(*words).out
    assert not (merged.folder / "inputs/harbours-2.2.yaml").exists()


def test_a_dry_run_prints_the_file(merged: Desk) -> None:
    before = tree(merged.folder)
    words = ("propose", "aim", "--unit", "harbours", "--remark", "[red]Good[/red].")
    shown = merged.loi(*words, "--dry-run").out
    assert tree(merged.folder) == before
    said = merged.loi(*words, "--format", "json").json
    assert said["file"] == "inputs/harbours-2.yaml"
    assert written(merged, "harbours-2") == shown


def test_before_anything_was_merged(desk: Desk) -> None:
    desk.loi("propose", "aim", "--unit", "lawyers", "--remark", "Good.")
    assert "base: v1\n" in written(desk, "lawyers-2")
    desk.loi("merge", "--author", "A", code=1)


def test_a_unit_is_known_by_the_name_that_it_had(merged: Desk) -> None:
    text = (merged.folder / "dossier.yaml").read_text(encoding="utf-8")
    renamed = text.replace("harbours: {name: Direção dos Portos,", "ports: {name: Portos, was: [harbours],")
    merged.write("dossier.yaml", renamed)
    merged.loi("propose", "aim", "--unit", "harbours", "--remark", "Good.")
    assert "unit: ports\n" in written(merged, "ports-2")


@pytest.mark.parametrize(
    ("words", "what", "remedy"),
    [
        (["aim"], "say what is proposed", "--replace, --words, --instruct, --remark"),
        (["aim", "--remark", "a", "--instruct", "b"], "--instruct, --remark stand together", "use one of"),
        (["aims", "--remark", "a"], "there is no clause “aims”", "did you mean “aim”?"),
        (["aim", "--words", "a"], "say in which language", "pt, sw, en"),
        (["aim", "--words", " ", "--language", "en"], "no words stand after --words", "delete: aim"),
        (["aim", "--words", "a", "--language", "fr"], "no language “fr”", "pt, sw, en"),
        (["aim", "--replace", "xyz", "a"], "“xyz” does not stand in aim", "--heading"),
        (["aim", "--replace", "e", "a"], "times in aim", "give more of the words around it"),
        (["aim", "--replace", "{@fields}", "a"], "in several languages", "en, pt, sw"),
        (["aim", "--replace", "xyz", "a", "--language", "en"], "not found", "v2"),
        (["aim", "--remark", "a", "--round", "9"], "no round 9", "1, 2"),
        (["aim", "--remark", "a", "--base", "v7"], "no version “v7”", "loi log"),
        (["aim", "--remark", "a\u202eb"], "U+202E", "type them anew"),
        (["aim", "--remark", " "], "no words stand here", "write the words"),
        (["aim", "--words", "see {@nowhere}", "--language", "en"], "nowhere", "loi show"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_written(merged: Desk, words: list[str], what: str, remedy: str) -> None:
    before = tree(merged.folder)
    said = merged.loi("propose", *words, "--unit", "harbours", code=2)
    assert what in said.err
    assert remedy in said.err
    assert tree(merged.folder) == before


def test_an_unknown_unit(merged: Desk) -> None:
    assert "did you mean “harbours”?" in merged.loi("propose", "aim", "--unit", "harbors", "--remark", "a", code=2).err
