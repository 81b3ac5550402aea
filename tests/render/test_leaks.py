"""The look into a file before it leaves finds every marked word of every internal field, and nothing in a clean one."""

from datetime import date

import pytest

from loi_cli.model.dossier import Unit
from loi_cli.model.records import Decision
from loi_cli.model.text import Kind, Text
from loi_cli.model.words import shown
from loi_cli.render.leaks import Secret, findings, secrets_of
from loi_cli.render.papers import render_html
from loi_cli.word.innards import of_text, plain_words
from tests.render.builder import clause, dossier
from tests.render.test_canary import CANARY, PARTIES_PAPERS, secret_material

LONG = "that goes on for more than twenty letters"


def secrets() -> tuple[Secret, ...]:
    about = secret_material(None)
    decision = Decision(name="2022-01-24-decision-7a2f34b5", sha256="", conflict="", by="A", date=date(2022, 1, 24),
                        reason=f"{CANARY}-why {LONG}")  # fmt: skip
    return secrets_of(about.dossier, [about.version.text], "BLR", about.inputs, [decision], [])


@pytest.mark.parametrize("name", PARTIES_PAPERS)
def test_papers_for_a_party_are_clean(name: str) -> None:
    about = secret_material("BLR")
    inside = of_text("paper.html", render_html(name, about).encode())
    assert list(findings("paper.html", inside, secrets(), about.dossier)) == []


@pytest.mark.parametrize("name", ["loi", "redline", "matrix"])
def test_papers_for_ourselves_are_not(name: str) -> None:
    about = secret_material(None)
    inside = of_text("paper.html", render_html(name, about).encode())
    assert list(findings("paper.html", inside, secrets(), about.dossier))


def test_each_secret_is_found_wherever_it_stands() -> None:
    about = secret_material(None)
    known = secrets()
    assert {s.what.partition(" ")[0] for s in known} >= {"a", "the", "it"}
    for secret in known:
        words = secret.words.upper().replace(" ", "  \n")
        inside = of_text("a.txt", f"<p>before <!-- {words} --> after</p>".encode())
        assert secret.what in [f.what for f in findings("a.txt", inside, [secret], about.dossier)]


def test_words_cut_by_markup_are_words() -> None:
    assert "one two three" in plain_words(b"<w:p><w:r>on</w:r><w:r>e two</w:r></w:p><w:p>three</w:p>")
    assert "said so" in plain_words(b'<a title="said so"/>')
    assert "a & b" in plain_words(b"<p>a &amp; b</p>")


def test_what_the_party_reads_anyway_is_no_secret() -> None:
    about = secret_material(None)
    units = {"x": Unit(id="x", name="It stays."), "y": Unit(id="y", name="Elsewhere Office")}
    words = {s.words for s in secrets_of(dossier("en", units=units), [about.version.text], "BLR", (), (), ())}
    assert "elsewhere office" in words
    assert "it stays." not in words


@pytest.mark.parametrize("signed", ["trade", "Trade", "Trade  Office", "commerce.2", "BLR, trade", "decision"])
def test_a_name_of_ours_in_a_typed_bracket_is_a_leak_though_the_party_sees_the_text(signed: str) -> None:
    typed = Text((clause("aim", Kind.ARTICLE, f"The Parties [ {signed} : build] factories."),))
    units = {"trade": Unit(id="trade", name="Trade Office", was=("commerce",))}
    about = dossier("en", units=units)
    known = secrets_of(about, [typed], "BLR", (), (), ())
    found = [f.what for f in findings("a.txt", of_text("a.txt", shown(typed[0].text["en"]).encode()), known, about)]
    assert [what for what in found if "signed" in what] == [
        f"words signed by {' '.join(signed.split(', ')[-1].split())}"
    ]
