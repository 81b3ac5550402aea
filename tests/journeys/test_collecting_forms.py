"""What comes back as a Word form, in a mail, in an archive; and what must not be taken."""

import hashlib
import io
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest

from tests.journeys.desk import Desk, tree
from tests.journeys.forms import filled
from tests.journeys.lisbon import HARBOURS, an_input

PORTS = {
    ("fields.ports/text.en", "new"): "management, safety and growth of ports;",
    ("fields.ports/text.pt", "new"): "gestão, segurança e crescimento dos portos;",
    ("fields.ports/text.en", "reason"): "Ports grow.",
    ("meetings/text.en", "remark"): "Which month?\nMay?",
    ("fields.fish/text.en", "new"): "delete",
    ("fields.fish/text.en", "reason"): "Not ours.",
}


@pytest.fixture
def asked(merged: Desk) -> Desk:
    merged.loi("request", "--unit", "fishing")
    return merged


def form_of(desk: Desk) -> Path:
    return desk.folder / "out/internal/requests/fishing/form-fishing-2.docx"


def put(desk: Desk, name: str, data: bytes) -> str:
    path = desk.folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return name


def mail(*attached: tuple[str, bytes], words: str = "Here it is.") -> bytes:
    one = EmailMessage()
    one["From"] = "Ana <ana@example.pt>"
    one["To"] = "direcao@example.pt"
    one["Subject"] = "Re: Contribuição"
    one["Date"] = "Wed, 19 Jan 2022 23:30:00 +0100"
    one.set_content(words)
    for name, data in attached:
        one.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return one.as_bytes()


