"""Real files of Word with tracked changes, against what Word itself made of them when all were accepted, or rejected.

The files are not part of the project (their README says why): `LOI_REAL_DOCX` names the folder that holds them.
"""

import io
import os
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from loi_cli.word.markup import w
from loi_cli.word.reader import read_docx
from loi_cli.word.taken import Taken, plain

_NAMED = os.environ.get("LOI_REAL_DOCX")
_BESIDE = Path(__file__).parents[3] / "shared" / "data" / "docx"
FOLDER = Path(_NAMED) if _NAMED else _BESIDE
SETTLED = ("-Accepted.docx", "-Rejected.docx")
CASES = [path for path in sorted(FOLDER.glob("*.docx")) if not path.name.endswith(SETTLED)]

pytestmark = pytest.mark.skipif(not CASES, reason="the real Word files are not here; LOI_REAL_DOCX names their folder")


def printed(path: Path) -> list[str]:
    """The words of a file without changes, by the plainest of readers: every w:t of every paragraph."""
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
        roots = [etree.fromstring(package.read("word/document.xml"))]
        called = {e.get(w("id")) for e in roots[0].iter(w("footnoteReference"))}
        if called:
            notes = etree.fromstring(package.read("word/footnotes.xml"))
            roots += [note for note in notes.iter(w("footnote")) if note.get(w("id")) in called]
    texts = {w("t"), "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"}
    found = ["".join(t.text or "" for t in p.iter(*texts)) for root in roots for p in root.iter(w("p"))]
    return [text for text in found if text.strip()]


def read(path: Path, taken: Taken) -> list[str]:
    words = (
        "".join(c for c in text if c not in "\t\n\u2011" and not "\ue000" <= c <= "\uf8ff")
        for text in plain(read_docx(path.read_bytes()), taken)
    )
    return [text for text in words if text.strip()]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
@pytest.mark.parametrize(("taken", "suffix"), [(Taken.ALL, SETTLED[0]), (Taken.NONE, SETTLED[1])])
def test_as_word_settled_it(path: Path, taken: Taken, suffix: str) -> None:
    settled = path.with_name(path.stem + suffix)
    if not settled.exists():
        pytest.skip(f"there is no {settled.name}")
    assert read(path, taken) == printed(settled)
