"""The styles of templates/reference.docx: what papers look like before an office makes them its own."""

from collections.abc import Iterator

FONT = "Times New Roman"  # on every machine, or Liberation Serif in its place; has Cyrillic, which Caladea lacks
_STEP = 425  # 7.5 mm: "(10)" fits beside its words, and three levels fit in a column of three languages


def _begin(kind: str, name: str, based: str) -> str:
    """The beginning of a style; Word's own names make its own ids: `heading 1` is Heading1, `toc 1` is TOC1."""
    id_ = name.replace("toc", "TOC").replace(" ", "")
    custom = "" if name in _BUILT_IN else ' w:customStyle="1"'
    return (
        f'<w:style w:type="{kind}"{custom} w:styleId="{id_[0].upper()}{id_[1:]}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based}"/>'
    )


def _p(name: str, ppr: str, rpr: str = "", *, next_: str = "") -> str:
    """One paragraph style; `ppr` and `rpr` in the order of the schema."""
    following = f'<w:next w:val="{next_}"/>' if next_ else ""
    properties = f"<w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr>"
    return f"{_begin('paragraph', name, 'Normal')}{following}<w:qFormat/>{properties}</w:style>"


def _c(name: str, rpr: str) -> str:
    return f"{_begin('character', name, 'DefaultParagraphFont')}<w:qFormat/><w:rPr>{rpr}</w:rPr></w:style>"


def _t(name: str, tblpr: str, more: str = "") -> str:
    return f"{_begin('table', name, 'TableNormal')}<w:tblPr>{tblpr}</w:tblPr>{more}</w:style>"


_BUILT_IN = frozenset({
    "heading 1", "heading 2", "heading 3", "heading 4", "Title", "List Paragraph", "caption", "header",
    "footer", "Quote", "toc 1", "toc 2", "toc 3", "Table Grid",
    "footnote text", "footnote reference",
})  # fmt: skip


def _space(before: int = 0, after: int = 120, line: int = 264) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


def _hang(left: int, hanging: int = _STEP) -> str:
    return f'<w:ind w:left="{left}" w:hanging="{hanging}"/>'


def _size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


_BOLD, _ITALIC, _CENTER, _NEXT = "<w:b/><w:bCs/>", "<w:i/><w:iCs/>", '<w:jc w:val="center"/>', "<w:keepNext/>"
_WHOLE = "<w:keepLines/><w:suppressAutoHyphens/>"
"""Of headings: their lines stay together, and no word of them is parted."""
_GREY = '<w:color w:val="595959"/>'


def _outline(level: int) -> str:
    return f'<w:outlineLvl w:val="{level}"/>'


_DEFAULTS = (
    f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:eastAsia="{FONT}" w:hAnsi="{FONT}" '
    f'w:cs="Times New Roman"/>{_size(11)}<w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>'
    f"<w:pPrDefault><w:pPr>{_space()}</w:pPr></w:pPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
    "<w:pPr><w:widowControl/></w:pPr></w:style>"
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
    "</w:tblPr></w:style>"
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/>'
    "<w:semiHidden/></w:style>"
)

_HEADINGS = (
    _p("heading 1", _NEXT + _WHOLE + _space(360, 120) + _outline(0), _BOLD + _size(14), next_="Normal"),
    _p("heading 2", _NEXT + _WHOLE + _space(240, 80) + _outline(1), _BOLD + _size(12), next_="Normal"),
    _p("heading 3", _NEXT + _WHOLE + _space(200, 60) + _outline(2), _BOLD, next_="Normal"),
    _p("heading 4", _NEXT + _WHOLE + _space(160, 60) + _outline(3), _BOLD + _ITALIC, next_="Normal"),
    _p("Title", _NEXT + _WHOLE + _space(0, 200) + _CENTER + _outline(0), _BOLD + _size(14), next_="Normal"),
    # Not Subtitle: pandoc keeps only the last paragraph of that style, as data about the document.
    _p("Title Line", _NEXT + _space(0, 200) + _CENTER, _size(12), next_="Normal"),
)

