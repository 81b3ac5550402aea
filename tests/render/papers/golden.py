"""Golden files: what a paper's HTML was when somebody last looked at it. `UPDATE_GOLDEN=1` writes them anew."""

import os
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "golden" / "papers"


def section_of(html: str, number: int = 0) -> str:
    """One section of a page, without the empty lines that templates leave."""
    body = html.split("<body>")[1].split("</body>")[0]
    sections = [part + "</section>\n" for part in body.split("</section>")[:-1]]
    return "\n".join(line for line in sections[number].splitlines() if line.strip()) + "\n"


def assert_golden(name: str, html: str) -> None:
    path = FOLDER / f"{name}.html"
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html, encoding="utf-8", newline="\n")
    assert html == path.read_text(encoding="utf-8"), f"{path} differs; look at it, then run with UPDATE_GOLDEN=1"
