"""A paper goes to the other party and comes back from a colleague with Word: every edit is found, and stands as a
bracket against ours after the next merge."""

import io
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree

from tests.journeys.counterpart import Colleague, w
from tests.journeys.desk import Desk, tree

HABITS = [(True, True), (True, False), (False, True), (False, False)]
"""Tracking on or off; bookmarks and the version on the page kept, or lost to a converter."""


@pytest.fixture(scope="session")
def _sent(_example: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with its text rendered for BLR: some open words of ours are held back in it."""
    folder = tmp_path_factory.mktemp("sent") / "example"
    shutil.copytree(_example, folder)
    desk = Desk(folder)
    desk.loi("merge", "--author", "Direktorat", code=1)
    desk.loi("render", "loi", "--for", "BLR", "--format", "docx", code=1)
    return folder


@pytest.fixture
def sent(_sent: Path, tmp_path: Path) -> Desk:
    shutil.copytree(_sent, tmp_path / "sent")
    return Desk(tmp_path / "sent")


def paper(desk: Desk, name: str = "loi-v3") -> Path:
    return desk.folder / "out" / "for-BLR" / f"{name}.docx"


def back(desk: Desk, colleague: Colleague, code: int = 0, *more: str) -> Any:
    """The receipt of what the colleague sends back."""
    file = colleague.save(desk.folder / "mail" / "back.docx")
    return desk.loi(
        "receive", str(file), "--from", "BLR", "--date", "2022-01-22", "--format", "json", *more, code=code
    ).json


def changes(receipt: Any) -> dict[str, list[str]]:
    """Each change as `what: clause` with the fields, or the place, that it touches."""
    found = {}
    for one in receipt["changes"]:
        detail = [f"{field}={text}" for field, text in one.get("words", {}).items()]
        anchor = one.get("anchor")
        found[f"{one['change']} {one['clause']}"] = sorted(
            detail + ([f"{anchor['where']} {anchor['clause']}"] if anchor else [])
        )
    return found


@pytest.mark.parametrize(("tracking", "marks"), HABITS)
def test_every_edit_is_found(sent: Desk, tracking: bool, marks: bool) -> None:
    colleague = Colleague(paper(sent), tracking=tracking)
    if not marks:
        colleague.lose_bookmarks()
        colleague.lose_margins()
    colleague.replace("on the basis of equality, reciprocity", "on the basis of sovereign equality, reciprocity")
    colleague.replace("на принципах равенства", "на принципе равенства")
    colleague.replace("Области сотрудничества", "Направления сотрудничества")
    colleague.delete_row("малые и средние предприятия")
    colleague.add_row_after("agro-based industry, including", "лёгкая промышленность;", "light industry;", "ringan;")
    colleague.comment("in force in their respective", "Which laws?")
    receipt = back(sent, colleague)
    assert changes(receipt) == {
        "reword objective": [
            "text.en=The objective of this Letter of Intent is to establish a framework for industrial cooperation "
            "between the Parties on the basis of sovereign equality, reciprocity and mutual benefit.",
            "text.ru=Целью настоящего Письма о намерениях является создание основы промышленного сотрудничества между "
            "Сторонами на принципе равенства, взаимности и взаимной выгоды.",
        ],
        "reword areas": ["heading.ru=Направления сотрудничества"],
        "delete areas.small-industry": [],
        "insert areas.blr-1": [
            "after areas.agro", "text.en=light industry;", "text.id=ringan;", "text.ru=лёгкая промышленность;",
        ],
    }  # fmt: skip
    assert {one["tracked"] for one in receipt["changes"]} == {tracking}
    assert {one["untracked"] for one in receipt["changes"]} == {not tracking}
    assert {a["author"] for one in receipt["changes"] for a in one["authors"]} == (
        {"Ivan Petrov"} if tracking else set()
    )
    assert receipt["remarks"] == [
        {"clause": "laws", "author": "Ivan Petrov", "date": "2022-01-20", "about": "in force in their respective",
         "text": "Which laws?"}
    ]  # fmt: skip
    assert receipt["unplaced"] == [] and receipt["base"]["told_by"] == ("stamp" if marks else "words")
    sent.loi("merge", "--author", "Direktorat", code=1)
    conflicts = sent.loi("conflicts", "--format", "json").json["conflicts"]
    theirs = {c["clause"] for c in conflicts if {"IDN", "BLR"} <= {s["side"] for s in c["sides"]}}
    assert theirs == {"objective", "areas", "areas.small-industry", "areas.blr-1"}


@pytest.mark.parametrize("tracking", [True, False])
def test_a_moved_row(sent: Desk, tracking: bool) -> None:
    colleague = Colleague(paper(sent), tracking=tracking)
    colleague.move_row_after("малые и средние предприятия", "производство автомобильных компонентов и")
    assert changes(back(sent, colleague)) == {"move areas.small-industry": ["after areas.automotive"]}


def test_what_was_not_touched_is_no_comment(sent: Desk) -> None:
    sent.loi("render", "redline", "--for", "BLR", "--from", "v1", "--format", "docx", code=1)
    for name in ("loi-v3", "redline-v1-v3"):
        receipt = back(sent, Colleague(paper(sent, name)))
        assert receipt["changes"] == receipt["remarks"] == receipt["unplaced"] == []
        assert "no-comment: true" in (sent.folder / receipt["input"]).read_text(encoding="utf-8")


def test_our_own_tracked_changes_are_not_theirs(sent: Desk) -> None:
    sent.loi("render", "redline", "--for", "BLR", "--from", "v1", "--format", "docx", code=1)
    colleague = Colleague(paper(sent, "redline-v1-v3"))
    colleague.replace("in force in their respective", "applicable in their respective")
    receipt = back(sent, colleague)
    assert list(changes(receipt)) == ["reword laws"]
    assert {a["author"] for a in receipt["changes"][0]["authors"]} == {"Ivan Petrov"}
    assert not receipt["changes"][0]["untracked"]


def test_filled_names_stay_placeholders_and_held_back_words_stay_open(sent: Desk) -> None:
    colleague = Colleague(paper(sent))
    colleague.replace("and the Ambassador of", "and the Embassy of")
    colleague.replace("on the basis of equality and mutual", "on the principle of equality and mutual")
    found = changes(back(sent, colleague))
    assert "between the {party.IDN} and the Embassy of" in found["reword consultations"][0]
    assert "DESIRING to [ilmate: promote] [agro: develop] industrial" in found["reword desire"][0]


def test_the_second_round_goes_on_in_brackets(sent: Desk) -> None:
    """They change their own alternative, take ours, and put brackets of their own."""
    colleague = Colleague(paper(sent))
    colleague.replace("basis of equality, reciprocity", "basis of sovereign equality, reciprocity")
    colleague.replace("in force in their respective", "applicable in their respective")
    back(sent, colleague)
    sent.loi("merge", "--author", "Direktorat", code=1)
    sent.loi("render", "loi", "--for", "BLR", "--format", "docx", code=1)
    second = Colleague(paper(sent, "loi-v4"))
    second.replace(" sovereign]", " full]")
    second.replace(" in force]", " effective]")
    second.replace("Areas of Cooperation", "Areas of [close] Cooperation")
    found = changes(back(sent, second))
    sent.loi("merge", "--author", "Direktorat", code=1)
    conflicts = sent.loi("conflicts", "--format", "json").json["conflicts"]
    objective = next(c for c in conflicts if c["clause"] == "objective")
    assert "full" in [side["text"] for side in objective["sides"]]
    assert "on the basis of full equality" in found["reword objective"][0]
    assert found["reword areas"] == ["heading.en=Areas of [close] Cooperation"]
    assert "laws and regulations effective in their" in found["reword laws"][0] or "[" in found["reword laws"][0]


def test_a_new_paragraph(sent: Desk) -> None:
    colleague = Colleague(paper(sent))
    colleague.add_paragraph_after("The Parties intend to cooperate in the following areas:", "The list is not closed.")
    receipt = back(sent, colleague)
    assert changes(receipt) == {"insert areas.blr-1": ["before areas.automotive", "text.en=The list is not closed."]}


def test_a_new_article_with_its_heading(sent: Desk) -> None:
    colleague = Colleague(paper(sent), tracking=False)
    words = ("Туризм", "О туризме.", "Tourism", "On tourism.", "Pariwisata", "Tentang pariwisata.")
    colleague.add_table_like("The objective of this Letter of Intent is to establish", *words)
    assert changes(back(sent, colleague)) == {
        "insert blr-1": [
            "after objective", "heading.en=Tourism", "heading.id=Pariwisata", "heading.ru=Туризм",
            "text.en=On tourism.", "text.id=Tentang pariwisata.", "text.ru=О туризме.",
        ]
    }  # fmt: skip


@pytest.mark.parametrize("tracking", [True, False])
def test_a_paragraph_split_in_two_is_put_before_a_person(sent: Desk, tracking: bool) -> None:
    colleague = Colleague(paper(sent), tracking=tracking)
    colleague.split_before("on the basis of equality, reciprocity")
    receipt = back(sent, colleague, 1)
    assert [(u["near"], u["language"]) for u in receipt["unplaced"]] == [("objective", "en")]
    assert receipt["changes"] == []


def test_a_paragraph_written_anew_is_the_same_clause(sent: Desk) -> None:
    for tracking in (True, False):
        colleague = Colleague(paper(sent), tracking=tracking)
        colleague.replace("The Parties intend to cooperate in the following areas:", "Industry wherever it is useful:")
        found = changes(back(sent, colleague, 0, "--dry-run"))
        assert found == {"reword areas": ["text.en=Industry wherever it is useful:"]}


def test_two_paragraphs_made_one(sent: Desk) -> None:
    """The words of the second are now in the first."""
    colleague = Colleague(paper(sent))
    colleague.join_with_next("Areas of Cooperation")
    found = changes(back(sent, colleague))
    joined = "Areas of CooperationThe Parties intend to cooperate in the following areas:"
    assert found == {"reword areas": [f"heading.en={joined}", "text.en="]} or found == {
        "reword areas": ["heading.en=", f"text.en={joined}"]
    }


def test_words_around_the_clauses_and_comments_on_them_are_put_before_a_person(sent: Desk) -> None:
    colleague = Colleague(paper(sent))
    colleague.replace("LETTER OF INTENT", "LETTER OF STRONG INTENT")
    colleague.comment("INDUSTRIAL COOPERATION", "Trade, too?")
    receipt = back(sent, colleague, 1)
    assert receipt["changes"] == []
    assert [u["text"] for u in receipt["unplaced"]] == ["LETTER OF STRONG INTENT", "Trade, too?"]
    record = (sent.folder / receipt["record"]).read_text(encoding="utf-8")
    assert "LETTER OF STRONG INTENT" in record and "Trade, too?" in record
    assert "LETTER OF STRONG INTENT" in (sent.folder / receipt["input"]).read_text(encoding="utf-8")


def test_the_very_bytes_are_kept_and_the_same_file_is_taken_in_once(sent: Desk) -> None:
    colleague = Colleague(paper(sent))
    colleague.replace("Areas of Cooperation", "Fields of Cooperation")
    receipt = back(sent, colleague)
    file = sent.folder / "mail" / "back.docx"
    assert (sent.folder / receipt["kept"]).read_bytes() == file.read_bytes()
    before = tree(sent.folder)
    said = sent.loi("receive", str(file), "--from", "BLR")
    assert receipt["input"] in said.err and tree(sent.folder) == before


def test_a_dry_run_writes_nothing(sent: Desk) -> None:
    colleague = Colleague(paper(sent))
    colleague.replace("Areas of Cooperation", "Fields of Cooperation")
    file = colleague.save(sent.folder / "mail" / "back.docx")
    before = tree(sent.folder)
    said = sent.loi("receive", str(file), "--from", "BLR", "--dry-run")
    assert "Fields of Cooperation" in said.out and tree(sent.folder) == before


def test_a_paper_in_one_language_changes_that_language_alone(sent: Desk) -> None:
    sent.loi("render", "loi", "--for", "BLR", "--language", "en", "--format", "docx", code=1)
    colleague = Colleague(paper(sent, "loi-v3-en"))
    colleague.replace("Areas of Cooperation", "Fields of Cooperation")
    receipt = back(sent, colleague)
    assert changes(receipt) == {"reword areas": ["heading.en=Fields of Cooperation"]}
    assert set(receipt["absent_languages"]) == {"id", "ru"}


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ".doc"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"PK\x03\x04", "damaged"),
        (b"", "empty"),
    ],
)
def test_no_word_file(sent: Desk, data: bytes, says: str) -> None:
    file = sent.folder / "mail.docx"
    file.write_bytes(data)
    before = tree(sent.folder)
    said = sent.loi("receive", str(file), "--from", "BLR", code=2)
    assert says in said.err and "help:" in said.err and tree(sent.folder) == before


def test_bad_usage(sent: Desk) -> None:
    before = tree(sent.folder)
    assert "BLR" in sent.loi("receive", str(paper(sent)), "--from", "BLX", code=2).err
    assert "collect" in sent.loi("receive", str(paper(sent)), "--from", "IDN", code=2).err
    assert "cannot be read" in sent.loi("receive", "none.docx", "--from", "BLR", code=2).err
    assert "v99" in sent.loi("receive", str(paper(sent)), "--from", "BLR", "--base", "v99", code=2).err
    assert tree(sent.folder) == before


def test_another_dossiers_file(sent: Desk, merged: Desk) -> None:
    merged.loi("render", "loi", "--for", "KEN", "--format", "docx", "-o", "theirs.docx", code=1)
    before = tree(sent.folder)
    said = sent.loi("receive", str(merged.folder / "theirs.docx"), "--from", "BLR", code=2)
    assert "no version of this dossier" in said.err and "--base" in said.err and tree(sent.folder) == before


def by_another_program(file: Path, folder: Path) -> Path:
    """The file opened and saved by LibreOffice."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        program,
        profile,
        "--headless",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(folder),
        str(file),
    ]
    subprocess.run(command, capture_output=True, check=True, timeout=180)
    return folder / file.name


