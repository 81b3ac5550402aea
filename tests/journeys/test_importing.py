"""An existing draft becomes a first concept: ours come back as the same text, others as a person would type them in."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import docx
import pytest
import yaml

from loi_cli.word.reader import read_docx
from loi_cli.word.taken import Taken, plain
from tests.journeys import lisbon
from tests.journeys.desk import Desk


def paragraphs(file: Path) -> list[str]:
    """All words of a paper, but for the notes that tell our own side about protocol."""
    return [line for line in plain(read_docx(file.read_bytes()), Taken.ALL) if line.strip()]


def printed(desk: Desk, *more: str) -> list[Path]:
    desk.loi("render", "loi", "--version", "v1", "--format", "docx", *more)
    found = sorted((desk.folder / "out" / "internal").glob("*.docx"))
    assert found
    return found


def again(desk: Desk, drafts: Sequence[Path], folder: Path, *more: str) -> Desk:
    """The dossier anew, its concept read from papers of it; several papers are one language each."""
    other = Desk(folder)
    shutil.copy(desk.folder / "dossier.yaml", folder / "dossier.yaml")
    if len(drafts) == 1:
        other.loi("import", str(drafts[0]), *more)
    other.loi("merge", "--author", "Directorate")
    return other


@pytest.fixture
def example(_example: Path, tmp_path: Path) -> Desk:
    shutil.copytree(_example, tmp_path / "example")
    desk = Desk(tmp_path / "example")
    desk.loi("merge", "--author", "Directorate", code=1)
    return desk


@pytest.fixture
def harbour(tmp_path: Path) -> Desk:
    desk = lisbon.sit_down(Desk(tmp_path / "lisbon"), inputs=False)
    desk.loi("merge", "--author", "Directorate")
    return desk


@pytest.mark.parametrize("layout", ["parallel", "sequence"])
@pytest.mark.parametrize("whose", ["example", "harbour"])
def test_what_we_render_comes_back_as_the_same_text(
    layout: str, whose: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    desk: Desk = request.getfixturevalue(whose)
    (paper,) = printed(desk, "--layout", layout)
    other = again(desk, [paper], tmp_path / "again")
    (back,) = printed(other, "--layout", layout)
    assert paragraphs(back) == paragraphs(paper)
    ids = [clause["clause"] for clause in desk.loi("show", "v1", "--format", "json").json["clauses"]]
    assert [clause["clause"] for clause in other.loi("show", "v1", "--format", "json").json["clauses"]] == ids


@pytest.mark.parametrize("whose", ["example", "harbour"])
def test_a_document_for_each_language_comes_back(whose: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    desk: Desk = request.getfixturevalue(whose)
    papers = printed(desk, "--layout", "separate")
    assert len(papers) == 3
    for paper in papers:
        language = paper.stem.rsplit("-", 1)[-1]
        other = again(desk, [paper], tmp_path / language, "--language", language)
        (back,) = printed(other, "--language", language, "--layout", "separate")
        assert paragraphs(back) == paragraphs(paper)


def test_references_come_back_as_references(example: Desk, tmp_path: Path) -> None:
    (paper,) = printed(example)
    other = again(example, [paper], tmp_path / "again")
    text = (other.folder / "concept.yaml").read_text(encoding="utf-8")
    assert "referred to in {@implementation}." in " ".join(text.split())
    assert "Article 6" not in text.split("schema: 1")[1]


PLAIN = """\
NOTA KESEPAHAMAN
antara
Kementerian Kelautan
dan
Ministry of Fisheries

Kementerian Kelautan dan Ministry of Fisheries, selanjutnya disebut "Para Pihak";

MENGINGAT hubungan baik
di antara kedua negara;

TELAH MENCAPAI PENGERTIAN SEBAGAI BERIKUT:

PASAL I
TUJUAN

Tujuan Nota ini adalah kerja sama.

PASAL II
RUANG LINGKUP

(1) Para Pihak bekerja sama dalam:
(a) perikanan;
(b) budi daya, sebagaimana dimaksud dalam Pasal I;
    i. rumput laut;
    ii. udang.
(2) Ruang lingkup menurut Pasal 7 Undang-Undang Perikanan tidak berubah.
(4) Ayat ini salah nomor.

Kalimat ini tidak bernomor.

DIBUAT di Jakarta pada tanggal ________ dalam rangkap dua.

