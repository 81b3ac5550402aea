"""What programs that we did not write say of a file: readers, validators, LibreOffice."""

import io
import shutil
import subprocess
from pathlib import Path

import docx
import pytest

from tests.word.judges import audit, pandoc, validator
from tests.word.opened import whole, written
from tests.word.sample import SAMPLE, label, parallel


def _office(data: bytes, folder: Path, to: str) -> bytes:
    """The file as LibreOffice makes another of it."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    (folder / "paper.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", to, "--outdir", str(folder), str(folder / "paper.docx")]
    subprocess.run(command, capture_output=True, check=True, timeout=180)
    return (folder / f"paper.{to.split(':')[0]}").read_bytes()


def test_python_docx_opens_it() -> None:
    document = docx.Document(io.BytesIO(whole(SAMPLE).data))
    assert len(document.sections) == 4 and len(document.tables) >= 6
    assert document.core_properties.title == "Letter of Intent on Industrial Cooperation"
    assert document.core_properties.author == ""


def test_mammoth_reads_every_word_in_order() -> None:
    mammoth = pytest.importorskip("mammoth", reason="mammoth is not installed")
    opened = whole(SAMPLE)
    found = mammoth.extract_raw_text(io.BytesIO(opened.data))
    standing = "".join(element.text or "" for element in opened.find("//w:t"))  # it leaves out what was deleted
    assert found.messages == [] and found.value.split() and "".join(found.value.split()) == "".join(standing.split())


def test_pandoc_reads_the_sample() -> None:
    text = pandoc(whole(SAMPLE).data, "all", "native")
    for words in ("insertion", "deletion", "2022-01-31T02:30:00Z"):
        assert words in text


def test_audit_finds_nothing(tmp_path: Path) -> None:
    assert audit(whole(SAMPLE).data, tmp_path) == []


def test_the_sdk_finds_nothing(tmp_path: Path) -> None:
    assert validator(whole(SAMPLE).data, tmp_path) == []


def test_libreoffice_shows_every_word_and_label(tmp_path: Path) -> None:
    items = (
        (0, "decimal", "Article {}", 4),
        (1, "decimal", "({})", 1),
        (1, "decimal", "({})", 3),
        (0, "decimal", "Article {}", 2),
    )
    blocks = "".join(f"<p>{label(text.format(n), level, n, way)} x</p>" for level, way, text, n in items)
    text = _office(written(blocks + parallel(2)).data, tmp_path, "txt:Text").decode("utf-8-sig")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    assert lines[:4] == ["Article 4 x", "(1) x", "(3) x", "Article 2 x"]
    # Of the second column: its numbers are counted apart from the first one's.
    assert {"Pasal 2", "Article 2", "Статья 2", "Areas of Cooperation", "(b) upstream chemicals;"} <= set(lines)


def test_libreoffice_makes_a_pdf(tmp_path: Path) -> None:
    assert _office(whole(SAMPLE).data, tmp_path, "pdf").startswith(b"%PDF")