def archive(*files: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files:
            package.writestr(name, data)
    return out.getvalue()


def test_a_form_is_read_back_exactly(asked: Desk) -> None:
    data = filled(form_of(asked), PORTS)
    said = asked.loi("collect", put(asked, "mail/antwort.docx", data), "--format", "json").json
    receipt = said["receipts"][0]
    assert (receipt["file"], receipt["side"], receipt["round"]) == ("inputs/fishing-2.yaml", "fishing", 2)
    assert sorted((p["clause"], p["what"]) for p in receipt["proposals"]) == [
        ("fields.fish", "delete"),
        ("fields.ports", "reword pt, en"),
        ("meetings", "remark: Which month?\nMay?"),
    ]
    text = (asked.folder / "inputs/fishing-2.yaml").read_text(encoding="utf-8")
    assert "    en: management, safety and growth of ports;\n" in text
    assert "    pt: gestão, segurança e crescimento dos portos;\n" in text
    assert "    reason: Ports grow.\n" in text
    assert "- delete: fields.fish\n    reason: Not ours.\n" in text
    assert "- remark: meetings\n    note: |-\n      Which month?\n      May?\n" in text
    digest = hashlib.sha256(data).hexdigest()
    assert f"source: antwort.docx (Word form, sha256 {digest})\n" in text
    assert (asked.folder / f"records/files/{digest}.docx").read_bytes() == data
    assert (asked.folder / "mail/antwort.docx").read_bytes() == data
    asked.loi("check", "inputs/fishing-2.yaml")
    asked.loi("verify")


def test_the_same_form_again_is_known_on_another_day_too(asked: Desk) -> None:
    name = put(asked, "mail/a.docx", filled(form_of(asked), PORTS))
    asked.loi("collect", name)
    before = tree(asked.folder)
    assert "(here already)" in asked.loi("collect", name, SOURCE_DATE_EPOCH="1643630400").out
    asked.loi("merge", "--author", "A", code=1)
    assert "(here already)" in asked.loi("collect", name).out
    assert before.items() <= tree(asked.folder).items()


def test_no_comment_is_an_x(asked: Desk) -> None:
    name = put(asked, "mail/a.docx", filled(form_of(asked), {}, no_comment=" x "))
    assert "no comment" in asked.loi("collect", name).out
    both = put(asked, "mail/b.docx", filled(form_of(asked), PORTS, no_comment="X"))
    assert "which of the two counts" in asked.loi("collect", both, code=2).err


def test_words_typed_over_the_present_text_count(asked: Desk) -> None:
    over = {("fields.fish/text.en", "present"): "coastal fishing and farming;"}
    asked.loi("collect", put(asked, "mail/a.docx", filled(form_of(asked), over)))
    assert "coastal fishing and farming;" in (asked.folder / "inputs/fishing-2.yaml").read_text(encoding="utf-8")
    both = put(asked, "mail/b.docx", filled(form_of(asked), over | {("fields.fish/text.en", "new"): "x"}))
    assert "ask which of the two counts" in asked.loi("collect", both, code=2).err


def test_words_outside_the_tables_are_kept_and_said(asked: Desk) -> None:
    data = filled(form_of(asked), PORTS, below="Dear colleagues, all is well.")
    assert "no place: Dear colleagues, all is well." in asked.loi("collect", put(asked, "a.docx", data)).out
    assert "# Dear colleagues, all is well.\n" in (asked.folder / "inputs/fishing-2.yaml").read_text(encoding="utf-8")


def test_a_form_that_lost_its_bookmarks_is_read_all_the_same(asked: Desk) -> None:
    kept, lost = (filled(form_of(asked), PORTS, lost=lost) for lost in (False, True))
    one = asked.loi("collect", put(asked, "a.docx", kept), "--format", "json", "--dry-run").json["receipts"][0]
    other = asked.loi("collect", put(asked, "b.docx", lost), "--format", "json", "--dry-run").json["receipts"][0]
    there, here = ([(p["clause"], p["what"]) for p in each["proposals"]] for each in (one, other))
    assert there == here
    assert (one["side"], one["round"], one["base"]) == (other["side"], other["round"], other["base"])


def test_what_was_struck_out_with_tracking_on_does_not_count(asked: Desk) -> None:
    data = filled(form_of(asked), {("fields.fish/text.en", "new"): "KEEPGONE"})
    struck = ('<w:t>KEEP</w:t></w:r><w:del w:id="900" w:author="Ana"><w:r><w:delText>GONE</w:delText></w:r></w:del>'
              '<w:ins w:id="901" w:author="Ana"><w:r><w:t> fish</w:t></w:r></w:ins><w:r><w:t/>')  # fmt: skip
    asked.loi("collect", put(asked, "a.docx", changed(data, b"<w:t>KEEPGONE</w:t>", struck.encode())))
    assert "    en: KEEP fish\n" in (asked.folder / "inputs/fishing-2.yaml").read_text(encoding="utf-8")


def changed(data: bytes, old: bytes, new: bytes, **parts: bytes) -> bytes:
    """The package with some bytes of its main part for others, and with further parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        files = {name: package.read(name) for name in package.namelist()}
    assert old in files["word/document.xml"]
    files["word/document.xml"] = files["word/document.xml"].replace(old, new, 1)
    return archive(*files.items(), *((name.replace("__", "/"), content) for name, content in parts.items()))


def test_an_empty_form_says_nothing(asked: Desk) -> None:
    assert "nothing is filled in" in asked.loi("collect", str(form_of(asked)), code=2).err


def test_a_form_of_another_dossier_is_refused(asked: Desk, tmp_path: Path) -> None:
    other = Desk(tmp_path / "other")
    other.loi("init", ".")
    other.loi("merge", "--author", "A")
    other.loi("request", "--unit", "trade")
    name = put(asked, "a.docx", filled(other.folder / "out/internal/requests/trade/form-trade-1.docx",
                                       {("objective/text.en", "new"): "Other words."}))  # fmt: skip
    said = asked.loi("collect", name, code=2)
    assert "no unit “trade”" in said.err
    assert "another dossier" in said.err


def test_a_form_of_a_text_that_was_not_recorded(desk: Desk) -> None:
    desk.loi("request", "--unit", "fishing")
    form = desk.folder / "out/internal/requests/fishing/form-fishing-2.docx"
    name = put(desk, "a.docx", filled(form, PORTS))
    desk.loi("collect", name, "--dry-run")
    concept = (desk.folder / "concept.yaml").read_text(encoding="utf-8")
    desk.write("concept.yaml", concept.replace("coastal fishing;", "deep-sea fishing;"))
    assert "another dossier, or of a text that was not recorded" in desk.loi("collect", name, code=2).err


def added_row(desk: Desk, where: str) -> bytes:
    """The form with a row of the sender's own below those of the clauses."""
    opened = docx.Document(io.BytesIO(filled(form_of(desk), PORTS)))
    cells = opened.tables[-2].add_row().cells
    cells[0].text, cells[2].text = where, "A new clause about seaweed."
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


def test_a_row_that_belongs_to_no_clause_is_not_lost(asked: Desk) -> None:
    said = asked.loi("collect", put(asked, "a.docx", added_row(asked, "")), code=2)
    assert "a row belongs to no clause: “A new clause about seaweed.”" in said.err


def test_a_row_that_says_where_it_goes_is_a_new_clause(asked: Desk) -> None:
    asked.loi("collect", put(asked, "a.docx", added_row(asked, "new, after fields.fish")))
    text = (asked.folder / "inputs/fishing-2.yaml").read_text(encoding="utf-8")
    assert "- insert: fields.fishing-1\n    kind: item\n    after: fields.fish\n" in text
    assert "A new clause about seaweed." in text


def with_a_new_clause(desk: Desk, where: str) -> bytes:
    """The form with its first place for a new clause filled in, in two languages."""
    opened = docx.Document(str(form_of(desk)))
    table = opened.tables[-1]
    table.rows[1].cells[0].text = where
    for row in table.rows[1:4]:
        language = row.cells[1].text
        if language in ("pt", "en"):
            row.cells[3].text = {"pt": "algas;", "en": "seaweed;"}[language]
    table.rows[1].cells[4].text = "It grows."
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


@pytest.mark.parametrize("where", ["after fields.fish", "2.b", "AFTER Article 2 (b)"])
def test_new_clauses_have_a_place_in_the_form(asked: Desk, where: str) -> None:
    said = asked.loi("collect", put(asked, "a.docx", with_a_new_clause(asked, where)), "--format", "json")
    assert [(p["clause"], p["what"]) for p in said.json["receipts"][0]["proposals"]] == [
        ("fields.fishing-1", "insert pt, en")
    ]
    assert said.json["receipts"][0]["notes"] == []
    text = (asked.folder / "inputs/fishing-2.yaml").read_text(encoding="utf-8")
    assert "after: fields.fish\n" in text and "reason: It grows." in text
    asked.loi("check", "inputs/fishing-2.yaml")


def test_a_new_clause_whose_place_is_not_understood_is_refused_with_its_words(asked: Desk) -> None:
    said = asked.loi("collect", put(asked, "a.docx", with_a_new_clause(asked, "after 9.9")), code=2)
    assert "seaweed;" in said.err and "“after 9.9”" in said.err and "“after 5.2”" in said.err


@pytest.mark.parametrize("start", ["Leave words in braces", "Clause", "Text read"])
def test_words_typed_into_the_form_s_own_lines_are_kept_and_said(asked: Desk, start: str) -> None:
    opened = docx.Document(io.BytesIO(filled(form_of(asked), PORTS)))
    texts = [t for t in opened.element.body.iter("{*}t") if t.text]
    asked_of = [t for t in texts if t.getparent().getparent().tag.endswith("}p")]
    chosen = next((t for t in asked_of if t.text.startswith(start)), asked_of[0])
    chosen.text += " Please call Ana about this."
    out = io.BytesIO()
    opened.save(out)
    said = asked.loi("collect", put(asked, "a.docx", out.getvalue()))
    assert "no place:" in said.out and "Please call Ana about this." in said.out
    text = (asked.folder / "inputs/fishing-2.yaml").read_text(encoding="utf-8")
    assert "Please call Ana about this." in text


@pytest.mark.parametrize(
    ("spoil", "what"),
    [
        (lambda data: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + data, "old format (.doc)"),
        (lambda data: data[:3000], "damaged"),
        (lambda _data: archive(("a.txt", b"x")), "no Word file"),
        (lambda data: changed(data, b"<w:body>", b"<w:body", word__x=b""), "damaged"),
        (lambda data: changed(data, b"<w:document", b'<!DOCTYPE d [<!ENTITY a "b">]><w:document'), "entities"),
        (lambda data: changed(data, b"<w:body>", b"<w:body>", word__vbaProject_bin=b"x").replace(b"vbaProject_bin",
         b"vbaProject.bin"), "a macro or an embedded file"),
        (lambda data: changed(data, b"<w:body>", b"<w:body>", word__embeddings__x=b"x"), "a macro or an embedded file"),
        (lambda data: changed(data, b"<w:body>", b"<w:body>", **{f"x{n}": b"" for n in range(1100)}), "1000 is the"),
        (lambda data: changed(data, b"<w:body>", b"<w:body>", bomb=b"0" * (101 << 20)), "more than"),
        (lambda _data: filled_docx("nothing"), "neither a form of ours"),
    ],
)  # fmt: skip
def test_what_is_no_form_is_refused_in_a_line(asked: Desk, spoil: Callable[[bytes], bytes], what: str) -> None:
    name = put(asked, "mail/a.docx", spoil(filled(form_of(asked), PORTS)))
    before = tree(asked.folder)
    said = asked.loi("collect", name, code=2)
    assert what in said.err
    assert "mail/a.docx: F31" in said.err
    assert tree(asked.folder) == before


def filled_docx(words: str) -> bytes:
    opened = docx.Document()
    opened.add_paragraph(words)
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


def test_a_character_that_no_file_may_hold_is_named(asked: Desk) -> None:
    name = put(asked, "a.docx", filled(form_of(asked), {("aim/text.en", "new"): "left\u202eright"}))
    assert "U+202E" in asked.loi("collect", name, code=2).err


def test_a_mail_with_a_form_and_with_what_stayed_empty(asked: Desk) -> None:
    empty = form_of(asked).with_name("fishing-2.yaml").read_bytes()
    scan = ("Ofício assinado.pdf", b"%PDF-1.4")
    data = mail(scan, ("Formulário.docx", filled(form_of(asked), PORTS)), ("fishing-2.yaml", empty))
    said = asked.loi("collect", put(asked, "mail/re.eml", data))
    assert "mail/re.eml › fishing-2.yaml: nothing is filled in" in said.err
    assert "mail/re.eml › Ofício assinado.pdf: this is no YAML file" in said.err
    text = (asked.folder / "inputs/fishing-2.yaml").read_text(encoding="utf-8")
    assert "date: 2022-01-19\n" in text
    assert "source: 'mail of 2022-01-19 from Ana <ana@example.pt>: Formulário.docx (Word form, sha256 " in text
    assert "# in the mail itself: Here it is.\n" in text  # what is said beside the form is not lost
    assert "no place: in the mail itself: Here it is." in said.out


def test_a_scan_alone_or_an_old_word_file_beside_a_form_is_refused(asked: Desk) -> None:
    form = ("Formulário.docx", filled(form_of(asked), PORTS))
    for attached, what in (
        ([("a.pdf", b"%PDF-1.4")], "this is no YAML file"),
        ([form, ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)], "old format (.doc)"),
    ):
        assert what in asked.loi("collect", "-", stdin=mail(*attached), code=2).err
    assert "No such file" in asked.loi("collect", "missing.docx", code=2).err


