"""LibreOffice as the editor of papers: a macro in a profile of its own, with tracking on or off.

A macro, since its Python bridge is a package of its own. Comments are left out: an office without windows breaks down
when it is to show one beside the page.
"""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from loi_cli.render.printing_profile import write_profile

_MACRO = """
Sub Edit
{work}
  StarDesktop.terminate()
End Sub
Sub Work(source, target, number)
  Dim opening(0) As New com.sun.star.beans.PropertyValue
  opening(0).Name = "Hidden"
  opening(0).Value = True
  doc = StarDesktop.loadComponentFromURL(source, "_blank", 0, opening())
  doc.RecordChanges = {tracking}
  Select Case number
{cases}
  End Select
  Dim saving(0) As New com.sun.star.beans.PropertyValue
  saving(0).Name = "FilterName"
  saving(0).Value = "MS Word 2007 XML"
  doc.storeToURL(target, saving())
  doc.close(True)
End Sub
{subs}
"""


def macro_run(profile: Path, subs: str, work: Sequence[tuple[Path, Path, str]], *, tracking: bool) -> None:
    """Each file opened, handed to one of the macro's `subs`, and saved as another, all by one process."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    calls = "\n".join(f'  Work("{a.as_uri()}", "{b.as_uri()}", {n})' for n, (a, b, _name) in enumerate(work))
    cases = "\n".join(f"    Case {n}\n      {name}(doc)" for n, (_a, _b, name) in enumerate(work))
    macro = _MACRO.format(work=calls, cases=cases, subs=subs, tracking=tracking)
    office = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    write_profile(profile, macro)
    subprocess.run([*office, "macro:///Standard.Module1.Edit"], capture_output=True, timeout=180 + 5 * len(work))
    for _file, to, _name in work:
        assert to.exists(), f"the macro did not save {to.name}"
