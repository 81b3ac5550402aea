"""Golden files: what a paper's HTML was when somebody last looked at it."""

from pathlib import Path

from tests.reviewed import as_reviewed

FOLDER = Path(__file__).parents[2] / "golden" / "papers"


def section_of(html: str, number: int = 0) -> str:
    """One section of a page, without the empty lines that templates leave."""
    body = html.split("<body>")[1].split("</body>")[0]
    sections = [part + "</section>\n" for part in body.split("</section>")[:-1]]
    return "\n".join(line for line in sections[number].splitlines() if line.strip()) + "\n"


def assert_golden(name: str, html: str) -> None:
    as_reviewed(FOLDER / f"{name}.html", html)