def test_a_mail_with_files_of_two_units(asked: Desk) -> None:
    other = an_input("lawyers", 2, "- remark: aim\n  note: Good.", base="v2").encode()
    data = mail(("Formulário.docx", filled(form_of(asked), PORTS)), ("lawyers.yaml", other))
    said = asked.loi("collect", "-", "--format", "json", stdin=data).json
    assert [r["file"] for r in said["receipts"]] == ["inputs/fishing-2.yaml", "inputs/lawyers-2.yaml"]
    assert (asked.folder / "inputs/lawyers-2.yaml").read_bytes() == other


def test_a_mail_in_plain_words_is_said_with_what_to_do(asked: Desk) -> None:
    said = asked.loi("collect", put(asked, "mail/re.eml", mail(words="Please say “twice a year”.")), code=2)
    assert "this mail has no attachment" in said.err
    assert '--source "mail of 2022-01-19 from Ana <ana@example.pt>"' in said.err


def test_an_archive_and_a_mail_in_it(asked: Desk) -> None:
    further = HARBOURS.replace("round: 1", "round: 2")
    data = archive(("r/a.yaml", further.encode()), ("__MACOSX/r/._a.yaml", b"x"),
                   ("r/re.eml", mail(("f.docx", filled(form_of(asked), PORTS)))))  # fmt: skip
    said = asked.loi("collect", put(asked, "all.zip", data), "--format", "json").json
    assert [r["from"] for r in said["receipts"]] == ["all.zip › r/a.yaml", "all.zip › r/re.eml › f.docx"]
    assert asked.loi("collect", "-", "--dry-run", stdin=data).out.count("(here already)") == 2


