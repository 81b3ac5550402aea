"""A LibreOffice profile with macros of ours, and the one that prints files as PDF, each of them laid out anew first.

LibreOffice (seen in 7.4) takes 25 paragraphs for a page until it has laid them out. Where such a guess parts a heading
from what it is to be kept with, the heading stays alone at the foot of its page: "Article 6" below page 2, its title on
page 3, in one letter of twelve. Pages that are made shorter and then as they were make it look at all of them anew. A
layout is what an export begins with, so first pages are exported and thrown away; `--convert-to` has no way to ask for
that.
"""

from collections.abc import Sequence
from html import escape
from pathlib import Path

PRINTING = "Standard.Module1.PrintAll"
"""The macro of `printing`, which ends LibreOffice when it is done."""

_DECLARED = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE {0} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "{1}.dtd">\n'
)
_LIBRARIES = _DECLARED.format("library:libraries", "libraries") + (
    '<library:libraries xmlns:library="http://openoffice.org/2000/library" '
    'xmlns:xlink="http://www.w3.org/1999/xlink">'
    '<library:library library:name="Standard" library:link="false"/></library:libraries>'
)
_LIBRARY = _DECLARED.format("library:library", "library") + (
    '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" '
    'library:readonly="false" library:passwordprotected="false">'
    '<library:element library:name="Module1"/></library:library>'
)
_MODULE = _DECLARED.format("script:module", "module") + (
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" '
    'script:language="StarBasic">{}</script:module>'
)
# A profile that is not set up is, and LibreOffice starts anew without the macro it was asked for.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value>
</prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="FirstRun" oor:op="fuse"><value>false</value></prop>
</item>
</oor:items>
"""
_PRINTING = """
Sub PrintAll
  Open ConvertFromURL("{begun}") For Output As #1
  Close #1
{calls}
  StarDesktop.terminate()
End Sub

Sub PrintOne(name As String)
  On Error GoTo Failed
  Dim opening(0) As New com.sun.star.beans.PropertyValue
  opening(0).Name = "Hidden"
  opening(0).Value = True
  paper = StarDesktop.loadComponentFromURL(name & ".docx", "_blank", 0, opening())
  LayOut(paper, name)
  MakeLonger(paper, -1000)
  LayOut(paper, name)
  MakeLonger(paper, 1000)
  paper.storeToURL(name & ".pdf", Written(Options()))
  paper.close(True)
Failed:
End Sub

Sub LayOut(paper, name As String)
  Dim first(0) As New com.sun.star.beans.PropertyValue
  first(0).Name = "PageRange"
  first(0).Value = "1"
  paper.storeToURL(name & ".first-page", Written(first()))
End Sub

Sub MakeLonger(paper, room As Long)
  styles = paper.StyleFamilies.getByName("PageStyles")
  For n = 0 To styles.Count - 1
    styles.getByIndex(n).BottomMargin = styles.getByIndex(n).BottomMargin - room
  Next n
End Sub

Function Written(told)
  Dim how(1) As New com.sun.star.beans.PropertyValue
  how(0).Name = "FilterName"
  how(0).Value = "writer_pdf_Export"
  how(1).Name = "FilterData"
  how(1).Value = told
  Written = how()
End Function

Function Options()
  names = Array({options})
  Dim told(UBound(names)) As New com.sun.star.beans.PropertyValue
  For n = 0 To UBound(names)
    told(n).Name = names(n)
    told(n).Value = True
  Next n
  Options = told()
End Function
"""


def printing(files: Sequence[Path], options: Sequence[str], begun: Path) -> str:
    """Basic that prints each file, a .docx, as a .pdf beside it, with these options of the export; one that cannot be
    printed is passed over. It first makes the file `begun`, which is missing where no macro may run."""
    calls = "\n".join(f'  PrintOne("{file.with_suffix("").as_uri()}")' for file in files)
    named = ", ".join(f'"{option}"' for option in options)
    return _PRINTING.format(calls=calls, options=named, begun=begun.as_uri())


def write_profile(profile: Path, basic_text: str) -> None:
    """Make the profile, or give it another text in Basic; its macros are `macro:///Standard.Module1.NAME`."""
    basic = profile / "user" / "basic"
    library = basic / "Standard"
    library.mkdir(parents=True, exist_ok=True)
    written = {
        profile / "user" / "registrymodifications.xcu": _SETTINGS,
        basic / "script.xlc": _LIBRARIES,
        library / "script.xlb": _LIBRARY,
        library / "Module1.xba": _MODULE.format(escape(basic_text, quote=False)),
    }
    for path, text in written.items():
        path.write_text(text, encoding="utf-8")
