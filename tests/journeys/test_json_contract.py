"""What `--format json` prints, against stored examples byte for byte, and against the keys that design.md promises.

After a change that is meant: `LOI_WRITE_GOLDEN=1 pytest tests/journeys/test_json_contract.py`, then read the difference
in git. The clock stands still, so times and hashes are what they were.
"""

import json
import re
from pathlib import Path

import pytest

from tests.history.rebuilding import rebuilt
from tests.journeys.counterpart import Colleague
from tests.journeys.desk import Desk
from tests.journeys.lisbon import FISHING, an_input
from tests.reviewed import as_reviewed

GOLDEN = Path(__file__).parents[1] / "golden" / "json"


def check(name: str, out: str) -> None:
    as_reviewed(GOLDEN / f"{name}.json", out)


@pytest.fixture
def lively(merged: Desk) -> Desk:
    """Round 2 is half in: every kind of outcome, a tag, a waiting decision, a clause in dispute as a whole."""
    merged.write(
        "inputs/harbours-2.yaml",
        an_input(
            "harbours",
            2,
            "- delete: fields.weed\n  reason: Not ours.\n"
            "- reword: fields.fish\n  en: coastal fishing;\n"
            "- instruct: aim\n  note: Say more.\n"
            "- remark: desire\n  note: Good.",
            base="v2",
            date="2022-01-25",
        ),
    )
    merged.write(
        "inputs/fishing-2.yaml",
        an_input(
            "fishing",
            2,
            "- reword: fields.weed\n  en: farming of seaweed;\n- move: meetings\n  before: fields",
            base="v2",
            date="2022-02-01",
        ),
    )
    merged.loi("tag", "v2", "first-reading", "--by", "Gabinete")
    return merged


def test_merge(lively: Desk) -> None:
    said = lively.loi("merge", "-m", "round 2", "--author", "Gabinete", "--format", "json", code=1)
    check("merge", said.out)
    assert {"version", "hash", "text_hash", "inputs", "conflicts"} <= said.json.keys()
    outcomes = [p for i in said.json["inputs"] for p in i["proposals"]]
    assert all({"clause", "field", "outcome", "why"} == p.keys() for p in outcomes)
    known = {"merged", "conflict", "already-there", "open", "remark", "superseded", "refused"}
    assert {p["outcome"] for p in outcomes} <= known
    assert {i["file"] for i in said.json["inputs"]} == {"inputs/fishing-2.yaml", "inputs/harbours-2.yaml"}
    assert all(isinstance(c, str) and c.count("/") == 2 for c in said.json["conflicts"])


def test_show(lively: Desk) -> None:
    lively.loi("merge", "-m", "round 2", "--author", "Gabinete", code=1)
    said = lively.loi("show", "head", "--format", "json")
    check("show", said.out)
    assert {"version", "hash", "text_hash", "parents", "clauses"} <= said.json.keys()
    for clause in said.json["clauses"]:
        assert {"clause", "number", "kind", "parent", "heading", "text", "stale"} == clause.keys()
    check("show-clause", lively.loi("show", "meetings", "--format", "json").out)


def test_conflicts(lively: Desk) -> None:
    lively.loi("merge", "-m", "round 2", "--author", "Gabinete", code=1)
    said = lively.loi("conflicts", "--format", "json")
    check("conflicts", said.out)
    for conflict in said.json["conflicts"]:
        assert {"id", "clause", "field", "language", "base", "sides"} <= conflict.keys()
        assert all({"side", "text", "reason", "file", "line"} == side.keys() for side in conflict["sides"])
        for side in conflict["sides"]:
            assert (lively.folder / side["file"]).is_file()


def test_diff(merged: Desk) -> None:
    said = merged.loi("diff", "v1", "v2", "--format", "json")
    check("diff", said.out)
    for clause in said.json["clauses"]:
        assert {"clause", "change", "text"} <= clause.keys()
        assert clause["change"] in ("added", "deleted", "moved", "changed")
        hunks = [hunk for some in clause["text"].values() for hunk in some]
        assert all(op in ("=", "-", "+") and isinstance(text, str) for op, text in hunks)
    shown = {c["clause"]: c["text"] for c in merged.loi("show", "v2", "--format", "json").json["clauses"]}
    for clause in said.json["clauses"]:
        for language, hunks in clause["text"].items():
            after = "".join(text for op, text in hunks if op != "-")
            assert after.strip() == shown[clause["clause"]].get(language, "")


