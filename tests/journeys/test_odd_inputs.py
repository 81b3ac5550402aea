"""Inputs that a merge cannot just take, on a dossier as `loi init` makes it: a clear line each, and nothing lost."""

from pathlib import Path

import pytest

from tests.journeys.desk import Desk, tree

WHY = ("--by", "Legal Bureau", "--reason", "agreed")
HEAD = "schema: 1\nunit: {unit}\nround: 1\nbase: {base}\nproposals:\n"
NEW = "  - insert: {name}\n    kind: item\n    in: areas\n    en: a new area;\n"


@pytest.fixture
def fresh(tmp_path: Path) -> Desk:
    Desk(tmp_path).loi("init", "dossier")
    desk = Desk(tmp_path / "dossier", LOI_BY="Secretariat")
    desk.loi("merge")
    return desk


def send(desk: Desk, name: str, proposals: str, base: str = "v1") -> Path:
    unit = name.partition("-")[0]
    return desk.write(f"inputs/{name}.yaml", HEAD.format(unit=unit, base=base) + proposals)


BAD = {
    "it changes what it deletes": (
        "  - reword: areas.other\n    en: others.\n  - delete: areas.other\n",
        "inputs/trade-1.yaml:8:5: F033 `areas.other` is deleted and changed",
        "keep the one that is meant",
    ),
    "a bracket left unclosed": (
        "  - reword: areas.other\n    en: other [areas.\n",
        "inputs/trade-1.yaml:6:5: F308 a square bracket is left open in areas.other (en)",
        "in pairs",
    ),
    "an id in capitals": (NEW.format(name="areas.New"), "F025 `areas.New` cannot be a name here", "no capital letters"),
    "one id for two clauses": (NEW.format(name="areas.new") * 2, "F033 `areas.new` is placed twice: in line 6", "keep"),
    "two megabytes": (
        "  - reword: areas.other\n    en: |\n" + "      and so on with many words more\n" * 60_000,
        "F003 has 2220085 bytes",
        "1 MiB",
    ),
    "more entries than a file may have": (
        "".join(NEW.format(name=f"areas.a{k}") for k in range(8_000)),
        "F009 has more than 50000 entries",
        "the rest of a concept into inputs",
    ),
}


@pytest.mark.parametrize("kind", BAD)
def test_refused_with_a_clear_line(fresh: Desk, kind: str) -> None:
    proposals, says, help = BAD[kind]
    send(fresh, "trade-1", proposals)
    before = tree(fresh.folder)
    said = fresh.loi("merge", code=2)
    assert says in said.err
    assert help in said.err
    assert "nothing was written" in said.err
    assert tree(fresh.folder) == before
    assert says in fresh.loi("check", "inputs/trade-1.yaml", code=1).out.replace(" error:", "")


def test_a_proposal_for_a_clause_that_was_deleted_since(fresh: Desk) -> None:
    """Against the version that had it, it disputes the deletion; against one without it, it is told where it was."""
    send(fresh, "legal-1", "  - delete: areas.other\n")
    fresh.loi("merge")
    reword = "  - reword: areas.other\n    en: other areas.\n"
    send(fresh, "trade-1", reword, base="v2")
    refused = fresh.loi("merge", code=2).err
    assert "inputs/trade-1.yaml:6:5: F301 v2 has no clause “areas.other” any more; v1 had it" in refused
    assert "`base: v1`" in refused
    send(fresh, "trade-1", reword)
    told = fresh.loi("merge", "--format", "json", code=1).json
    assert [c.rpartition("/")[0] for c in told["conflicts"]] == ["areas.other/exists"]
    assert "other areas." in fresh.loi("show", "areas.other").out


def test_a_deleted_clause_can_come_back(fresh: Desk) -> None:
    send(fresh, "legal-1", "  - delete: areas.other\n")
    fresh.loi("merge")
    send(fresh, "trade-1", NEW.format(name="areas.other"), base="v2")
    fresh.loi("merge")
    assert "a new area;" in fresh.loi("show", "areas.other").out