Untuk Kementerian Kelautan
____________

LAMPIRAN
Daftar pelabuhan

1. Bitung;
2. Ambon.
"""


def clauses(file: Path) -> list[tuple[str, str, str]]:
    """kind, heading and words of every clause in order, deeper ones indented."""
    found: list[tuple[str, str, str]] = []

    def walk(some: list[dict[str, object]], depth: int) -> None:
        for one in some:
            heading = one.get("heading") or {}
            assert isinstance(heading, dict)
            words = {
                k: " ".join(str(v).split()) for k, v in one.items() if k not in ("clause", "kind", "heading", "clauses")
            }
            found.append((
                "  " * depth + str(one["kind"]),
                " / ".join(str(v) for v in heading.values()),
                " / ".join(words.values()),
            ))  # fmt: skip
            walk(one.get("clauses") or [], depth + 1)  # type: ignore[arg-type]

    walk(yaml.safe_load(file.read_text(encoding="utf-8"))["clauses"], 0)
    return found


def test_a_draft_numbered_by_hand(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.write("nota.txt", PLAIN)
    report = desk.loi("import", "nota.txt", "--language", "id", "--format", "json", code=1).json
    assert clauses(tmp_path / "concept.yaml") == [
        ("recital", "", "MENGINGAT hubungan baik di antara kedua negara;"),
        ("article", "TUJUAN", "Tujuan Nota ini adalah kerja sama."),
        ("article", "RUANG LINGKUP", ""),
        ("  paragraph", "", "Para Pihak bekerja sama dalam:"),
        ("    item", "", "perikanan;"),
        ("    item", "", "budi daya, sebagaimana dimaksud dalam Pasal {@tujuan.number};"),
        ("      item", "", "rumput laut;"),
        ("      item", "", "udang."),
        ("  paragraph", "", "Ruang lingkup menurut Pasal 7 Undang-Undang Perikanan tidak berubah."),
        ("  paragraph", "", "Ayat ini salah nomor."),
        ("  paragraph", "", "Kalimat ini tidak bernomor."),
        ("testimonium", "", "DIBUAT di Jakarta pada tanggal {blank} dalam rangkap dua."),
        ("annex", "Daftar pelabuhan", ""),
        ("  paragraph", "", "Bitung;"),
        ("  paragraph", "", "Ambon."),
    ]
    assert [(one["place"], one["why"]) for one in report["doubtful"]] == [
        ("line 28", "typed as (4) where 3 was due; numbers follow from the order"),
        ("line 30", "stood without a number; it gets one as a paragraph"),
        ("line 27", "“Pasal 7” stays as typed: there is no such article here"),
    ]
    left = {one["text"] for one in report["left_out"]}
    assert {"NOTA KESEPAHAMAN", "Untuk Kementerian Kelautan", "____________"} <= left
    assert report["title"]["id"][0] == "NOTA KESEPAHAMAN"
    assert report["references"] == 1


def test_every_word_is_in_the_concept_or_in_the_report(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.write("nota.txt", PLAIN)
    report = desk.loi("import", "nota.txt", "--language", "id", "--format", "json", code=1).json
    kept = " ".join(f"{heading} {text}" for _kind, heading, text in clauses(tmp_path / "concept.yaml"))
    told = kept + " ".join(one["text"] for one in report["left_out"])
    numbers = {
        "PASAL",
        "I",
        "II",
        "LAMPIRAN",
        "(1)",
        "(a)",
        "(b)",
        "i.",
        "ii.",
        "(2)",
        "(4)",
        "1.",
        "2.",
        "I;",
        "________",
    }
    assert [word for word in PLAIN.split() if word not in told and word not in numbers] == []


MARKDOWN = """\
# Memorandum of Understanding

The Ministry of **Trade** and the Ministry of Ports, hereinafter the "Parties",

NOTING their *friendship*;

## Article 1: Scope

The Parties intend to:

- exchange experts;
- hold a yearly meeting under Article 2.

## Article 2: Costs

1. Each Party bears its own costs.
2. Nothing in Article 9 of the Hague Convention is touched.

