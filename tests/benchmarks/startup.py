"""Start-up: what a command costs, against the bare interpreter and the import of its library."""

import shutil
import sys
import tempfile
from pathlib import Path

from dossiers import write_dossier
from measure import LOI, ROOT, cost, run, table

TYPER = "import typer"
HEAVY = "import typer, jinja2, lxml.etree, yaml"
EXAMPLE = ROOT / "drafts" / "indonesia-belarus-2022"


def completion(dossier: Path, line: str) -> float:
    """What a bash pays for one press of the tabulator."""
    asked = {"_LOI_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": "2", "LOI_DOSSIER": str(dossier)}
    return cost(["-c", f"import os; os.environ.update({asked!r}); {LOI[1]}"])


def main() -> None:
    bare = cost(["-c", "pass"])
    typer = cost(["-c", TYPER])
    heavy = cost(["-c", HEAVY])
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        some = write_dossier(folder / "some", 60)
        many = write_dossier(folder / "many", 1000)
        example = folder / "example"
        shutil.copytree(EXAMPLE, example, ignore=shutil.ignore_patterns("out"))
        if not (example / "versions").is_dir():
            run([sys.executable, *LOI, "-C", str(example), "merge", "--keep-going"], folder, (1,))
        rows = [
            ("import typer", typer, "python -c pass", bare, None),
            ("loi --version", cost([*LOI, "--version"]), "python -c pass", bare, 1.2),
            ("loi --help", cost([*LOI, "--help"]), TYPER, typer, 1.15),
            ("loi merge --help", cost([*LOI, "merge", "--help"]), TYPER, typer, None),
            ("a completion: loi show <Tab>", completion(example, "loi show "), TYPER, typer, 1.15),
            ("a completion: loi decide <Tab>", completion(example, "loi decide "), TYPER, typer, 1.15),
            ("loi status, 60 inputs", cost([*LOI, "-C", str(some), "status"]), TYPER, typer, 2.2),
            ("loi status, 1,000 inputs", cost([*LOI, "-C", str(many), "status"]), TYPER, typer, 9.5),
            ("loi log", cost([*LOI, "-C", str(example), "log"]), TYPER, typer, None),
            ("loi build of the example", cost([*LOI, "-C", str(example), "build"]), HEAVY, heavy, 2.5),
        ]
    table("Start-up", rows)


if __name__ == "__main__":
    main()
