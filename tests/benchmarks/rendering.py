"""The text in two languages as HTML and as a Word file, against a string template and a zip of its words; redlines.

Memory is that of the whole process, with both texts and their versions in it.
"""

import io
import resource
import sys
import tempfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from string import Template

from dossiers import write_dossier
from measure import ROOT, least, table

from loi_cli.intake.merging import prospect
from loi_cli.intake.opening import open_dossier
from loi_cli.intake.register import take_stock
from loi_cli.model.text import Kind
from loi_cli.model.words import shown
from loi_cli.render.material import Material
from loi_cli.render.own_templates import templates_folder
from loi_cli.render.papers import render_html
from loi_cli.word.writer import write_docx

sys.path.append(str(ROOT))
from tests.render.builder import clause, dossier, material, version  # found from the root alone

NOW = datetime(2022, 1, 18, tzinfo=UTC)
PARAGRAPH = Template("<w:p><w:pPr><w:pStyle w:val='a'/></w:pPr><w:r><w:t>$words</w:t></w:r></w:p>")


def bound(lines: list[str], made: bytes) -> float:
    """The least that writing this very Word file can cost: its words through a template, its parts into a zip."""
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        parts = {name: package.read(name) for name in package.namelist()}

    def write() -> None:
        for line in lines:
            PARAGRAPH.substitute(words=line)
        with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
            for name, data in parts.items():
                package.writestr(name, data)

    return least(write, 5)


def redlined(paragraphs: int) -> Material:
    """Two versions: of ten paragraphs three are reworded, one is gone, and one is new."""
    old, new = [], []
    for n in range(paragraphs):
        words = f"The Parties intend to cooperate in matter {n}, in the first year and in all years after it."
        parent = f"a{n // 3}"
        if n % 3 == 0:
            heading = clause(parent, Kind.ARTICLE, "", f"Article on matter {n}")
            old.append(heading)
            new.append(heading)
        old.append(clause(f"p{n}", Kind.PARAGRAPH, words, parent=parent))
        if n % 10 != 9:
            other = words.replace("first", "second").replace("all", "many") if n % 10 < 3 else words
            new.append(clause(f"p{n}", Kind.PARAGRAPH, other, parent=parent))
        if n % 10 == 5:
            new.append(clause(f"n{n}", Kind.PARAGRAPH, "Quite other words are put in here.", parent=parent))
    return material(version(*new, number=3), dossier("en"), "en", against=version(*old, number=2))


def main() -> None:
    rows = []
    reference = (templates_folder() / "reference.docx").read_bytes()
    with tempfile.TemporaryDirectory() as temporary:
        for articles, wanted in ((15, 8.0), (300, 6.0), (2500, 6.0)):
            register = take_stock(open_dossier(write_dossier(Path(temporary) / str(articles), 0, articles)), NOW)
            found = prospect(register, NOW, "A")
            what = Material(
                dossier=register.opened.dossier, version=found.version, against=None, inputs=(), outcomes=(),
                meeting=None, today=NOW.date(), as_of=NOW.date(), receiver=None, languages=("en", "fr"),
            )  # fmt: skip
            lines = [shown(words) for c in found.version.text for words in (*c.heading.values(), *c.text.values())]
            times = 5 if articles < 2500 else 1
            html = render_html("loi", what)
            least_possible = bound(lines, write_docx(html, reference=reference, made=NOW))
            to_html = least(lambda what=what: render_html("loi", what), times)
            to_word = least(lambda html=html: write_docx(html, reference=reference, made=NOW), times)
            peer = "string template and zip"
            rows.append((f"{articles} articles, HTML", to_html, peer, least_possible, None))
            rows.append((f"{articles} articles, HTML to Word", to_word, peer, least_possible, wanted))
    table("Rendering", rows, "ms, least of 5")
    for paragraphs in (300, 3000):
        redline = redlined(paragraphs)
        to_html = least(lambda redline=redline: render_html("redline", redline), 3)
        html = render_html("redline", redline)
        to_word = least(lambda html=html: write_docx(html, reference=reference, made=NOW), 3)
        print(f"  redline of {paragraphs} paragraphs: {to_html:,.0f} ms to HTML, {to_word:,.0f} ms to Word")
    print(f"  memory at its highest: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
