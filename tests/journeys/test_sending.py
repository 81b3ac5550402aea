"""What leaves: looked into, kept byte for byte, and named from then on."""

import hashlib
import io
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from tests.journeys.desk import Desk, tree
from tests.journeys.lisbon import an_input

PAPERS = ("render", "loi", "--for", "KEN", "--format", "docx,html")


@pytest.fixture(scope="module")
def _clean(_merged: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    desk = Desk(Path(shutil.copytree(_merged, tmp_path_factory.mktemp("sending") / "merged")))
    desk.loi("decide", "--all", "--take", "fishing", "--by", "Gabinete", "--reason", "Travel is far too dear for us.")
    desk.loi("merge", "--author", "Gabinete")
    desk.loi(*PAPERS)
    return desk.folder


@pytest.fixture
def clean(_clean: Path, tmp_path: Path) -> Desk:
    """v3 holds no open words; its papers for the party lie in out/for-KEN."""
    return Desk(Path(shutil.copytree(_clean, tmp_path / "clean")))


LOI = "out/for-KEN/loi-v3.docx"


def test_what_left_is_a_record_with_its_very_bytes(clean: Desk) -> None:
    said = clean.loi("send", LOI, "out/for-KEN/loi-v3.html", "--to", "KEN", "--letter", "B-12/2022", "--by", "Gabinete",
                     "--format", "json").json  # fmt: skip
    head = clean.loi("log", "--format", "json").json["versions"][0]
    assert (said["to"], said["letter"], said["text_hash"]) == ("KEN", "B-12/2022", head["text_hash"])
    assert said["languages"] == ["pt", "sw", "en"]
    assert said["findings"] == []
    for one in said["files"]:
        data = (clean.folder / one["kept"]).read_bytes()
        assert data == (clean.folder / "out/for-KEN" / one["name"]).read_bytes()
        assert one["sha256"] == hashlib.sha256(data).hexdigest()
    record = (clean.folder / said["record"]).read_text(encoding="utf-8")
    assert f"version: {head['hash']}\n" in record
    assert "letter: B-12/2022\n" in record
    assert "by: Gabinete\n" in record
    clean.loi("verify")
    again = clean.loi(
        "send", LOI, "out/for-KEN/loi-v3.html", "--to", "KEN", "--letter", "B-12/2022", "--by", "Gabinete"
    )
    assert f"recorded already: {said['record']}" in again.err


def test_sent_names_the_version_that_went(clean: Desk) -> None:
    assert "no version “sent”" in clean.loi("diff", "sent", "head", code=2).err
    assert "nothing yet" in clean.loi("status").out
    clean.loi("send", LOI, "--to", "KEN", "--letter", "B-12", "--by", "Gabinete")
    assert clean.loi("diff", "sent", "head", "--exit-code").out == ""
    clean.loi("propose", "fields.fish", "--unit", "fishing", "--replace", "coastal", "deep-sea")
    clean.loi("merge", "--author", "A")
    changed = clean.loi("diff", "sent", "head", "--format", "json").json
    assert [c["clause"] for c in changed["clauses"]] == ["fields.fish"]
    status = clean.loi("status", "--format", "json").json["sent"]
    assert (status["version"].partition("-")[0], status["to"], status["letter"]) == ("v3", "KEN", "B-12")
    assert "v3-" in clean.loi("status").out
    assert "[sent]" in clean.loi("log").out
    clean.loi(*PAPERS)
    clean.loi("send", "out/for-KEN/loi-v4.docx", "--to", "KEN", "--by", "Gabinete")
    assert clean.loi("diff", "sent", "head", "--exit-code").out == ""


def test_sent_is_no_tag_and_no_base(clean: Desk) -> None:
    assert "cannot be the name of a version" in clean.loi("tag", "v2", "sent", "--by", "A", code=2).err
    clean.write("inputs/lawyers-2.yaml", "schema: 1\nunit: lawyers\nround: 2\nbase: sent\nno-comment: true\n")
    assert "`sent` cannot be a name here" in clean.loi("merge", "--author", "A", code=2).err


def test_a_dry_run_records_nothing(clean: Desk) -> None:
    before = tree(clean.folder)
    assert "nothing internal was found" in clean.loi("send", LOI, "--to", "KEN", "--dry-run").err
    assert tree(clean.folder) == before


def test_a_paper_for_ourselves_does_not_leave(merged: Desk) -> None:
    merged.loi("render", "loi")
    merged.loi("render", "matrix", "--format", "docx,html,xlsx")
    merged.loi("render", "redline", "--format", "docx")
    before = tree(merged.folder)
    said = merged.loi("send", "out/internal/loi-v2.docx", "--to", "KEN", code=1)
    assert "loi-v2.docx: words signed by harbours  word/document.xml" in said.out
    assert "nothing was recorded" in said.err
    for name in ("loi-v2.html", "matrix-v2.docx", "matrix-v2.html", "matrix-v2.xlsx", "redline-v1-v2.docx"):
        assert merged.loi("send", f"out/internal/{name}", "--to", "KEN", "--version", "v2", code=1).out.count(name) > 1
    found = merged.loi("send", "out/internal/redline-v1-v2.docx", "--to", "KEN", "--version", "v2", code=1).out
    assert "tracked changes by fishing" in found
    assert tree(merged.folder) == before


def repacked(path: Path, change: Callable[[dict[str, bytes]], None]) -> bytes:
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    change(parts)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def put_in(part: str, old: bytes, new: bytes) -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        if old:
            assert old in parts[part]
            parts[part] = parts[part].replace(old, new, 1)
        else:
            parts[part] = new

    return change


def in_body(xml: str) -> Callable[[dict[str, bytes]], None]:
    """A paragraph more, at the beginning."""
    return put_in("word/document.xml", b"<w:body>", f"<w:body><w:p>{xml}</w:p>".encode())


def typed(*runs: str) -> Callable[[dict[str, bytes]], None]:
    """Words more, in as many runs."""
    return in_body("".join(f"<w:r><w:t>{run}</w:t></w:r>" for run in runs))


LINK = b'<Relationship Id="z" Type="t" Target="file:///C:/Users/ana/x.dotx" TargetMode="External"/></Relationships>'

TRACES = {
    "comments: 1": put_in("word/comments.xml", b"", b'<w:comments xmlns:w="w"><w:comment w:id="1"/></w:comments>'),
    "author: Ana Silva": put_in("docProps/core.xml", b"<dc:l", b"<dc:creator>Ana Silva</dc:creator><dc:l"),
    "company: DG": put_in("docProps/app.xml", b"/>", b"><Company>DG</Company></Properties>"),
    "properties of its own": put_in("docProps/custom.xml", b"", b"<Properties/>"),
    "data of another program": put_in("customXml/item1.xml", b"", b"<a/>"),
    "another file": put_in("word/embeddings/x.xlsx", b"", b"PK"),
    "revision ids": put_in("word/document.xml", b"<w:r>", b'<w:r w:rsidR="00A1">'),
    "hidden words": in_body("<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>"),
    "tracked changes by Ana": in_body('<w:ins w:id="9" w:author="Ana"><w:r><w:t>x</w:t></w:r></w:ins>'),
    "a reason of harbours": typed("Safety is what the por", "t authority is paid for."),
    "a talking point of harbours": typed("Praise the new terminal."),
    "the reason of a decision": typed("Travel is far  too dear for us."),
    "an internal note on fields": typed("Do not mention the dredging contract."),
    "the unit harbours": put_in("word/styles.xml", b"<w:styles", "<!-- Direção dos Portos --><w:styles".encode()),
    "C:/Users/ana": put_in("word/_rels/document.xml.rels", b"</Relationships>", LINK),
    "cannot be looked into": put_in("word/x.bin", b"", b"?"),
}


@pytest.mark.parametrize("what", TRACES)
def test_each_trace_is_found_in_whatever_part(clean: Desk, what: str) -> None:
    (clean.folder / "mine.docx").write_bytes(repacked(clean.folder / LOI, TRACES[what]))
    before = tree(clean.folder)
    said = clean.loi("send", "mine.docx", "--to", "KEN", code=1)
    assert what in said.out
    assert tree(clean.folder) == before


def test_the_same_file_untouched_but_repacked_is_clean(clean: Desk) -> None:
    (clean.folder / "mine.docx").write_bytes(repacked(clean.folder / LOI, lambda _parts: None))
    clean.loi("send", "mine.docx", "--to", "KEN", "--dry-run")


def test_a_file_that_another_program_wrote_tells_of_itself(clean: Desk) -> None:
    opened = docx.Document(str(clean.folder / LOI))
    opened.core_properties.author = "Ana"
    opened.save(str(clean.folder / "mine.docx"))
    assert "author: Ana" in clean.loi("send", "mine.docx", "--to", "KEN", code=1).out


def test_words_that_the_party_may_read_are_no_secret(clean: Desk) -> None:
    text = (clean.folder / "dossier.yaml").read_text(encoding="utf-8")
    clean.write("dossier.yaml", text.replace("name: Direção das Pescas", "name: coastal fishing"))
    clean.loi("send", LOI, "--to", "KEN", "--dry-run")


def test_every_paper_for_the_party_is_clean_and_none_for_ourselves(example: Desk) -> None:
    example.loi("merge", "--keep-going", "--author", "A", code=1)
    example.loi("build", "--paper-format", "docx,html")
    theirs = sorted(str(p.relative_to(example.folder)) for p in (example.folder / "out/for-BLR").iterdir())
    example.loi("send", *theirs, "--to", "BLR", "--dry-run")
    ours = (example.folder / "out/internal").glob("*-*.docx")
    held = {p.name: p for p in ours if not p.name.startswith("agreed-minutes")}  # the same words in both originals
    given = ("--to", "BLR", "--version", "head", "--format", "json")
    said = example.loi("send", *map(str, held.values()), *given, code=1).json
    assert {found["file"] for found in said["findings"]} == held.keys()


def test_open_words_of_ours_do_not_leave_in_a_file_of_another_make(merged: Desk) -> None:
    merged.loi(*PAPERS, code=1)
    merged.write("mine.txt", "v2 text\nThe Parties meet once a year in Lisbon or in Nairobi.\n")
    merged.loi("send", "mine.txt", "--to", "KEN", "--version", "v2", "--dry-run")
    new = "- insert: secret\n  kind: article\n  after: aim\n  en: The harbour of {place} shall be bought."
    merged.write("inputs/lawyers-2.yaml", an_input("lawyers", 2, new.format(place="Beira")))
    merged.write("inputs/fishing-2.yaml", an_input("fishing", 2, new.format(place="Lobito")))
    merged.loi("merge", "--author", "A", code=1)
    merged.write("mine.txt", "The harbour of Beira shall be bought.")
    assert "words of secret" in merged.loi("send", "mine.txt", "--to", "KEN", "--version", "v3", code=1).out


def test_what_nobody_can_look_into_leaves_only_as_it_was_made(clean: Desk) -> None:
    scan = clean.folder / "scan.pdf"
    scan.write_bytes(b"%PDF-1.7 ...")
    assert "cannot be looked into" in clean.loi("send", "scan.pdf", "--to", "KEN", "--version", "v3", code=1).out
    lying = clean.folder / "out/for-KEN/loi-v3.pdf"
    lying.write_bytes(b"%PDF-1.7 ...")
    said = clean.loi("send", str(lying), LOI, "--to", "KEN", code=1)
    assert "loi-v3.pdf: it cannot be looked into" in said.out


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        ([LOI, "--to", "PRT"], "PRT is ourselves"),
        ([LOI, "--to", "KNE"], "did you mean “KEN”?"),
        (["nothing.docx", "--to", "KEN"], "nothing.docx is no file"),
        (["out", "--to", "KEN"], "out is no file"),
        (["blank.txt", "--to", "KEN"], "--version V"),
        (["broken.docx", "--to", "KEN"], "cut off or damaged"),
        (["other.txt", "--to", "KEN"], "no version here: v3 · 00000000"),
        (["preview.txt", "--to", "KEN"], "loi merge"),
        ([LOI, "old.txt", "--to", "KEN"], "show two versions"),
    ],
)
def test_what_is_wrong_is_said(clean: Desk, arguments: list[str], what: str) -> None:
    old = clean.loi("log", "--format", "json").json["versions"][-1]["text_hash"][:8]
    for name, words in {"blank.txt": "a", "broken.docx": "PK", "other.txt": "v3 · 00000000", "old.txt": f"v1 · {old}",
                        "preview.txt": f"v4-preview · {old}"}.items():  # fmt: skip
        clean.write(name, words)
    before = tree(clean.folder)
    assert what in clean.loi("send", *arguments, code=2).err
    assert tree(clean.folder) == before


def test_bytes_that_were_changed_or_lost_are_named(clean: Desk) -> None:
    clean.loi("send", LOI, "--to", "KEN", "--by", "A")
    kept = next((clean.folder / "records/files").iterdir())
    data = kept.read_bytes()
    kept.write_bytes(data + b"x")
    assert f"records/files/{kept.name}" in clean.loi("verify", code=1).out
    kept.unlink()
    assert "missing, though" in clean.loi("verify", code=1).out
