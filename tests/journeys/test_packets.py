"""The packet of a meeting from a folder of files to what lies on the table, for us and for the other party."""

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from tests.journeys.desk import Desk, tree
from tests.journeys.lisbon import an_input
from tests.journeys.packages import words_of
from tests.journeys.test_meetings import FILE as MINUTES_FILE
from tests.journeys.test_meetings import MINUTES, held

MEETING = "meetings/2022-02-09-bilateral.yaml"
NAME = "2022-02-09-bilateral"
FIGURES = """\
figures:
  - figure: {en: Port traffic}
    value: "1.2"
    unit: {en: million tonnes}
    period: 2021
    source: Harbour yearbook of the ministry
    retrieved: 2022-01-10
"""


def more(desk: Desk, text: str) -> None:
    file = desk.folder / MEETING
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_the_packet_the_papers_one_by_one_and_all_in_a_zip(merged: Desk) -> None:
    more(merged, FIGURES)
    made = merged.loi("packet", "--format", "docx").out.split()
    bundle = merged.folder / f"out/internal/packet-{NAME}.zip"
    assert made[-1] == f"out/internal/packet-{NAME}.zip"
    with zipfile.ZipFile(bundle) as package:
        held = {name: package.read(name) for name in package.namelist()}
    assert list(held)[:2] == [f"01-invitation/invitation-{NAME}.docx", f"02-plain-agenda/plain-agenda-{NAME}.docx"]
    assert {name.split("/")[1] for name in held} == {Path(line).name for line in made[:-1]}
    for name, data in held.items():
        assert data == (merged.folder / "out/internal" / name.split("/")[1]).read_bytes()
    folders = {name.split("/")[1]: name.split("/")[0] for name in held}
    assert folders["summary-v2.docx"].endswith("-summary")
    assert folders["loi-v2-clean.docx"].endswith("-loi")
    packet = docx.Document(io.BytesIO(held[f"00-packet/packet-{NAME}.docx"]))
    assert "Harbour yearbook" in "".join(cell.text for table in packet.tables for cell in table._cells)


def test_the_zip_is_the_same_bytes_again(merged: Desk, tmp_path: Path) -> None:
    shutil.copytree(merged.folder, tmp_path / "other")
    merged.loi("packet", "--format", "docx")
    Desk(tmp_path / "other", TZ="Pacific/Kiritimati", PYTHONHASHSEED="7").loi("packet", "--format", "docx")
    assert tree(merged.folder / "out") == tree(tmp_path / "other" / "out")


def test_theirs_is_looked_into_before_it_is_written(merged: Desk) -> None:
    more(merged, FIGURES + "holders: [Gabinete do Ministro]\ncopied-to: [Secretaria-Geral do Mar]\n")
    said = merged.loi("packet", "--for", "KEN", "--format", "docx,html", code=1)
    assert "13 files were looked into: nothing internal is in them" in said.err
    outside = list((merged.folder / "out/for-KEN").iterdir())
    assert {path.suffix for path in outside} == {".docx", ".html", ".ics", ".zip"}
    words = "".join(words_of(path) for path in outside if path.suffix != ".zip")
    assert "Bilateral meeting" in words
    for secret in ("Harbour yearbook", "Gabinete do Ministro", "Secretaria-Geral do Mar", "dredging"):
        assert secret not in words


