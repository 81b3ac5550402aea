"""LibreOffice as a judge of tracked changes: one process accepts and rejects all of them in many files."""

import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element

from loi_cli.word.markup import w
from tests.word.opened import Opened, style_of

_MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Main(folder As String, count As Integer)
  For n = 0 To count - 1
    Settle folder, n, ".uno:AcceptAllTrackedChanges", "accepted"
    Settle folder, n, ".uno:RejectAllTrackedChanges", "rejected"
  Next n
  StarDesktop.terminate
End Sub
Sub Settle(folder As String, n As Integer, command As String, into As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim written(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(ConvertToURL(folder &amp; "/" &amp; n &amp; ".docx"), "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(doc.CurrentController.Frame, command, "", 0, Array())
  written(0).Name = "FilterName"
  written(0).Value = "MS Word 2007 XML"
  doc.storeToURL(ConvertToURL(folder &amp; "/" &amp; into &amp; "/" &amp; n &amp; ".docx"), written())
  doc.close(True)
End Sub
</script:module>
"""
_TIME = 60


class Settled(NamedTuple):
    """What a file says once every change is accepted, and once every change is rejected."""

    accepted: list[str]
    rejected: list[str]


def program() -> str | None:
    """LibreOffice, when it is here."""
    return shutil.which("soffice")


def settled(files: Sequence[bytes], folder: Path) -> list[Settled]:
    """The paragraphs of each file after LibreOffice settled its changes, in a profile of its own below `folder`."""
    command = [program() or "", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
    subprocess.run([*command, "--terminate_after_init"], capture_output=True, check=True, timeout=_TIME)
    (folder / "profile/user/basic/Standard/Module1.xba").write_text(_MACRO, encoding="utf-8")
    for name in ("accepted", "rejected"):
        (folder / name).mkdir()
    for number, data in enumerate(files):
        (folder / f"{number}.docx").write_bytes(data)
    macro = f'macro:///Standard.Module1.Main("{folder}", {len(files)})'
    subprocess.run([*command, macro], capture_output=True, check=True, timeout=_TIME + 5 * len(files))
    return [
        Settled(*(lines(Opened((folder / name / f"{n}.docx").read_bytes())) for name in ("accepted", "rejected")))
        for n in range(len(files))
    ]


def lines(opened: Opened) -> list[str]:
    """Every paragraph of the body in order, those in a table's cells after a bar; the rest of a rejected row shows.

    Separators are for Word's sake alone: no reader sees them.
    """
    body = opened.document[0]
    return [
        ("|" if next(p.iterancestors(w("tc")), None) is not None else "") + shown(p)
        for p in body.iter(w("p"))
        if style_of(p) != "Separator"
    ]


def shown(paragraph: _Element) -> str:
    """Its words, a tab or line break as one space; what hangs over an end of the paragraph too."""
    found = "".join(
        (element.text or "") if element.tag == w("t") else " " if _in_a_run(element) else ""
        for element in paragraph.iter(w("t"), w("tab"), w("br"))
    )
    return re.sub("[ \u00a0]+", " ", found).strip()


def _in_a_run(element: _Element) -> bool:
    parent = element.getparent()
    return parent is not None and etree.QName(parent).localname == "r"
