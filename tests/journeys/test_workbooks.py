"""A meeting's form in Excel: filled in by openpyxl, which is not what wrote it."""

import re
from datetime import date, time, timedelta

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.workbook import Workbook

from tests.journeys import calc
from tests.journeys.calc import Edit
from tests.journeys.desk import Desk, tree
from tests.journeys.test_meetings import BY, FILE, MEETING, MINUTES, THE_DAY_AFTER, held

FORM = f"out/internal/meeting-form-{MEETING}.xlsx"


def a_form(desk: Desk) -> Workbook:
    desk.loi("meeting", "form", MEETING, "--format", "xlsx")
    return openpyxl.load_workbook(desk.folder / FORM)


def given_back(desk: Desk, book: Workbook) -> None:
    book.save(desk.folder / "filled.xlsx")


def row_of(book: Workbook, sheet: str, first: str) -> int:
    return next(row for row in range(1, 99) if str(book[sheet].cell(row, 1).value or "").startswith(first))


def test_a_workbook_that_nobody_touched_says_what_stands_there(merged: Desk) -> None:
    held(merged)
    given_back(merged, a_form(merged))
    before = tree(merged.folder)
    said = merged.loi("meeting", "read", "filled.xlsx")
    assert f"meetings/{MEETING}.yaml says the same already" in said.err
    assert f"{FILE} says the same already" in said.err
    assert tree(merged.folder) == before


def test_words_agreed_on_and_what_struck_all_travel_there_and_back(merged: Desk) -> None:
    conflict = held(merged)
    for words in ("en: every third", 'en: ""'):
        text = MINUTES.replace("take: fishing, reason: Travel is dear.", f"words: {{{words}}}")
        merged.write(FILE, text.replace("CONFLICT", conflict))
        merged.loi("meeting", "form", MEETING, "--format", "docx,xlsx")
        before = tree(merged.folder)
        for suffix in ("docx", "xlsx"):
            said = merged.loi("meeting", "read", FORM.replace("xlsx", suffix))
            assert f"{FILE} says the same already" in said.err, suffix
        assert tree(merged.folder) == before


def test_a_form_of_many_units_is_made_without_a_word_of_excel_s_limits(merged: Desk) -> None:
    units = "".join(f"  office-of-a-long-name-{n}: {{name: Unit {n}, rounds: [1]}}\n" for n in range(20))
    dossier = (merged.folder / "dossier.yaml").read_text("utf-8")
    merged.write("dossier.yaml", dossier.replace("units:\n", f"units:\n{units}", 1))
    held(merged)
    said = merged.loi("meeting", "form", MEETING, "--format", "xlsx")
    assert "255" not in said.err and "Warning" not in said.err


def test_what_a_form_has_no_cells_for_stays(merged: Desk) -> None:
    file = f"meetings/{MEETING}.yaml"
    figure = "figures:\n  - {figure: {en: Catch}, value: '7', unit: {en: tons}, period: '2021', source: FAO, "
    text = (merged.folder / file).read_text("utf-8") + figure + "retrieved: 2022-01-03}\n"
    merged.write(file, text)
    book = a_form(merged)
    book["PRT"].cell(2, 4).value = "M. Silva"
    given_back(merged, book)
    assert not re.search(r"^[-+].*figure", merged.loi("meeting", "read", "filled.xlsx").out, re.MULTILINE)
    assert "retrieved: 2022-01-03" in (merged.folder / f"{file}.new").read_text("utf-8")


def test_minutes_come_back_with_new_words_and_reasons(merged: Desk) -> None:
    conflict = str(merged.loi("conflicts", "--format", "json").json["conflicts"][0]["id"])
    merged.env["SOURCE_DATE_EPOCH"] = THE_DAY_AFTER
    book = a_form(merged)
    told, actions = book["Discussion"], book["Action items"]
    line = row_of(book, "Discussion", "meetings")
    assert conflict in told.cell(line, 4).value
    told.cell(line, 3).value = "en: Every third year.\npt: De três em três anos."
    told.cell(line, 4).value = f"{conflict}:\nen: every third\nReason: Travel is dear,\nand slow."
    told.cell(line, 6).value = "meetings"
    values = ("meetings", "dates", "Propose dates.", "KEN", date(2022, 3, 1))  # a day, as Excel makes one of it
    for column, value in enumerate(values, start=1):
        actions.cell(2, column).value = value
    minutes = book["Minutes"]
    minutes.cell(row_of(book, "Minutes", "Chair"), 2).value = "Diretor-Geral"
    minutes.cell(row_of(book, "Minutes", "Secretary"), 2).value = "Gabinete"
    given_back(merged, book)
    said = merged.loi("meeting", "read", "filled.xlsx")
    assert "minutes: 1 items told, 1 conflicts settled, 1 action items" in said.err
    text = (merged.folder / FILE).read_text("utf-8")
    assert "en: every third" in text
    assert "reason: Travel is dear, and slow." in text
    recorded = merged.loi("minutes", "--record", *BY)
    assert f"{conflict}  The Parties meet every third year in Lisbon or in Nairobi." in recorded.out
    merged.loi("merge", "--author", "Gabinete")
    shown = {c["clause"]: c for c in merged.loi("show", "head", "--format", "json").json["clauses"]}
    assert shown["meetings"]["agreed"]["unchanged"] is True


