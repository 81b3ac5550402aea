"""The README does what it says: its ten commands print what stands below them, and the others run."""

import os
import re
import shlex
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest

from tests.journeys.desk import Desk, command

README = Path(__file__).parents[2] / "README.md"
BLOCK = re.compile(r"^```(console|yaml|sh)\n(.*?)^```\n", re.MULTILINE | re.DOTALL)
DAY = datetime(2030, 1, 25, 9, tzinfo=UTC)


class Reader:
    """A person who types what the README says, in a new folder."""

    def __init__(self, folder: Path) -> None:
        self.desk = Desk(folder, COLUMNS="90", LOI_BY="Directorate of Access", LOI_LANG="en")
        self.desk.env["SOURCE_DATE_EPOCH"] = str(int(DAY.timestamp()))

    def types(self, line: str) -> str:
        """What the terminal shows, messages and all."""
        typed = shlex.split(line, comments=True)
        if typed[0] == "cd":
            self.desk.folder = self.desk.folder / typed[1]
            return ""
        assert typed[0] == "loi", line
        run = subprocess.run(
            [*command(), *typed[1:]],
            cwd=self.desk.folder,
            env=self.desk.env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=120,
        )
        shown = run.stdout.decode()
        assert run.returncode in (0, 1), f"{line}: {shown}"
        return shown

    def adds(self, lines: str) -> None:
        """What stands in a YAML block of the way goes into dossier.yaml."""
        file = self.desk.folder / "dossier.yaml"
        file.write_text(f"{file.read_text(encoding='utf-8')}\n{lines}", encoding="utf-8", newline="\n")

    def walks(self, way: str) -> Iterator[str]:
        """The way as it is printed when its blocks are followed one by one."""
        end = 0
        for block in BLOCK.finditer(way):
            yield way[end : block.start(2)]
            kind, lines = block.groups()
            if kind == "console":
                for line in re.findall(r"^\$ (.*)$", lines, re.MULTILINE):
                    yield f"$ {line}\n{self.types(line)}"
            else:
                self.adds(lines)
                yield lines
            end = block.end(2)
        yield way[end:]


def section(title: str) -> str:
    text = README.read_text(encoding="utf-8")
    return text.split(f"\n## {title}\n")[1].split("\n## ")[0]


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    return Reader(tmp_path / "home")


def test_the_way_to_the_signature_prints_what_the_readme_shows(reader: Reader) -> None:
    """After a change that is meant: LOI_WRITE_GOLDEN=1, then read the difference in git."""
    way = section("From the first request to the signature")
    scan = reader.desk.folder / "drafts" / "my-negotiation" / "signed.pdf"
    pieces = []
    for piece in reader.walks(way):
        pieces.append(piece)
        if scan.parent.is_dir() and not scan.exists():
            scan.write_bytes(b"%PDF-1.7 a scan")
    made = "".join(pieces)
    if os.environ.get("LOI_WRITE_GOLDEN"):
        text = README.read_text(encoding="utf-8")
        README.write_text(text.replace(way, made), encoding="utf-8", newline="\n")
    assert alike(made) == alike(section("From the first request to the signature"))


def alike(shown: str) -> str:
    """Without hashes: those of files depend on how well this Python's zlib packs."""
    return re.sub(r"\b[0-9a-f]{8,}\b", lambda found: "0" * len(found[0]), shown)


def test_every_other_command_of_the_readme_runs(reader: Reader) -> None:
    way = section("From the first request to the signature").split("Once `dossier.yaml` knows")[0]
    assert alike("".join(reader.walks(way))) == alike(way)
    folder = reader.desk.folder
    theirs = docx.Document(str(folder / "out" / "for-BBB" / "loi-v3.docx"))
    run = next(r for p in paragraphs(theirs) for r in p.runs if "mutual benefit" in r.text)
    run.text = run.text.replace("mutual benefit", "mutual advantage")
    theirs.save(str(folder / "back.docx"))
    lines = [line for line in BLOCK.search(section("More that it does"))[2].splitlines() if line.startswith("loi ")]
    assert len(lines) > 20
    for line in lines:
        reader.types(line)
    assert "advantage" in (folder / "inputs" / "BBB-2030-01-25.yaml").read_text(encoding="utf-8")


def paragraphs(document: "docx.document.Document") -> Iterator["docx.text.paragraph.Paragraph"]:
    yield from document.paragraphs
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from cell.paragraphs


def test_every_file_that_the_readme_links_to_is_there() -> None:
    root = README.parent
    for page in (README, root / "CONTRIBUTING.md", *root.glob("*/README.md"), root / "loi_cli/cli/README.md"):
        for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), f"{page.name}: {link}"