def test_diff_makes_either_text_from_the_other(lively: Desk) -> None:
    """Three languages, moves, brackets, a disputed clause, stale marks: nothing but the two files and the JSON."""
    lively.loi("merge", "-m", "round 2", "--author", "Gabinete", code=1)
    texts, stale = {}, {}
    for path in (lively.folder / "versions").glob("*.json"):
        body = json.loads(path.read_bytes().split(b"\n")[1])
        texts[path.stem] = body["text"]
    for version in ("v1", "v2", "v3"):
        shown = lively.loi("show", version, "--format", "json").json
        stale[shown["hash"]] = {c["clause"]: sorted(c["stale"]) for c in shown["clauses"]}
    for old, new in (("v1", "v2"), ("v2", "v3"), ("v1", "v3"), ("v3", "v1")):
        said = lively.loi("diff", old, new, "--format", "json").json
        a, b = said["from"]["hash"], said["to"]["hash"]
        assert rebuilt(texts[a], said["clauses"]) == texts[b]
        assert rebuilt(texts[b], said["clauses"], back=True) == texts[a]
        told = {c["clause"]: c["stale"]["to"] or [] for c in said["clauses"] if "stale" in c}
        kept = {clause: was for clause, was in stale[a].items() if clause in stale[b]}
        assert {clause: [] for clause in stale[b]} | kept | told == stale[b] | {
            clause: [] for clause in told if clause not in stale[b]
        }
    check("diff-moved", lively.loi("diff", "v2", "v3", "--format", "json").out)


def test_diff_of_an_input(lively: Desk) -> None:
    said = lively.loi("diff", "v2", "fishing-2", "--format", "json")
    check("diff-input", said.out)
    assert said.json["to"] == {**said.json["to"], "version": "fishing-2", "input": "inputs/fishing-2.yaml", "hash": ""}
    assert {c["clause"]: c["change"] for c in said.json["clauses"]} == {"fields.weed": "changed", "meetings": "moved"}


def test_find(lively: Desk) -> None:
    lively.loi("merge", "-m", "round 2", "--author", "Gabinete", code=1)
    said = lively.loi("find", "ONCE", "a", "year", "--format", "json")
    check("find", said.out)
    assert [(h["clause"], h["first"], h["last"], h["stands"]) for h in said.json["text"]] == [
        ("meetings", "v1", "v1", False)
    ]
    for hit in said.json["text"] + said.json["files"]:
        for start, end in hit["places"]:
            assert hit["text"][start:end].casefold() == "once a year"


def test_log_of_a_clause(lively: Desk) -> None:
    lively.loi("merge", "-m", "round 2", "--author", "Gabinete", code=1)
    said = lively.loi("log", "--clause", "meetings", "--format", "json")
    check("log-clause", said.out)
    assert [(t["version"], t["difference"]["change"]) for t in said.json["turns"]] == [
        ("v1", "added"),
        ("v2", "changed"),
        ("v3", "moved"),
    ]
    assert [[s["input"] for s in t["said"]] for t in said.json["turns"]] == [
        [],
        ["harbours-1", "fishing-1"],
        ["fishing-2"],
    ]


def test_check(lively: Desk) -> None:
    lively.write("inputs/lawyers-2.yaml", an_input("lawyers", 2, "- rewrd: aim\n  en: x", base="v2"))
    said = lively.loi("check", "--format", "json", code=1)
    check("check", said.out)
    for problem in said.json["problems"]:
        assert {"code", "severity", "file", "line", "column", "message", "help"} == problem.keys()
        assert problem["severity"] in ("error", "warning")
    assert any(p["file"] == "inputs/lawyers-2.yaml" for p in said.json["problems"])


def test_status(lively: Desk) -> None:
    said = lively.loi("status", "--format", "json")
    check("status", said.out)
    assert {"units", "heads", "conflicts", "stale", "next_meeting"} <= said.json.keys()
    for unit in said.json["units"]:
        assert {"unit", "round", "state", "late", "due"} == unit.keys()
        assert unit["state"] in ("received", "missing", "no-comment")
        assert isinstance(unit["late"], bool)


def test_log(lively: Desk) -> None:
    said = lively.loi("log", "--format", "json")
    check("log", said.out)
    assert said.json["versions"][0]["tags"] == ["first-reading"]


def test_blame(merged: Desk) -> None:
    said = merged.loi("blame", "meetings", "--format", "json")
    check("blame", said.out)
    shown = {c["clause"]: c for c in merged.loi("show", "v2", "--format", "json").json["clauses"]}["meetings"]
    for stretch in said.json["words"]:
        prefix, language = stretch["field"].split(".")
        assert shown[prefix][language][stretch["start"] : stretch["end"]] == stretch["text"]
        for origin in stretch["origins"]:
            assert (merged.folder / origin["file"]).is_file()


def test_collect(merged: Desk) -> None:
    merged.write("mail/again.yaml", FISHING)
    merged.write("mail/new.yaml", an_input("fishing", 1, "- delete: aim\n  reason: Too long."))
    check("collect", merged.loi("collect", "mail", "--format", "json").out)


def test_inputs(lively: Desk) -> None:
    check("inputs", lively.loi("inputs", "--format", "json").out)
    check("inputs-unit", lively.loi("inputs", "harbours", "--format", "json").out)


def test_propose(merged: Desk) -> None:
    words = ("propose", "aim", "--unit", "lawyers", "--remark", "Good.", "--source", "call of Monday")
    check("propose", merged.loi(*words, "--format", "json").out)


