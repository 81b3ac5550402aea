"""LibreOffice as the editor of a paper: a macro in a profile of its own exchanges words, with tracking on or off.

A macro, since its Python bridge is a package of its own. Comments are left out: an office without windows breaks down
when it is to show one beside the page.
"""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

_DOCTYPE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE {0} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "{1}.dtd">\n'
)
_LIBRARY = _DOCTYPE.format("library:library", "library") + (
    '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" '
    'library:readonly="false" library:passwordprotected="false">'
    '<library:element library:name="Module1"/></library:library>'
)
_MODULE = _DOCTYPE.format("script:module", "module") + (
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" '
    'script:language="StarBasic">{}</script:module>'
)
_MACRO = """
Sub Edit
  Dim opening(0) As New com.sun.star.beans.PropertyValue
  opening(0).Name = "Hidden"
  opening(0).Value = True
  doc = StarDesktop.loadComponentFromURL("{source}", "_blank", 0, opening())
  doc.RecordChanges = {tracking}
{edits}
  Dim saving(0) As New com.sun.star.beans.PropertyValue
  saving(0).Name = "FilterName"
  saving(0).Value = "MS Word 2007 XML"
  doc.storeToURL("{target}", saving())
  doc.close(True)
  StarDesktop.terminate()
End Sub
"""
_REPLACE = """
  change = doc.createReplaceDescriptor()
  change.SearchString = "{old}"
  change.ReplaceString = "{new}"
  doc.replaceAll(change)
"""


def edit(file: Path, to: Path, replaced: Mapping[str, str], *, tracking: bool) -> Path:
    """Each key of `replaced` for its value, and saved."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    edits = "".join(_REPLACE.format(old=old, new=new) for old, new in replaced.items())
    macro = _MACRO.format(source=file.as_uri(), target=to.as_uri(), tracking=tracking, edits=edits)
    profile = to.parent / "profile"
    office = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    subprocess.run([*office, "--terminate_after_init"], capture_output=True, timeout=180)  # it writes the profile
    basic = profile / "user" / "basic" / "Standard"
    basic.mkdir(parents=True, exist_ok=True)
    (basic / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
    (basic / "Module1.xba").write_text(_MODULE.format(escape(macro)), encoding="utf-8")
    subprocess.run([*office, "macro:///Standard.Module1.Edit"], capture_output=True, timeout=180)
    assert to.exists(), "the macro did not save"
    return to
