"""An office makes templates its own: copies one, changes it, has it checked, and prints with it."""

from pathlib import Path

from loi_cli.files.packed import templates_folder
from tests.journeys.desk import Desk, tree
from tests.journeys.packages import words_of


def test_a_copy_is_changed_checked_and_used(merged: Desk) -> None:
    assert merged.loi("templates", "copy", "macros/protocol.html").out == "templates/macros/protocol.html\n"
    mine = merged.folder / "templates" / "macros" / "protocol.html"
    source = mine.read_text(encoding="utf-8")
    assert "macros/protocol.html          templates/macros/protocol.html" in merged.loi("templates").out
    before = merged.loi("render", "loi", "--format", "html", "-o", "-").out
    mine.write_text(source.replace('<p class="subtitle"', '<p class="centered"'), encoding="utf-8")
    assert "0 faults in 1 template of yours" in merged.loi("templates", "check").err
    after = merged.loi("render", "loi", "--format", "html", "-o", "-").out
    assert after.replace('<p class="centered"', '<p class="subtitle"') == before != after
    again = merged.loi("templates", "copy", "macros/protocol.html", code=2)
    assert "exists already, with other content" in again.err


def test_faults_are_told_with_file_and_line_and_nothing_is_written(merged: Desk) -> None:
    merged.write("templates/sections/loi.html", '{% from "macros/page.html" import runing %}\n{{ lio.title }}\n')
    said = merged.loi("templates", "check", code=1)
    assert "templates/sections/loi.html:1:1: T001 macros/page.html has no macro “runing”" in said.out
    assert "templates/sections/loi.html:2:1: T001 “lio” is not known here" in said.out
    before = tree(merged.folder)
    assert "sections/loi.html" in merged.loi("build", code=2).err
    assert tree(merged.folder) == before


def test_a_fault_that_only_a_paper_shows_is_found_too(merged: Desk) -> None:
    merged.write("templates/sections/loi.html", '<section class="paper"><p>{{ loi.titel }}</p></section>\n')
    assert "“titel” is not known here; did you mean “title”?" in merged.loi("templates", "check", code=1).out
    merged.write("templates/sections/loi.html", '<section class="paper"><p class="funny">x</p></section>\n')
    assert '<p class="funny"> is not known to the Word writer' in merged.loi("templates", "check", code=1).out


def test_a_folder_for_one_run_comes_before_the_dossier_s_own(merged: Desk, tmp_path: Path) -> None:
    def section(word: str) -> str:
        return f'<section class="paper"><p>{word}</p></section>\n'

    merged.write("templates/sections/loi.html", section("dossier"))
    (tmp_path / "other" / "sections").mkdir(parents=True)
    (tmp_path / "other" / "sections" / "loi.html").write_text(section("given"), encoding="utf-8")
    given = ("--templates", str(tmp_path / "other"))
    assert "<p>dossier</p>" in merged.loi("render", "loi", "--format", "html", "-o", "-").out
    assert "<p>given</p>" in merged.loi("render", "loi", "--format", "html", "-o", "-", *given).out
    gone = merged.loi("render", "loi", "--templates", str(tmp_path / "gone"), code=2)
    assert "there is no folder" in gone.err


def test_the_office_s_reference_gives_the_fonts(merged: Desk) -> None:
    reference = (templates_folder() / "reference.docx").read_bytes()
    (merged.folder / "templates").mkdir()
    (merged.folder / "templates" / "reference.docx").write_bytes(b"PK no")
    said = merged.loi("render", "loi", "--format", "docx", "-o", "x.docx", code=2).err
    assert f"{merged.folder / 'templates' / 'reference.docx'}: " in said
    assert "`loi templates copy reference.docx`" in said
    checked = merged.loi("templates", "check", code=1)
    assert f"{merged.folder / 'templates' / 'reference.docx'}: T001" in checked.out
    assert not (merged.folder / "x.docx").exists()
    (merged.folder / "templates" / "reference.docx").write_bytes(reference)
    merged.loi("render", "loi", "--format", "docx", "-o", "x.docx")
    assert "Times New Roman" in words_of(merged.folder / "x.docx")


def test_what_a_template_can_use_is_shown_with_this_dossier_s_values(merged: Desk) -> None:
    said = merged.loi("templates", "variables", "loi").out
    assert "loi.texts[].titles.en.instrument" in said
    assert "MEMORANDUM OF UNDERSTANDING" in said
    assert "did you mean “copy”?" in merged.loi("templates", "cop", code=2).err
    assert "did you mean “sections/loi.html”?" in merged.loi("templates", "copy", "section/loi.html", code=2).err
