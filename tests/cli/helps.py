"""Every page of help, said by one process: a start for each of forty pages is what takes time."""

import subprocess
import sys
from collections.abc import Mapping

from loi_cli.cli.catalogue import entries
from tests.journeys.desk import Desk

_PROGRAM = """
import sys
from loi_cli.cli.main import run
for name in sys.argv[1:]:
    code = run([*filter(None, [name]), "--help"])
    print(end="\\f", flush=True)
    assert code == 0, name
"""


def every_help(desk: Desk, **env: str) -> Mapping[str, str]:
    """By the command's name, and "" for that of `loi` itself."""
    names = ["", *entries()]
    run = subprocess.run(
        [sys.executable, "-c", _PROGRAM, *names], cwd=desk.folder, env=desk.env | env, capture_output=True, timeout=120
    )
    assert (run.returncode, run.stderr) == (0, b""), run.stderr
    return dict(zip(names, run.stdout.decode().split("\f"), strict=False))
