"""PDF through LibreOffice, where it is present."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from loi_cli.i18n import _
from loi_cli.model.problems import LoiError

_SECONDS = 180


def libreoffice() -> str | None:
    """The program's path; None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def pdf_from_docx(data: bytes) -> bytes:
    """The PDF of a Word file. Raises LoiError where LibreOffice is missing or fails."""
    program = libreoffice()
    if program is None:
        raise LoiError(
            _("a PDF is made by LibreOffice, which is not installed here"),
            _("install LibreOffice, or open the Word file and print it as PDF"),
        )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "paper.docx").write_bytes(data)
        command = [
            program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            name,
            str(folder / "paper.docx"),
        ]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
            return (folder / "paper.pdf").read_bytes()
        except (subprocess.SubprocessError, OSError) as error:
            raise LoiError(
                _("LibreOffice could not make the PDF: {error}").format(error=type(error).__name__),
                _("open the Word file and print it as PDF"),
            ) from None
