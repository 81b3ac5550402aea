"""What a Word file from outside must be before any parser looks into it: nothing runs or hides, and it has a text.

Every Word file that comes in, a form, a marked-up paper or a draft, comes in here.
"""

from loi_cli.i18n import _
from loi_cli.word.unpacking import Package, UnfitFile, is_active, unpack

_MAIN = "word/document.xml"


def word_package(data: bytes) -> Package:
    """The package of a .docx. Raises UnfitFile for whatever is no sound, plain one."""
    package = unpack(data)
    for name in package.names.values():
        if is_active(name):
            raise UnfitFile(
                _("it holds a macro or an embedded file: {name}").format(name=name),
                _("open it in Word, take that out, and save it as a plain .docx"),
            )
    if package.holds(_MAIN):
        return package
    if package.holds("mimetype") or package.holds("content.xml"):
        raise UnfitFile(_("it is an OpenDocument file"), _("open it in LibreOffice, and save it as .docx"))
    if package.holds("xl/workbook.xml") or package.holds("ppt/presentation.xml"):
        raise UnfitFile(_("it is a file of Excel or PowerPoint"), _("put its words into a Word file, or name another"))
    if not package.holds("[content_types].xml"):
        raise UnfitFile(_("it is a zip, but no Word file"), _("unpack it, and give the .docx in it"))
    return package