def test_request(merged: Desk) -> None:
    check("request", merged.loi("request", "--round", "2", "--format", "json").out)
    due = ("--unit", "fishing", "--round", "2", "--due", "2022-02-04", "--by", "Gabinete")
    check("request-due", merged.loi("request", *due, "--format", "json").out)


def test_send(merged: Desk) -> None:
    merged.write("clean.txt", "The Parties meet once a year.\n")
    merged.write("ours.txt", "The Parties meet [harbours: twice a] [fishing: every second] year.\n")
    more = ("--to", "KEN", "--letter", "B-12", "--by", "Gabinete", "--version", "v2", "--language", "en")
    check("send", merged.loi("send", "clean.txt", *more, "--format", "json").out)
    check("send-refused", merged.loi("send", "ours.txt", *more, "--format", "json", code=1).out)


def test_decide(merged: Desk) -> None:
    decide = ("decide", "--all", "--take", "fishing", "--by", "Gabinete", "--reason", "Travel is dear.")
    check("decide", merged.loi(*decide, "--format", "json").out)


def test_build(lively: Desk) -> None:
    said = lively.loi("build", "--format", "json")
    check("build", said.out)
    assert all((lively.folder / d["file"]).is_file() for d in said.json["documents"])


def test_verify(merged: Desk) -> None:
    check("verify", merged.loi("verify", "--format", "json").out)
    version = sorted((merged.folder / "versions").glob("*.json"))[0]
    version.write_bytes(version.read_bytes()[:-7] + b"??????\n")
    said = merged.loi("verify", "--format", "json", code=1)
    assert [set(d) for d in said.json["damage"]] == [{"file", "message"}]
    assert said.json["damage"][0]["file"] == f"versions/{version.name}"


def test_status_of_all_dossiers(merged: Desk) -> None:
    merged.loi("init", "drafts/new")
    merged.write("drafts/broken/dossier.yaml", "schema: 1\n")
    said = Desk(merged.folder / "drafts").loi("status", "--all", "--format", "json", code=None)
    check("status-all", said.out)
    assert [one["dossier"] for one in said.json["dossiers"]] == ["broken", "new"]


@pytest.mark.parametrize(("name", "words"), [("word", ["bracket"]), ("rule", ["L104"]), ("exit-codes", ["exit-codes"])])
def test_explain(tmp_path: Path, name: str, words: list[str]) -> None:
    check(f"explain-{name}", Desk(tmp_path).loi("explain", *words, "--format", "json").out)


def test_explain_lists_every_word_and_code_in_the_same_form(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    every = desk.loi("explain", "--format", "json").json
    for one in every["words"][::15]:
        assert desk.loi("explain", one["word"], "--format", "json").json["words"] == [one]
    assert desk.loi("explain", "L104", "--format", "json").json["codes"][0] in every["codes"]


def test_doctor(merged: Desk, tmp_path: Path) -> None:
    """On a computer without any other program; what is told of Python and of the packages is this computer's own."""
    said = merged.loi("doctor", "--format", "json", code=None, PATH=str(tmp_path), FORCE_COLOR="", LANG="C.UTF-8")
    told = said.json
    for one in told["found"]:
        if one["name"] in ("python", "loi", "dossier", "time-zones", "fonts") or one["name"].startswith("extra"):
            one["found"] = "…"
    check("doctor", json.dumps(told, ensure_ascii=False, indent=2) + "\n")


@pytest.mark.parametrize("name", ["dossier", "concept", "input", "record", "meeting", "decisions"])
def test_schemas_are_json(tmp_path: Path, name: str) -> None:
    said = Desk(tmp_path).loi("schema", name)
    assert said.json["$schema"].startswith("https://json-schema.org/draft/2020-12")


def test_every_report_is_of_schema_1_and_utf_8(lively: Desk) -> None:
    for command in (["status"], ["conflicts"], ["log"], ["check"], ["show", "v1"], ["verify"], ["merge", "--dry-run"]):
        code = 1 if command[0] == "merge" else 0
        said = lively.loi(*command, "--format", "json", code=code, LC_ALL="C", LOI_BY="A", PYTHONIOENCODING="ascii")
        assert said.json["schema"] == 1


def test_receive(merged: Desk) -> None:
    merged.loi("render", "loi", "--for", "KEN", "--format", "docx", "-o", "sent.docx", code=1)
    colleague = Colleague(merged.folder / "sent.docx")
    colleague.replace("DESIRING to promote", "DESIRING to strengthen")
    colleague.comment("in ports and fisheries;", "And shipping?")
    colleague.save(merged.folder / "back.docx")
    said = merged.loi("receive", "back.docx", "--from", "KEN", "--format", "json")
    digest = said.json["sha256"]  # of bytes that the Word writer made: not what is promised here
    out = re.sub(
        r"received-[0-9a-f]{8}", "received-RECORD", said.out.replace(digest, "SHA256").replace(digest[:8], "SHA")
    )
    check("receive", out)
    assert {"from", "base", "input", "kept", "changes", "remarks", "unplaced"} <= said.json.keys()