def test_a_decision_for_a_conflict_that_is_no_more(fresh: Desk) -> None:
    for unit, words in (("legal", "mutual"), ("trade", "joint")):
        send(fresh, f"{unit}-1", f"  - reword: areas.components\n    en: {words} components;\n")
    [conflict] = fresh.loi("merge", "--format", "json", code=1).json["conflicts"]
    fresh.loi("decide", conflict, "--take", "legal", *WHY)
    fresh.loi("merge")
    before = tree(fresh.folder)
    again = fresh.loi("decide", conflict, "--take", "trade", *WHY, code=2)
    assert f"{conflict} is in dispute no more: Legal Bureau decided it" in again.err
    assert "`loi undo " in again.err
    assert tree(fresh.folder) == before


def test_most_of_a_megabyte_in_one_clause(fresh: Desk) -> None:
    long = "".join(f"      the Parties shall do thing {k} and other things;\n" for k in range(16_000))
    send(fresh, "trade-1", "  - reword: areas.other\n    en: |\n" + long)
    send(fresh, "legal-1", "  - reword: areas.other\n    en: |\n" + long.replace("thing 77 ", "no thing "))
    fresh.loi("merge", code=1)
    assert "the Parties shall do thing 15999" in fresh.loi("show", "head", "--format", "json").out


def test_ten_thousand_clauses_from_ten_inputs(fresh: Desk) -> None:
    new = "  - insert: c{}\n    kind: article\n    before: done\n    en: The Parties do thing {}.\n"
    for n in range(10):
        name = f"legal-1.{n + 1}" if n else "legal-1"
        send(fresh, name, "".join(new.format(k, k) for k in range(n * 1000, (n + 1) * 1000)))
    assert "10000 clauses changed" in fresh.loi("merge").out
    send(fresh, "trade-1", "  - reword: c7777\n    en: The Parties do nothing.\n", base="v2")
    assert "1 clause changed" in fresh.loi("merge").out
    texts = {c["clause"]: c["text"]["en"] for c in fresh.loi("show", "head", "--format", "json").json["clauses"]}
    assert len(texts) == 10_006
    assert texts["c7777"] == "The Parties do nothing."
    assert texts["c7778"] == "The Parties do thing 7778."


def test_every_problem_of_a_file_in_one_run(fresh: Desk) -> None:
    """What cannot be read hides nothing of what can be read and does not fit."""
    send(
        fresh,
        "trade-1",
        "  - reword: areas.othr\n    eng: a language that nobody has.\n"
        "  - insert: areas.new\n    kind: itm\n    in: areas\n    en: a new area;\n"
        "  - insert: areas.newer\n    kind: item\n    after: areas.new\n    en: a newer area;\n"
        "  - reword: areas.new\n    en: see {@areas.new};\n"
        "  - remark: objectve\n    note: nothing of that name.\n"
        "  - replace: objective\n    en: {from: not its words, to: others}\n",
    )
    said = fresh.loi("check", "--format", "json", code=1).json["problems"]
    assert [(p["line"], p["code"]) for p in said if p["severity"] == "error"] == [
        (6, "F301"),
        (7, "F026"),
        (9, "F023"),
        (18, "F301"),
        (20, "F302"),
    ]


def test_a_copy_left_among_the_inputs_is_no_further_input(fresh: Desk) -> None:
    original = send(fresh, "trade-1", "  - remark: areas.other\n    note: none\n")
    (original.parent / "trade-1 (1).yaml").write_bytes(original.read_bytes())
    assert "it is a copy of inputs/trade-1.yaml: take it away" in fresh.loi("merge", code=2).err


def test_curly_quotation_marks_part_nothing_in_yaml(fresh: Desk) -> None:
    send(fresh, "trade-1", "  - replace: areas.other\n    en: {from: “other areas”, to: fields}\n")
    assert "write `from: other areas`" in fresh.loi("merge", code=2).err


def test_languages_left_behind_are_said_before_a_paper_leaves(fresh: Desk) -> None:
    dossier = fresh.folder / "dossier.yaml"
    dossier.write_text(
        dossier.read_text(encoding="utf-8").replace("languages: [en]", "languages: [en, fr]"), encoding="utf-8"
    )
    said = fresh.loi("render", "loi", "--for", "BBB", "--format", "html").err
    assert "loi: 6 wordings are stale or missing" in said
    assert "`loi request --translation fr`: ask for 6 wordings" in fresh.loi("status").err
