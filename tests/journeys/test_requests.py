"""What units are sent: a file and a form to fill in, a letter, a mail; and the way back."""

import re
from email import message_from_bytes, policy
from pathlib import Path

import docx
import pytest

from tests.journeys.desk import Desk, tree
from tests.journeys.forms import filled, rows
from tests.journeys.lisbon import DOSSIER

LETTERS = """\
letters:
  from: Direção-Geral
  mail: direcao@example.pt
  place: Lisboa
  number: "{blank}/DG/{month}/{year}"
"""


@pytest.fixture
def asking(merged: Desk) -> Desk:
    """Round 1 is merged; the dossier says how letters go out; the lawyers are outside."""
    text = DOSSIER.replace("name: Gabinete Jurídico,", "name: Gabinete Jurídico, outside: true, to: O Diretor,")
    merged.write("dossier.yaml", text + LETTERS)
    return merged


def folder(desk: Desk, unit: str) -> Path:
    return desk.folder / "out/internal/requests" / unit


def words_of(path: Path) -> str:
    opened = docx.Document(str(path))
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in opened.paragraphs), *cells])


def test_each_unit_asked_gets_four_files(asking: Desk) -> None:
    told = asking.loi("request", "--round", "2", "--format", "json")
    assert "in English: `correspondence` is missing in templates/catalogues/pt.yaml" in " ".join(told.err.split())
    said = told.json
    assert [r["unit"] for r in said["requests"]] == ["harbours", "fishing", "lawyers"]
    for unit in ("harbours", "fishing", "lawyers"):
        names = sorted(p.name for p in folder(asking, unit).iterdir())
        assert names == sorted([f"form-{unit}-2.docx", f"letter-{unit}-2.docx", f"mail-{unit}-2.eml", f"{unit}-2.yaml"])
    assert all((asking.folder / file).is_file() for r in said["requests"] for file in r["files"])


def test_the_same_request_is_the_same_bytes(asking: Desk) -> None:
    asking.loi("request", "--unit", "harbours")
    first = tree(folder(asking, "harbours"))
    asking.loi("request", "--unit", "harbours", TZ="Asia/Jakarta", LC_ALL="C", PYTHONHASHSEED="7")
    assert tree(folder(asking, "harbours")) == first


def test_what_a_person_changed_is_left_alone(asking: Desk) -> None:
    asking.loi("request", "--unit", "harbours")
    letter = folder(asking, "harbours") / "letter-harbours-2.docx"
    letter.write_bytes(b"mine")
    said = asking.loi("request", "--unit", "harbours", LOI_LANG="en", SOURCE_DATE_EPOCH="1642600000")
    assert letter.read_bytes() == b"mine"
    assert "letter-harbours-2-2.docx" in said.out


def test_the_file_has_the_unit_s_clauses_first_and_all_of_them(asking: Desk) -> None:
    asking.loi("request", "--unit", "harbours")
    text = (folder(asking, "harbours") / "harbours-2.yaml").read_text(encoding="utf-8")
    order = re.findall(r"^  # - reword: (\S+)$", text, re.MULTILINE)
    head = asking.loi("show", "head", "--format", "json").json
    assert order[:2] == ["fields.ports", "meetings"]
    assert sorted(order) == sorted(clause["clause"] for clause in head["clauses"])
    assert f"base: v2-{head['hash'][:6]}\n" in text
    assert "# en: management and safety of ports;" in text
    assert "fields.ports" in text
    assert "harbours-1): merged" in text


def test_the_file_says_nothing_until_it_is_filled_in(asking: Desk) -> None:
    asking.loi("request", "--unit", "harbours")
    file = folder(asking, "harbours") / "harbours-2.yaml"
    assert "nothing is filled in" in asking.loi("collect", str(file), code=2).err
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("\nproposals:\n", "\nno-comment: true\n"), encoding="utf-8", newline="\n")
    asking.loi("check", str(file))
    assert "no comment" in asking.loi("collect", str(file)).out


@pytest.mark.parametrize("clause", ["meetings", "aim", "done"])
def test_the_file_filled_in_is_an_input(asking: Desk, clause: str) -> None:
    """Every line of the clause's block without its sign of comment, words behind one language, the others out."""
    asking.loi("request", "--unit", "harbours")
    file = folder(asking, "harbours") / "harbours-2.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    at = lines.index(f"  # - reword: {clause}")
    end = next((n for n in range(at, len(lines)) if not lines[n].strip()), len(lines))
    block = [line.replace("  # ", "  ", 1) for line in lines[at:end]]
    kept = [line for line in block if not re.fullmatch(r"\s+(?:pt|sw|heading):|\s+en:(?=\n\s+en)", line)]
    last = max(n for n, line in enumerate(kept) if line.strip() == "en:")
    kept = [line for n, line in enumerate(kept) if line.strip() != "en:" or n == last]
    kept[kept.index(next(line for line in kept if line.strip() == "en:"))] = "    en: New words"
    file.write_text("\n".join([*lines[:at], *kept, *lines[end:]]) + "\n", encoding="utf-8", newline="\n")
    asking.loi("check", str(file))
    said = asking.loi("collect", str(file), "--format", "json").json["receipts"][0]
    assert said["proposals"] == [{"clause": clause, "what": "reword en", "line": at + 1}]


