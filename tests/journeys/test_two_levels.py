"""Home's units among themselves, and the other party across the table: whose words become text, and when."""

import shutil
from pathlib import Path

import pytest

from tests.journeys.desk import Desk
from tests.journeys.lisbon import an_input
from tests.journeys.test_two_machines import put_together

WHY = ("--by", "Gabinete", "--reason", "so")


def theirs(proposals: str, day: str = "2022-01-20", base: str = "v2") -> str:
    said = "".join(f"  {line}\n" for line in proposals.splitlines())
    return f"schema: 1\nparty: KEN\nbase: {base}\ndate: {day}\nproposals:\n{said}"


def receive(desk: Desk, proposals: str, day: str = "2022-01-20", base: str = "v2", code: int = 1) -> dict[str, str]:
    """Merge what the other party wants; the outcome of each field."""
    desk.write(f"inputs/KEN-{day}.yaml", theirs(proposals, day, base))
    told = desk.loi("merge", "--author", "A", "--format", "json", code=code).json
    said = next(i for i in told["inputs"] if i["side"].startswith("KEN"))
    return {f"{p['clause']}/{p['field']}": p["outcome"] for p in said["proposals"]}


def shown(desk: Desk, clause: str) -> str:
    text: str = desk.loi("show", clause, "--format", "json").json["text"]["en"]
    return text


def conflict(desk: Desk, clause: str) -> str:
    [found] = desk.loi("conflicts", clause, "--format", "json").json["conflicts"]
    known: str = found["id"]
    return known


@pytest.fixture
def settled(merged: Desk) -> Desk:
    """v3: nothing is open."""
    merged.loi("decide", "--all", "--take", "harbours", *WHY)
    merged.loi("merge", "--author", "A")
    return merged


def test_their_words_stay_in_a_bracket_until_a_decision_takes_them(settled: Desk) -> None:
    fates = receive(settled, "- replace: fields.fish\n  en: {from: coastal, to: lake}", base="v3")
    assert fates == {"fields.fish/text.en": "conflict"}
    assert shown(settled, "fields.fish") == "[PRT: coastal] [KEN: lake] fishing;"
    settled.loi("decide", "--all", "--take", "KEN", *WHY)
    settled.loi("merge", "--author", "A")
    assert shown(settled, "fields.fish") == "lake fishing;"


@pytest.mark.parametrize(
    ("proposal", "field", "taken", "kept"),
    [
        ("- insert: fields.nets\n  kind: item\n  after: fields.fish\n  en: nets;", "fields.nets/exists", "nets;", None),
        ("- delete: fields.fish", "fields.fish/exists", None, "coastal fishing;"),
    ],
)
def test_their_insertions_and_deletions_wait_for_a_decision(
    settled: Desk, proposal: str, field: str, taken: str | None, kept: str | None, tmp_path: Path
) -> None:
    assert receive(settled, proposal, base="v3") == {field: "conflict"}
    shutil.copytree(settled.folder, tmp_path / "other")
    clause = field.partition("/")[0]
    for desk, side, expected in ((settled, "KEN", taken), (Desk(tmp_path / "other"), "base", kept)):
        desk.loi("decide", conflict(desk, clause), "--take", side, *WHY)
        desk.loi("merge", "--author", "A")
        clauses = {c["clause"]: c for c in desk.loi("show", "head", "--format", "json").json["clauses"]}
        assert clauses.get(clause, {}).get("text", {}).get("en") == expected


def test_their_move_waits_for_a_decision(settled: Desk) -> None:
    assert receive(settled, "- move: meetings\n  before: fields", base="v3") == {"meetings/place": "conflict"}
    order = [c["clause"] for c in settled.loi("show", "head", "--format", "json").json["clauses"]]
    assert order.index("fields") < order.index("meetings")
    settled.loi("decide", "meetings", "--take", "KEN", *WHY)
    settled.loi("merge", "--author", "A")
    order = [c["clause"] for c in settled.loi("show", "head", "--format", "json").json["clauses"]]
    assert order.index("meetings") < order.index("fields")


def test_what_they_and_one_of_ours_ask_alike_is_text(settled: Desk) -> None:
    """Ours asks for it, so it is text as any wish of ours is; theirs is told that it is the same."""
    same = "- replace: fields.fish\n  en: {from: coastal, to: lake}"
    settled.write("inputs/fishing-2.yaml", an_input("fishing", 2, same, base="v3"))
    assert receive(settled, same, base="v3", code=0) == {"fields.fish/text.en": "already-there"}
    assert shown(settled, "fields.fish") == "lake fishing;"


def test_what_they_ask_and_one_of_ours_asks_later_settles_the_bracket_as_one_asking(settled: Desk) -> None:
    same = "- replace: fields.fish\n  en: {from: coastal, to: lake}"
    receive(settled, same, base="v3")
    settled.write("inputs/fishing-2.yaml", an_input("fishing", 2, same, base="v3"))
    settled.loi("merge", "--author", "A")
    assert shown(settled, "fields.fish") == "lake fishing;"


