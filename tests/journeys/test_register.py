"""Every input ever taken in, and what became of each proposal."""

import io
import zipfile
from typing import Any

import docx
import openpyxl
import pytest

from tests.journeys.desk import Desk
from tests.journeys.lisbon import an_input


@pytest.fixture
def settled(merged: Desk) -> Desk:
    """Every way that an input and a proposal can end."""
    merged.loi("decide", "meetings", "--take", "fishing", "--by", "Gabinete", "--reason", "Travel is dear.")
    sums = "- reword: aim\n  en: '=1+1 Aim.'\n- instruct: fields\n  note: n"
    merged.write("inputs/lawyers-2.yaml", an_input("lawyers", 2, sums, base="v2"))
    merged.loi("merge", "--author", "Gabinete")
    merged.write("inputs/harbours-2.yaml", an_input("harbours", 2, "- remark: aim\n  note: '@SUM(A1)'", base="v2"))
    later = an_input("harbours", 2, "- remark: aim\n  note: Better.", base="v2")
    merged.write("inputs/harbours-2.2.yaml", later.replace("date:", "replaces: harbours-2\ndate:"))
    merged.write("inputs/fishing-2.yaml", an_input("fishing", 2, "- rewrd: aim\n  en: x", base="v2"))
    return merged


def test_every_input_with_where_it_stands(settled: Desk) -> None:
    said = settled.loi("inputs", "--format", "json").json
    states = {one["file"]: (one["state"], (one["version"] or "").partition("-")[0]) for one in said["inputs"]}
    assert states == {
        "inputs/harbours-1.yaml": ("merged", "v2"),
        "inputs/fishing-1.yaml": ("merged", "v2"),
        "inputs/lawyers-1.yaml": ("merged", "v2"),
        "inputs/lawyers-2.yaml": ("merged", "v3"),
        "inputs/harbours-2.yaml": ("superseded", ""),
        "inputs/harbours-2.2.yaml": ("waiting", ""),
    }
    assert [one["superseded_by"] for one in said["inputs"] if one["superseded_by"]] == ["harbours-2.2"]
    assert [(one["file"], one["state"]) for one in said["refused"]] == [("inputs/fishing-2.yaml", "refused")]
    assert all(len(one["sha256"]) == 64 and one["side"] and one["date"] for one in said["inputs"])
    text = settled.loi("inputs").out
    assert "taken back by harbours-2.2" in text
    assert "inputs/fishing-2.yaml  refused" in text


def test_the_life_of_each_proposal(settled: Desk) -> None:
    said = settled.loi("inputs", "harbours", "--format", "json").json
    first = next(one for one in said["inputs"] if one["file"] == "inputs/harbours-1.yaml")
    lives = {(p["clause"], p["what"]): p["outcomes"] for p in first["proposals"]}
    assert [o["outcome"] for o in lives["fields.ports", "reword"]] == ["merged"]
    against = lives["meetings", "replace"][0]
    assert against["outcome"] == "superseded"
    assert (against["decision"]["by"], against["decision"]["reason"]) == ("Gabinete", "Travel is dear.")
    assert (settled.folder / against["decision"]["record"]).is_file()
    text = settled.loi("inputs", "harbours").out
    assert "replace meetings" in text
    assert "decided otherwise by Gabinete on 2022-01-18: Travel is dear." in text
    assert "lawyers" not in text
    taken = settled.loi("inputs", "fishing").out
    assert "in the text: decided so by Gabinete on 2022-01-18: Travel is dear." in taken
    assert "open: its wording is still to come" in settled.loi("inputs", "lawyers").out


def test_in_a_bracket(merged: Desk) -> None:
    assert "in a bracket" in merged.loi("inputs", "harbours").out
    assert merged.loi("inputs", "lawyers").out.count("no comment") == 1


def test_a_renamed_unit_keeps_its_inputs(settled: Desk) -> None:
    text = (settled.folder / "dossier.yaml").read_text(encoding="utf-8")
    settled.write(
        "dossier.yaml", text.replace("harbours: {name: Direção dos Portos,", "ports: {name: P, was: [harbours],")
    )
    for name in ("ports", "harbours"):
        said = settled.loi("inputs", name, "--format", "json").json
        assert [one["file"] for one in said["inputs"]] == [
            "inputs/harbours-1.yaml", "inputs/harbours-2.yaml", "inputs/harbours-2.2.yaml"]  # fmt: skip
        assert {one["unit"] for one in said["inputs"]} == {"ports"}
    assert "did you mean" in settled.loi("inputs", "port", code=2).err
    settled.loi("request", "--unit", "ports", code=2)  # fishing-2.yaml is broken, and a request needs the whole dossier
    (settled.folder / "inputs/fishing-2.yaml").unlink()
    settled.loi("request", "--unit", "ports")
    form = settled.folder / "out/internal/requests/ports/ports-2.yaml"
    assert "(harbours-1): merged" in form.read_text(encoding="utf-8")