IN WITNESS WHEREOF, the undersigned have signed this Memorandum of Understanding.
"""


def test_a_draft_in_markdown(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.write("draft.md", MARKDOWN)
    desk.loi("import", "draft.md", "--to", "first.yaml", "--language", "en", code=1)
    assert clauses(tmp_path / "first.yaml") == [
        ("recital", "", "NOTING their friendship;"),
        ("article", "Scope", "The Parties intend to:"),
        ("  item", "", "exchange experts;"),
        ("  item", "", "hold a yearly meeting under {@costs}."),
        ("article", "Costs", ""),
        ("  paragraph", "", "Each Party bears its own costs."),
        ("  paragraph", "", "Nothing in Article 9 of the Hague Convention is touched."),
        ("testimonium", "", "IN WITNESS WHEREOF, the undersigned have signed this Memorandum of Understanding."),
    ]


TWO = """\
ПИСЬМО О НАМЕРЕНИЯХ

ЖЕЛАЯ развивать сотрудничество в области промышленности;

Статья 1
Цель

Стороны намерены сотрудничать в соответствии со статьей 2.

Статья 2
Расходы

Каждая Сторона несет свои расходы.

LETTER OF INTENT

DESIRING to develop cooperation in industry;

Article 1
Aim

The Parties intend to cooperate in accordance with Article 2.

Article 2
Costs

Each Party bears its own costs.
"""


def test_two_languages_one_after_the_other(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.write("draft.txt", TWO)
    report = desk.loi("import", "draft.txt", "--format", "json").json
    assert report["languages"] == ["en", "ru"]
    assert clauses(tmp_path / "concept.yaml") == [
        ("recital", "", "DESIRING to develop cooperation in industry; / "
                        "ЖЕЛАЯ развивать сотрудничество в области промышленности;"),
        ("article", "Aim / Цель", "The Parties intend to cooperate in accordance with {@costs}. / "
                                  "Стороны намерены сотрудничать в соответствии со статьей {@costs.number}."),
        ("article", "Costs / Расходы", "Each Party bears its own costs. / Каждая Сторона несет свои расходы."),
    ]  # fmt: skip


def test_two_languages_in_a_table_numbered_by_hand(tmp_path: Path) -> None:
    rows = [
        ("LETTER OF INTENT", "SURAT PERNYATAAN KEHENDAK"),
        ("DESIRING to work with each other;", "BERKEINGINAN untuk bekerja sama dengan yang lain;"),
        ("Article 1\nAreas", "Pasal 1\nBidang"),
        ("1. The Parties cooperate in the following areas:", "1. Para Pihak bekerja sama di bidang berikut:"),
        ("a. industry; and", "a. industri; dan"),
        ("b. trade.", "b. perdagangan."),
    ]
    draft = docx.Document()
    table = draft.add_table(rows=0, cols=2)
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            first, *others = words.split("\n")
            cell.paragraphs[0].text = first
            for other in others:
                cell.add_paragraph(other)
    draft.save(str(tmp_path / "draft.docx"))
    Desk(tmp_path).loi("import", "draft.docx")
    assert clauses(tmp_path / "concept.yaml") == [
        ("recital", "", "DESIRING to work with each other; / BERKEINGINAN untuk bekerja sama dengan yang lain;"),
        ("article", "Areas / Bidang", ""),
        (
            "  paragraph",
            "",
            "The Parties cooperate in the following areas: / Para Pihak bekerja sama di bidang berikut:",
        ),
        ("    item", "", "industry; and / industri; dan"),
        ("    item", "", "trade. / perdagangan."),
    ]


def test_it_never_overwrites(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.write("draft.md", MARKDOWN)
    desk.write("concept.yaml", "mine\n")
    said = desk.loi("import", "draft.md", "--language", "en", code=2)
    assert "concept.yaml exists already" in said.err and "--to" in said.err
    assert (tmp_path / "concept.yaml").read_text(encoding="utf-8") == "mine\n"


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("old.doc", bytes.fromhex("d0cf11e0a1b11ae1") + b"x" * 600, "old format (.doc)"),
        ("draft.pdf", b"%PDF-1.7", "is no draft that can be read"),
        ("empty.txt", b"\n", "no clause was recognised"),
        ("latin.txt", "Artículo 1\nÁmbito\n".encode("latin-1"), "UTF-8"),
        ("cut.docx", b"PK\x03\x04 cut off", ""),
    ],
)
def test_what_is_no_draft_is_said_to_be_none(name: str, data: bytes, says: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    said = Desk(tmp_path).loi("import", name, code=2)
    assert says in said.err and name in said.err
    assert not (tmp_path / "concept.yaml").exists()