def test_sheets_may_be_renamed_and_moved(merged: Desk) -> None:
    """The names of cells go along: Excel takes them, openpyxl has to be told."""
    book = a_form(merged)
    book["Agenda"].title = "Topics"
    for name, defined in book.defined_names.items():
        defined.value = defined.value.replace("Agenda", "Topics") if name == "meet_agenda" else defined.value
    book.move_sheet("Topics", -3)
    given_back(merged, book)
    assert "says the same already" in merged.loi("meeting", "read", "filled.xlsx").err


@pytest.mark.parametrize(
    ("sheet", "row", "column", "value", "says"),
    [
        ("Agenda", "fields", 3, "=60+10", "Agenda!C2: F0.. a formula stands here: =60.10"),
        ("Agenda", "fields", 3, "an hour", "Agenda!C2: F0.. `an hour` is not a whole number"),
        ("Agenda", "fields", 3, True, "Agenda!C2: F0.. this is neither words nor a number"),
        ("Agenda", "fields", 4, "KNE", "Agenda!D2: F0.. .*no party `KNE`"),
        ("Agenda", "fields", 5, "field", None),
        ("Agenda", "fields", 3, 170, "Agenda!A1: F0.. the agenda takes"),
        ("PRT", "head", 1, "heed", "PRT!A2: F0.. "),
        ("KEN", "head", 4, None, None),
        ("Meeting", "Ends", 2, time(9, 0), "Meeting!B5: F0.. the meeting ends at 09:00, and begins at 10:00"),
        ("Meeting", "Ends", 2, "#REF!", "Meeting!B5: F0.. "),
        ("Meeting", "Time zone", 2, "Africa/Nairobbi", "Meeting!B6: F0.. .*no time zone `Africa/Nairobbi`"),
        ("Action items", "", 3, "=HYPERLINK(\"x\")", "Action items!C2: F0.. a formula stands here"),
        ("Discussion", "meetings", 4, "we agreed", "Discussion!D3: F0.. .*we agreed"),
    ],
)  # fmt: skip
def test_a_bad_cell_is_named(merged: Desk, sheet: str, row: str, column: int, value: object, says: str | None) -> None:
    held(merged)
    book = a_form(merged)
    book[sheet].cell(row_of(book, sheet, row) if row else 2, column).value = value  # type: ignore[assignment]
    given_back(merged, book)
    before = tree(merged.folder)
    said = merged.loi("meeting", "read", "filled.xlsx", code=2 if says else 0)
    if says:
        assert re.search(rf"filled.xlsx: {says}", said.err), said.err
        assert "help: " in said.err
        assert tree(merged.folder) == before


def test_what_is_no_form_in_excel(merged: Desk) -> None:
    Workbook().save(merged.folder / "empty.xlsx")
    merged.write("broken.xlsx", "PK")
    endless = a_form(merged)
    endless["Agenda"].cell(900_000, 1).value = "x"
    endless.save(merged.folder / "endless.xlsx")
    before = tree(merged.folder)
    for name, says in (
        ("empty.xlsx", "no form of a meeting of ours"),
        ("broken.xlsx", "F320"),
        ("endless.xlsx", "the sheet Agenda goes on for 900000 rows"),
    ):
        assert says in merged.loi("meeting", "read", name, code=2).err
    assert tree(merged.folder) == before


def test_figures_of_the_briefing_are_filled_in_there_too(merged: Desk) -> None:
    book = a_form(merged)
    page = book.worksheets[4]
    said = ("en: Catch\npt: Captura", 38.03, "en: tons", "2021", "FAO", date(2022, 1, 3))
    for column, value in enumerate(said, start=1):
        page.cell(2, column).value = value
    given_back(merged, book)
    out = merged.loi("meeting", "read", "filled.xlsx").out
    assert re.search(r"\+figures:\n\+  - figure:\n(\+ +(en: Catch|pt: Captura)\n){2}\+    value: '38.03'", out), out
    page.cell(2, 5).value = None
    given_back(merged, book)
    assert re.search(rf"filled.xlsx: {page.title}!A2: F0.. `source` is missing", merged.loi(
        "meeting", "read", "filled.xlsx", code=2).err)  # fmt: skip


