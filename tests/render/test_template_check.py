"""Faults in an office's templates, each with file and line, and the page that names all variables."""

from dataclasses import replace
from pathlib import Path

import pytest

from loi_cli.files.packed import templates_folder
from loi_cli.render.addressee import Addressee
from loi_cli.render.papers import PAPERS
from loi_cli.render.template_check import faults_in, templates_in_use
from loi_cli.render.variables import macros, page, variables
from tests.render.papers import samples
from tests.reviewed import as_reviewed_below_mark

README = templates_folder() / "README.md"


def faults(folder: Path, source: str, name: str = "sections/loi.html") -> list[str]:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(source, encoding="utf-8")
    found = faults_in([folder])
    assert all(Path(p.place.file) == path for p in found)
    return [f"{p.place.line}: {p.message} ({p.help})" for p in found]


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("a\n{{ lio.title }}", "2: “lio” is not known here (did you mean “loi”?)"),
        ('{% from "macros/page.html" import runing %}', "1: macros/page.html has no macro “runing” (did you mean"),
        ('{% import "macros/page.html" as m %}\n{{ m.runing(1) }}', "2: macros/page.html has no macro “runing”"),
        (
            '\n\n{% include "sections/lo.html" %}',
            "3: there is no template “sections/lo.html” (did you mean",
        ),
        ("{{ loi.title|uper }}", "1: there is no filter “uper” (did you mean “upper”?)"),
        ("\n{% for x in loi.texts %}", "2: Unexpected end of template"),
        ("{{ 2 ** 3 }}", "1: ** may not stand in a template"),
        ("{% if loi is foo %}{% endif %}", "1: there is no test “foo”"),
    ],
)
def test_a_fault_is_told_with_its_line_and_the_nearest_name(tmp_path: Path, source: str, fault: str) -> None:
    (found,) = faults(tmp_path, source)
    assert found.startswith(fault)


def test_every_fault_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    faults(tmp_path, "{{ a }}\n{{ b }}\n{{ a }}")
    faults_in_both = faults_in([tmp_path])
    assert [p.place.line for p in faults_in_both] == [1, 2]


def test_loi_s_own_templates_have_no_fault(tmp_path: Path) -> None:
    for one in templates_in_use([]):
        copy = tmp_path / one.name
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(one.path.read_bytes())
    assert faults_in([tmp_path]) == ()
    assert {one.folder for one in templates_in_use([tmp_path])} == {tmp_path}


def test_a_variable_has_the_first_example_that_says_something() -> None:
    value = {"a": [{"b": ""}, {"b": "x", "c": None}], "d": [], "e": True, "f": {"g-h": 1}}
    assert variables("it", value) == {
        "it.a[].b": "x", "it.a[].c": "", "it.d[]": "", "it.e": "true", 'it.f["g-h"]': "1",
    }  # fmt: skip


def test_the_page_of_variables_is_that_of_the_papers() -> None:
    everything = samples.material()
    unit = next(iter(everything.dossier.units.values()))
    to = Addressee(unit=unit, round=1, translates=everything.languages[0], earlier=(everything.version,))
    contexts = {paper.variable: paper.context(replace(everything, addressee=to)) for paper in PAPERS.values()}
    as_reviewed_below_mark(README, "tests/render/test_template_check.py", page(contexts, macros()))
