"""`loi agree`: what the parties agreed on is known everywhere, and so is what reopens it."""

import shutil
from pathlib import Path

import pytest

from tests.journeys.desk import Desk, tree
from tests.journeys.lisbon import an_input
from tests.journeys.test_json_contract import check
from tests.journeys.test_two_machines import put_together

BY = ("--by", "Gabinete")


def state(desk: Desk, clause: str) -> dict[str, object] | None:
    clauses = desk.loi("show", "head", "--format", "json").json["clauses"]
    found: dict[str, object] | None = next(c for c in clauses if c["clause"] == clause).get("agreed")
    return found


def test_an_article_is_agreed_with_what_it_holds(merged: Desk) -> None:
    said = merged.loi("agree", "2", "--ad-referendum", "--meeting", "2022-02-09", *BY, "--date", "2022-02-09")
    assert "fields  agreed ad referendum, v2-" in said.out
    assert "with 3 clauses in it" in said.out
    record = next((merged.folder / "records").iterdir())
    assert record.name.startswith("2022-02-09-agreement-")
    assert "ad-referendum: true" in record.read_text(encoding="utf-8")
    agreed = state(merged, "fields.ports")
    assert agreed is not None
    assert agreed["ad_referendum"] is agreed["unchanged"] is True
    assert (agreed["with"], agreed["meeting"]) == ("fields", "2022-02-09-bilateral")
    assert state(merged, "aim") is None
    assert "agreed ad referendum on 2022-02-09 (2022-02-09-bilateral)" in merged.loi("show", "fields.weed").out
    assert "4: fields, fields.ports" in merged.loi("status").out
    assert "L109" not in merged.loi("check").out
    merged.loi("verify")


def test_what_is_in_brackets_cannot_be_agreed(merged: Desk) -> None:
    before = tree(merged.folder)
    said = merged.loi("agree", "fields", "meetings", *BY, code=2)
    assert "what is in brackets cannot be agreed: meetings/text.en/196550fb in meetings" in said.err
    assert tree(merged.folder) == before


@pytest.mark.parametrize(
    ("proposal", "clause", "outcome"),
    [
        ("- replace: fields.fish\n  en: {from: coastal, to: inland}", "fields.fish", "merged"),
        ("- delete: fields.fish", "fields.fish", "merged"),
        ("- insert: fields.nets\n  kind: item\n  after: fields.fish\n  en: nets;", "fields", "merged"),
        ("- move: fields.fish\n  before: fields.ports", "fields.fish", "merged"),
        ("- instruct: fields.fish\n  note: Say more.", "fields.fish", "open"),
    ],
)
def test_whatever_comes_later_reopens_it_and_is_said_to(merged: Desk, proposal: str, clause: str, outcome: str) -> None:
    merged.loi("agree", "fields", *BY)
    merged.write("inputs/fishing-2.yaml", an_input("fishing", 2, proposal, base="v2"))
    assert "reopened by fishing-2" in merged.loi("check").out
    assert clause in merged.loi("status").out.split("agreed, and reopened")[1].splitlines()[0]
    dry = merged.loi("merge", "--dry-run", "--author", "A", code=1)
    told = merged.loi("merge", "--author", "A", "--format", "json", code=1).json
    [fate] = told["inputs"][0]["proposals"]
    assert fate["outcome"] == outcome
    assert "reopens what was agreed: 2022-01-18-agreement-" in dry.out
    assert fate["reopens"].startswith("records/2022-01-18-agreement-")
    if outcome == "merged":  # a clause moved among its siblings reads as it did: what holds them does not
        clause = "fields" if "move" in proposal else clause
        assert f"{clause} was agreed with the other party on 2022-01-18" in merged.loi("check").out


@pytest.mark.parametrize(
    "proposal", ["- reword: fields.fish\n  en: coastal fishing;", "- remark: fields.fish\n  note: Good."]
)
def test_repeating_and_remarking_reopens_nothing(merged: Desk, proposal: str) -> None:
    merged.loi("agree", "fields", *BY)
    merged.write("inputs/fishing-2.yaml", an_input("fishing", 2, proposal, base="v2"))
    assert "L109" not in merged.loi("check").out
    told = merged.loi("merge", "--author", "A", "--format", "json", code=1).json
    assert "reopens" not in told["inputs"][0]["proposals"][0]


