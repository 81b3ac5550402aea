"""The Word writer: the HTML of a paper in, the bytes of a .docx out. No file is touched and no clock is read.

    HTML ──source──> sections ──block by block──> stories ──> XML of parts ──kept──> package

A further kind of block is one more writer in `_BLOCKS`; of inline content, in `inline`; what may stand in the HTML is
written down in `vocabulary`.
"""

from collections.abc import Mapping
from datetime import datetime

from loi_cli.word.bodies import Bodies
from loi_cli.word.bookmarks import bookmark_names
from loi_cli.word.contents import write_contents
from loi_cli.word.footnotes import SETTING
from loi_cli.word.groups import write_group, write_quote
from loi_cli.word.kept import KeptPart, check_kept
from loi_cli.word.labels import ShownLabels
from loi_cli.word.lists import write_list
from loi_cli.word.look import Look
from loi_cli.word.package import Part, pack, settings_xml
from loi_cli.word.paper import Paper
from loi_cli.word.paragraphs import write_loose, write_paragraph, write_rule
from loi_cli.word.place import Place
from loi_cli.word.reading import check_characters, read_html, read_mended
from loi_cli.word.reference import read_reference
from loi_cli.word.sections import Margin, Sections
from loi_cli.word.source import About, Source, Unsound
from loi_cli.word.story import Blocks
from loi_cli.word.tables import write_table
from loi_cli.word.vocabulary import UnknownMarkup

_BLOCKS = Blocks(
    writers={
        "p": write_paragraph,
        "h1": write_paragraph,
        "h2": write_paragraph,
        "h3": write_paragraph,
        "h4": write_paragraph,
        "hr": write_rule,
        "ul": write_list,
        "ol": write_list,
        "nav": write_contents,
        "table": write_table,
        "div": write_group,
        "article": write_group,
        "blockquote": write_quote,
    },
    loose=write_loose,
)


def write_docx(
    html: str,
    *,
    reference: bytes,
    made: datetime,
    written: Bodies | None = None,
    page_of: Mapping[str, int] | None = None,
) -> bytes:
    """Make a .docx of an HTML document written in `vocabulary`.

    `reference` is an office's reference.docx: styles, fonts, page. `made` is the time that the file tells of itself.
    `written` are the bodies of sections that were written for other files of the same run, and takes those of this one.
    `page_of` has the page of each bookmark, where a program has laid the paper out, for lists of contents to show;
    without it Word finds the pages when it opens the file. It goes without `written`, whose bodies know no pages.
    The same arguments give the same bytes. Raises UnknownMarkup, WordsLost, ReferenceFault: all of them LoiErrors.
    """
    check_characters(html)
    try:
        return _made(read_html(html), reference, made, written, page_of or {})
    except (Unsound, UnknownMarkup):
        pass  # as it stands; but a browser ends what was left open, and parts what may not stand in each other
    return _made(read_mended(html), reference, made, written, page_of or {})


def _made(html: Source, reference: bytes, made: datetime, written: Bodies | None, page_of: Mapping[str, int]) -> bytes:
    if any(section.element.get("data-restart") is not None for section in html.sections):
        page_of = {}  # pages that are counted anew are not called by their place in the file
    paper = Paper(read_reference(reference), bookmark_names(html.ids()), ShownLabels(html), page_of)
    document = KeptPart("word/document.xml")
    sections = Sections(paper, _BLOCKS, html, written)
    sections.write(Place(Look(), 0).inside(html.root).inside(html.body), document)
    paper.moves.check_paired()
    parts = _parts(paper, html.about, sections.margins)
    return pack(document.end(), parts, html.about.title, html.about.lang, made)


def _parts(paper: Paper, about: About, margins: list[Margin]) -> list[Part]:
    reference = paper.reference
    notes = paper.footnotes.xml()
    settings = settings_xml(reference.settings_xml, notes=SETTING if notes else "", hyphenated=about.hyphenated)
    parts = [
        Part("styles.xml", "styles", "rIdStyles", reference.styles(about.lang).encode()),
        Part("numbering.xml", "numbering", "rIdNumbering", paper.numbering.xml().encode()),
        Part("settings.xml", "settings", "rIdSettings", settings.encode()),
    ]
    if reference.fonts_xml:
        parts.append(Part("fontTable.xml", "fontTable", "rIdFonts", reference.fonts_xml.encode()))
    if reference.theme:
        parts.append(Part("theme/theme1.xml", "theme", "rIdTheme", reference.theme))
    comments = paper.comments.xml()
    if comments:
        parts.append(Part("comments.xml", "comments", "rIdComments", comments.encode()))
    if notes:
        data = check_kept(b"".join(paper.footnotes.words), notes, "word/footnotes.xml")
        parts.append(Part("footnotes.xml", "footnotes", "rIdFootnotes", data))
    parts.extend(Part(m.name, m.kind, m.relation, m.data) for m in margins)
    return parts