def test_saved_by_another_program(sent: Desk, tmp_path: Path) -> None:
    """What LibreOffice itself changes, `tests/properties/test_other_programs.py` looks at."""
    colleague = Colleague(paper(sent))
    colleague.replace("on the basis of equality, reciprocity", "on the basis of sovereign equality, reciprocity")
    colleague.replace("Области сотрудничества", "Направления сотрудничества")
    colleague.delete_row("малые и средние предприятия")
    colleague.comment("in force in their respective", "Which laws?")
    file = by_another_program(colleague.save(sent.folder / "mail" / "back.docx"), tmp_path / "office")
    receipt = sent.loi("receive", str(file), "--from", "BLR", "--format", "json").json
    assert list(changes(receipt)) == ["reword objective", "reword areas", "delete areas.small-industry"]
    assert [r["clause"] for r in receipt["remarks"]] == ["laws"]


def test_a_text_typed_anew_is_matched_by_its_words(sent: Desk) -> None:
    """Another program, no table, no bookmarks, numbers typed by hand, one language."""
    shown = sent.loi("show", "v3", "--format", "json").json
    document = docx.Document()
    document.add_paragraph("LETTER OF INTENT")
    for clause in shown["clauses"]:
        if not clause["text"].get("en") and not clause["heading"].get("en"):
            continue
        if clause["heading"].get("en"):
            document.add_paragraph(f"Article {clause['number']}. {clause['heading']['en']}")
        text = clause["text"].get("en", "")
        if clause["clause"] == "laws":
            text = text.replace("in force", "applicable")
        if text and "{" not in text and "[" not in text:
            document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    file = sent.folder / "typed.docx"
    file.write_bytes(out.getvalue())
    receipt = sent.loi("receive", str(file), "--from", "BLR", "--format", "json", code=1).json
    assert receipt["base"]["told_by"] == "words" and receipt["base"]["version"] == "v3"
    assert "PURSUANT TO the laws and regulations applicable" in changes(receipt)["reword laws"][0]
    assert set(receipt["absent_languages"]) == {"id", "ru"}


