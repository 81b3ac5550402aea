"""From the approvals that a text needs to the closed dossier: gates, manifests, archives."""

import json
import shutil
import zipfile
from pathlib import Path

import docx
import pytest

from loi_cli.model.problems import LoiError
from loi_cli.render.manifest import held_against
from tests.journeys.desk import Desk, Said, tree
from tests.journeys.test_originals import SIGNED, TEXT, TWO_LANGUAGES

GATES = "gates: [legal-bureau, foreign-ministry]\n"
BIRO = ("--by", "Biro Hukum", "--reference", "B-214/2022")


@pytest.fixture(scope="module")
def _ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    desk = Desk(tmp_path_factory.mktemp("gates") / "ready")
    desk.write("dossier.yaml", TWO_LANGUAGES + SIGNED + GATES)
    desk.write("concept.yaml", TEXT)
    desk.write("inputs/fishing-1.yaml", "schema: 1\nunit: fishing\nround: 1\nbase: v1\nno-comment: true\n")
    desk.loi("merge", "--author", "A")
    return desk.folder


@pytest.fixture
def ready(_ready: Path, tmp_path: Path) -> Desk:
    """A dossier with nothing open but its two gates."""
    return Desk(Path(shutil.copytree(_ready, tmp_path / "ready")))


@pytest.fixture(scope="module")
def _approved(_ready: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    desk = Desk(Path(shutil.copytree(_ready, tmp_path_factory.mktemp("approved") / "ready")))
    passed(desk, "legal-bureau", "foreign-ministry")
    originals(desk)
    return desk.folder


@pytest.fixture
def approved(_approved: Path, tmp_path: Path) -> Desk:
    """Both gates are passed, and both originals made."""
    return Desk(Path(shutil.copytree(_approved, tmp_path / "ready")))


def passed(desk: Desk, *names: str, version: str = "head") -> None:
    for name in names:
        desk.loi("gate", name, "--version", version, *BIRO)


def originals(desk: Desk, **env: str) -> None:
    """Their pages are a blank: without LibreOffice, which counts them, they are made in a quarter of the time."""
    for party in ("PRT", "KEN"):
        desk.loi("render", "loi", "--final", "--for", party, "--format", "docx,html", PATH="", **env)


def change(desk: Desk) -> None:
    desk.write(
        "inputs/fishing-1.2.yaml",
        "schema: 1\nunit: fishing\nround: 1\nbase: v1\nproposals:\n"
        "  - {reword: aim, id: Saling membantu., en: The Parties help each other.}\n",
    )


def test_an_original_needs_every_gate_for_its_very_text(ready: Desk) -> None:
    said = ready.loi("render", "loi", "--final", code=1)
    assert "L144 legal-bureau is not passed for the text" in said.err
    assert "L144 foreign-ministry is not passed for the text" in said.err
    passed(ready, "legal-bureau")
    said = ready.loi("render", "loi", "--final", code=1)
    assert "legal-bureau" not in said.err and "foreign-ministry is not passed" in said.err
    passed(ready, "foreign-ministry")
    ready.loi("render", "loi", "--final", "--format", "html", PATH="")

    change(ready)
    ready.loi("merge", "--author", "A")
    said = ready.loi("render", "loi", "--final", code=1)
    first = ready.loi("show", "v1", "--format", "json").json["text_hash"][:8]
    assert f"L144 legal-bureau was passed for the text {first} on 2022-01-18, not for " in said.err
    passed(ready, "legal-bureau", "foreign-ministry")
    ready.loi("render", "loi", "--final", "--format", "html", PATH="")


def test_what_is_ignored_is_no_gate_passed(ready: Desk) -> None:
    ready.write("dossier.yaml", TWO_LANGUAGES + SIGNED + GATES + "checks: {ignore: [L144]}\n")
    assert "L144" not in ready.loi("check", "--stage", "final").out
    assert "L144 legal-bureau" in ready.loi("render", "loi", "--final", code=1).err


def test_gates_are_listed_with_the_texts_that_they_were_passed_for(ready: Desk) -> None:
    text = ready.loi("show", "v1", "--format", "json").json["text_hash"]
    ready.loi("gate", "legal-bureau", "--text", text[:8], *BIRO, "--reason", "no remarks")
    said = ready.loi("gate", "full-powers", "--text", text, *BIRO)
    assert "dossier.yaml does not demand full-powers" in said.err
    listed = {gate["gate"]: gate for gate in ready.loi("gate", "--format", "json").json["gates"]}
    assert {name: (g["demanded"], g["passed"]) for name, g in listed.items()} == {
        "legal-bureau": (True, True),
        "foreign-ministry": (True, False),
        "full-powers": (False, True),
    }
    (approval,) = listed["legal-bureau"]["approvals"]
    assert (approval["text_hash"], approval["by"], approval["reference"], approval["reason"]) == (
        text, "Biro Hukum", "B-214/2022", "no remarks",
    )  # fmt: skip
    shown = ready.loi("gate").out
    assert "legal-bureau" in shown and "B-214/2022" in shown and text[:8] in shown
    ready.loi("verify")


def test_an_approval_is_undone_and_counts_again(ready: Desk) -> None:
    passed(ready, "legal-bureau", "foreign-ministry")
    (record,) = (p.stem for p in (ready.folder / "records").glob("*-approval-*.yaml") if "legal" in p.read_text())
    ready.loi("undo", record, "--by", "A", "--reason", "sent to the wrong office")
    assert "legal-bureau is not passed" in ready.loi("render", "loi", "--final", code=1).err
    ready.loi("undo", "--redo", "--by", "A", "--reason", "it was right")
    ready.loi("render", "loi", "--final", "--format", "html", PATH="")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("Legal Bureau", "--version", "v1", *BIRO), "cannot be the name of a gate"),
        (("legal-bureau", *BIRO), "an approval is of one text"),
        (("legal-bureau", "--version", "v1", "--text", "abcdef", *BIRO), "do not go together"),
        (("legal-bureau", "--text", "abcdef0123", *BIRO), "no version holds the text"),
        (("legal-bureau", "--text", "ab", *BIRO), "no version holds the text"),
        (("legal-bureau", "--version", "v9", *BIRO), "there is no version"),
        (("legal-bureau", "--version", "v1", "--by", "A"), "an office and a reference"),
        (("legal-bureau", "--version", "v1", "--reference", "A"), "an office and a reference"),
        (("legal-bureau", "--version", "v1", "--by", "A\x1b", "--reference", "A"), "--by holds U+001B"),
        (("--version", "v1"), "say which gate was passed"),
    ],
)
def test_a_bad_approval_is_refused_and_nothing_written(ready: Desk, arguments: tuple[str, ...], message: str) -> None:
    before = tree(ready.folder)
    assert message in ready.loi("gate", *arguments, code=2).err
    assert tree(ready.folder) == before


