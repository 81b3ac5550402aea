"""How the benchmarks here measure: instructions where valgrind is installed, else the least of several wall times.

Every script prints ratios against a peer measured in the same run, and asserts nothing.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
LOI = ["-c", "from loi_cli.cli.main import main; main()"]
"""The command without the wrapper that pip writes for it, which differs from pip to pip."""

HAS_VALGRIND = shutil.which("valgrind") is not None
UNIT = "instructions" if HAS_VALGRIND else "ms, least of 7"


def environment() -> dict[str, str]:
    """Nothing of the machine; byte code is kept as an installed package has it."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TEMP", "TMP") if name in os.environ}
    return kept | {"LC_ALL": "C.UTF-8", "TZ": "UTC", "SOURCE_DATE_EPOCH": "1642507200", "LOI_BY": "A",
                   "PYTHONPATH": str(ROOT)}  # fmt: skip


def cost(arguments: Sequence[str], cwd: Path | None = None, codes: Sequence[int] = (0,)) -> float:
    """What one run of this Python with these arguments costs, in UNIT."""
    command = [sys.executable, *arguments]
    run(command, cwd, codes)  # the byte code is written, the files are in the cache
    if HAS_VALGRIND:
        traced = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={os.devnull}", *command]
        said = run(traced, cwd, codes).stderr.decode()
        return float(re.findall(r"Collected : (\d+)", said)[-1])
    return min(_wall(command, cwd, codes) for _again in range(7))


def run(command: Sequence[str], cwd: Path | None, codes: Sequence[int] = (0,)) -> subprocess.CompletedProcess[bytes]:
    done = subprocess.run(command, cwd=cwd or tempfile.gettempdir(), env=environment(), capture_output=True)
    if done.returncode not in codes:
        sys.exit(f"{command}: exit code {done.returncode}\n{done.stderr.decode()[-2000:]}")
    return done


def _wall(command: Sequence[str], cwd: Path | None, codes: Sequence[int]) -> float:
    began = time.perf_counter()
    run(command, cwd, codes)
    return (time.perf_counter() - began) * 1000


def least(action: Callable[[], object], times: int = 7) -> float:
    """The least wall time of an action inside this process, in milliseconds."""
    best = float("inf")
    for _again in range(times):
        began = time.perf_counter()
        action()
        best = min(best, time.perf_counter() - began)
    return best * 1000


def cpu(action: Callable[[], object], times: int = 3) -> float:
    """The least processor time of an action inside this process, in milliseconds: others may be at work beside it."""
    best = float("inf")
    for _again in range(times):
        began = time.process_time()
        action()
        best = min(best, time.process_time() - began)
    return best * 1000


def table(title: str, rows: Sequence[tuple[str, float, str, float, float | None]], unit: str = UNIT) -> None:
    """Rows of name, cost, name of the peer, cost of the peer, and the ratio to reach."""
    print(f"{title} ({unit})")
    for name, own, peer, theirs, wanted in rows:
        figure = f"at most {wanted:g}" if wanted is not None else ""
        verdict = "" if wanted is None else "yes" if own <= wanted * theirs else "NO"
        print(f"  {name:<44} {own:>15,.1f}  {own / theirs:>7.2f} × {peer:<38} {figure:<12} {verdict}")


def versions() -> Mapping[str, str]:
    from importlib.metadata import version

    return {name: version(name) for name in ("typer", "pyyaml", "lxml", "jinja2")}
