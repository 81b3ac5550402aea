"""A unit marks up one of our papers in Word instead of filling in a form: its changes become an ordinary input."""

from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from tests.journeys import lisbon
from tests.journeys.counterpart import Colleague
from tests.journeys.desk import Desk, tree

WORD = "vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = lisbon.sit_down(Desk(tmp_path / "lisbon"), inputs=False)
    desk.loi("merge", "--author", "Directorate")
    desk.loi("render", "loi", "--format", "docx")
    return desk


def paper(desk: Desk) -> Path:
    return desk.folder / "out" / "internal" / "loi-v1.docx"


def edited(desk: Desk, *, tracking: bool = True) -> Colleague:
    colleague = Colleague(paper(desk), tracking=tracking)
    colleague.replace("once a year in Lisbon", "twice a year in Lisbon")
    colleague.delete_row("coastal fishing;")
    return colleague


def proposals(receipt: Any) -> list[tuple[str, str]]:
    return [(one["clause"], one["what"].split(" ")[0]) for one in receipt["proposals"]]


@pytest.mark.parametrize("tracking", [True, False])
def test_changes_in_our_paper_become_an_input_of_the_unit(desk: Desk, tracking: bool) -> None:
    file = edited(desk, tracking=tracking).save(desk.folder / "mail" / "draft with changes.docx")
    (receipt,) = desk.loi("collect", str(file), "--unit", "harbours", "--format", "json").json["receipts"]
    assert proposals(receipt) == [("meetings", "reword"), ("fields.fish", "delete")]
    assert "footnote" not in str(receipt), "those of the paper itself say nothing new"
    assert (receipt["file"], receipt["side"], receipt["base"][:2]) == ("inputs/harbours-2.yaml", "harbours", "v1")
    kept = desk.folder / "records" / "files"
    assert [one.read_bytes() for one in kept.iterdir()] == [file.read_bytes()]
    merged = desk.loi("merge", "--author", "Directorate", "--format", "json").json
    assert {one["outcome"] for item in merged["inputs"] for one in item["proposals"]} == {"merged"}
    assert "twice a year" in desk.loi("show", "meetings").out
    desk.loi("verify")


def test_the_same_file_twice_is_one_input(desk: Desk) -> None:
    file = edited(desk).save(desk.folder / "mail" / "draft.docx")
    desk.loi("collect", str(file), "--unit", "harbours")
    before = tree(desk.folder)
    again = desk.loi("collect", str(file), "--unit", "harbours", "--format", "json").json
    assert again["receipts"][0]["already_here"] is True
    assert tree(desk.folder) == before


def test_the_unit_is_found_by_the_address_of_the_mail(desk: Desk) -> None:
    mail = EmailMessage()
    mail["From"], mail["Date"] = "Ports <harbours@example.pt>", "Wed, 12 Jan 2022 09:00:00 +0000"
    mail["Subject"] = "our changes"
    mail.set_content("See the file.")
    mail.add_attachment(edited(desk).bytes(), maintype="application", subtype=WORD, filename="draft.docx")
    (desk.folder / "reply.eml").write_bytes(mail.as_bytes())
    (receipt,) = desk.loi("collect", "reply.eml", "--format", "json").json["receipts"]
    assert receipt["file"] == "inputs/harbours-1.yaml"
    assert receipt["source"].startswith("mail of 2022-01-12 from Ports <harbours@example.pt>: draft.docx (Word file")


def test_without_a_name_nothing_is_taken(desk: Desk) -> None:
    file = edited(desk).save(desk.folder / "mail" / "draft.docx")
    before = tree(desk.folder)
    said = desk.loi("collect", str(file), code=2)
    assert "whose changes" in said.err and "--unit UNIT" in said.err
    assert tree(desk.folder) == before


def test_lost_bookmarks_and_lost_version_need_the_unit_alone(desk: Desk) -> None:
    colleague = edited(desk)
    colleague.lose_bookmarks()
    colleague.lose_margins()
    file = colleague.save(desk.folder / "mail" / "draft.docx")
    assert "neither a form of ours nor a paper" in desk.loi("collect", str(file), code=2).err
    (receipt,) = desk.loi("collect", str(file), "--unit", "fishing", "--format", "json").json["receipts"]
    assert proposals(receipt) == [("meetings", "reword"), ("fields.fish", "delete")]


def test_another_dossiers_paper_is_refused(desk: Desk, tmp_path: Path) -> None:
    other = lisbon.sit_down(Desk(tmp_path / "other"), inputs=False)
    text = (other.folder / "concept.yaml").read_text(encoding="utf-8")
    other.write("concept.yaml", text.replace("once a year", "every month"))
    other.loi("merge", "--author", "Directorate")
    other.loi("render", "loi", "--format", "docx")
    before = tree(desk.folder)
    said = desk.loi("collect", str(paper(other)), "--unit", "harbours", code=2)
    assert "no version of this dossier" in said.err
    assert tree(desk.folder) == before


def test_a_word_file_of_another_kind_is_refused(desk: Desk, tmp_path: Path) -> None:
    import docx

    letter = docx.Document()
    letter.add_paragraph("Dear colleagues, all is well.")
    letter.save(str(tmp_path / "letter.docx"))
    assert "neither a form of ours" in desk.loi("collect", str(tmp_path / "letter.docx"), code=2).err
    (tmp_path / "old.docx").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + b"x" * 600)
    assert "old format (.doc)" in desk.loi("collect", str(tmp_path / "old.docx"), "--unit", "harbours", code=2).err


@pytest.mark.parametrize("tracking", [True, False])
def test_what_is_to_go_to_the_party_is_compared_with_what_the_party_would_read(desk: Desk, tracking: bool) -> None:
    """Words held back there are not words that the unit took out."""
    for unit, word in (("harbours", "widen"), ("fishing", "foster")):
        desk.loi("propose", "desire", "--unit", unit, "--language", "en", "--replace", "promote", word)
    desk.loi("merge", "--author", "Directorate", code=1)
    desk.loi("render", "loi", "--for", "KEN", "--format", "docx", code=1)
    colleague = Colleague(desk.folder / "out/for-KEN/loi-v2.docx", tracking=tracking)
    colleague.replace("once a year in Lisbon", "twice a year in Lisbon")
    file = colleague.save(desk.folder / "mail" / "draft.docx")
    said = desk.loi("collect", str(file), "--unit", "harbours", "--format", "json").json["receipts"][0]
    assert proposals(said) == [("meetings", "reword")]
    assert "--from KEN" in said["doubt"]


def test_a_letter_of_ours_is_no_paper_that_was_marked_up(desk: Desk) -> None:
    desk.loi("request", "--unit", "harbours")
    (letter,) = (desk.folder / "out/internal/requests/harbours").glob("letter-*.docx")
    before = tree(desk.folder)
    assert "hardly a line of it" in desk.loi("collect", str(letter), "--unit", "harbours", code=2).err
    assert tree(desk.folder) == before