def test_the_other_party_reopens_and_a_decision_for_the_agreed_words_closes_it(merged: Desk) -> None:
    merged.loi("agree", "aim", *BY)
    merged.write(
        "inputs/KEN-2022-01-20.yaml",
        "schema: 1\nparty: KEN\nbase: v2\ndate: 2022-01-20\nproposals:\n"
        "  - replace: aim\n    en: {from: intention, to: firm intention}\n",
    )
    merged.loi("merge", "--author", "A", code=1)
    shown = merged.loi("show", "aim", "--format", "json").json
    assert shown["agreed"]["reopened_by"] == ["inputs/KEN-2022-01-20.yaml"]
    assert "aim was agreed with the other party" in merged.loi("check").out
    merged.loi("decide", "aim", "--take", "base", *BY, "--reason", "Agreed already.")
    merged.loi("merge", "--author", "A", code=1)
    again = merged.loi("show", "aim", "--format", "json").json["agreed"]
    assert (again["unchanged"], again["reopened_by"]) == (True, [])
    assert "L109" not in merged.loi("check").out


def test_it_is_undone_and_agreed_anew_on_other_words(merged: Desk) -> None:
    merged.loi("agree", "aim", *BY, SOURCE_DATE_EPOCH="1642507260")
    merged.loi("undo", *BY, "--reason", "mistaken", SOURCE_DATE_EPOCH="1642507320")
    assert state(merged, "aim") is None
    merged.loi("agree", "aim", *BY, SOURCE_DATE_EPOCH="1642507380")
    merged.write("inputs/fishing-2.yaml", an_input("fishing", 2, "- reword: aim\n  en: Aim.", base="v2"))
    merged.loi("merge", "--author", "A", code=1, SOURCE_DATE_EPOCH="1642507440")
    assert (state(merged, "aim") or {})["unchanged"] is False
    late = merged.loi("agree", "aim", "--version", "v2", *BY, SOURCE_DATE_EPOCH="1642507500")
    assert "aim is reopened already by fishing-2" in late.err
    merged.loi("agree", "aim", *BY, SOURCE_DATE_EPOCH="1642507560")
    assert (state(merged, "aim") or {})["unchanged"] is True
    assert "L109" not in merged.loi("check").out


def test_one_machine_agrees_while_the_other_merges(merged: Desk, tmp_path: Path) -> None:
    shutil.copytree(merged.folder, tmp_path / "bela")
    bela = Desk(tmp_path / "bela")
    merged.loi("agree", "fields", *BY)
    bela.write("inputs/fishing-2.yaml", an_input("fishing", 2, "- delete: fields.weed", base="v2"))
    bela.loi("merge", "--author", "B", code=1)
    put_together(bela, merged)
    assert "fields.weed was agreed with the other party on 2022-01-18; reopened by fishing-2" in bela.loi("check").out


@pytest.mark.parametrize(
    ("arguments", "says", "help"),
    [
        (["aims", *BY], "no clause “aims”", "did you mean “aim”"),
        (["aim"], "an agreement has a name", "LOI_BY"),
        (["aim", "--meeting", "2022-03", *BY], "no meeting “2022-03”", ""),
        (["aim", "--date", "9 February", *BY], "“9 February” is no day", "2022-02-17"),
        (["aim", "--version", "v9", *BY], "no version “v9”", ""),
        (["aim", "--reason", "x\x07", *BY], "U+0007", "anew"),
    ],
)
def test_what_is_refused(merged: Desk, arguments: list[str], says: str, help: str) -> None:
    before = tree(merged.folder)
    said = merged.loi("agree", *arguments, code=2)
    assert says in said.err
    assert help in said.err
    assert tree(merged.folder) == before


def test_json(merged: Desk) -> None:
    check("agree", merged.loi("agree", "fields", "aim", *BY, "--format", "json").out)
    merged.write("inputs/fishing-2.yaml", an_input("fishing", 2, "- delete: fields.weed", base="v2"))
    check("show-agreed", merged.loi("show", "fields.weed", "--format", "json").out)
