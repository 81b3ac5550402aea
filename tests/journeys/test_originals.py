"""Originals to be signed, drafts that do not change by the day, and the ways a text is laid out and marked."""

import re
import shutil
import zipfile
from pathlib import Path

import docx
import pytest

from tests.journeys.desk import NOON, Desk
from tests.journeys.lisbon import DOSSIER

SIGNED = "signature: {place: {id: Lisbon, en: Lisbon}, date: 2022-02-17}\n"
FRIDAY = str(NOON + 3 * 86400)

TWO_LANGUAGES = """\
schema: 1
instrument: memorandum-of-understanding
subject: {id: perikanan, en: fisheries}
home: PRT
parties:
  PRT:
    name: {id: Kementerian Kelautan Portugal, en: Ministry of the Sea of Portugal}
    signatory: {id: Menteri, en: Minister}
  KEN:
    name: {id: Kementerian Ekonomi Biru Kenya, en: Ministry of Blue Economy of Kenya}
    signatory: {id: Menteri, en: Cabinet Secretary}
languages: [id, en]
classification: confidential
rounds: {1: {due: 2022-01-14}}
units:
  fishing: {name: Direção das Pescas, rounds: [1]}
"""

TEXT = """\
schema: 1
clauses:
  - {clause: wish, kind: recital, id: BERKEINGINAN bekerja sama;, en: DESIRING to cooperate;}
  - {clause: aim, kind: article, heading: {id: Tujuan, en: Aim}, id: Bekerja sama., en: The Parties cooperate.}
  - clause: done
    kind: testimonium
    id: DIBUAT di {place} pada {date}, dalam bahasa {languages}.
    en: DONE at {place} on {date}, in the {languages} languages.
"""


def text_of(path: Path) -> str:
    """All words of the body, a line each paragraph, in order."""
    body = docx.Document(str(path)).element.body
    return "\n".join("".join(t.text or "" for t in p.iter("{*}t")) for p in body.iter("{*}p"))


@pytest.fixture
def settled(tmp_path: Path) -> Desk:
    """A dossier with nothing open but what only signing tells."""
    desk = Desk(tmp_path / "settled")
    desk.write("dossier.yaml", TWO_LANGUAGES)
    desk.write("concept.yaml", TEXT)
    desk.loi("merge", "--author", "A")
    return desk


def test_an_original_is_refused_while_anything_is_open_and_each_point_is_named(merged: Desk) -> None:
    said = merged.loi("render", "loi", "--final", code=1)
    assert "meetings/text.en/" in said.err  # a bracket
    assert "the date of signature is not known" in said.err
    assert "the place of signature is not known" in said.err
    assert "there are no words of protocol in “sw”" in said.err
    assert re.search(r"no original was made: \d+ points are open", said.err)
    assert not list(merged.folder.glob("out/*/original*"))


def test_what_the_dossier_ignores_is_still_open_for_an_original(merged: Desk) -> None:
    merged.write("dossier.yaml", DOSSIER + "checks: {ignore: [L104]}\n")
    assert "L104 meetings/text.en/" in merged.loi("render", "loi", "--final", code=1).err


def test_stale_words_are_open(settled: Desk) -> None:
    settled.write("dossier.yaml", TWO_LANGUAGES + SIGNED)
    settled.write(
        "inputs/fishing-1.yaml",
        "schema: 1\nunit: fishing\nround: 1\nbase: v1\nproposals: [{reword: wish, en: DESIRING to trade;}]\n",
    )
    assert "1 file waits to be merged" in settled.loi("render", "loi", "--final", code=1).err
    settled.loi("merge", "--author", "A")
    assert "L103 wish: “id” was not looked at since" in settled.loi("render", "loi", "--final", code=1).err


@pytest.mark.parametrize("party", ["PRT", "KEN"])
def test_an_original_holds_nothing_but_the_text_and_a_sheet_says_which_it_is(settled: Desk, party: str) -> None:
    settled.write("dossier.yaml", TWO_LANGUAGES + SIGNED)
    said = settled.loi("render", "loi", "--final", "--for", party, "--format", "docx")
    original, certificate, manifest = (settled.folder / line for line in said.out.splitlines())
    assert original.name == f"original-{party}-v1.docx"
    assert certificate.name == f"certificate-{party}-v1.docx"
    assert manifest.name == f"manifest-{party}-v1.json"
    held = text_of(original)
    with zipfile.ZipFile(original) as package:
        assert not [name for name in package.namelist() if "header" in name or "footer" in name]
    text_hash = settled.loi("show", "v1", "--format", "json").json["text_hash"]
    for mark in ("v1", text_hash[:8], "DRAFT", "CONFIDENTIAL", "Page", "["):
        assert mark not in held
    assert "seventeenth day of February in the year two thousand and twenty-two" in held
    sheet = text_of(certificate)
    assert text_hash in sheet
    assert "Indonesia" in sheet
    if shutil.which("soffice"):
        assert re.search(r"(Pages|Halaman)\n[1-9]\n", sheet), sheet
    names = [p.text for table in docx.Document(str(original)).tables for row in table.rows for c in row.cells
             for p in c.paragraphs if p.text.strip().startswith("For the")]  # fmt: skip
    assert ("Portugal" in names[0]) == (party == "PRT")
    assert len(names) == 2


def test_the_documents_of_every_layout_have_a_manifest_of_their_own(settled: Desk) -> None:
    settled.write("dossier.yaml", TWO_LANGUAGES + SIGNED)
    for layout in ("parallel", "sequence", "separate"):
        settled.loi("render", "loi", "--final", "--layout", layout, "--format", "html")
    folder = settled.folder / "out" / "final-PRT"
    assert {path.name for path in folder.glob("manifest-*")} == {
        "manifest-PRT-v1.json", "manifest-PRT-v1-sequence.json", "manifest-PRT-v1-separate.json"
    }  # fmt: skip
    assert settled.loi("verify", "--manifest", str(folder), "--format", "json").json["damage"] == []