def test_the_form_shows_every_field_with_its_present_words(asking: Desk) -> None:
    asking.loi("request", "--unit", "harbours")
    found = rows(folder(asking, "harbours") / "form-harbours-2.docx")
    head = asking.loi("show", "head", "--format", "json").json
    for clause in head["clauses"]:
        for language, words in clause["text"].items():
            assert found[f"{clause['clause']}/text.{language}"].cells[1].text == words
        for language, words in clause["heading"].items():
            assert found[f"{clause['clause']}/heading.{language}"].cells[1].text == words


def test_what_the_unit_said_before_stands_in_its_form(asking: Desk) -> None:
    asking.loi("decide", "meetings", "--take", "fishing", "--by", "Gabinete", "--reason", "Travel is dear.")
    asking.loi("merge", "--author", "Gabinete")
    asking.loi("request")
    form = words_of(folder(asking, "harbours") / "form-harbours-2.docx")
    assert "decided otherwise by Gabinete on 18 January 2022: Travel is dear." in form
    assert "What you said before" in form
    assert "What you said before" not in words_of(folder(asking, "lawyers") / "form-lawyers-2.docx")


def test_a_waiting_input_is_not_told_as_merged(asking: Desk) -> None:
    asking.loi("propose", "aim", "--unit", "lawyers", "--words", "Other words.", "--language", "en")
    asking.loi("request", "--unit", "lawyers")
    form = words_of(folder(asking, "lawyers") / "form-lawyers-2.docx")
    assert "not merged yet" in form


def test_letters_inside_and_outside(asking: Desk) -> None:
    asking.loi("request")
    inside = words_of(folder(asking, "harbours") / "letter-harbours-2.docx")
    assert "OFFICE NOTE" in inside
    assert "__________/DG/I/2022" in inside
    assert "Diretor dos Portos" in inside
    assert "by 28 January 2022" in inside
    outside = words_of(folder(asking, "lawyers") / "letter-lawyers-2.docx")
    assert "OFFICE NOTE" not in outside
    assert "Lisboa, 18 January 2022" in outside
    assert "by 1 February 2022" in outside


def test_a_number_is_never_made_up(merged: Desk) -> None:
    merged.loi("request", "--unit", "harbours")
    assert "Number: __________" in words_of(folder(merged, "harbours") / "letter-harbours-2.docx")
    merged.write("dossier.yaml", DOSSIER + LETTERS.replace("{month}", "{mnth}"))
    refused = merged.loi("request", code=2)
    assert "`{mnth}` means nothing" in refused.err
    assert "did you mean `{month}`?" in refused.err


def test_the_mail_opens_as_a_draft_with_everything_attached(asking: Desk) -> None:
    asking.loi("request", "--unit", "harbours")
    data = (folder(asking, "harbours") / "mail-harbours-2.eml").read_bytes()
    mail = message_from_bytes(data, policy=policy.default)
    assert b"\r\n" in data
    assert max(map(len, data.split(b"\r\n"))) <= 998
    assert mail["X-Unsent"] == "1"
    assert (mail["To"], mail["From"]) == ("harbours@example.pt", "direcao@example.pt")
    assert "Republic of Kenya" in mail["Subject"]
    assert not mail.defects
    attached = {part.get_filename(): part.get_content() for part in mail.iter_attachments()}
    assert sorted(attached) == ["form-harbours-2.docx", "harbours-2.yaml", "letter-harbours-2.docx"]
    for name, content in attached.items():
        there = (folder(asking, "harbours") / name).read_bytes()
        assert content == there
    body = mail.get_body()
    assert body is not None
    assert "Diretor dos Portos" in body.get_content()


def test_reminders_go_to_those_who_owe_something(asking: Desk) -> None:
    late = {"SOURCE_DATE_EPOCH": "1643630400"}  # 2022-01-31: round 2 is over, the lawyers have until 1 February
    asking.loi("propose", "aim", "--unit", "harbours", "--remark", "Good.", "--round", "2")
    said = asking.loi("request", "--late", "--format", "json", **late).json
    assert [r["unit"] for r in said["requests"]] == ["fishing"]
    names = sorted(p.name for p in folder(asking, "fishing").iterdir())
    assert names == ["fishing-2.yaml", "form-fishing-2.docx", "reminder-fishing-2.docx", "reminder-fishing-2.eml"]
    assert "As of 31 January 2022" in words_of(folder(asking, "fishing") / "reminder-fishing-2.docx")
    assert "no round is over yet" in asking.loi("request", "--late", code=2, SOURCE_DATE_EPOCH="1641000000").err