def test_a_near_miss_of_a_demanded_gate_is_said(ready: Desk) -> None:
    said = ready.loi("gate", "legal-burau", "--version", "v1", *BIRO)
    assert "did you mean “legal-bureau”?" in said.err


def test_a_manifest_names_documents_templates_and_text_and_is_the_same_again(approved: Desk) -> None:
    file = approved.folder / "out/final-KEN/manifest-KEN-v2.json"
    manifest = json.loads(file.read_bytes())
    assert manifest["original_of"] == "KEN" and manifest["tool"].startswith("loi ")
    assert manifest["version"]["text_hash"] == approved.loi("show", "v1", "--format", "json").json["text_hash"]
    held = {path.name for path in file.parent.iterdir()} - {file.name}
    assert {one["name"] for one in manifest["documents"]} == held
    assert {"base.html", "reference.docx", "catalogues/en.yaml"} <= manifest["templates"].keys()
    assert not [name for name in manifest["templates"] if "__pycache__" in name]  # what is compiled comes and goes
    before = tree(approved.folder / "out")
    shutil.rmtree(approved.folder / "out")
    originals(approved, TZ="Asia/Jakarta", SOURCE_DATE_EPOCH="1650000000")
    assert tree(approved.folder / "out") == before


def test_an_own_template_is_another_manifest(approved: Desk) -> None:
    path = approved.folder / "out/final-PRT/manifest-PRT-v2.json"
    first = json.loads(path.read_bytes())["templates"]
    approved.loi("templates", "copy", "sections/loi.html")
    own = next((approved.folder / "templates").rglob("loi.html"))
    own.write_text(own.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    originals(approved)
    second = json.loads(path.read_bytes())["templates"]
    changed = {name for name in second if second[name] != first.get(name)}
    assert changed == {own.relative_to(approved.folder / "templates").as_posix()}


def test_a_folder_is_held_against_its_manifest(approved: Desk) -> None:
    folder = approved.folder / "out/final-PRT"

    def found(given: Path, code: int) -> Said:
        return approved.loi("verify", "--manifest", str(given), "--format", "json", code=code)

    assert found(folder, 0).json["files"] == 4
    assert found(folder / "manifest-PRT-v2.json", 0).json["damage"] == []
    copy = approved.folder / "elsewhere"
    shutil.copytree(folder, copy)
    (copy / "original-PRT-v2.docx").unlink()
    (copy / "stray.txt").write_text("x", encoding="utf-8")
    page = copy / "original-PRT-v2.html"
    page.write_bytes(page.read_bytes().replace(b"cooperate", b"cooperatE", 1))
    assert {d["file"]: d["message"].split(":")[0] for d in found(copy, 1).json["damage"]} == {
        "original-PRT-v2.docx": "missing",
        "original-PRT-v2.html": "changed",
        "stray.txt": "extra",
    }
    (copy / "manifest-PRT-v2.json").write_text('{"documents": [{"name": "../x", "sha256": ""}]}', encoding="utf-8")
    assert "is no manifest" in approved.loi("verify", "--manifest", str(copy), code=2).err
    (copy / "manifest-PRT-v2.json").unlink()
    assert "holds no manifest" in approved.loi("verify", "--manifest", str(copy), code=2).err


def test_a_bit_flipped_in_a_manifest_is_found(approved: Desk) -> None:
    """Its documents have hashes; the hash of the version, or of a template, has none but its own."""
    folder = approved.folder / "out/final-PRT"
    path = folder / "manifest-PRT-v2.json"
    whole = path.read_bytes()
    assert held_against(folder, [path]) == (4, ())
    for at in [*range(0, len(whole), 211), len(whole) - 1]:
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        try:
            damage = held_against(folder, [path])[1]
        except LoiError:
            continue  # what it is now is no manifest
        assert path.name in [one.file for one in damage], at


@pytest.fixture
def signed(approved: Desk) -> Desk:
    """Approved, printed, and two scans have come."""
    approved.write("scan-PRT.pdf", "%PDF-1.7 signed in Lisbon")
    approved.write("scan-KEN.pdf", "%PDF-1.7 signed in Nairobi")
    return approved


CLOSE = ("archive", "--signed", "scan-PRT.pdf", "--signed", "scan-KEN.pdf", "--by", "Biro Hukum")


def test_an_archive_holds_everything_and_is_the_same_again(signed: Desk, tmp_path: Path) -> None:
    shutil.copytree(signed.folder, tmp_path / "x" / "ready")
    (tmp_path / "x" / "ready" / "out" / "internal").mkdir()
    path = signed.folder / signed.loi(*CLOSE, "--format", "json").json["archive"]
    again = Desk(tmp_path / "x" / "ready")
    again.env["TZ"] = "Asia/Jakarta"
    assert again.loi(*CLOSE, "--format", "json").json["sha256"] == tree(path.parent)[path.name]
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        archive.extractall(tmp_path / "unpacked")
    assert len(names) == len(set(names))
    for wanted in ("dossier.yaml", "inputs/fishing-1.yaml", "signed/scan-PRT.pdf", "final/KEN/manifest-KEN-v2.json",
                   "final/PRT/original-PRT-v2.docx"):  # fmt: skip
        assert wanted in names
    assert any(name.startswith("records/2022-01-18-closed-") for name in names)
    assert not any(name.startswith("out/") or "/." in name for name in names)
    unpacked = Desk(tmp_path / "unpacked")
    unpacked.loi("verify")
    unpacked.loi("verify", "--manifest", "final/PRT")
    assert "nothing is merged" in unpacked.loi("archive", "--signed", "signed/scan-PRT.pdf", "--by", "A", code=2).err
    signed.loi("verify")
    signed.loi("verify", "--manifest", str(path))


def test_nothing_is_merged_into_a_closed_dossier_until_a_record_reopens_it(signed: Desk) -> None:
    signed.loi(*CLOSE)
    signed.loi("merge", "--author", "A")  # nothing waits: that is well
    change(signed)
    before = tree(signed.folder)
    said = signed.loi("merge", "--author", "A", code=2)
    assert "closed by Biro Hukum on 2022-01-18" in said.err and "--reopen" in said.err
    signed.loi("merge", "--dry-run", "--author", "A", code=2)
    assert tree(signed.folder) == before
    assert "has a name and a reason" in signed.loi("archive", "--reopen", "--by", "A", code=2).err
    signed.loi("archive", "--reopen", "--by", "A", "--reason", "a slip in Article 1")
    assert "the dossier is open" in signed.loi("archive", "--reopen", "--by", "A", "--reason", "x", code=2).err
    signed.loi("merge", "--author", "A")
    signed.loi("verify")


def test_a_merge_on_another_machine_after_the_closing_is_an_error(signed: Desk, tmp_path: Path) -> None:
    shutil.copytree(signed.folder, tmp_path / "other")
    other = Desk(tmp_path / "other")
    signed.loi(*CLOSE)
    assert "L145" not in signed.loi("check").out
    change(other)
    other.loi("merge", "--author", "A")
    for folder in ("versions", "inputs"):
        shutil.copytree(other.folder / folder, signed.folder / folder, dirs_exist_ok=True)
    assert "L145 error: v3-" in signed.loi("check", code=1).out


def test_a_dossier_is_not_closed_while_anything_is_missing(ready: Desk) -> None:
    ready.write("scan-PRT.pdf", "%PDF-1.7 signed in Lisbon")
    ready.write("empty.pdf", "")
    close = ("archive", "--by", "A", "--signed")
    assert "L144 legal-bureau" in ready.loi(*close, "scan-PRT.pdf", code=1).err
    passed(ready, "legal-bureau", "foreign-ministry")
    said = ready.loi(*close, "scan-PRT.pdf", code=1)
    assert "there is no original of v2 for PRT" in said.err and "for KEN" in said.err
    originals(ready)
    assert "empty.pdf is empty" in ready.loi(*close, "empty.pdf", code=2).err
    assert "is no file" in ready.loi(*close, "nothing.pdf", code=2).err
    assert "by an office" in ready.loi("archive", "--by", "A", code=2).err
    page = ready.folder / "out/final-KEN/original-KEN-v2.html"
    page.write_bytes(page.read_bytes() + b" ")
    assert "original-KEN-v2.html: changed" in ready.loi(*close, "scan-PRT.pdf", code=1).err
    assert not list((ready.folder / "records").glob("*closed*"))
    assert not (ready.folder / "out/archive").exists()


def test_a_changed_archive_is_found(signed: Desk) -> None:
    """Each kind of byte of it; `tests/history/test_archive.py` tries all of a small one."""
    path = signed.folder / signed.loi(*CLOSE, "--format", "json").json["archive"]
    whole = path.read_bytes()
    for at in (len(whole) // 3, whole.index(b"PK\x01\x02") + 12, len(whole) - 1):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        signed.loi("verify", "--manifest", str(path), code=1)


def test_the_originals_differ_in_what_alternates_alone(ready: Desk) -> None:
    said = ready.loi("diff", "--originals", "PRT", "KEN", "--format", "json").json
    assert said["same_text"] and said["originals"] == ["PRT", "KEN"]
    assert all(line["alternates"] for line in said["lines"])
    firsts = [line["first"] for line in said["lines"]]
    assert "THE MINISTRY OF THE SEA OF PORTUGAL" in firsts
    assert any("Indonesian and English" in line for line in firsts)
    assert not any("cooperate" in line for line in firsts)
    shown = ready.loi("diff", "--originals", "PRT", "KEN").err
    assert "; the text is the same" in shown
    ready.loi("diff", "--originals", "PRT", "KEN", "v1", "--exit-code", code=1)
    assert "has one original" in ready.loi("diff", "--originals", "PRT", "PRT", code=2).err
    assert "no party" in ready.loi("diff", "--originals", "PRT", "XXX", code=2).err
    assert "say what to compare" in ready.loi("diff", code=2).err


@pytest.mark.parametrize(
    "extra",
    [
        "{% if text.titles.en.lines[1].text != 'THE MINISTRY OF THE SEA OF PORTUGAL' %}<p>More.</p>{% endif %}",
        "{% if 'SEA' in text.titles.en.lines[1].text %}<p lang='en'>The Ministry of the Sea of Portugal</p>{% endif %}",
    ],
)
def test_a_template_that_tells_one_party_more_is_found(ready: Desk, extra: str) -> None:
    passed(ready, "legal-bureau", "foreign-ministry")
    ready.loi("templates", "copy", "sections/loi.html")
    own = ready.folder / "templates" / "sections" / "loi.html"
    own.write_text(own.read_text(encoding="utf-8").replace("{{ ending(text) }}", "{{ ending(text) }}" + extra), "utf-8")
    said = ready.loi("diff", "--originals", "PRT", "KEN", "--format", "json", code=1).json
    assert not said["same_text"]
    refused = ready.loi("render", "loi", "--final", code=2)
    assert "the two originals are not the same text" in refused.err
    assert not (ready.folder / "out" / "final-PRT").exists()


def test_the_check_list_has_every_rule_with_its_source_and_state(ready: Desk) -> None:
    """It speaks the language of the paper, whatever the terminal speaks: here English."""
    from loi_cli.checks.registry import RULES

    ready.write("dossier.yaml", TWO_LANGUAGES + SIGNED + GATES + "checks: {ignore: [L144]}\n")

    def rows() -> dict[str, str]:
        path = ready.folder / ready.loi("render", "checklist", "--format", "docx").out.strip()
        (table,) = [t for t in docx.Document(str(path)).tables if len(t.columns) == 4]
        assert all(row.cells[1].text and row.cells[2].text for row in table.rows[1:])
        return {row.cells[0].text: row.cells[3].text for row in table.rows[1:]}

    before = rows()
    assert before.keys() == {module.RULE.code for module in RULES}
    assert before["L144"].startswith("terbuka\npersetujuan foreign-ministry belum") and before["L101"] == "terpenuhi"
    passed(ready, "legal-bureau", "foreign-ministry")
    assert rows()["L144"] == "terpenuhi"
    assert "internal" in ready.loi("render", "checklist", "--for", "KEN", code=2).err
