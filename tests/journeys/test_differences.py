"""Texts compared, words traced: what an officer asks of versions, inputs and files."""

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.journeys.desk import Desk
from tests.journeys.lisbon import CONCEPT, an_input
from tests.journeys.test_two_machines import APART, clone, put_together

HOSTILE = "[/red] <b>bold</b> {{% raw %}} AT&T"


@pytest.fixture
def moved(merged: Desk) -> Desk:
    """v3: a clause moved and reworded by two units, one deleted, a translation behind."""
    merged.write(
        "inputs/fishing-2.yaml",
        an_input(
            "fishing", 2, "- move: meetings\n  before: fields\n  reason: First things first.\n- delete: aim", base="v2"
        ),
    )
    merged.write(
        "inputs/harbours-2.yaml",
        an_input("harbours", 2, "- replace: meetings\n  en: {from: in Lisbon, to: at Lisbon}", base="v2"),
    )
    merged.loi("merge", "--author", "Gabinete", code=1)
    return merged


def changes(desk: Desk, *arguments: str) -> dict[str, str]:
    said = desk.loi("diff", *arguments, "--format", "json")
    return {c["clause"]: c["change"] for c in said.json["clauses"]}


def test_a_moved_clause_is_shown_as_moved_with_its_words(moved: Desk) -> None:
    said = moved.loi("diff", "v2", "v3", "--language", "en").out
    assert "3 → 1  meetings  moved\n  stood after fields (2), now stands after desire\n" in said
    assert "[-in-] {+at+} Lisbon" in said
    assert "aim  deleted" in said


def test_whatever_names_a_text_may_stand_on_either_side(moved: Desk) -> None:
    moved.loi("tag", "v2", "first-reading", "--by", "Gabinete")
    versions = moved.loi("log", "--format", "json").json["versions"]
    second = next(v for v in versions if v["version"] == "v2")
    stored = moved.folder / "versions" / f"{second['hash']}.json"
    shutil.copy(stored, moved.folder / "from-a-backup.json")
    elsewhere = moved.write("mail/concept.yaml", CONCEPT)
    names = ["v2", f"v2-{second['hash'][:6]}", second["hash"][:9], "first-reading", "head~1", str(stored),
             "from-a-backup.json"]  # fmt: skip
    told = [changes(moved, "v1", name) for name in names]
    assert told == [told[0]] * len(names)
    assert changes(moved, "concept.yaml", "v2") == changes(moved, str(elsewhere), "v2") == told[0]
    assert changes(moved, "v1", "mail/concept.yaml") == {}


def test_an_input_is_its_base_with_it_alone_applied(moved: Desk) -> None:
    assert changes(moved, "v2", "harbours-2") == {"meetings": "changed"}
    assert changes(moved, "v2", "inputs/harbours-2.yaml") == {"meetings": "changed"}
    assert changes(moved, "harbours-1", "fishing-1").keys() == {"fields.ports", "fields.weed", "meetings"}
    sent = moved.write("mail/harbours-2.2.yaml", an_input("harbours", 2, "- delete: done", base="v1"))
    assert changes(moved, "v1", "mail/harbours-2.2.yaml") == {"done": "deleted"}
    sent.write_text("schema: 1\nunit: harbours\nround: 2\nbase: v1\nproposals:\n  - delete: dona\n", encoding="utf-8")
    assert "mail/harbours-2.2.yaml:6" in moved.loi("diff", "v1", "mail/harbours-2.2.yaml", code=2).err


def test_the_other_partys_input_stays_a_bracket(merged: Desk) -> None:
    merged.write(
        "inputs/KEN-2022-01-20.yaml",
        "schema: 1\nparty: KEN\nbase: v1\ndate: 2022-01-20\nproposals:\n"
        "  - reword: fields.fish\n    en: deep-sea fishing;\n",
    )
    assert "{+[PRT: coastal] [KEN: deep-sea]+}" in merged.loi("diff", "v1", "KEN-2022-01-20").out


