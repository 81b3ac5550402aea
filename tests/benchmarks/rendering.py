"""The same letter in two languages as a Word file: by loi, by a string template and a zip, by three other libraries.

Every article has a heading and two paragraphs of prose in a table of its own. The bound is the least that writing can
cost: the very words of loi's file through a template, its very parts into a zip at level 6. The others are given less
to do: no numbering, no bookmarks, no header. What is not installed is left out. Processor time throughout, for pandoc
that of its process. Memory is that of a whole process that makes the letter from its clauses and does nothing else.
"""

import gc
import io
import random
import resource
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from string import Template

from measure import ROOT, cpu, table
from prose import templates

from loi_cli.files.packed import templates_folder
from loi_cli.model.text import Kind
from loi_cli.model.words import shown
from loi_cli.render.material import Material
from loi_cli.render.papers import render_html
from loi_cli.word.writer import write_docx

sys.path.append(str(ROOT))
from tests.render.builder import clause, dossier, material, version  # found from the root alone

NOW = datetime(2022, 1, 18, tzinfo=UTC)
LANGUAGES = ("id", "en")
PARAGRAPH = Template("<w:p><w:pPr><w:pStyle w:val='a'/></w:pPr><w:r><w:t>$words</w:t></w:r></w:p>")
Row = tuple[str, ...]
Peer = Callable[[list[list[Row]]], object]


def bound(rows: list[list[Row]], made: bytes) -> float:
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        parts = {name: package.read(name) for name in package.namelist()}

    def write() -> None:
        for article in rows:
            for row in article:
                for words in row:
                    PARAGRAPH.substitute(words=words)
        with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
            for name, data in parts.items():
                package.writestr(name, data)

    return cpu(write, 5)


def letter(articles: int) -> Material:
    """Clauses drawn from the prose: the same for the same number of articles."""
    chance = random.Random(articles)
    prose = {language: templates(language) for language in LANGUAGES}

    def words() -> dict[str, str]:
        drawn = {language: chance.choice(some) for language, some in prose.items()}
        return {
            language: one.wording(tuple(chance.randrange(len(choices)) for choices in one.choices))
            for language, one in drawn.items()
        }

    clauses = []
    for n in range(articles):
        heading = {language: said[:40] for language, said in words().items()}
        clauses.append(clause(f"a{n}", Kind.ARTICLE, heading=heading))
        clauses += (clause(f"a{n}.{k}", Kind.PARAGRAPH, words(), parent=f"a{n}") for k in "bc")
    return material(version(*clauses), dossier(*LANGUAGES), *LANGUAGES)


def rows_of(what: Material) -> list[list[Row]]:
    """Of each article its rows: the words in each language."""
    found: list[list[Row]] = []
    for one in what.version.text:
        if one.kind is Kind.ARTICLE:
            found.append([])
        said = one.heading if one.kind is Kind.ARTICLE else one.text
        found[-1].append(tuple(shown(said[language]) for language in LANGUAGES))
    return found


def by_python_docx(rows: list[list[Row]]) -> None:
    from docx import Document

    made = Document()
    for article in rows:
        grid = made.add_table(rows=0, cols=len(LANGUAGES))
        for row in article:
            for cell, words in zip(grid.add_row().cells, row, strict=True):
                cell.text = words
        made.add_paragraph()
    made.save(io.BytesIO())


def by_docxtpl(rows: list[list[Row]]) -> None:
    from docx import Document
    from docxtpl import DocxTemplate

    plan = Document()
    loops = ("{%p for article in rows %}", "{%p for row in article %}", "{%p for words in row %}")
    for paragraph in (*loops, "{{ words }}", *["{%p endfor %}"] * len(loops)):
        plan.add_paragraph(paragraph)
    written = io.BytesIO()
    plan.save(written)
    filled = DocxTemplate(written)
    filled.render({"rows": rows}, autoescape=True)
    filled.save(io.BytesIO())


def by_pandoc(rows: list[list[Row]]) -> None:
    import pypandoc

    cells = ("".join(f"<tr>{''.join(f'<td>{words}</td>' for words in row)}</tr>" for row in one) for one in rows)
    html = "".join(f"<table>{article}</table>" for article in cells)
    with tempfile.TemporaryDirectory() as folder:
        pypandoc.convert_text(html, "docx", format="html", outputfile=str(Path(folder) / "a.docx"))


PEERS: tuple[tuple[str, str, Peer], ...] = (
    ("python-docx", "docx", by_python_docx),
    ("docxtpl", "docxtpl", by_docxtpl),
    ("pandoc", "pypandoc", by_pandoc),
)


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


def cpu_of_all(action: Callable[[], object]) -> float:
    """Processor time of one run of an action, in milliseconds: ours, and that of the processes it starts."""

    def spent() -> float:
        return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))

    began = spent()
    action()
    return (spent() - began) * 1000


def memory(articles: int) -> int:
    """The memory of a process that makes one letter, at its highest, in MB."""
    made = subprocess.run([sys.executable, __file__, str(articles)], capture_output=True, text=True, check=True)
    return int(made.stdout)


def make_one(articles: int) -> None:
    """Make a letter, and tell the memory it took."""
    gc.set_threshold(200_000)
    write_docx(render_html("loi", letter(articles)), reference=reference_docx(), made=NOW)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


def reference_docx() -> bytes:
    return (templates_folder() / "reference.docx").read_bytes()


def main() -> None:
    gc.set_threshold(200_000)  # as the command does
    reference = reference_docx()
    for articles, wanted in ((15, 8.0), (300, 6.0), (3000, 6.0)):
        what = letter(articles)
        rows = rows_of(what)
        times = 5 if articles < 3000 else 2
        html = render_html("loi", what)
        least_possible = bound(rows, write_docx(html, reference=reference, made=NOW))
        least = "string template and zip"
        to_html = cpu(lambda what=what: render_html("loi", what), times)
        to_word = cpu(lambda html=html: write_docx(html, reference=reference, made=NOW), times)
        figures = [
            ("loi, HTML to Word", to_word, least, least_possible, wanted),
            ("loi, text to HTML", to_html, least, least_possible, None),
        ]
        for name, module, make in PEERS:
            if find_spec(module) is not None and (articles < 3000 or name != "python-docx"):
                theirs = cpu_of_all(lambda make=make, rows=rows: make(rows))
                figures.append((name, theirs, least, least_possible, None))
        table(f"A letter of {articles} articles", figures, "ms of processor time")
        print(f"  memory at its highest: {memory(articles)} MB{' (at most 100)' if articles == 3000 else ''}")
    for paragraphs in (300, 3000):
        redline = redlined(paragraphs)
        html = render_html("redline", redline)
        to_html = cpu(lambda redline=redline: render_html("redline", redline), 3)
        to_word = cpu(lambda html=html: write_docx(html, reference=reference, made=NOW), 3)
        print(f"Redline of {paragraphs} paragraphs: {to_html:,.0f} ms to HTML, {to_word:,.0f} ms to Word")


if __name__ == "__main__":
    if sys.argv[1:]:
        make_one(int(sys.argv[1]))
    else:
        main()