def test_the_answer_that_a_unit_is_owed(settled: Desk) -> None:
    (settled.folder / "inputs/fishing-2.yaml").unlink()
    assert "add --unit UNIT" in settled.loi("render", "reply", code=2).err
    settled.loi("render", "reply", "--unit", "harbours", "--format", "docx")
    opened = docx.Document(str(settled.folder / "out/internal/reply-harbours-v3.docx"))
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    assert any("decided otherwise by Gabinete on 18 January 2022: Travel is dear." in cell for cell in cells)
    settled.loi("render", "reply", "--unit", "fishing", "--format", "html")
    (answer,) = (settled.folder / "out/internal").glob("reply-fishing-*.html")
    assert "decided so by Gabinete on 18 January 2022: Travel is dear." in answer.read_text(encoding="utf-8")
    assert any("management and safety of ports;" in cell for cell in cells)
    assert not any("seaweed" in cell for cell in cells)
    assert "never made for a party" in settled.loi("render", "reply", "--unit", "harbours", "--for", "KEN", code=2).err


def cells_of(page: Any) -> list[tuple[Any, ...]]:
    return [tuple(cell.value for cell in row) for row in page.iter_rows()]


def test_the_matrix_as_a_workbook(settled: Desk) -> None:
    (settled.folder / "inputs/fishing-2.yaml").unlink()
    settled.loi("render", "matrix", "--format", "xlsx")
    path = settled.folder / "out/internal/matrix-v3.xlsx"
    data = path.read_bytes()
    book = openpyxl.load_workbook(io.BytesIO(data))
    proposals, others, units = book.worksheets
    assert all(page.freeze_panes == "A2" and page.auto_filter.ref for page in book.worksheets)
    assert all(cell.alignment.wrap_text for page in book.worksheets for row in page.iter_rows() for cell in row)
    everything = [
        cell for page in book.worksheets for row in page.iter_rows() for cell in row if cell.value is not None
    ]
    assert {cell.data_type for cell in everything} <= {"s", "n"}
    words = [value for row in cells_of(proposals) for value in row if value is not None]
    assert any("=1+1 Aim." in str(value) for value in words)
    assert any("@SUM(A1)" in str(value) for value in words)
    assert [row[0] for row in cells_of(proposals)[1:]] == list(range(1, proposals.max_row))
    assert others.max_row == 3
    assert {row[0] for row in cells_of(units)[1:]} == {"Direção dos Portos", "Direção das Pescas", "Gabinete Jurídico"}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert all(entry.compress_type == zipfile.ZIP_STORED for entry in package.infolist())
        assert not [name for name in package.namelist() if b"<f>" in package.read(name)]
    again = settled.loi("render", "matrix", "-o", "again.xlsx", TZ="Asia/Jakarta", PYTHONHASHSEED="3", LC_ALL="C")
    assert again.code == 0
    assert (settled.folder / "again.xlsx").read_bytes() == data


def test_the_matrix_for_a_party_as_a_workbook(merged: Desk) -> None:
    merged.loi("render", "matrix", "--format", "xlsx", "--for", "KEN", code=1)
    data = (merged.folder / "out/for-KEN/matrix-v2.xlsx").read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        everything = b"".join(package.read(name) for name in package.namelist()).decode()
    for ours in ("harbours", "Portos", "twice", "every second", "The first year"):
        assert ours not in everything
    openpyxl.load_workbook(io.BytesIO(data))


def test_a_paper_that_is_no_table(merged: Desk) -> None:
    assert "as .xlsx there are: matrix" in merged.loi("render", "loi", "--format", "xlsx", code=2).err


def test_a_version_is_shown_without_its_inputs_and_says_what_waits(merged: Desk) -> None:
    merged.write("inputs/fishing-2.yaml", an_input("fishing", 2, "- remark: aim\n  note: n", base="v2"))
    assert "`loi merge` takes in: 1 input" in merged.loi("show", "head").err
    (merged.folder / "inputs/fishing-2.yaml").unlink()
    for kept in (merged.folder / "versions/kept").iterdir():
        kept.unlink()
    assert "takes in" not in merged.loi("show", "head").err
