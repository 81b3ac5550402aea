"""Makes templates/reference.docx: `python -m tests.word.make_reference` from the root of the repository.

The file is lean on purpose (python-docx's own template carries an author, a thumbnail, revision ids and 150 styles that
no paper of ours uses). Offices change the committed file in Word; whoever changes it here makes it again, and
`test_reference.py` says when the two have parted.
"""

import zipfile
from pathlib import Path

from loi_cli.word.markup import DECLARATION, R, W
from tests.word.reference_styles import FONT, paragraph_style_ids, styles

TARGET = Path(__file__).parents[2] / "templates" / "reference.docx"
_A4 = (11906, 16838)
_MARGIN = 1418  # 25 mm
_OFFICE = "application/vnd.openxmlformats-officedocument"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PARTS = (
    ("document.xml", "wordprocessingml.document.main"),
    ("styles.xml", "wordprocessingml.styles"),
    ("settings.xml", "wordprocessingml.settings"),
    ("fontTable.xml", "wordprocessingml.fontTable"),
    ("theme/theme1.xml", "theme"),
)

_SETTINGS = (
    '<w:defaultTabStop w:val="567"/><w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/><w:doNotHyphenateCaps/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    "</w:compat>"
)
_FONTS = (
    '<w:font w:name="Times New Roman"><w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/>'
    '<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>'
)
_COLOURS = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "1F3864", "lt2": "E7ECF2", "accent1": "1F3864", "accent2": "B3261E",
    "accent3": "7F4F00", "accent4": "595959", "accent5": "2E7D32", "accent6": "6A1B9A", "hlink": "1F3864",
    "folHlink": "595959",
}  # fmt: skip


def _sample() -> str:
    """A line of each style: whoever opens the file in Word sees what there is to change."""
    return "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{id_}"/></w:pPr><w:r><w:t>{id_}</w:t></w:r></w:p>'
        for id_ in paragraph_style_ids()
    )


def _theme() -> str:
    """The least theme that is one: Word does without, validators do not."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS.items())
    font = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:theme xmlns:a="{_A}" name="Paper"><a:themeElements><a:clrScheme name="Paper">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Paper"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="Paper"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )


def _types() -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}" ContentType="{_OFFICE}.{kind}+xml"/>' for name, kind in _PARTS
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/'
        'vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f"{overrides}</Types>"
    )


def parts() -> dict[str, str]:
    """Every part of the file by its name."""
    relations = "".join(
        f'<Relationship Id="rId{n}" Type="{R}/{kind.rsplit(".", 1)[-1]}" Target="{name}"/>'
        for n, (name, kind) in enumerate(_PARTS[1:], 1)
    )
    page = (
        f'<w:sectPr><w:pgSz w:w="{_A4[0]}" w:h="{_A4[1]}"/><w:pgMar w:top="{_MARGIN}" w:right="{_MARGIN}" '
        f'w:bottom="{_MARGIN}" w:left="{_MARGIN}" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
    )
    office = f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'
    return {
        "[Content_Types].xml": _types(),
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{office}</Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{_sample()}{page}</w:body></w:document>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>',
        "word/styles.xml": f'<w:styles xmlns:w="{W}">{styles()}</w:styles>',
        "word/settings.xml": f'<w:settings xmlns:w="{W}">{_SETTINGS}</w:settings>',
        "word/fontTable.xml": f'<w:fonts xmlns:w="{W}">{_FONTS}</w:fonts>',
        "word/theme/theme1.xml": _theme(),
    }


def make(target: Path = TARGET) -> None:
    """Write the file, with no time in it."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts().items():
            package.writestr(zipfile.ZipInfo(name), DECLARATION + content, zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    make()