def test_no_word_of_ours_is_in_any_file_for_the_other_party(merged: Desk) -> None:
    """A word of its own in every field of meeting, minutes, dossier and input that is ours alone; zips are opened."""
    conflict = held(merged)
    meeting = (merged.folder / MEETING).read_text("utf-8")
    meeting = re.sub(r"internal: .*", "internal: Canary-note", meeting)
    assert "Canary-note" in meeting
    figures = FIGURES.replace("Port traffic", "Canary-figure").replace("Harbour", "Canary")
    merged.write(MEETING, meeting + figures + "holders: [Canary-holder]\ncopied-to: [Canary-copied]\n")
    minutes = MINUTES.replace("CONFLICT", conflict).replace("Both sides", "Canary-discussion")
    minutes = minutes.replace("They were", "Canary-internal").replace("Travel is", "Canary-reason")
    minutes = minutes.replace("secretary: Gabinete", "secretary: Canary-secretary")
    minutes = minutes.replace("Estimate the costs", "Canary-errand").replace("Estimar os custos", "Canary-errand")
    merged.write(MINUTES_FILE, minutes + "recommendation: {pt: Canary-recommendation}\n")
    dossier = (merged.folder / "dossier.yaml").read_text("utf-8")
    merged.write("dossier.yaml", re.sub(r"(\n  [a-z]+: \{name: )", r"\1Canary-unit ", dossier))
    merged.write(
        "inputs/lawyers-2.yaml",
        an_input("lawyers", 2, "- position: aim\n  aim: Canary-aim\n  red-line: Canary-line", base="v2")
        + "talking-points: [{about: aim, note: Canary-point}]\n",
    )
    for command in (("minutes",), ("packet",)):
        merged.loi(*command, "--format", "docx,html", *(("--for", "KEN") if command == ("packet",) else ()), code=None)
    merged.loi("render", "delegations", "--for", "KEN", "--format", "xlsx", "-o", "out/for-KEN/delegations.xlsx")
    files = sorted((merged.folder / "out/for-KEN").iterdir())
    assert {path.suffix for path in files} == {".docx", ".html", ".ics", ".zip", ".xlsx"}
    for path in files:
        for name, data in every_part(path.name, path.read_bytes()):
            plain = re.sub(rb"<[^>]*>|\r?\n ", b"", data)
            assert b"canary" not in data.lower() + plain.lower(), (path.name, name)
    ours = "".join(words_of(path) for path in (merged.folder / "out/internal").glob("*.html"))
    assert {"Canary-discussion", "Canary-internal", "Canary-errand"} <= set(re.findall(r"Canary-[a-z]+", ours))


def every_part(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """The parts of a file, and the parts of the files that it holds."""
    yield name, data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for entry in package.infolist():
                yield f"{name}: {entry.filename}", entry.filename.encode() + package.comment + entry.comment
                yield from every_part(f"{name}: {entry.filename}", package.read(entry))


def test_a_leak_in_one_paper_stops_them_all(merged: Desk) -> None:
    """An office's own template that writes what is ours alone: the look into the files finds it, nothing is written."""
    (merged.folder / "templates/sections").mkdir(parents=True)
    own = Path(__file__).parents[2] / "templates/sections/invitation.html"
    leak = own.read_text(encoding="utf-8").replace(
        "<p>{{ say.opening }}</p>", "<p>Do not mention the dredging contract.</p>"
    )
    (merged.folder / "templates/sections/invitation.html").write_text(leak, encoding="utf-8")
    said = merged.loi("packet", "--for", "KEN", "--format", "docx", code=1)
    assert "an internal note on fields" in said.out
    assert "nothing was written" in said.err
    assert not (merged.folder / "out/for-KEN").exists()


def test_numbered_copies(merged: Desk) -> None:
    said = merged.loi("packet", "--copies", "2", "--format", "docx").out
    assert f"packet-{NAME}-copy-1.docx" in said and f"packet-{NAME}-copy-2.docx" in said
    first, second = (words_of(merged.folder / f"out/internal/packet-{NAME}-copy-{number}.docx") for number in (1, 2))
    assert "1 of 2" in first and "2 of 2" in second


def test_the_meeting_s_holders_get_a_copy_each(merged: Desk) -> None:
    more(merged, "holders: [Gabinete, Direção]\n")
    assert "copy-2.html" in merged.loi("packet", "--format", "html").out


def test_without_libreoffice_it_says_how_to_come_by_a_pdf(merged: Desk, tmp_path: Path) -> None:
    said = merged.loi("packet", PATH=str(tmp_path))
    assert "no PDF: a PDF is made by LibreOffice, which is not installed here; install LibreOffice" in said.err
    assert ".pdf" not in said.out


@pytest.mark.skipif(
    shutil.which("soffice") is None or shutil.which("pdftotext") is None, reason="LibreOffice or poppler is not here"
)
def test_with_libreoffice_there_is_one_pdf_with_a_bookmark_for_each_paper_and_word_shows_its_pages(
    merged: Desk,
) -> None:
    """A numbered copy as well: it is what an office prints."""
    import pikepdf

    more(merged, FIGURES)
    assert f"out/internal/packet-{NAME}-copy-1.pdf" in merged.loi("packet", "--copies", "1").out
    file = merged.folder / f"out/internal/packet-{NAME}-copy-1"
    with pikepdf.open(f"{file}.pdf") as pdf, pdf.open_outline() as outline:
        titles = [entry.title for entry in outline.root]
    for paper in ("Annotated agenda", "Programme", "Delegations", "Matrix of inputs", "Briefing sheet"):
        assert paper in titles
    entries = [p.text for p in docx.Document(f"{file}.docx").paragraphs if p.style.name.lower() == "toc 1"]
    assert len(entries) > 3
    # LibreOffice itself finds the pages of the contents that it prints.
    printed = subprocess.run(["pdftotext", "-layout", "-l", "2", f"{file}.pdf", "-"], capture_output=True, check=True)
    listed = [re.sub(r"\s*\.{3,}\s*", "\t", line).strip() for line in printed.stdout.decode().splitlines()]
    assert [line for line in listed if "\t" in line] == entries
    assert len({entry.rsplit("\t", 1)[1] for entry in entries}) == len(entries)


def prints_in_times() -> bool:
    """Whether a page breaks here where it breaks on the computers of an office."""
    if shutil.which("soffice") is None or shutil.which("fc-list") is None:
        return False
    listed = subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True, check=True).stdout
    return "Liberation Serif" in listed or "Times New Roman" in listed


