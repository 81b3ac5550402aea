"""Templates of an office: what may stand in them, and that none takes the machine's time or memory."""

from pathlib import Path

import pytest

from loi_cli.model.problems import LoiError
from loi_cli.render import strangers
from loi_cli.render.environment import fill
from loi_cli.render.papers import render_html
from tests.render.builder import dossier, material, version
from tests.render.test_loi import text

HUNDRED = list(range(100))


def fault(folder: Path, source: str | bytes, **context: object) -> str:
    data = source.encode() if isinstance(source, str) else source
    (folder / "mine.html").write_bytes(data)
    with pytest.raises(LoiError) as caught:
        fill("mine.html", context, [folder])
    return caught.value.message.replace(str(folder), "")


def test_escaping_cannot_be_switched_off(tmp_path: Path) -> None:
    source = "one\n{% autoescape false %}{{ words }}{% endautoescape %}"
    assert fault(tmp_path, source, words="<b>") == "/mine.html:2: {% autoescape %} may not stand in a template"


@pytest.mark.parametrize(
    ("source", "what"),
    [("{{ 2 ** 3 }}", "**"), ("{{ 1 / 2 }}", "/"), ("\n{{ _hidden }}", "_hidden"), ("{{ -9999999|pay }}", "pay"),
     ("{{ x|paid }}", "paid")],
)  # fmt: skip
def test_only_listed_things_may_stand_in_a_template(tmp_path: Path, source: str, what: str) -> None:
    line = source.count("\n") + 1
    assert fault(tmp_path, source, x="x") == f"/mine.html:{line}: {what} may not stand in a template"


BOMBS = {
    "loops in loops": "{% for a in it %}" * 6 + "x" + "{% endfor %}" * 6,
    "empty loops": "{% for a in it %}" * 6 + "{% endfor %}" * 6,
    "macros that call macros": "{% macro m0() %}x{% endmacro %}"
    + "".join(f"{{% macro m{n}() %}}{{{{ m{n - 1}() }}}}{{{{ m{n - 1}() }}}}{{% endmacro %}}" for n in range(1, 60))
    + "{{ m59() }}",
    "text joined to itself": "{% set t0 = 'xxxxxxxxxx' %}"
    + "".join(f"{{% set t{n} = t{n - 1} ~ t{n - 1} %}}" for n in range(1, 60)),
    "text added to itself": "{% set t0 = 'xxxxxxxxxx' %}"
    + "".join(f"{{% set t{n} = t{n - 1} + t{n - 1} %}}" for n in range(1, 60)),
    "blocks of text": "{% set t0 %}xxxxxxxxxx{% endset %}"
    + "".join(f"{{% set t{n} %}}{{{{ t{n - 1} }}}}{{{{ t{n - 1} }}}}{{% endset %}}" for n in range(1, 60)),
    "replaced letters": "{% set t0 = 'xxxxxxxxxx' %}"
    + "".join(f"{{% set t{n} = t{n - 1}|replace('x', t{n - 1}) %}}" for n in range(1, 20)),
    "joined letters": "{% set t0 = 'xxxxxxxxxx' %}"
    + "".join(f"{{% set t{n} = t{n - 1}|list|join(t{n - 1}) %}}" for n in range(1, 20)),
    "lists added to lists": "{% set t0 = [1] %}"
    + "".join(f"{{% set t{n} = t{n - 1} + t{n - 1} %}}" for n in range(1, 60)),
    "a namespace that grows": "{% set ns = namespace(t='xxxxxxxxxx') %}"
    "{% for a in it %}{% set ns.t = ns.t ~ ns.t %}{% endfor %}",
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_template_that_makes_too_much_is_stopped(tmp_path: Path, bomb: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strangers, "WORK", 4_000_000)  # the rest would only take longer
    assert "/mine.html:1: this template makes more than a paper can hold" in fault(tmp_path, BOMBS[bomb], it=HUNDRED)


def test_templates_that_include_each_other_are_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strangers, "WORK", 4_000_000)
    for n in range(40):
        (tmp_path / f"t{n}.html").write_text(f"{{% include 't{n + 1}.html' %}}" * 2, encoding="utf-8")
    (tmp_path / "t40.html").write_text("x", encoding="utf-8")
    assert "more than a paper can hold" in fault(tmp_path, "{% include 't0.html' %}")


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("x" * 600_000, "may not be larger than 512 KB"),
        ("{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}", "nested too deep"),
        (b"caf\xe9", "UTF-8"),
    ],
)
def test_files_that_are_no_templates_are_told(tmp_path: Path, source: str | bytes, told: str) -> None:
    assert told in fault(tmp_path, source)


def test_a_link_to_another_place_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "link.html").symlink_to(tmp_path / "secret")
    with pytest.raises(LoiError, match="link to another place"):
        fill("link.html", {}, [tmp_path / "mine"])


def test_loi_s_own_templates_keep_to_the_rules_and_the_budget_for_a_long_text(tmp_path: Path) -> None:
    """The same paper with an office's copy of one of ours, charged for, as without."""
    from loi_cli.files.packed import templates_folder

    for source in templates_folder().rglob("*.html"):
        copy = tmp_path / source.relative_to(templates_folder())
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(source.read_bytes())
    it = material(version(*text()), dossier("id", "en", "ru"))
    assert render_html("loi", it, [tmp_path]) == render_html("loi", it)