def test_a_longer_deadline_is_a_record_that_counts(asking: Desk) -> None:
    late = {"SOURCE_DATE_EPOCH": "1643630400"}
    due = ("request", "--unit", "fishing", "--round", "2", "--due", "2022-02-04")
    assert "--by OFFICE" in asking.loi(*due, code=2).err
    said = asking.loi(*due, "--by", "Gabinete", "--reason", "They travel.", "--format", "json").json
    record = (asking.folder / said["record"]).read_text(encoding="utf-8")
    assert "record: deadline\nunit: fishing\nround: 2\ndue: 2022-02-04\nby: Gabinete\n" in record
    units = {(u["unit"], u["round"]): u for u in asking.loi("status", "--format", "json", **late).json["units"]}
    assert units["fishing", 2]["due"] == "2022-02-04"
    assert units["fishing", 2]["late"] is False
    assert units["harbours", 2]["late"] is True
    made = asking.loi("request", "--late", "--format", "json", **late).json["requests"]
    assert [r["unit"] for r in made] == ["harbours"]
    asking.loi("verify")


def test_a_deadline_may_be_put_right_but_not_before_that_of_the_round(asking: Desk) -> None:
    due = ("request", "--unit", "fishing", "--round", "2", "--by", "Gabinete", "--due")
    before = tree(asking.folder)
    assert "is before the day of round 2, 2022-01-28" in asking.loi(*due, "2022-01-10", code=2).err
    assert tree(asking.folder) == before
    assert "earlier" not in asking.loi(*due, "2022-02-10").err
    assert "that is earlier than what fishing was given before" in asking.loi(*due, "2022-02-04").err


def test_a_clause_new_to_the_translator_has_no_old_text(asking: Desk) -> None:
    asking.write(
        "inputs/harbours-2.yaml",
        "schema: 1\nunit: harbours\nround: 2\nbase: v2\ndate: 2022-01-20\nproposals:\n"
        "  - insert: seaweed\n    kind: article\n    after: fields\n    en: They farm it.\n",
    )
    asking.loi("merge", "--author", "A", code=None)
    asking.loi("request", "--translation", "sw", "--unit", "lawyers")
    found = rows(folder(asking, "lawyers") / "translation-sw-lawyers-2.docx")
    cells = [cell.text for cell in found["seaweed/text.sw"].cells]
    assert (cells[1], cells[2]) == ("New, not translated before", "en They farm it.")


def test_a_translator_gets_what_is_stale_alone(asking: Desk) -> None:
    asking.loi("request", "--translation", "sw", "--unit", "lawyers")
    form = folder(asking, "lawyers") / "translation-sw-lawyers-2.docx"
    found = rows(form)
    assert "meetings/text.sw" in found
    assert "fields.ports/text.sw" not in found
    cells = [cell.text for cell in found["meetings/text.sw"].cells]
    assert "once a year" in cells[1]
    assert "[harbours: twice a] [fishing: every second] year" in cells[2].replace("once a ", "")
    assert cells[3].startswith("Pande zitakutana")
    asking.write("mail/back.docx", "")
    data = filled(form, {("meetings/text.sw", 4): "Maneno mapya."})
    (asking.folder / "mail/back.docx").write_bytes(data)
    said = asking.loi("collect", "mail/back.docx", "--format", "json").json["receipts"][0]
    assert (said["file"], said["proposals"][0]["what"]) == ("inputs/lawyers-2.yaml", "reword sw")
    asking.loi("merge", "--author", "A", code=1)
    assert "Maneno mapya." in asking.loi("show", "meetings").out


def test_what_cannot_be_asked_is_said(asking: Desk) -> None:
    before = tree(asking.folder)
    assert "did you mean “harbours”?" in asking.loi("request", "--unit", "harbors", code=2).err
    assert "no round 7" in asking.loi("request", "--round", "7", code=2).err
    assert "say who translates" in asking.loi("request", "--translation", "sw", code=2).err
    assert "no language “ru”" in asking.loi("request", "--translation", "ru", code=2).err
    assert "given to one unit" in asking.loi("request", "--due", "2022-02-04", "--by", "A", code=2).err
    assert "2022-02-30" in asking.loi("request", "--unit", "fishing", "--due", "2022-02-30", code=2).err
    assert tree(asking.folder) == before


def test_an_office_s_own_letter_wins(asking: Desk) -> None:
    asking.write("templates/letter.html", '{% extends "base.html" %}{% block sections %}<section class="paper">'
                 "<p>{{ letter.subject }}: ours.</p></section>{% endblock %}")  # fmt: skip
    asking.loi("request", "--unit", "harbours")
    assert words_of(folder(asking, "harbours") / "letter-harbours-2.docx").endswith("round 2: ours.")


def test_a_form_for_a_translator_needs_its_language(merged: Desk) -> None:
    said = merged.loi("render", "translation", "--unit", "harbours", code=2)
    assert "loi request --translation LANGUAGE --unit UNIT" in said.err
    assert not (merged.folder / "out").exists()
