"""Fonts that a paper asks for and this machine does not have, so that LibreOffice would put others in their place."""

import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterable
from functools import cache
from io import BytesIO

_TWINS = {
    "calibri": "carlito",
    "cambria": "caladea",
    "arial": "liberation sans",
    "times new roman": "liberation serif",
    "courier new": "liberation mono",
}
"""Fonts whose letters are as wide as those of another, letter by letter: the lines break at the same words."""


def missing_fonts(docx: bytes, languages: Iterable[str]) -> tuple[str, ...]:
    """The names of the fonts that are not here, and `?ar` for a language that no font here can write.

    Empty too where fontconfig is not there to ask (Windows, macOS: Word's own fonts are).
    """
    if shutil.which("fc-list") is None:
        return ()
    here = _families()
    wanted = dict.fromkeys(_asked_for(docx))
    missing = [name for name in wanted if not {name.lower(), _TWINS.get(name.lower(), "")} & here]
    return (*missing, *(f"?{language}" for language in languages if not _listed(f":lang={language.split('-')[0]}")))


def _asked_for(docx: bytes) -> Iterable[str]:
    with zipfile.ZipFile(BytesIO(docx)) as package:
        styles = package.read("word/styles.xml").decode()
    for fonts in re.findall(r"<w:rFonts\b[^>]*>", styles):
        yield from re.findall(r'w:(?:ascii|hAnsi)="([^"]+)"', fonts)


def _families() -> frozenset[str]:
    return frozenset(name.strip().lower() for line in _listed("") for name in line.split(","))


@cache
def _listed(pattern: str) -> tuple[str, ...]:
    program = shutil.which("fc-list")
    if program is None:
        return ()
    command = [program, *([pattern] if pattern else [":"]), "family"]
    try:
        found = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=30, check=True)
    except (OSError, subprocess.SubprocessError):
        return ()
    return tuple(line.replace("\\-", "-") for line in found.stdout.splitlines() if line)
