"""The page for a party holds nothing that is ours alone, neither shown nor in its data."""

from html.parser import HTMLParser

import pytest

from loi_cli.render.leaks import findings, secrets_of
from loi_cli.render.page.projector import projected
from loi_cli.render.page.whole import context
from loi_cli.render.page.wordings import Wordings
from loi_cli.word.innards import of_text
from tests.render.page.samples import made, origins, subject
from tests.render.papers.canary import MARK, marked
from tests.render.papers.samples import material
from tests.render.test_canary import CANARY, secret_material


def test_no_marked_word_is_on_the_page_or_in_its_data() -> None:
    about = subject("BLR", marked(material("BLR")), waiting=(MARK,), names={"1" * 64: (MARK,)})
    assert MARK not in made(about)


def test_nor_is_one_at_hand_for_a_template_of_an_office_s_own() -> None:
    about = subject("BLR", marked(material("BLR")), waiting=(MARK,), names={"1" * 64: (MARK,)})
    assert MARK not in repr(context(about, Wordings(about, origins(about)), origins(about)))


def test_nor_on_the_wall() -> None:
    about = subject("BLR", marked(material("BLR")))
    for clause in about.material.version.text:
        assert MARK not in projected(clause.id, about)


def test_the_marks_are_really_in_the_material() -> None:
    about = subject(None, marked(material()))
    assert MARK in made(about)
    assert MARK in projected("objective", about)


def test_nothing_of_a_secret_text_is_there_either() -> None:
    inside = secret_material("BLR")
    from dataclasses import replace

    from loi_cli.render.page.subject import Subject

    assert inside.against is not None
    about = Subject(material=replace(inside, bases={}), versions=(inside.against, inside.version),
                    headers=(inside.against.header, inside.version.header), waiting=(CANARY,))  # fmt: skip
    html = made(about)
    assert CANARY not in html
    assert "foster" in html
    known = secrets_of(inside.dossier, [v.text for v in about.versions], "BLR", inside.inputs, (), ())
    assert list(findings("page.html", of_text("page.html", html.encode()), known, inside.dossier)) == []


def test_the_look_into_a_file_reads_the_data_of_a_page() -> None:
    """A word that HTML would have to escape is written otherwise in JSON, and still found."""
    about = secret_material(None)
    known = secrets_of(about.dossier, [about.version.text], "BLR", about.inputs, (), ())
    hidden = "".join(f"\\u{ord(letter):04x}" for letter in f"{CANARY}-reason")
    html = f'<p>clean</p><script type="application/json" id="data">{{"a":["{hidden}"]}}</script>'
    assert [f.what for f in findings("page.html", of_text("page.html", html.encode()), known, about.dossier)]


@pytest.mark.parametrize("receiver", [None, "BLR"])
def test_nothing_on_a_page_asks_the_network_for_anything(receiver: str | None) -> None:
    about = subject(receiver)
    for html in (made(about), projected("objective", about)):
        seen = _Asked()
        seen.feed(html)
        assert seen.found == []
        assert seen.policy.startswith("default-src 'none'; ")
        assert "unsafe" not in seen.policy
        assert "connect-src 'none'" in seen.policy


class _Asked(HTMLParser):
    """What a page would fetch, and its policy."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str | None]] = []
        self.policy = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        for name, value in attrs:
            if name in ("src", "srcset", "action", "data", "poster", "style") or name.startswith("on"):
                self.found.append((name, value))
            if name in ("href", "xlink:href") and not (value or "").startswith("#"):
                self.found.append((name, value))
        found = dict(attrs)
        if found.get("http-equiv") == "Content-Security-Policy":
            self.policy = found["content"] or ""