def test_the_summary_comes_with_the_clean_copy(merged: Desk) -> None:
    assert "loi-v2-clean.docx" in merged.loi("render", "summary", "--format", "docx").out
    text = words_of(merged.folder / "out/internal/summary-v2.docx")
    assert "No earlier version was sent." in text
    merged.loi("render", "loi", "--version", "v1", "--for", "KEN", "--format", "docx")
    merged.loi("send", "out/for-KEN/loi-v1.docx", "--to", "KEN")
    merged.loi("render", "summary", "--format", "docx")
    assert "What changed since the version that was sent last (v1" in words_of(
        merged.folder / "out/internal/summary-v2.docx"
    )


@pytest.mark.skipif(not prints_in_times(), reason="LibreOffice or the widths of Times New Roman are not here")
@pytest.mark.parametrize("language", ["id", "en"])
def test_the_summary_is_one_page_however_much_changed(example: Desk, language: str) -> None:
    import pikepdf

    said = example.loi("diff", "v1", "v2", "--format", "json").json["clauses"]
    assert len(said) > 15
    made = ("render", "summary", "--from", "v1", "--version", "v2", "--language", language, "--format", "pdf")
    example.loi(*made, "-o", "summary.pdf")
    with pikepdf.open(example.folder / "summary.pdf") as pdf:
        assert len(pdf.pages) == 1


def test_a_packet_in_the_language_asked_for(merged: Desk) -> None:
    said = merged.loi("packet", "--language", "en", "--format", "docx").out
    assert f"packet-{NAME}-en.zip" in said and f"matrix-v2-{NAME}-en.docx" in said
    assert "Delegations" in words_of(merged.folder / f"out/internal/packet-{NAME}-en.docx")
    assert "outra" not in words_of(merged.folder / f"out/internal/packet-{NAME}-en.docx")


def test_the_paper_of_action_items_names_them_however_it_is_asked_for(example: Desk) -> None:
    example.loi("render", "actions", "--format", "docx", "-o", "actions.docx")
    assert "delapan model" in words_of(example.folder / "actions.docx")


def test_the_invitation_as_a_calendar_entry_and_no_other_paper(merged: Desk) -> None:
    assert merged.loi("render", "invitation", "--format", "ics").out.strip() == f"out/internal/invitation-{NAME}.ics"
    assert "as .ics there is: invitation" in merged.loi("render", "agenda", "--format", "ics", code=2).err


def test_delegates_as_a_workbook(merged: Desk) -> None:
    import openpyxl

    made = merged.folder / merged.loi("render", "delegations", "--format", "xlsx").out.strip()
    rows = list(openpyxl.load_workbook(made).active.iter_rows(values_only=True))
    assert [row[0] for row in rows] == ["No.", 1, 2]
