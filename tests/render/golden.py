"""Stored pages that a person has reviewed. After a change that is meant: `LOI_WRITE_GOLDEN=1 pytest tests/render`, then
read the difference in git."""

import os
from pathlib import Path

GOLDEN = Path(__file__).parents[1] / "golden"


def body_of(html: str) -> str:
    """The sections of a page; the style before them is the same in every one."""
    return html[html.index("<body>") : html.index("</body>")].removeprefix("<body>").strip() + "\n"


def check_golden(name: str, html: str) -> None:
    path = GOLDEN / name
    if os.environ.get("LOI_WRITE_GOLDEN"):
        path.write_text(body_of(html), encoding="utf-8", newline="\n")
    assert body_of(html) == path.read_text(encoding="utf-8"), f"see {path}"
