"""A fault of a paper's HTML is told with the file and the line of the template that wrote it."""

from pathlib import Path

import pytest

from loi_cli.files.packed import templates_folder
from loi_cli.render.environment import TemplateFault
from loi_cli.render.papers import render_html
from loi_cli.render.template_faults import misfit_in, told_with_their_template
from loi_cli.word.soundness import Misfit, first_misfit
from loi_cli.word.vocabulary import UnknownMarkup
from loi_cli.word.writer import write_docx
from tests.render.papers.samples import material
from tests.word.opened import MADE, REFERENCE

SECTION, MACROS = "sections/loi.html", "macros/clauses.html"


def changed(folder: Path, name: str, old: str, new: str) -> int:
    """An office's copy of a template, changed in one place; the line of it."""
    source = (templates_folder() / name).read_text(encoding="utf-8")
    assert source.count(old) == 1
    copy = folder / name
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_text(source.replace(old, new), encoding="utf-8")
    return source[: source.index(old)].count("\n") + 1


def print_paper(folder: Path, paper: str) -> None:
    html = render_html(paper, material(), [folder])
    with told_with_their_template(html, paper, material(), [folder]):
        write_docx(html, reference=REFERENCE, made=MADE)


@pytest.mark.parametrize(
    ("paper", "name", "old", "new", "said"),
    [
        ("loi", SECTION, 'class="paper', 'class="papr', '<section class="papr"> is not known to the Word writer'),
        ("loi", MACROS, '<table class="parallel">', '<marquee>x</marquee><table class="parallel">', "<marquee> is not"),
        ("packet", MACROS, "<tr{% if row.change %}", '<tr class="x"{% if row.change %}', '<tr class="x"> is not known'),
        ("packet", SECTION, "</section>", "</sectoin>", "</sectoin> ends nothing that was begun"),
    ],
)
def test_the_template_at_fault_is_named_be_it_a_macro_or_a_part(
    tmp_path: Path, paper: str, name: str, old: str, new: str, said: str
) -> None:
    line = changed(tmp_path, name, old, new)
    with pytest.raises(TemplateFault) as caught:
        print_paper(tmp_path, paper)
    assert caught.value.message.startswith(f"{tmp_path / name}:{line}: {said}")


def test_a_tag_that_is_not_ended_is_found_also_where_the_paper_can_be_made(tmp_path: Path) -> None:
    changed(tmp_path, "sections/talking-points.html", "</strong> {{ worded(topic.result, it.language) }}",
            "{{ worded(topic.result, it.language) }}")  # fmt: skip
    print_paper(tmp_path, "talking-points")
    html = render_html("talking-points", material(), [tmp_path])
    found = misfit_in(html, "talking-points", material(), [tmp_path])
    assert found is not None
    assert found.message.endswith("<strong> is not ended")


def test_a_fault_of_loi_s_own_templates_is_no_office_s() -> None:
    with pytest.raises(UnknownMarkup), told_with_their_template("", "loi", material(), []):
        write_docx("<html><body><section class='papr'></section></body></html>", reference=REFERENCE, made=MADE)


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>a<br>b</p>\n<ul><li>c<li>d</ul>", None),
        ("<table><tr><td>a<td>b<tr><td>c</table>", None),
        ("<p>a</p>\n</div>", Misfit(2, "</div>", ends=True)),
        ("<div>\n<b>a</div>", Misfit(2, "<b>", ends=False)),
        ("<div>\n\n<p>a</p>", Misfit(1, "<div>", ends=False)),
        ("<style>a > b {}</style><p>1 &lt; 2</p>", None),
    ],
)
def test_tags_that_do_not_fit_into_each_other(html: str, found: Misfit | None) -> None:
    assert first_misfit(html) == found