def test_a_name_that_fits_two_shows_both(moved: Desk) -> None:
    moved.write("v2", CONCEPT)
    said = moved.loi("diff", "v1", "v2", code=2).err
    assert "both the version v2-" in said
    assert "./v2" in said
    one = "- insert: v1\n  kind: article\n  after: fields\n  en: x"
    moved.write("inputs/lawyers-2.yaml", an_input("lawyers", 2, one, base="v3"))
    moved.loi("merge", "--author", "A", code=1)
    assert "both the version v1-" in moved.loi("show", "v1", code=2).err


def test_an_id_that_is_another_clauses_number(merged: Desk) -> None:
    one = "- insert: '1'\n  kind: article\n  after: fields\n  en: x"
    merged.write("inputs/lawyers-2.yaml", an_input("lawyers", 2, one, base="v2"))
    merged.loi("merge", "--author", "A", code=1)
    said = merged.loi("show", "1", code=2).err
    assert "the id of one clause (3) and the number of another, aim" in said
    assert "1  article" in merged.loi("show", "3").out
    assert "aim" in merged.loi("blame", "aim").out


def test_bad_files(merged: Desk) -> None:
    (merged.folder / "big.yaml").write_bytes(b"clauses: [" + b"x" * (1 << 20) + b"]")
    (merged.folder / "latin.yaml").write_bytes("clauses: ó".encode("latin-1"))
    (merged.folder / "broken.json").write_text('{"schema": 1}\n{}\n', encoding="utf-8")
    version = sorted((merged.folder / "versions").glob("*.json"))[0]
    (merged.folder / "changed.json").write_bytes(version.read_bytes().replace(b"Lisboa", b"Setubal"))
    (merged.folder / "link.yaml").symlink_to("concept.yaml")
    for name, message in (
        ("big.yaml", "1 MiB"),
        ("latin.yaml", "is not UTF-8"),
        ("broken.json", "broken.json is no version"),
        ("changed.json", "does not have the hash"),
        ("link.yaml", "symbolic link"),
        ("versions", "no version “versions”"),
        ("x" * 5000, "no version"),
    ):
        said = merged.loi("diff", "v1", name, code=2)
        assert message in said.err, name
        assert said.out == ""


def test_stat_counts_words_by_clause_and_language(moved: Desk) -> None:
    rows = [line.split() for line in moved.loi("diff", "v1", "v2", "--stat").out.splitlines()]
    assert rows[0] == ["pt", "sw", "en"]
    assert ["2.a", "fields.ports", "changed", "+2", "−0", "+2", "−0", "+2", "−0"] in rows
    # names of sides are no words: "once a" became "twice a" and "every second"
    assert ["3", "meetings", "changed", "+4", "−2"] in rows
    assert rows[-1][:2] == ["3", "clauses"]


def test_one_clause_one_language(moved: Desk) -> None:
    assert changes(moved, "v1", "v3", "--clause", "2").keys() == {"fields", "fields.ports", "fields.weed"} - {"fields"}
    said = moved.loi("diff", "v1", "v2", "--language", "sw").out
    assert "usalama" in said
    assert "meetings" not in said
    assert "have the same aim" in moved.loi("diff", "v1", "v2", "--clause", "aim", "--exit-code").err
    moved.loi("diff", "v1", "v2", "--exit-code", code=1)


@pytest.mark.parametrize("width", [40, 80, 160])
def test_nothing_is_wider_than_the_terminal(moved: Desk, width: int) -> None:
    for command in ("diff v1 v3", "diff v1 v2 --side-by-side", "blame meetings", "show meetings", "show head",
                    "find year", "log", "log --clause meetings"):  # fmt: skip
        for line in moved.loi(*command.split(), COLUMNS=str(width)).out.splitlines():
            assert len(line) <= width, (command, line)


