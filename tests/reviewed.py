"""Files that a person has reviewed. After a change that is meant: `LOI_WRITE_GOLDEN=1 pytest …`, then read the
difference in git."""

import os
from pathlib import Path

MADE_BELOW = "<!-- from here on made by {test} -->\n"


def as_reviewed(path: Path, made: str) -> None:
    """Hold what was made to what the file says; with LOI_WRITE_GOLDEN write it there first."""
    if os.environ.get("LOI_WRITE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made, encoding="utf-8", newline="\n")
    assert made == path.read_text(encoding="utf-8"), f"see {path}"


def as_reviewed_below_mark(path: Path, test: str, made: str) -> None:
    """The same for a page whose introduction, up to a mark that names the test, was written by hand."""
    mark = MADE_BELOW.format(test=test)
    introduction, marked, _rest = path.read_text(encoding="utf-8").partition(mark)
    assert marked, f"{path} has no {mark}"
    as_reviewed(path, f"{introduction}{mark}\n{made}")
