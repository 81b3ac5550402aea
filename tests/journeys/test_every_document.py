"""Every document of the example before judges that we did not write: validators, and readers who must find every word
in order and in its language."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.journeys.desk import Desk
from tests.journeys.every_document import originals, papers, texts
from tests.word import judges, reading_back

Judge = Callable[[Path], list[str]]


def _near(one: str, other: str) -> str:
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return f"{other[max(0, at - 30) : at + 30]!r} in place of {one[max(0, at - 30) : at + 30]!r}"


def _readers(document: Path) -> list[str]:
    """Where a reader finds other words than stand on the page made beside the document."""
    page = document.with_suffix(".html")
    if not page.exists():  # a form or a letter of `loi request`; `loi render` makes the same with a page
        return []
    written, data = page.read_text(encoding="utf-8"), document.read_bytes()
    told = [(language.split("-")[0], words) for language, words in reading_back.of_page(written)]
    found = [
        f"python-docx, {wanted[0]} or {there[0]}: {_near(wanted[1], there[1])}"
        for wanted, there in zip(told, reading_back.by_python_docx(data), strict=False)
        if wanted != there
    ][:1]
    accepted = "".join(words for _language, words in reading_back.of_page(written, accepted=True))
    for reader in (reading_back.by_mammoth, reading_back.by_pandoc):
        read = reader(data)
        if read != accepted:
            found.append(f"{reader.__name__}: {_near(accepted, read)}")
    return found


def _found_by(judge: Judge, documents: list[Path]) -> dict[str, list[str]]:
    return {f"{path.parent.name}/{path.name}": found for path in documents if (found := judge(path))}


@pytest.mark.parametrize(("made", "least"), [(texts, 28), (papers, 18), (originals, 16)])
def test_every_document_is_sound_and_read_back(
    made: Callable[[Desk], list[Path]], least: int, example: Desk, tmp_path: Path
) -> None:
    documents = made(example)
    assert len(documents) >= least
    assert _found_by(_readers, documents) == {}
    assert _found_by(lambda path: judges.audit(path.read_bytes(), tmp_path), documents) == {}
    if judges.validator_program() is not None:
        assert _found_by(lambda path: judges.validator(path.read_bytes(), tmp_path), documents) == {}