def test_a_protected_file_is_not_written_over(merged: Desk) -> None:
    merged.loi("render", "loi", "--version", "v1", "-o", "kept.html")
    kept = (merged.folder / "kept.html").read_bytes()
    (merged.folder / "kept.html").chmod(0o444)
    assert "kept.html is protected against writing" in merged.loi("render", "loi", "-o", "kept.html", code=2).err
    assert (merged.folder / "kept.html").read_bytes() == kept
    (merged.folder / "kept.html").chmod(0o644)


def test_the_same_version_is_the_same_paper_on_any_day(merged: Desk) -> None:
    for paper in ("loi", "redline"):
        first = merged.loi("render", paper, "--format", "docx", "-o", "one.docx")
        second = merged.loi("render", paper, "--format", "docx", "-o", "two.docx", SOURCE_DATE_EPOCH=FRIDAY)
        assert (first.code, second.code) == (0, 0)
        assert (merged.folder / "one.docx").read_bytes() == (merged.folder / "two.docx").read_bytes()


def test_a_preview_bears_the_day_of_its_newest_file(desk: Desk) -> None:
    desk.loi("build", "--paper-format", "html", SOURCE_DATE_EPOCH=FRIDAY)
    (page,) = (desk.folder / "out" / "internal").glob("loi-*.html")
    assert "DRAFT as of 20 de janeiro de 2022" in page.read_text(encoding="utf-8")


def test_layouts_and_marks_are_papers_of_their_own(merged: Desk) -> None:
    def made(*options: str) -> list[str]:
        return [Path(line).name for line in merged.loi("render", "loi", "--format", "html", *options).out.splitlines()]

    assert made("--layout", "sequence") == ["loi-v2-sequence.html"]
    assert made("--layout", "separate") == ["loi-v2-pt.html", "loi-v2-sw.html", "loi-v2-en.html"]
    assert made("--marks", "marked", "--language", "en") == ["loi-v2-marked-en.html"]
    said = merged.loi("render", "loi", "--marks", "clean", "--format", "html")
    assert "1 clause is in dispute, shown as it started: meetings" in said.err
    assert "did you mean “clean”?" in merged.loi("render", "loi", "--marks", "claen", code=2).err
    assert "they are: parallel, sequence, separate" in merged.loi("render", "loi", "--layout", "x", code=2).err


def test_one_file_elsewhere_is_not_written_where_somebody_has_it_open(merged: Desk) -> None:
    merged.loi("render", "loi", "-o", "mine.docx")
    before = (merged.folder / "mine.docx").read_bytes()
    merged.write(".~lock.mine.docx#", "")
    said = merged.loi("render", "loi", "--language", "en", "-o", "mine.docx", code=2)
    assert "mine.docx is open in Word or LibreOffice" in said.err
    assert (merged.folder / "mine.docx").read_bytes() == before
    assert "-o takes one document" in merged.loi("render", "loi", "--layout", "separate", "-o", "x.docx", code=2).err


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_pdf_of_everything_in_one_run(merged: Desk) -> None:
    said = merged.loi("build", "--paper-format", "docx,pdf")
    made = [merged.folder / line for line in said.out.splitlines()]
    pdfs = [path for path in made if path.suffix == ".pdf"]
    assert len(pdfs) == len(made) / 2 > 8
    assert all(path.read_bytes().startswith(b"%PDF") for path in pdfs)


def test_without_libreoffice_nothing_is_written(merged: Desk) -> None:
    said = merged.loi("render", "loi", "--format", "docx,pdf", code=2, PATH="/nowhere")
    assert "a PDF is made by LibreOffice, which is not installed here" in said.err
    assert not (merged.folder / "out").exists()


def test_what_one_language_holds_back_and_another_shows_is_said(merged: Desk) -> None:
    merged.write(
        "inputs/lawyers-1.2.yaml",
        "schema: 1\nunit: lawyers\nround: 1\nbase: v1\nproposals:\n"
        "  - {reword: desire, en: DESIRING to promote trade;, pt: DESEJANDO promover o comércio;}\n",
    )
    merged.write(
        "inputs/fishing-1.2.yaml",
        "schema: 1\nunit: fishing\nround: 1\nbase: v1\nproposals: [{reword: desire, en: DESIRING to promote fish;}]\n",
    )
    merged.loi("merge", "--author", "A", code=1)
    said = merged.loi("render", "loi", "--for", "KEN", "--format", "html", code=1)
    assert "loi: desire shows in pt what it holds back in en; settle it before it goes out" in said.err


def test_an_instrument_that_does_not_bind_is_read_for_words_of_a_treaty(settled: Desk) -> None:
    def found() -> list[str]:
        problems = settled.loi("check", "--format", "json").json["problems"]
        return [p["message"] for p in problems if p["code"] == "L135"]

    assert found() == []
    settled.write("dossier.yaml", TWO_LANGUAGES + "profile: {non-binding: true, numerals: roman}\n")
    assert found() == ["aim (en): “Parties” is a word of a binding text; “Participants” is not"]
    page = settled.loi("render", "loi", "--format", "html", "--language", "en", "-o", "-").out
    assert "hereinafter referred to as “the Participants”" in page
    assert "Paragraph I</span>" in page
    settled.write("dossier.yaml", TWO_LANGUAGES + "profile: {numerals: greek}\n")
    assert "dossier.yaml:17:21: " in settled.loi("check", code=1).out
