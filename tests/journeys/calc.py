"""A secretary at LibreOffice Calc: a workbook opened, changed as a person changes it, and saved as .xlsx."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

_MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Main(source As String, target As String, edits As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim written(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  file = FreeFile
  Open edits For Input As #file
  Do While Not Eof(file)
    Line Input #file, edit
    If edit &lt;&gt; "" Then Change doc, Split(edit, "|")
  Loop
  Close #file
  written(0).Name = "FilterName"
  written(0).Value = "Calc MS Excel 2007 XML"
  doc.storeToURL(ConvertToURL(target), written())
  doc.close(True)
  StarDesktop.terminate
End Sub
Sub Change(doc, edit)
  page = doc.Sheets.getByName(edit(1))
  there = page.getCellRangeByName(edit(2))
  Select Case edit(0)
    Case "type"
      there.setFormula(edit(3))
    Case "type plain"
      there.NumberFormat = 0
      there.setFormula(edit(3))
    Case "format"
      there.NumberFormat = doc.NumberFormats.queryKey(edit(3), there.CharLocale, False)
      If there.NumberFormat = -1 Then there.NumberFormat = doc.NumberFormats.addNew(edit(3), there.CharLocale)
    Case "insert rows"
      page.Rows.insertByIndex(there.RangeAddress.StartRow, 1)
    Case "insert columns"
      page.Columns.insertByIndex(there.RangeAddress.StartColumn, 1)
    Case "hide rows"
      there.Rows.IsVisible = False
    Case "merge"
      there.merge(True)
    Case "comment"
      page.Annotations.insertNew(there.CellAddress, edit(3))
    Case "new sheet"
      doc.Sheets.insertNewByName(edit(3), 0)
      doc.Sheets.getByName(edit(3)).getCellRangeByName("A1").String = edit(4)
    Case "rename"
      page.Name = edit(3)
  End Select
End Sub
</script:module>
"""
_TIME = 120


class Edit(NamedTuple):
    """`what` is one of those in the macro; `cell` is where: A1, or A1:A3."""

    what: str
    sheet: str
    cell: str
    said: str = ""
    more: str = ""


def is_here() -> bool:
    """Debian has Calc in a package of its own: soffice alone waits forever for a part that is not there."""
    program = shutil.which("soffice")
    return program is not None and (sys.platform != "linux" or any(Path(program).resolve().parent.glob("libsclo.so")))


def edited(source: Path, target: Path, edits: Sequence[Edit], folder: Path) -> Path:
    """`target`, as Calc saves `source` after the edits; its profile is below `folder`."""
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
    subprocess.run([*command, "--terminate_after_init"], capture_output=True, check=True, timeout=_TIME)
    (folder / "profile/user/basic/Standard/Module1.xba").write_text(_MACRO, encoding="utf-8")
    said = folder / "edits.txt"
    said.write_text("".join(f"{'|'.join(edit)}\n" for edit in edits), encoding="utf-8")
    call = f'macro:///Standard.Module1.Main("{source}","{target}","{said}")'
    subprocess.run([*command, call], capture_output=True, check=True, timeout=_TIME)
    return target