def test_a_repetition_of_the_present_words_is_there_already(settled: Desk) -> None:
    assert receive(settled, "- reword: fields.fish\n  en: coastal fishing;", base="v3", code=0) == {
        "fields.fish/text.en": "already-there"
    }


def test_units_and_the_party_in_one_bracket_and_two_decisions_after_each_other(merged: Desk) -> None:
    assert receive(merged, "- replace: meetings\n  en: {from: Lisbon, to: Mombasa}")["meetings/text.en"] == "conflict"
    assert "[harbours: twice a] [fishing: every second]" in shown(merged, "meetings")
    assert "[PRT: Lisbon] [KEN: Mombasa]" in shown(merged, "meetings")
    ours, their = (c["id"] for c in merged.loi("conflicts", "meetings", "--format", "json").json["conflicts"])
    merged.loi("decide", ours, "--take", "fishing", *WHY)
    merged.loi("merge", "--author", "A", code=1)
    assert (
        shown(merged, "meetings") == "The Parties meet every second year in [PRT: Lisbon] [KEN: Mombasa] or in Nairobi."
    )
    merged.loi("decide", their, "--take", "KEN", *WHY)
    merged.loi("merge", "--author", "A")
    assert shown(merged, "meetings") == "The Parties meet every second year in Mombasa or in Nairobi."


def test_they_join_the_dispute_of_our_units_and_what_we_settled_is_a_side(merged: Desk) -> None:
    first = conflict(merged, "meetings")
    merged.loi("decide", first, "--take", "fishing", *WHY)
    receive(merged, "- replace: meetings\n  en: {from: once a, to: three times a}", base="v1")
    [reopened] = merged.loi("conflicts", "meetings", "--format", "json").json["conflicts"]
    assert reopened["id"] != first
    sides = {s["side"]: s["text"] for s in reopened["sides"]}
    assert sides["decision"] == sides["fishing"] == "every second"
    assert sides["KEN"] == "three times a"
    merged.loi("decide", reopened["id"], "--words", "twice a", *WHY)
    merged.loi("merge", "--author", "A")
    assert "twice a year" in shown(merged, "meetings")


def test_what_was_decided_is_not_asked_again_over_rounds(merged: Desk) -> None:
    """As git rerere: the same dispute in a later round is settled as before; a new reading alone reopens it."""
    merged.loi("decide", "meetings", "--take", "harbours", *WHY)
    merged.loi("merge", "--author", "A")
    again = "- replace: meetings\n  en: {from: once a year, to: every second year}\n  reason: Still dear."
    merged.write("inputs/lawyers-1.2.yaml", an_input("lawyers", 1, again, base="v1"))
    told = merged.loi("merge", "--author", "A", "--format", "json").json
    [fate] = told["inputs"][0]["proposals"]
    assert fate["outcome"] == "superseded"
    assert fate["why"].startswith("decided otherwise: 2022-01-18-decision-")
    assert told["conflicts"] == []
    other = "- replace: meetings\n  en: {from: once a year, to: every month}"
    merged.write("inputs/lawyers-1.3.yaml", an_input("lawyers", 1, other, base="v1"))
    told = merged.loi("merge", "--author", "A", "--format", "json", code=1).json
    assert len(told["conflicts"]) == 1
    assert "decision" in merged.loi("conflicts").out
    assert "twice a" in merged.loi("conflicts").out


def test_two_machines_decide_and_receive_apart(merged: Desk, tmp_path: Path) -> None:
    """One decides among the units, the other takes in the same dispute anew: after the join nothing is asked again."""
    shutil.copytree(merged.folder, tmp_path / "bela")
    bela = Desk(tmp_path / "bela")
    merged.loi("decide", "meetings", "--take", "harbours", *WHY)
    merged.loi("merge", "--author", "A")
    again = "- replace: meetings\n  en: {from: once a year, to: twice a year}"
    bela.write("inputs/lawyers-1.2.yaml", an_input("lawyers", 1, again, base="v1"))
    bela.write("inputs/KEN-2022-01-20.yaml", theirs("- replace: fields.fish\n  en: {from: coastal, to: lake}"))
    bela.loi("merge", "--author", "B", code=1)
    put_together(merged, bela)
    told = merged.loi("merge", "--author", "A", "--format", "json", code=1).json
    assert [c.rpartition("/")[0] for c in told["conflicts"]] == ["fields.fish/text.en"]
    assert "twice a year" in shown(merged, "meetings")


def test_two_machines_decide_the_same_dispute_otherwise(merged: Desk, tmp_path: Path) -> None:
    """Two decisions that contradict reopen it; a third, which names both, settles it."""
    shutil.copytree(merged.folder, tmp_path / "bela")
    bela = Desk(tmp_path / "bela")
    for desk, side in ((merged, "harbours"), (bela, "fishing")):
        desk.loi("decide", "meetings", "--take", side, *WHY)
        desk.loi("merge", "--author", side)
    put_together(merged, bela)
    told = merged.loi("merge", "--author", "A", "--format", "json", code=1).json
    [known] = told["conflicts"]
    merged.loi("decide", known, "--take", "base", *WHY)
    assert merged.loi("merge", "--author", "A", "--format", "json").json["conflicts"] == []
    assert "once a year" in shown(merged, "meetings")