def test_side_by_side_on_wide_terminals(moved: Desk) -> None:
    wide = moved.loi("diff", "v1", "v2", "--language", "en", COLUMNS="160").out
    row = next(line for line in wide.splitlines() if "management" in line)
    old, new = row.split(" │ ")
    assert old.split() == ["en", "management", "of", "ports;"]
    assert new == "management {+and safety+} of ports;"
    assert "│" not in moved.loi("diff", "v1", "v2", COLUMNS="80").out
    assert "│" not in moved.loi("diff", "v1", "v2", "--inline", COLUMNS="160").out


def test_words_from_files_are_never_markup(merged: Desk) -> None:
    merged.write("inputs/lawyers-2.yaml", an_input("lawyers", 2, f"- reword: done\n  en: 'x {HOSTILE}'\n"
                 f"  reason: '{HOSTILE}'\n- remark: done\n  note: '\\e {HOSTILE}'", base="v2"))  # fmt: skip
    merged.loi("merge", "--author", "A", code=1)
    for command in ("diff v2 head", "blame done", "show done", "find bold", "log --clause done"):
        assert "<b>bold</b>" in merged.loi(*command.split(), COLUMNS="400").out, command


class Marks(HTMLParser):
    """The words of a page that are inserted or deleted, and every address in it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.inside: list[str] = []
        self.words: dict[str, str] = {"ins": "", "del": ""}
        self.addresses: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href")]
        if tag in self.words:
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.words:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.words[self.inside[-1]] += data


def test_a_page_of_the_difference(merged: Desk) -> None:
    merged.write("inputs/lawyers-2.yaml", an_input("lawyers", 2, f"- reword: aim\n  en: 'x {HOSTILE}'", base="v2"))
    said = merged.loi("diff", "v1", "lawyers-2", "--language", "en", "-o", "out/changes.html")
    assert "wrote out/changes.html" in said.err
    page = (merged.folder / "out/changes.html").read_text(encoding="utf-8")
    marks = Marks(page)
    assert "<b>bold</b> {% raw %} AT&T" in marks.words["ins"]
    assert "and safety" in marks.words["ins"]
    assert all(address.startswith("#") for address in marks.addresses)
    only = merged.loi("diff", "v1", "lawyers-2", "--language", "en", "--clause", "aim", "--format", "html").out
    assert "and safety" not in Marks(only).words["ins"]
    assert "records the intention" in Marks(only).words["del"]


def test_a_word_redline_of_the_difference(moved: Desk) -> None:
    moved.loi("diff", "v1", "harbours-1", "-o", "changes.docx", "--language", "en")
    with ZipFile(moved.folder / "changes.docx") as package:
        body = package.read("word/document.xml").decode()
    inserted = re.findall(r"<w:ins [^>]*w:author=\"([^\"]*)\"", body)
    assert "harbours" in inserted
    assert "<w:del " in body
    assert moved.loi("diff", "v1", "v2", "-o", "x/changes.json").out == ""
    assert (moved.folder / "x/changes.json").read_text(encoding="utf-8") == moved.loi(
        "diff", "v1", "v2", "--format", "json", "-o", "-"
    ).out


def test_blame_of_some_words(moved: Desk) -> None:
    said = moved.loi("blame", "fields.ports", "--words", "MANAGEMENT AND", "--format", "json").json
    assert [(w["text"], [o["name"] for o in w["origins"]]) for w in said["words"]] == [
        ("management", ["concept"]),
        (" and", ["harbours-1"]),
    ]
    origin = said["words"][1]["origins"][0]
    assert (origin["file"], origin["line"], origin["version"]) == ("inputs/harbours-1.yaml", 7, "v2")
    assert origin["reason"] == "Safety is what the port authority is paid for."
    assert "gestão" in moved.loi("blame", "fields.ports", "--words", "GESTAO").out


def test_who_decided_moved_and_deleted(moved: Desk) -> None:
    moved.loi("decide", "meetings", "--take", "fishing", "--by", "Ministra", "--reason", "Travel is dear.")
    moved.loi("merge", "--author", "Gabinete")
    words = moved.loi("blame", "meetings", "--words", "every second", "--format", "json").json["words"]
    decision = next(o for o in words[0]["origins"] if o["kind"] == "decision")
    assert (decision["office"], decision["reason"], decision["version"]) == ("Ministra", "Travel is dear.", "v4")
    assert (moved.folder / decision["file"]).is_file()
    text = moved.loi("blame", "meetings", "--language", "en").out
    assert "decided by Ministra" in text
    assert "moved by fishing · inputs/fishing-2.yaml:7 · v3 · First things first." in text
    assert "deleted by fishing · inputs/fishing-2.yaml:10 · v3" in moved.loi("blame", "aim").out
    life = moved.loi("log", "--clause", "meetings").out
    assert life.index("First things first.") < life.index("Ministra decides")


def test_all_that_is_known_of_a_clause(moved: Desk) -> None:
    said = moved.loi("show", "fields", "--language", "en").out
    assert "holds fields.ports (2.a), fields.fish (2.b), fields.weed (2.c)" in said
    gone = moved.loi("show", "aim", "--format", "json").json
    assert (gone["gone"], gone["version"], gone["refers_to"]) == ("v3", "v2", ["fields"])
    assert "deleted in v3; these were its last words" in moved.loi("show", "aim").out
    position = "- position: meetings\n  aim: Once.\n  fallback: Twice.\n  red-line: Monthly.\n"
    instruction = "- instruct: meetings\n  note: Say where."
    moved.write("inputs/lawyers-2.yaml", an_input("lawyers", 2, position + instruction, base="v3"))
    text = moved.loi("show", "meetings").out
    assert "lawyers has a position · aim: Once. · fallback: Twice. · red line: Monthly. · waits for" in text
    assert "harbours replaces words “twice a year”" in text
    assert "lawyers wants a change · Say where. · open · waits for" in text


def test_past_words_are_found(moved: Desk) -> None:
    said = moved.loi("find", "records the INTENTION").out
    assert said.startswith("In earlier versions\n  1  aim  en  v1–v2\n")
    assert "since v2" in moved.loi("find", "seaweed", "farming").out
    assert "inputs/harbours-1.yaml:12" in moved.loi("find", "full of work").out
    assert "since v1" in moved.loi("find", "cooperacao").out
    nothing = moved.loi("find", "zebra")
    assert (nothing.out, nothing.err) == ("", "found nowhere\n")


def test_forks_and_joins_are_drawn(merged: Desk, tmp_path: Path) -> None:
    anna, bela = clone(merged, tmp_path / "anna"), clone(merged, tmp_path / "bela")
    for desk, name in ((anna, "harbours-2"), (bela, "fishing-2")):
        desk.write(f"inputs/{name}.yaml", APART[name])
        desk.loi("merge", "--author", name, code=1)
    put_together(anna, bela)
    assert "(head)" in anna.loi("log").out
    anna.loi("merge", "--author", "anna", code=1)
    log = [line.split("  ")[0] for line in anna.loi("log").out.splitlines()]
    assert [line for line in log if line[:1] == "├" or "●" in line] == [
        "● v4",
        "├─┐",
        *(line for line in log if re.fullmatch(r"[●│] (● |│ )?v3-\w{6}", line)),
        "├─┘",
        "● v2",
        "● v1",
    ]
    assert sum("v3-" in line for line in log) == 2


def test_the_example_at_every_width(example: Desk) -> None:
    for width in ("80", "160"):
        for command in (["diff", "v1", "v2"], ["show", "5.3"], ["blame", "5.3"], ["log", "--clause", "desire"]):
            said = example.loi(*command, COLUMNS=width)
            assert max(map(len, said.out.splitlines())) <= int(width)