def test_an_archive_that_means_files_elsewhere_is_refused_with_the_path(asked: Desk) -> None:
    good = an_input("lawyers", 2, "- remark: aim\n  note: Good.", base="v2").encode()
    for name in ("../../evil.yaml", "/etc/evil.yaml", "C:\\temp\\evil.yaml", "a\\..\\..\\evil.yaml"):
        said = asked.loi("collect", put(asked, "a.zip", archive(("good.yaml", good), (name, good))), code=2)
        assert f"the path {name} leads out of the archive" in said.err
    assert not list(asked.folder.parent.rglob("evil*"))
    assert not (asked.folder / "inputs/lawyers-2.yaml").exists()


def test_archives_that_are_not_opened(asked: Desk) -> None:
    deep = archive(("a.yaml", HARBOURS.encode()))
    for _level in range(5):
        deep = archive(("inner.zip", deep))
    locked = bytearray(archive(("a.yaml", HARBOURS.encode())))
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(signature) + at] |= 1
    bad = {
        "deep.zip": (deep, "more than 4 deep"),
        "bomb.zip": (archive(("a.yaml", b"0" * (101 << 20))), "unpacks to more than 100 MB"),
        "broken.zip": (b"PK\x03\x04" + b"x" * 100, "it is damaged"),
        "locked.zip": (bytes(locked), "under a password"),
        "empty.zip": (archive(), "holds no file"),
        "many.zip": (archive(*((f"{n}.yaml", b"") for n in range(1001))), "more than 1000 files"),
        "scan.pdf": (b"%PDF", "no YAML file, no Word form"),
    }
    before = tree(asked.folder)
    for name, (data, what) in bad.items():
        put(asked, f"mail/{name}", data)
        assert what in asked.loi("collect", f"mail/{name}", code=2).err, name
        (asked.folder / "mail" / name).unlink()
    (asked.folder / "mail").rmdir()
    assert tree(asked.folder) == before