_CLAUSES = (
    _p("Centered", _space() + _CENTER),
    _p("Recital", _space()),
    _p("Article", _NEXT + _WHOLE + _space(240, 40) + _CENTER + _outline(0), _BOLD, next_="ArticleHeading"),
    _p("Article Heading", _NEXT + _WHOLE + _space(0, 120) + _CENTER + _outline(1), _BOLD, next_="Paragraph"),
    _p("Paragraph", _space() + _hang(_STEP)),
    _p("Item", _space(0, 80) + _hang(2 * _STEP)),
    _p("Subitem", _space(0, 80) + _hang(3 * _STEP)),
    _p("Testimonium", _NEXT + _WHOLE + _space(240, 160)),
    _p("Annex", _NEXT + _WHOLE + _space(0, 200) + _CENTER + _outline(0), _BOLD + _size(12), next_="Normal"),
    _p("Signature Line", _WHOLE + _space(0, 0) + _CENTER),
)

_OTHERS = (
    _p("Note", _space(0, 80), _ITALIC + _size(10)),
    _p("Small", _space(0, 60), _size(9)),
    _p("Cover Title", _NEXT + _space(3600, 360) + _CENTER, _BOLD + _size(22)),
    _p("Cover Line", _space(0, 160) + _CENTER, _size(13)),
    _p(
        "Internal",
        '<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="B3261E"/></w:pBdr>'
        '<w:shd w:val="clear" w:color="auto" w:fill="FBEDEC"/>' + _space(60) + '<w:ind w:left="227"/>',
        _size(10),
    ),
    _p("Label Line", _space(0, 40) + _hang(2835, 2835)),
    _p("List Paragraph", _space(0, 60)),
    _p("Table Text", _space(40, 40, 252), _size(10)),
    _p("caption", _NEXT + _space(160, 80), _BOLD + _size(10)),
    _p("header", _space(0, 0, 240), _GREY + _size(9)),
    _p("footer", _space(0, 0, 240), _GREY + _size(9)),
    _p(
        "Rule",
        '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="808080"/></w:pBdr>' + _space(0, 160, 240),
    ),
    _p("Quote", _space() + '<w:ind w:left="567" w:right="567"/>'),
    _p("footnote text", _space(0, 40, 240), _size(9)),
    _p("toc 1", _space(60, 40)),
    _p("toc 2", _space(0, 40) + f'<w:ind w:left="{_STEP}"/>'),
    _p("toc 3", _space(0, 40) + f'<w:ind w:left="{2 * _STEP}"/>'),
    _p(
        "Separator",
        '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>',
        _size(1),
    ),
)

_CHARACTERS = (
    _c("Bracket", '<w:shd w:val="clear" w:color="auto" w:fill="FFF2CC"/>'),
    _c("Side", _BOLD + '<w:color w:val="7F4F00"/><w:shd w:val="clear" w:color="auto" w:fill="FFF2CC"/>'),
    _c("Blank", '<w:color w:val="404040"/>'),
    _c("Internal Words", '<w:color w:val="B3261E"/>'),
    _c("Muted", _GREY),
    _c("Mark", '<w:shd w:val="clear" w:color="auto" w:fill="FFF59D"/>'),
    _c("Reference", ""),
    _c("footnote reference", '<w:vertAlign w:val="superscript"/>'),
)


def _lines(*sides: str) -> str:
    drawn = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="7F7F7F"/>' for side in sides)
    return f"<w:tblBorders>{drawn}</w:tblBorders>"


def _margins(side: int) -> str:
    sides = (("top", 0), ("left", side), ("bottom", 0), ("right", side))
    written = "".join(f'<w:{name} w:w="{width}" w:type="dxa"/>' for name, width in sides)
    return f"<w:tblCellMar>{written}</w:tblCellMar>"


_HEAD_ROW = (
    '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E7ECF2"/>'
    "</w:tcPr></w:tblStylePr>"
)
_TABLES = (
    _t("Table Grid", _lines("top", "left", "bottom", "right", "insideH", "insideV"), _HEAD_ROW),
    _t("Plain Table", _margins(108)),
    _t("Parallel Table", _margins(108)),
    _t("Signature Table", _margins(142)),
)


def styles() -> str:
    """All that w:styles holds."""
    written = "".join((_DEFAULTS, *_HEADINGS, *_CLAUSES, *_OTHERS, *_CHARACTERS, *_TABLES))
    return written.replace("<w:pPr></w:pPr>", "").replace("<w:rPr></w:rPr>", "")


def paragraph_style_ids() -> Iterator[str]:
    """The ids of the paragraph styles, in the order in which they are written."""
    for style in (*_HEADINGS, *_CLAUSES, *_OTHERS):
        yield style.split('w:styleId="')[1].split('"')[0]