def test_other_ministries_and_languages(merged: Desk) -> None:
    """Nothing above is a rule of the example's: Portuguese and Swahili, references to clauses, two heads of state."""
    merged.loi("render", "loi", "--for", "KEN", "--format", "docx", "-o", "theirs.docx", code=1)
    colleague = Colleague(merged.folder / "theirs.docx")
    colleague.replace("Pande zinakusudia kushirikiana", "Pande zinaazimia kushirikiana")
    colleague.replace("DESEJANDO promover a", "DESEJANDO reforçar a")
    file = colleague.save(merged.folder / "back.docx")
    receipt = merged.loi("receive", str(file), "--from", "KEN", "--format", "json").json
    assert {f"{c['clause']} {field}" for c in receipt["changes"] for field in c["words"]} == {
        "desire text.pt", "fields text.sw",
    }  # fmt: skip
    assert receipt["unplaced"] == []
    merged.loi("merge", "--author", "Gabinete", code=1)


def test_what_was_really_sent_is_what_a_returned_file_is_compared_with(sent: Desk) -> None:
    """The names in dossier.yaml change after the paper left: the party changed none of them."""
    sent.loi("send", str(paper(sent)), "--to", "BLR", "--letter", "B-17/2022", "--by", "Direktorat")
    colleague = Colleague(paper(sent))
    colleague.replace("basis of equality, reciprocity", "basis of sovereign equality, reciprocity")
    dossier = sent.folder / "dossier.yaml"
    text = dossier.read_text(encoding="utf-8")
    assert "Ministry of Industry of the Republic of Belarus" in text
    changed = text.replace("Ministry of Industry of the Republic of Belarus", "Ministry for Industry of Belarus")
    dossier.write_text(changed, encoding="utf-8")
    receipt = back(sent, colleague)
    assert list(changes(receipt)) == ["reword objective"] and receipt["unplaced"] == []