def test_one_bad_form_and_none_is_taken(asked: Desk) -> None:
    put(asked, "mail/a.docx", filled(form_of(asked), PORTS))
    put(asked, "mail/b.docx", b"PK")
    before = tree(asked.folder)
    asked.loi("collect", "mail", code=2)
    assert tree(asked.folder) == before
    said = asked.loi("collect", "mail", "--keep-going", "--format", "json", code=1).json
    assert said["refused"] == ["mail/b.docx"]
    assert len(said["receipts"]) == 1


def test_a_form_without_a_unit_is_whose_one_says(asked: Desk) -> None:
    opened = docx.Document(io.BytesIO(filled(form_of(asked), PORTS)))
    opened.tables[0].rows[0].cells[1].text = ""
    out = io.BytesIO()
    opened.save(out)
    name = put(asked, "a.docx", out.getvalue())
    assert "--unit UNIT" in asked.loi("collect", name, code=2).err
    asked.loi("collect", name, "--unit", "lawyers")
    assert (asked.folder / "inputs/lawyers-2.yaml").exists()
    assert "input of fishing" in asked.loi(
        "collect", put(asked, "b.docx", filled(form_of(asked), PORTS)), "--unit", "lawyers", code=2
    ).err  # fmt: skip


def test_a_form_that_lost_its_bookmarks_tells_the_sender_s_lines_alone(asked: Desk) -> None:
    opened = docx.Document(io.BytesIO(filled(form_of(asked), PORTS, below="Ana is away until May.", lost=True)))
    added = opened.tables[-1].rows[1].cells
    added[0].text, added[3].text = "after fields.fish", "algae;"
    out = io.BytesIO()
    opened.save(out)
    said = asked.loi("collect", put(asked, "a.docx", out.getvalue()), "--format", "json").json["receipts"][0]
    assert said["notes"] == ["Ana is away until May."]
    assert "insert" in {one["what"].split(" ")[0] for one in said["proposals"]}


@pytest.mark.parametrize("lost", [True, False])
def test_words_typed_into_a_header_or_footer_are_kept_and_said(asked: Desk, lost: bool) -> None:
    opened = docx.Document(io.BytesIO(filled(form_of(asked), PORTS, lost=lost)))
    opened.sections[0].header.paragraphs[0].add_run(" Seen by the Minister")
    out = io.BytesIO()
    opened.save(out)
    (note,) = asked.loi("collect", put(asked, "a.docx", out.getvalue()), "--format", "json").json["receipts"][0][
        "notes"
    ]
    assert note.startswith("in a header or footer:") and "Seen by the Minister" in note
    assert "Seen by the Minister" in (asked.folder / "inputs/fishing-2.yaml").read_text(encoding="utf-8")


def test_an_archive_whose_entry_has_no_name_is_no_bug_of_ours(asked: Desk) -> None:
    spoilt = archive(("a.txt", b"x"), ("b.txt", b"y")).replace(b"a.txt", b"\0.txt")
    assert "F3" in asked.loi("collect", put(asked, "a.zip", spoilt), code=2).err
