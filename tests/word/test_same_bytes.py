"""The same paper gives the same bytes, whatever the machine is set to."""

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from loi_cli.word.writer import write_docx
from tests.word.opened import MADE, REFERENCE, page
from tests.word.sample import SAMPLE

_ROOT = Path(__file__).parents[2]
_PROGRAM = (
    "import hashlib; from tests.word.sample import SAMPLE; from tests.word.opened import whole;"
    "print(hashlib.sha256(whole(SAMPLE).data).hexdigest())"
)
_ENVIRONMENTS = {
    "Jakarta": {"TZ": "Asia/Jakarta", "LC_ALL": "id_ID.UTF-8", "PYTHONHASHSEED": "1"},
    "Minsk": {"TZ": "Europe/Minsk", "LC_ALL": "C", "PYTHONHASHSEED": "4242", "LOI_LANG": "id"},
    "optimised": {"TZ": "America/Los_Angeles", "PYTHONHASHSEED": "7", "PYTHONOPTIMIZE": "1", "SOURCE_DATE_EPOCH": "1"},
}


def _hash() -> str:
    return hashlib.sha256(write_docx(SAMPLE, reference=REFERENCE, made=MADE)).hexdigest()


def test_twice_the_same() -> None:
    assert _hash() == _hash()


@pytest.mark.parametrize("name", _ENVIRONMENTS)
def test_the_same_in_other_surroundings(name: str) -> None:
    env = {**os.environ, **_ENVIRONMENTS[name], "PYTHONPATH": str(_ROOT)}
    run = subprocess.run([sys.executable, "-c", _PROGRAM], env=env, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == _hash()


def test_a_moment_is_the_same_in_every_zone() -> None:
    jakarta = timezone(timedelta(hours=7))
    there = write_docx(page("x"), reference=REFERENCE, made=datetime(2022, 1, 31, 16, 30, tzinfo=jakarta))
    assert there == write_docx(page("x"), reference=REFERENCE, made=MADE)


def test_nothing_in_the_zip_depends_on_the_machine() -> None:
    with zipfile.ZipFile(io.BytesIO(write_docx(SAMPLE, reference=REFERENCE, made=MADE))) as package:
        entries = package.infolist()
    assert {(e.date_time, e.compress_type, e.create_system, e.external_attr >> 16) for e in entries} == {
        ((1980, 1, 1, 0, 0, 0), zipfile.ZIP_STORED, 3, 0o644)
    }
    assert entries[0].filename == "[Content_Types].xml"
