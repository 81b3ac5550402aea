"""Templates are strangers: what they may do, and how their faults are told."""

from pathlib import Path

import pytest

from loi_cli.files.packed import templates_folder
from loi_cli.model.problems import LoiError
from loi_cli.render.environment import Told, environment, fill, plain


def made(folder: Path, source: str, **context: object) -> str:
    (folder / "mine.html").write_text(source, encoding="utf-8")
    return fill("mine.html", context, [folder])


def fault(folder: Path, source: str, **context: object) -> str:
    with pytest.raises(LoiError) as caught:
        made(folder, source, **context)
    assert "loi templates" in caught.value.hint
    return caught.value.message.replace(str(folder), "")


_PAGE = {"title": "t", "language": "en", "final": False}


def test_our_templates_are_found_and_an_office_s_come_first(tmp_path: Path) -> None:
    assert (templates_folder() / "base.html").is_file()
    assert "<body>" in environment([]).get_template("base.html").render(page=_PAGE)
    (tmp_path / "page.css").write_text("p { color: teal }", encoding="utf-8")
    assert "color: teal" in fill("base.html", {"page": _PAGE}, [tmp_path])


def test_words_are_escaped_and_never_evaluated(tmp_path: Path) -> None:
    assert made(tmp_path, "<p>{{ words }}</p>", words="a < b & {{ 7 * 7 }} {% if %}") == (
        "<p>a &lt; b &amp; {{ 7 * 7 }} {% if %}</p>"
    )


def test_a_misspelt_name_is_told_with_file_and_line(tmp_path: Path) -> None:
    assert fault(tmp_path, "one\n{{ titel }}").startswith("/mine.html:2: “titel” is not known here")
    assert fault(tmp_path, "\n\n{{ it.titel }}", it={"title": "x"}).startswith("/mine.html:3: ")


def test_a_fault_in_an_included_file_names_that_file(tmp_path: Path) -> None:
    (tmp_path / "part.html").write_text("\n{{ gone }}", encoding="utf-8")
    assert fault(tmp_path, '{% include "part.html" %}').startswith("/part.html:2: ")


def test_a_syntax_error_is_told_with_file_and_line(tmp_path: Path) -> None:
    assert fault(tmp_path, "one\ntwo {% if %}").startswith("/mine.html:2: ")


def test_a_missing_template_is_named(tmp_path: Path) -> None:
    with pytest.raises(LoiError, match=r"there is no template “gone\.html”"):
        fill("gone.html", {}, [tmp_path])


def test_a_missing_template_is_told_with_the_line_that_asks_for_it(tmp_path: Path) -> None:
    assert fault(tmp_path, '\n{% include "gone.html" %}').startswith("/mine.html:2: there is no template “gone.html”")


@pytest.mark.parametrize(
    "source",
    [
        "{{ words.upper() }}",
        "{{ words.ljust(10000000) }}",
        "{{ words.__class__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ '%' * 1000000000 }}",
        "{{ [1] * 1000000000 }}",
        "{{ 10 ** 10 }}",
        "{{ '%0999999999d' % 1 }}",
        "{{ '%0999999999d'|format(1) }}",
        "{{ words|safe }}",
        "{{ words|indent(1000000000) }}",
        "{% for n in range(100000) %}{% endfor %}",
        "{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}",
        "{{ it.update({'a': 1}) }}",
        "{{ 1 / 0 }}",
    ],
)
def test_a_template_cannot_call_methods_or_make_much_of_little(tmp_path: Path, source: str) -> None:
    assert "/mine.html" in fault(tmp_path, source, words="x", it={})


def test_what_templates_need_is_there(tmp_path: Path) -> None:
    source = "{% for k, v in it.items() %}{{ loop.index }}{{ k }}{{ v|length }}{% endfor %}{{ 3 * 4 }}{{ 7 % 4 }}"
    assert made(tmp_path, source, it={"a": [1, 2]}) == "1a2123"


def test_a_key_comes_before_a_method_of_the_same_name(tmp_path: Path) -> None:
    assert made(tmp_path, "{{ it.items|join(',') }}", it={"items": ["a", "b"]}) == "a,b"


def test_an_object_in_a_context_is_a_bug() -> None:
    with pytest.raises(AssertionError, match=r"loi\.where\[1\] holds a PosixPath|WindowsPath"):
        plain({"where": ["a", Path("x")]}, "loi")


def test_a_section_of_ours_is_filled_in_once_and_an_office_s_each_time(tmp_path: Path) -> None:
    told = Told({"texts": []}, "loi")
    assert fill("loi.html", {"page": _PAGE, "loi": told}, []).count("<section") == 0
    told["texts"] = None  # what would be a fault now
    assert "<body>" in fill("loi.html", {"page": _PAGE, "loi": told}, [])
    (tmp_path / "sections").mkdir()
    (tmp_path / "sections" / "loi.html").write_text("<section>{{ page.title }}</section>", encoding="utf-8")
    for title in ("one", "two"):
        page = {**_PAGE, "title": title}
        assert f"<section>{title}</section>" in fill("loi.html", {"page": page, "loi": told}, [tmp_path])