def test_our_position_stands_beside_what_they_want(sent: Desk) -> None:
    file = Colleague(paper(sent))
    file.replace("basis of equality, reciprocity", "basis of sovereign equality, reciprocity")
    saved = file.save(sent.folder / "mail" / "back.docx")
    said = sent.loi("receive", str(saved), "--from", "BLR", "--dry-run").out
    assert "objective, our position" in said and "kemlu-hpi: aim" in said


def test_twenty_authors_are_all_named(sent: Desk) -> None:
    colleague = Colleague(paper(sent))
    authors = [f"Author {n}" for n in range(20)]
    words = ["objective", "Parties", "establish", "framework", "industrial", "basis", "equality", "reciprocity"]
    colleague.replace("The objective of this Letter of Intent is to establish a framework", "The aim is a framework")
    for n, element in enumerate(colleague.root.iter(w("ins"), w("del"))):
        element.set(w("author"), authors[n % 20])
    run = next(r for r in colleague.root.iter(w("r")) if "".join(r.itertext()).startswith(" for industrial"))
    for n, author in enumerate(authors[2:]):
        mark = etree.Element(w("ins"))
        for name, value in (("id", str(7000 + n)), ("author", author), ("date", "2022-01-20T10:00:00Z")):
            mark.set(w(name), value)
        etree.SubElement(etree.SubElement(mark, w("r")), w("t")).text = f" {words[n % 8]}{n}"
        run.addprevious(mark)
    receipt = back(sent, colleague)
    (change,) = receipt["changes"]
    assert {a["author"] for a in change["authors"]} == set(authors)
    written = (sent.folder / receipt["input"]).read_text(encoding="utf-8")
    assert all(author in written for author in authors)


