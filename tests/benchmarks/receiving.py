"""A 60-page file with 2,000 tracked changes: our reading of it, and `receive` as a whole, against pandoc reading it."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from dossiers import write_dossier
from measure import ROOT

sys.path.insert(0, str(ROOT))
from tests.journeys.counterpart import Colleague, w

CHANGES = 2000
ARTICLES = 300
PARTY = "BBB"
LOI = "from loi_cli.cli.main import main; main()"
READ = "import sys; from loi_cli.word.reader import read_docx; read_docx(open(sys.argv[1],'rb').read())"


def spent(command: list[str], cwd: Path) -> tuple[float, float]:
    """CPU seconds and megabytes of one run."""
    process = subprocess.Popen(
        command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    _pid, status, usage = os.wait4(process.pid, 0)
    assert os.waitstatus_to_exitcode(status) in (0, 1), process.stderr and process.stderr.read()
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def mark_up(paper: Path, to: Path) -> int:
    """Every third word or so of every paragraph exchanged, until there are enough; how many there are."""
    colleague = Colleague(paper)
    made = 0
    for _round in range(40):
        for text in list(colleague.root.iter(w("t"))):
            run = text.getparent()
            words = (text.text or "").split(" ")
            if made >= CHANGES or len(words) < 5 or run.getparent().tag != w("p"):
                continue
            at = len(words) // 2
            head, tail = " ".join(words[:at]) + " ", " " + " ".join(words[at + 1 :])
            colleague.exchange(run, head, words[at], f"other{made}", tail)
            made += 2
    colleague.save(to)
    return made


def main() -> None:
    import pypandoc

    with tempfile.TemporaryDirectory() as temporary:
        folder = write_dossier(Path(temporary) / "dossier", 0, ARTICLES)
        subprocess.run([sys.executable, "-c", LOI, "merge", "--author", "A"], cwd=folder, capture_output=True)
        paper = folder / "paper.docx"
        subprocess.run(
            [sys.executable, "-c", LOI, "render", "loi", "--for", PARTY, "-o", str(paper)], cwd=folder, check=True
        )
        back = folder / "back.docx"
        made = mark_up(paper, back)
        start = time.perf_counter()
        loi = [sys.executable, "-c", LOI]
        rows = [
            ("pandoc", spent([pypandoc.get_pandoc_path(), "--track-changes=all", "-t", "plain", str(back)], folder)),
            ("our reader", spent([sys.executable, "-c", READ, str(back)], folder)),
            ("loi receive", spent([*loi, "receive", str(back), "--from", PARTY, "--dry-run"], folder)),
        ]  # fmt: skip
        print(f"{made} changes, {back.stat().st_size / 1024:.0f} KiB; wall {time.perf_counter() - start:.1f} s in all")
        for name, (seconds, megabytes) in rows:
            print(f"{name:20} {seconds:6.2f} s CPU  {megabytes:6.0f} MB   {seconds / rows[0][1][0]:.2f} × pandoc")


if __name__ == "__main__":
    main()
