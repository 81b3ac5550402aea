"""Stored pages that a person has reviewed."""

from pathlib import Path

from tests.reviewed import as_reviewed

GOLDEN = Path(__file__).parents[1] / "golden"


def body_of(html: str) -> str:
    """The sections of a page; the style before them is the same in every one."""
    return html[html.index("<body>") : html.index("</body>")].removeprefix("<body>").strip() + "\n"


def check_golden(name: str, html: str) -> None:
    as_reviewed(GOLDEN / name, body_of(html))
