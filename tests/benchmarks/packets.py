"""From the meeting file to the complete packet, for us and for the other party: 25 topics, 40 delegates, a text of some
60 pages; against `loi render loi` of the same text, the one paper that every packet holds anyway."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from dossiers import write_dossier
from measure import LOI, environment, table

EXAMPLE = Path(__file__).parents[2] / "drafts" / "indonesia-belarus-2022"
TOPICS, SEATS, CLAUSES = 25, 20, 520


def write_meeting(folder: Path) -> Path:
    """A dossier of which one round is merged, with a meeting on all of its text."""
    write_dossier(folder, 40, CLAUSES)
    dossier = folder / "dossier.yaml"
    known = dossier.read_text(encoding="utf-8").replace("AAA", "IDN").replace("BBB", "BLR")
    dossier.write_text(known, encoding="utf-8")
    seats = "".join(f"  {party}:\n" + "".join(_seat(n, party) for n in range(SEATS)) for party in ("IDN", "BLR"))
    per = CLAUSES // TOPICS
    topics = "".join(
        f"  - item: topic-{n}\n    title: {{en: The matters of chapter {n}}}\n    minutes: 10\n    lead: IDN\n"
        f"    clauses: [c{n * per}, c{n * per + 1}]\n    papers: [loi]\n    result: {{en: Agreed ad referendum}}\n"
        for n in range(TOPICS)
    )
    meeting = folder / "meetings" / "2022-02-15-bilateral.yaml"
    meeting.parent.mkdir()
    meeting.write_text(
        "schema: 1\ntitle: {en: Bilateral meeting}\ndate: 2022-02-15\nstart: '09:00'\nend: '17:00'\n"
        "zone: Asia/Jakarta\nmode: online\nlanguages: [en]\n"
        f"delegations:\n{seats}agenda:\n{topics}",
        encoding="utf-8",
    )
    _run(folder, "merge", "-m", "round 1")
    return folder


def _seat(number: int, party: str) -> str:
    role = "member" if number else "head"
    return f"    - {{role: {role}, title: {{en: Director {number}}}, name: Person {number} of {party}}}\n"


def _run(folder: Path, *arguments: str) -> None:
    run = subprocess.run(
        [sys.executable, *LOI, "-C", str(folder), *arguments], env=environment(), capture_output=True, check=False
    )
    assert run.returncode in (0, 1), run.stderr.decode()


def spent(folder: Path, *arguments: str) -> float:
    """The processor time of a command and of all that it starts, in milliseconds, the least of three."""
    found = []
    for _again in range(3):
        before = os.times()
        _run(folder, *arguments)
        after = os.times()
        found.append(after.children_user - before.children_user + after.children_system - before.children_system)
    return min(found) * 1000


def main() -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = write_meeting(Path(temporary) / "d")
        text = spent(folder, "render", "loi", "--format", "docx,html")
        rows = [
            ("ours, Word and page", spent(folder, "packet", "--format", "docx,html"), "the text alone", text, None),
            ("theirs, Word and page", spent(folder, "packet", "--for", "BLR", "--format", "docx,html"),
             "the text alone", text, None),
            ("ours, with a PDF where LibreOffice is", spent(folder, "packet"), "the text alone", text, None),
            ("ours, twelve numbered copies", spent(folder, "packet", "--copies", "12", "--format", "docx"),
             "the text alone", text, None),
        ]  # fmt: skip
        example = Path(temporary) / "example"
        shutil.copytree(EXAMPLE, example, ignore=shutil.ignore_patterns("out"))
        small = spent(example, "render", "loi", "--format", "docx,html")
        rows += [
            ("the example: ours, Word and page", spent(example, "packet", "2022-02-15", "--format", "docx,html"),
             "its text alone", small, None),
            ("the example: theirs, Word and page",
             spent(example, "packet", "2022-02-15", "--for", "BLR", "--format", "docx,html"),
             "its text alone", small, None),
        ]  # fmt: skip
        table(f"A packet: {TOPICS} topics, {2 * SEATS} delegates, {CLAUSES} clauses", rows, "ms of processor time")


if __name__ == "__main__":
    main()
