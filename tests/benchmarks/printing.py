"""PDF by LibreOffice: one process for many files against one for each, and what of the time is its start.

Wall time as a person waits, the least of three; beside it the processor time, which other work on the machine does not
change. All of it with title, language, tags and lasting bytes. Letters are those of `rendering.py`, in two languages.
"""

import resource
import sys
import time
from collections.abc import Callable
from datetime import date

from measure import ROOT
from rendering import NOW, letter

from loi_cli.render.own_templates import templates_folder
from loi_cli.render.papers import render_html
from loi_cli.render.pdf import pdfs_of
from loi_cli.render.prints import ToPrint
from loi_cli.word.writer import write_docx

sys.path.append(str(ROOT))
LETTERS = 20


def paper(articles: int, title: str = "Letter of Intent") -> ToPrint:
    html = render_html("loi", letter(articles))
    docx = write_docx(html, reference=(templates_folder() / "reference.docx").read_bytes(), made=NOW)
    return ToPrint(docx=docx, title=title, language="id", day=date(2022, 1, 18))


def taken(action: Callable[[], object]) -> tuple[float, float]:
    """Seconds on the clock, and of the processor in this process and in those that it started."""

    def spent() -> float:
        return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))

    found = []
    for _again in range(3):
        began, cpu = time.perf_counter(), spent()
        action()
        found.append((time.perf_counter() - began, spent() - cpu))
    return min(wall for wall, _cpu in found), min(cpu for _wall, cpu in found)


def main() -> None:
    short, long = paper(15), paper(300)
    letters = [paper(15, f"Letter {n}") for n in range(LETTERS)]
    one = taken(lambda: pdfs_of([short]))
    both = taken(lambda: pdfs_of([short, long]))
    many = taken(lambda: pdfs_of(letters))
    apart = taken(lambda: [pdfs_of([each]) for each in letters])
    rows = (
        ("15 articles, and the start of LibreOffice", one, None),
        ("300 articles more, in the office that runs", (both[0] - one[0], both[1] - one[1]), 2.0),
        (f"{LETTERS} letters in one process", many, 8.0),
        (f"{LETTERS} letters, a process for each", apart, None),
    )
    print(f"PDF by LibreOffice: {'clock':>48} {'processor':>10}")
    for name, (wall, cpu), wanted in rows:
        verdict = "" if wanted is None else f"at most {wanted:g} s  {'yes' if wall <= wanted else 'NO'}"
        print(f"  {name:<56} {wall:>8.2f} s {cpu:>8.2f} s   {verdict}")


if __name__ == "__main__":
    main()