def test_words_put_in_by_one_and_struck_out_by_another_are_no_change(sent: Desk) -> None:
    colleague = Colleague(paper(sent))
    colleague.replace("basis of equality, reciprocity", "basis of sovereign equality, reciprocity")
    for inserted in list(colleague.root.iter(w("ins"))):
        struck = etree.Element(w("del"))
        for name, value in (("id", "7500"), ("author", "Second"), ("date", "2022-01-21T10:00:00Z")):
            struck.set(w(name), value)
        for run in list(inserted):
            for text in run.iter(w("t")):
                text.tag = w("delText")
            struck.append(run)
        inserted.append(struck)
    for deleted in list(colleague.root.iter(w("del"))):
        if deleted.getparent().tag != w("ins"):  # and the words struck out first are put back by hand
            for run in list(deleted):
                for text in run.iter(w("delText")):
                    text.tag = w("t")
                deleted.addprevious(run)
            deleted.getparent().remove(deleted)
    receipt = back(sent, colleague)
    assert receipt["changes"] == [] and receipt["unplaced"] == []


@pytest.mark.parametrize("marks", [True, False])
def test_a_table_that_lost_a_column_lacks_a_language(sent: Desk, marks: bool) -> None:
    colleague = Colleague(paper(sent), tracking=False)
    if not marks:
        colleague.lose_bookmarks()
    colleague.replace("basis of equality, reciprocity", "basis of sovereign equality, reciprocity")
    for row in list(colleague.root.iter(w("tr"))):
        cells = row.findall(w("tc"))
        if len(cells) == 3:
            row.remove(cells[-1])
    receipt = back(sent, colleague)
    assert receipt["absent_languages"] == ["id"]
    assert list(changes(receipt)) == ["reword objective"] and receipt["unplaced"] == []


def test_cells_of_a_row_joined_into_one(sent: Desk) -> None:
    """Every paragraph says by its bookmark, its words, or how it is marked, which language it is in."""
    colleague = Colleague(paper(sent), tracking=False)
    colleague.replace("basis of equality, reciprocity", "basis of sovereign equality, reciprocity")
    for row in colleague.root.iter(w("tr")):
        first, *others = row.findall(w("tc"))
        for cell in others:
            first.extend(cell.findall(w("p")))
            row.remove(cell)
    receipt = back(sent, colleague, 0)
    assert list(changes(receipt)) == ["reword objective"] and receipt["unplaced"] == []