@pytest.mark.parametrize(
    ("row", "value", "wanted"),
    [
        ("Begins", 0.4375, "10:30"),
        ("Begins", "10.30", "10:30"),
        ("Begins", "9:45", "09:45"),
        ("Begins", time(10, 29, 59, 999_000), "10:30"),
        ("Begins", timedelta(hours=10, minutes=30), "10:30"),
        ("Date", 44601, "2022-02-09"),
        ("Date", date(2022, 2, 9), "2022-02-09"),
    ],
)
def test_days_and_times_come_as_excel_keeps_them(merged: Desk, row: str, value: object, wanted: str) -> None:
    book = a_form(merged)
    book["Agenda"].cell(2, 3).value = 5
    book["Meeting"].cell(row_of(book, "Meeting", row), 2).value = value  # type: ignore[assignment]
    given_back(merged, book)
    merged.loi("meeting", "read", "filled.xlsx")
    assert wanted in (merged.folder / f"meetings/{MEETING}.yaml.new").read_text("utf-8")


def test_columns_may_be_moved_and_put_in_and_cells_merged(merged: Desk) -> None:
    book = a_form(merged)
    agenda = book["Agenda"]
    agenda.move_range("C1:C9", cols=20)  # the minutes, behind all others; openpyxl leaves the name behind
    book.defined_names["meet_agenda_minutes"].value = "'Agenda'!$W$1"
    seats = book["PRT"]
    for column, value in enumerate(("member · Member", "en: Adviser", None, "M. Silva"), start=1):
        seats.cell(3, column).value = value
    seats.merge_cells("C2:C5")
    given_back(merged, book)
    said = merged.loi("meeting", "read", "filled.xlsx")
    assert re.search(r"^\+ +office: Minist.rio do Mar$", said.out, re.MULTILINE)
    assert "minutes" not in said.out
    assert "seats: PRT 2, KEN 1" in said.err  # the empty rows below are nobody's


def test_what_is_written_beside_the_cells_is_told_with_its_place(merged: Desk) -> None:
    book = a_form(merged)
    book["Agenda"].cell(2, 12).value = "ask the harbours"
    book["KEN"].cell(2, 4).comment = Comment("name follows", "G")
    book["PRT"].cell(2, 2).font = Font(strike=True)
    book["PRT"].row_dimensions[2].hidden = True
    book["Agenda"].sheet_state = "hidden"
    book.create_sheet("Notes").cell(3, 3).value = "bring the maps"
    given_back(merged, book)
    before = tree(merged.folder)
    said = merged.loi("meeting", "read", "filled.xlsx", code=1)
    for told in (
        "Agenda!L2: not read, since the form has no such cell: “ask the harbours”",
        "KEN!D2: a comment was not read: “name follows”",
        "PRT!B2: this is struck through, and was read all the same",
        "PRT!A2: this row is hidden, and was read all the same",
        "Agenda: this sheet is hidden, and was read all the same",
        "Notes: this sheet is none of the form's, and was not read: “bring the maps”",
    ):
        assert f"filled.xlsx: {told}" in said.err
    assert said.err.count("filled.xlsx: ") == 6
    assert tree(merged.folder) == before


@pytest.mark.skipif(not calc.is_here(), reason="LibreOffice Calc is not installed")
def test_calc_opens_it_changes_it_and_saves_it(merged: Desk) -> None:
    held(merged)
    a_form(merged)
    edits = [
        Edit("type plain", "Meeting", "B3", "44601"),
        Edit("type plain", "Meeting", "B4", "9:30"),
        Edit("insert columns", "Agenda", "C1"),
        Edit("insert rows", "Agenda", "A3"),
        Edit("type", "Agenda", "A3", "press"),
        Edit("type", "Agenda", "B3", "en: Press"),
        Edit("type plain", "Agenda", "D3", "30"),
        Edit("type plain", "Action items", "E2", "2022-02-21"),
        Edit("comment", "KEN", "D2", "name follows"),
        Edit("type", "KEN", "D2", "A. Otieno"),
        Edit("rename", "KEN", "A1", "Kenya"),
    ]
    calc.edited(merged.folder / FORM, merged.folder / "filled.xlsx", edits, merged.folder)
    said = merged.loi("meeting", "read", "filled.xlsx", code=1)
    assert "Kenya!D2: a comment was not read: “name follows”" in said.err
    changed = set(re.findall(r"^\+ *(.*: .*)$", said.out, re.MULTILINE))
    assert changed == {
        "- item: press", "en: Press", "minutes: '30'", "name: A. Otieno", "start: 09:30", "due: '2022-02-21'",
    }  # fmt: skip
    calc.edited(merged.folder / FORM, merged.folder / "filled.xlsx", [], merged.folder)
    assert f"meetings/{MEETING}.yaml says the same already" in merged.loi("meeting", "read", "filled.xlsx").err
    calc.edited(merged.folder / FORM, merged.folder / "filled.xlsx", [Edit("type plain", "Agenda", "C2", "=5+5")],
                merged.folder)  # fmt: skip
    assert "Agenda!C2: F023 a formula stands here: =5+5" in merged.loi("meeting", "read", "filled.xlsx", code=2).err
