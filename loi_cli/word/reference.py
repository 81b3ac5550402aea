"""The office's own Word file: styles, fonts, settings and page are taken from it, and nothing else.

An office edits templates/reference.docx in Word. What Word then leaves in it about its authors (revision ids, names,
the path of a template, an embedded thumbnail) is not copied: settings are an allow-list, styles lose their ids.
"""

import io
import zipfile
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element

from loi_cli.i18n import _, n_
from loi_cli.model.problems import LoiError
from loi_cli.word.languages import lang_attributes
from loi_cli.word.markup import DECLARATION, w
from loi_cli.word.vocabulary import style_names

_NOT_SET = "qaa-x-unset"
_SETTINGS = frozenset({
    "autoHyphenation", "bordersDoNotSurroundFooter", "bordersDoNotSurroundHeader", "characterSpacingControl",
    "compat", "consecutiveHyphenLimit", "decimalSymbol", "defaultTabStop", "doNotHyphenateCaps", "hyphenationZone",
    "listSeparator", "mirrorMargins",
})  # fmt: skip
_FONT_FILES = frozenset({"embedRegular", "embedBold", "embedItalic", "embedBoldItalic"})


class ReferenceFault(LoiError):  # it is what went wrong, as BadInput is
    """The office's reference.docx cannot be used."""

    def __init__(self, message: str) -> None:
        super().__init__(
            message, _("`loi templates copy reference.docx` gives loi's own; change that in Word, step by step")
        )


class Page(NamedTuple):
    """The page of the reference, upright; all in twentieths of a point. `margins` are the attributes of w:pgMar."""

    width: int
    height: int
    margins: str
    left: int
    right: int

    def size(self, *, turned: bool) -> tuple[int, int]:
        """Its width and height, as it lies."""
        return (self.height, self.width) if turned else (self.width, self.height)


class Reference(NamedTuple):
    """What papers take from a reference.docx. `ids` maps names of styles to their ids, which Word may localise."""

    ids: Mapping[str, str]
    indents: Mapping[str, str]
    styles_xml: str
    settings_xml: str
    fonts_xml: str
    theme: bytes
    page: Page

    def style(self, name: str) -> str:
        """The id of the style that people see under this name."""
        found = self.ids.get(name)
        if found is None:
            missing = sorted(style_names() - self.ids.keys()) or [name]
            said = n_(
                "a style is missing in reference.docx: {names}",
                "{n} styles are missing in reference.docx: {names}",
                len(missing),
            )
            raise ReferenceFault(said.format(names=", ".join(missing)))
        return found

    def styles(self, lang: str) -> str:
        """word/styles.xml of a paper in a language."""
        return self.styles_xml.replace(f'w:val="{_NOT_SET}"', lang_attributes(lang))


@lru_cache(maxsize=8)
def read_reference(data: bytes) -> Reference:
    """Read a reference.docx; the same bytes are read once."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = frozenset(package.namelist())
            parts = {
                name: etree.fromstring(package.read(f"word/{name}.xml"), parser)
                for name in ("document", "styles", "settings", "fontTable")
                if f"word/{name}.xml" in names
            }
            theme = package.read("word/theme/theme1.xml") if "word/theme/theme1.xml" in names else b""
        styles = parts["styles"]
        return Reference(
            ids=_ids(styles),
            indents=_indents(styles),
            styles_xml=_clean_styles(styles),
            settings_xml=_kept(parts.get("settings"), _SETTINGS),
            fonts_xml=_fonts(parts.get("fontTable")),
            theme=theme,
            page=_page(parts["document"]),
        )
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError, ValueError) as error:
        raise ReferenceFault(
            _("reference.docx is not a Word file that can be used: {why}").format(why=error)
        ) from error


def _value(parent: _Element, path: str) -> str:
    found = parent.find(path)
    return "" if found is None else found.get(w("val"), "")


def _ids(styles: _Element) -> Mapping[str, str]:
    return {_value(style, w("name")): style.get(w("styleId"), "") for style in styles.iterfind(w("style"))}


def _indents(styles: _Element) -> Mapping[str, str]:
    """Name of a paragraph style -> the attributes of its w:ind, its own or inherited."""
    by_id = {style.get(w("styleId")): style for style in styles.iterfind(w("style"))}
    return {_value(style, w("name")): _indent(style, by_id) for style in by_id.values()}


def _indent(style: _Element, by_id: Mapping[str | None, _Element]) -> str:
    seen: list[_Element] = []
    at: _Element | None = style
    while at is not None and at not in seen:
        seen.append(at)
        found = at.find(f"{w('pPr')}/{w('ind')}")
        if found is not None:
            return "".join(f' w:{etree.QName(str(name)).localname}="{value!s}"' for name, value in found.items())
        at = by_id.get(_value(at, w("basedOn")))
    return ""


def _clean_styles(styles: _Element) -> str:
    for rsid in [element for element in styles.iter() if etree.QName(element).localname == "rsid"]:
        parent = rsid.getparent()
        if parent is not None:
            parent.remove(rsid)
    run = styles.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
    if run is None:
        raise ValueError("no defaults of runs in styles.xml")
    for old in run.findall(w("lang")):
        run.remove(old)
    etree.SubElement(run, w("lang")).set(w("val"), _NOT_SET)
    return DECLARATION + etree.tostring(styles, encoding="unicode")


def _kept(settings: _Element | None, allowed: frozenset[str]) -> str:
    if settings is None:
        return ""
    return "".join(
        etree.tostring(child, encoding="unicode", with_tail=False)
        for child in settings
        if etree.QName(child).localname in allowed
    )


def _fonts(fonts: _Element | None) -> str:
    """The table of fonts, without font files: those would be the office's, and name it."""
    if fonts is None:
        return ""
    for font in fonts:
        for child in [c for c in font if etree.QName(c).localname in _FONT_FILES]:
            font.remove(child)
    return DECLARATION + etree.tostring(fonts, encoding="unicode")


def _page(document: _Element) -> Page:
    section = document.find(f"{w('body')}/{w('sectPr')}")
    size = section.find(w("pgSz")) if section is not None else None
    margins = section.find(w("pgMar")) if section is not None else None
    if size is None or margins is None:
        raise ValueError("no page size or margins")
    sides = sorted(int(size.get(w(side), "0")) for side in ("w", "h"))
    written = {etree.QName(str(name)).localname: int(str(value)) for name, value in margins.items()}
    return Page(
        width=sides[0],
        height=sides[1],
        margins=" ".join(f'w:{name}="{value}"' for name, value in written.items()),
        left=written["left"],
        right=written["right"],
    )