def test_what_follows_a_clause_without_words_is_not_taken_for_it(merged: Desk) -> None:
    """Its bookmark stands alone in an empty cell, just before what the protocol says in the next row."""
    silent = "schema: 1\nunit: lawyers\nround: 2\nbase: v2\nproposals:\n  - {reword: desire, pt: ''}\n"
    merged.write("inputs/lawyers-2.yaml", silent)
    merged.loi("merge", "--author", "Gabinete", code=1)
    merged.loi("render", "loi", "--for", "KEN", "--format", "docx", "-o", "theirs.docx", code=1)
    colleague = Colleague(merged.folder / "theirs.docx")
    colleague.replace("WAKITAKA kukuza", "WAKITAKA kuimarisha")
    for said in [t for t in colleague.root.iter(w("t")) if (t.text or "").startswith("HAVE REACHED")]:
        said.text = f"{said.text} NOW"
    file = colleague.save(merged.folder / "back.docx")
    receipt = merged.loi("receive", str(file), "--from", "KEN", "--format", "json", code=1).json
    assert list(changes(receipt)) == ["reword desire"]
    assert [one["text"] for one in receipt["unplaced"]] == ["HAVE REACHED THE FOLLOWING UNDERSTANDING: NOW"] * 3


def test_a_file_of_a_version_that_is_not_here(sent: Desk) -> None:
    colleague = Colleague(paper(sent))
    for name, data in colleague.parts.items():
        if name.startswith(("word/header", "word/footer")):
            colleague.parts[name] = re.sub(rb"\xc2\xb7 [0-9a-f]{8}", b"\xc2\xb7 deadbeef", data)
    file = colleague.save(sent.folder / "mail" / "back.docx")
    before = tree(sent.folder)
    said = sent.loi("receive", str(file), "--from", "BLR", code=2)
    assert "deadbeef" in said.err and "--base" in said.err
    assert tree(sent.folder) == before


def test_a_unit_s_form_is_not_taken_for_the_party_s_words(sent: Desk) -> None:
    sent.loi("request", "--unit", "ilmate", "--round", "2")
    (form,) = (sent.folder / "out/internal/requests/ilmate").glob("form-*.docx")
    before = tree(sent.folder)
    said = sent.loi("receive", str(form), "--from", "BLR", code=2).err
    assert "the form that ilmate was sent" in said and "loi collect" in said
    assert tree(sent.folder) == before


def test_a_file_of_other_words_is_compared_only_when_a_person_says_so(sent: Desk) -> None:
    sent.loi("request", "--unit", "ilmate", "--round", "2")
    (letter,) = (sent.folder / "out/internal/requests/ilmate").glob("letter-*.docx")
    said = sent.loi("receive", str(letter), "--from", "BLR", code=2).err
    assert "hardly a line of it is one of v3" in said and "--base v3" in said
    sent.loi("receive", str(letter), "--from", "BLR", "--base", "v3", "--dry-run", code=1)


def test_our_own_side_s_paper_from_the_party_is_compared_with_itself_and_said(sent: Desk) -> None:
    sent.loi("render", "loi", "--format", "docx")
    colleague = Colleague(sent.folder / "out/internal/loi-v3.docx")
    colleague.replace("Areas of Cooperation", "Fields of Cooperation")
    file = colleague.save(sent.folder / "mail" / "back.docx")
    said = sent.loi("receive", str(file), "--from", "BLR", "--dry-run")
    assert "paper for our own side" in said.err
    assert "areas" in said.out and "desire" not in said.out


def test_words_in_a_header_or_footer_are_put_before_a_person(sent: Desk) -> None:
    opened = docx.Document(str(paper(sent)))
    opened.sections[0].footer.paragraphs[0].add_run(" Version of the Belarusian side, 21.01.2022")
    opened.save(str(sent.folder / "back.docx"))
    said = sent.loi("receive", "back.docx", "--from", "BLR", "--format", "json", code=1).json
    (one,) = said["unplaced"]
    assert one["why"] == "in a header or footer" and "Version of the Belarusian side, 21.01.2022" in one["text"]


def test_an_unchanged_paper_is_said_to_be_unchanged(sent: Desk) -> None:
    assert "nothing in it differs" in sent.loi("receive", str(paper(sent)), "--from", "BLR").err
